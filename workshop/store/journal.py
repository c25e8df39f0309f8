"""The one journal that this process writes: appended to, synced, and never trusted again after a sync has failed."""

import errno
import os
import secrets
from contextlib import suppress
from pathlib import Path

from workshop.store.fs import NO_LOCKS, FileSystem
from workshop.store.hlc import DIGITS
from workshop.store.names import SUFFIX


def random_name() -> str:
    """A new writer's name: 10 characters, 51 bits, so that no two laptops ever meet."""
    return "".join(secrets.choice(DIGITS) for _ in range(10))


class Journal:
    """A file that only this object writes. `number` is that of the next line; `trusted` says whether one may be appended."""

    def __init__(self, fs: FileSystem, folder: Path, writer: str) -> None:
        """Make the file, empty and locked. FileExistsError when the name is taken, another OSError when it can't be made."""
        self.writer = writer
        self.name = writer + SUFFIX
        self.number = 1
        self.trusted = True
        self._fs, self._folder = fs, folder
        self._path = folder / self.name
        self.lines = bytearray()
        """All that is in the file, kept in memory: another program may take the file away, or somebody the stick."""
        self._name_synced = False
        self._file = fs.create(self._path)
        try:
            self._identity = self._claim()
        except OSError:
            fs.close(self._file)
            fs.unlink(self._path)
            raise

    def _claim(self) -> tuple[int, int]:
        try:
            free = self._fs.lock(self._file)
        except OSError as error:
            if error.errno not in NO_LOCKS:
                raise
            free = True  # without locks nobody can tell that it is in use, and so nobody else will rewrite it
        if not free:
            raise OSError(errno.EBUSY, os.strerror(errno.EBUSY))
        return self._fs.stat(self._file).identity

    def intact(self) -> bool:
        """Whether the file is still there under its name, as long as it was left. OSError when the disk doesn't answer."""
        try:
            found = self._fs.stat(self._path)
        except FileNotFoundError:
            return False
        return found.identity == self._identity and found.size == len(self.lines)

    def append(self, raw: bytes) -> None:
        """Return once the bytes are on the medium. On OSError they are cut off again, as far as the disk lets us.

        After a failed write the file goes on if cutting it back worked. After a failed sync, or an interruption, nothing is known of
        what the system still holds of it: it is not trusted again, however well the next sync seems to go.
        """
        self.trusted = False
        try:
            self._write(raw)
        except OSError:
            self.trusted = self._cut()
            raise
        try:
            self._fs.sync(self._file)
            if not self._name_synced:
                self._fs.sync_folder(self._folder)
        except OSError:
            self._cut()
            raise
        self.trusted = self._name_synced = True
        self.lines += raw
        self.number += 1

    def _write(self, raw: bytes) -> None:
        while raw:
            raw = raw[self._fs.write(self._file, raw) :]

    def _cut(self) -> bool:
        try:
            self._fs.truncate(self._file, len(self.lines))
            self._fs.sync(self._file)
        except OSError:
            return False
        return True

    def close(self) -> None:
        """Let go of the file; one that never got a line is removed."""
        with suppress(OSError):  # all that was acknowledged is synced: a disk that is gone by now takes nothing with it
            self._fs.close(self._file)
            if not self.lines and self.intact():
                self._fs.unlink(self._path)
