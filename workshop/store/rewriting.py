"""Putting another file in the place of one. At every moment a crash leaves either the old file whole or the new one too.

Replacing a file leaves its bytes on the medium: so the new one is written whole and synced under its own name, the old one is given a
name that says what is happening to it, overwritten with zeros, synced and unlinked. What this can't reach: the spare blocks of an
SSD, snapshots, and copies made elsewhere.
"""

import errno
import os
import sys
from collections.abc import Callable, Collection
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from workshop.store.fs import FileSystem
from workshop.store.names import BEGUN, DOOMED, SUFFIX, proper
from workshop.store.trouble import reason

_CHUNK = 1 << 20
RENAMES_OPEN = sys.platform != "win32"
"""Whether a file may get another name while it is open, so that no other window can lock it in between."""


class Pending(NamedTuple):
    """A file with which something has still to be done, and why it could not be done yet."""

    file: str
    why: str


class Rewriter:
    """Replaces files of one folder."""

    def __init__(self, fs: FileSystem, folder: Path, name: Callable[[], str]) -> None:
        """`name` gives fresh names for files."""
        self._fs, self._folder, self._name = fs, folder, name

    def replace(self, file: str, change: Callable[[bytes], bytes], target: str = "") -> bool:
        """Put a file with what `change` makes of the bytes in the place of this one; False when another window has it open.

        Nothing happens where `change` gives the bytes that it got; where it gives none, the file only goes. The new file is called
        `target` where that name is free, else it gets a fresh one with the same ending: a name that was known as another file would
        look as if that one had been changed.
        """
        path = self._folder / file
        handle = self._fs.open(path)
        try:
            if not self._fs.lock(handle):
                return False
            # Who holds the lock is alive; nobody opens a journal for writing twice: so from here on this file grows no more.
            data = self._fs.read(path)
            changed = change(data)
            if changed == data:
                return True
            written = self.write(self._free_name(target or file), changed) if changed else None
            if RENAMES_OPEN:
                doomed = self._replaced(path, written)
        finally:
            self._fs.close(handle)
        if not RENAMES_OPEN:
            doomed = self._replaced(path, written)
        self.bury([doomed])
        return True

    def _replaced(self, path: Path, written: Path | None) -> Path:
        try:
            return self.sentence(path)
        except OSError as error:
            gone = isinstance(error, FileNotFoundError)  # somebody took it away: the new one may be the only one
            if written is not None and not gone:
                self._fs.unlink(written)  # else each further try would leave one more copy
            raise

    def write(self, file: str, data: bytes) -> Path:
        """A new file, which gets its name when it is whole and synced. OSError, and no such file, when the disk refuses."""
        path = self._folder / file
        begun = path.with_name(path.name + BEGUN)
        handle = self._fs.create(begun)
        try:
            if not self._fs.lock(handle):
                raise OSError(errno.EBUSY, os.strerror(errno.EBUSY))
            while data:
                data = data[self._fs.write(handle, data) :]
            self._fs.sync(handle)
            if RENAMES_OPEN:
                self._fs.rename(begun, path)
        finally:
            self._fs.close(handle)
        if not RENAMES_OPEN:
            self._fs.rename(begun, path)
        self._fs.sync_folder(self._folder)
        return path

    def doom(self, file: str) -> None:
        """Take the file away for good. From the first step on nobody reads it as what it was."""
        self.bury([self.sentence(self._folder / file)])

    def sentence(self, path: Path) -> Path:
        """Give the file the name of one that only has to go."""
        doomed = path.with_name(path.name + DOOMED)
        self._fs.rename(path, doomed)
        return doomed

    def bury(self, doomed: Collection[Path]) -> None:
        """Take away what was sentenced, after that is on the medium."""
        self._fs.sync_folder(self._folder)
        for path in doomed:
            with suppress(FileNotFoundError):  # another window saw it and was faster
                self._zero(path)
        self._fs.sync_folder(self._folder)

    def wipe(self, path: Path) -> None:
        """Overwrite with zeros, sync, unlink."""
        self._zero(path)
        self._fs.sync_folder(self._folder)

    def _zero(self, path: Path) -> None:
        handle = self._fs.open(path)
        try:
            left = self._fs.stat(handle).size
            while left > 0:
                left -= self._fs.write(handle, bytes(min(left, _CHUNK)))
            self._fs.sync(handle)
        finally:
            self._fs.close(handle)
        self._fs.unlink(path)

    def finish(self, is_ours: Callable[[str], bool]) -> list[Pending]:
        """Carry on with what an earlier process began and didn't finish; what could not be done comes back. OSError without a folder.

        `is_ours` says of the name that a file had, or was to get, whether it is to be cared for.
        """
        pending = []
        for name in self._fs.names(self._folder):
            try:
                if not is_ours(proper(name)):
                    continue
                if name.endswith(DOOMED):
                    self.wipe(self._folder / name)
                elif name.endswith(BEGUN):
                    self._drop(self._folder / name)
            except FileNotFoundError:  # another window was faster
                continue
            except OSError as error:
                pending.append(Pending(name, reason(error)))
        return pending

    def _drop(self, path: Path) -> None:
        handle = self._fs.open(path)
        try:
            abandoned = self._fs.lock(handle)
        finally:
            self._fs.close(handle)
        if abandoned:
            self.doom(path.name)  # by its name: what has got another one meanwhile is no longer what was to go

    def _free_name(self, file: str) -> str:
        if file not in self._fs.names(self._folder):
            return file
        stem = file.partition(".")[0]
        ending = file[file.rfind(SUFFIX) :] if SUFFIX in file else file.removeprefix(stem)
        return f"{stem}.{self._name()}{ending}"
