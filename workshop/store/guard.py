"""Whether a folder is still the one that was opened, and has the lock that it had then."""

import errno
import os
from collections.abc import Collection
from pathlib import Path

from workshop.errors import LockedError
from workshop.store.fs import FileSystem
from workshop.store.line import OTHER_KEY, LineCodec
from workshop.store.names import PASSPHRASE_KEY, SEALED, journals, tells_lock


class Guard:
    """Remembers a folder's identity and that of its key file. All methods may raise OSError."""

    def __init__(self, fs: FileSystem, folder: Path, codec: LineCodec) -> None:
        """As they are now."""
        self._fs, self._folder, self._codec = fs, folder, codec
        self._place = fs.stat(folder).identity
        self._key = self._key_file()

    def check_place(self, known: Collection[str]) -> None:
        """OSError when the folder is gone or another one is in its place.

        A stick that was pulled out and put back has another identity, but holds all the journals that were known.
        """
        found = self._fs.stat(self._folder).identity
        if found == self._place:
            return
        if not known or not set(known) <= set(journals(self._fs.names(self._folder))):
            raise OSError(errno.ENOENT, os.strerror(errno.ENOENT))
        self._place = found

    def check_lock(self, for_other_key: Collection[str]) -> None:
        """LockedError when the workshop was locked or unlocked since it was opened here: what is written now, nobody could read later.

        Journals `for_other_key` were so before.
        """
        key = self._key_file()
        if key == self._key:
            return
        names = self._fs.names(self._folder)
        if tells_lock(names) != self._codec.locked:
            done = "had its lock taken off" if self._codec.locked else "was locked"
        elif any(self._is_for_other_key(name) for name in names if name.endswith(SEALED) and name not in for_other_key):
            done = "was locked anew"
        else:  # another passphrase for the same key
            self._key = key
            return
        raise LockedError(f"the workshop {done} in another window: open it again")

    def _key_file(self) -> tuple[int, int] | None:
        try:
            return self._fs.stat(self._folder / PASSPHRASE_KEY).identity
        except FileNotFoundError:
            return None

    def _is_for_other_key(self, name: str) -> bool:
        return self._codec.unseal(self._fs.read(self._folder / name)).fault == OTHER_KEY
