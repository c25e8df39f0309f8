"""Taking erased words out of the files that hold them. At every moment a crash leaves either the old file whole or the new one too.

Replacing a file leaves its bytes on the medium: so the new one is written whole and synced under its own name, the old one is given a
name that says what is happening to it, overwritten with zeros, synced and unlinked. What this can't reach: the spare blocks of an
SSD, snapshots, and copies made elsewhere.
"""

import errno
import json
import os
from collections.abc import Callable, Collection
from pathlib import Path
from typing import NamedTuple

from workshop.store.follow import SUFFIX
from workshop.store.fs import FileSystem
from workshop.store.line import VERSION, DamagedLineError, Key, Line, LineCodec, spellings
from workshop.store.trouble import reason

BEGUN = ".new"
"""Ends the name of a rewritten file that is not whole yet."""
DOOMED = ".erased"
"""Ends the name of a file whose words are in a rewritten one, as far as they may stay, and which only has to go."""
_CHUNK = 1 << 20


class Pending(NamedTuple):
    """A file that still holds erased words, and why."""

    file: str
    why: str


class Eraser:
    """Rewrites the journals of one folder."""

    def __init__(self, fs: FileSystem, folder: Path, codec: LineCodec, name: Callable[[], str]) -> None:
        """`name` gives fresh names for files."""
        self._fs, self._folder, self._codec, self._name = fs, folder, codec, name

    def holds(self, file: str, keys: Collection[Key]) -> bool:
        """Whether the file is there and holds words of these documents. OSError when it can't be read."""
        try:
            data = self._fs.read(self._folder / file)
        except FileNotFoundError:  # another window was faster
            return False
        return self._without(data, keys) != data

    def rewrite(self, files: Collection[str], keys: Collection[Key]) -> list[Pending]:
        """Take the words of these documents out of these files; what could not be done comes back."""
        pending = []
        for file in files:
            try:
                if not self._rewrite(file, keys):
                    pending.append(Pending(file, "another window has it open, and will do it"))
            except OSError as error:
                pending.append(Pending(file, reason(error)))
        return pending

    def finish(self) -> list[Pending]:
        """Carry on with what an earlier process began and didn't finish; what could not be done comes back. OSError without a folder."""
        pending = []
        for name in self._fs.names(self._folder):
            try:
                if name.endswith(SUFFIX + DOOMED):
                    self._wipe(self._folder / name)
                elif name.endswith(SUFFIX + BEGUN):
                    self._drop(self._folder / name)
            except FileNotFoundError:  # another window was faster
                continue
            except OSError as error:
                pending.append(Pending(name, reason(error)))
        return pending

    def _rewrite(self, file: str, keys: Collection[Key]) -> bool:
        if not self.holds(file, keys):
            return True
        path = self._folder / file
        handle = self._fs.open(path)
        try:
            if not self._fs.lock(handle):
                return False
            # Who holds the lock is alive; nobody opens a journal for writing twice: so from here on this file grows no more.
            rewritten = self._write(file, self._without(self._fs.read(path), keys))
        finally:
            self._fs.close(handle)  # before the renaming: Windows renames no open file
        doomed = path.with_name(file + DOOMED)
        try:
            self._fs.rename(path, doomed)
        except OSError:
            self._fs.unlink(rewritten)  # else each further try would leave one more copy
            raise
        self._fs.sync_folder(self._folder)
        self._wipe(doomed)
        return True

    def _write(self, file: str, data: bytes) -> Path:
        path = self._folder / f"{file.partition('.')[0]}.{self._name()}{SUFFIX}"
        begun = path.with_name(path.name + BEGUN)
        handle = self._fs.create(begun)
        try:
            if not self._fs.lock(handle):
                raise OSError(errno.EBUSY, os.strerror(errno.EBUSY))
            while data:
                data = data[self._fs.write(handle, data) :]
            self._fs.sync(handle)
        finally:
            self._fs.close(handle)
        self._fs.rename(begun, path)
        self._fs.sync_folder(self._folder)
        return path

    def _wipe(self, path: Path) -> None:
        handle = self._fs.open(path)
        try:
            left = self._fs.stat(handle).size
            while left > 0:
                left -= self._fs.write(handle, bytes(min(left, _CHUNK)))
            self._fs.sync(handle)
        finally:
            self._fs.close(handle)
        self._fs.unlink(path)
        self._fs.sync_folder(self._folder)

    def _drop(self, path: Path) -> None:
        handle = self._fs.open(path)
        try:
            abandoned = self._fs.lock(handle)
        finally:
            self._fs.close(handle)
        if abandoned:
            self._fs.unlink(path)

    def _without(self, data: bytes, keys: Collection[Key]) -> bytes:
        ids = {spelling for _, id_ in keys for spelling in spellings(id_)}
        if not any(id_ in data for id_ in ids):
            return data
        lines = data.split(b"\n")
        return b"\n".join(self._cleaned(raw, keys, ids) if any(id_ in raw for id_ in ids) else raw for raw in lines)

    def _cleaned(self, raw: bytes, keys: Collection[Key], ids: Collection[bytes]) -> bytes:
        try:
            line = self._codec.decode(raw)
        except DamagedLineError:  # nobody can tell what else it says of them: only what is whole in it stays
            return b"\n".join(self._emptied(line, b"", keys, ids) for line in self._codec.salvage(raw))
        return raw if line.v > VERSION else self._emptied(line, raw, keys, ids)  # a newer version will do its own

    def _emptied(self, line: Line, raw: bytes, keys: Collection[Key], ids: Collection[bytes]) -> bytes:
        writes = [write for write in line.writes if write[0] != "put" or (write[1], write[2]) not in keys]
        unknown = tuple(write for write in line.unknown if not any(id_ in json.dumps(write).encode() for id_ in ids))
        if raw and (len(writes), len(unknown)) == (len(line.writes), len(line.unknown)):
            return raw
        return self._codec.encode(line._replace(writes=writes, unknown=unknown)).rstrip(b"\n")
