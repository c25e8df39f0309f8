"""Disks for the tests: one in memory, one that fails on demand, and a recorder of what the store does to the real one."""

import errno
import os
from itertools import count
from pathlib import Path
from typing import NamedTuple

from workshop.store.fs import FileSystem, Stat

FOLDER = Path("/memory/workshop")


class Names:
    """Fresh names in a fixed order, so that a run can be repeated."""

    def __init__(self, prefix: str = "w") -> None:
        """Names begin with the prefix."""
        self._prefix = prefix
        self._numbers = count(1)

    def __call__(self) -> str:
        """The next one, as long as the store's own."""
        return self._prefix + str(next(self._numbers)).rjust(10 - len(self._prefix), "0")


class Wall:
    """A wall clock that goes only when it is told to."""

    def __init__(self, seconds: float = 1_750_000_000.0) -> None:
        """It begins here."""
        self.seconds = seconds

    def __call__(self) -> float:
        """What it shows."""
        return self.seconds


class _Node:
    def __init__(self, inode: int) -> None:
        self.inode = inode
        self.data = bytearray()
        self.changes = 0
        self.locked_by: int | None = None


class MemoryDisk(FileSystem):
    """A disk in memory, without any sync to wait for; open files survive their unlinking, as they do on POSIX."""

    def __init__(self, files: dict[str, bytes] | None = None) -> None:
        """These files are in FOLDER, which is not there when None is given."""
        self._inodes = count(100)
        self._handles = count(3)
        self.folders: dict[Path, int] = {} if files is None else {FOLDER: next(self._inodes)}
        self.nodes: dict[Path, _Node] = {}
        self.opened: dict[int, tuple[_Node, int]] = {}
        for name, data in (files or {}).items():
            self.put(FOLDER / name, data)

    def put(self, path: Path, data: bytes) -> None:
        """Make a file or replace it by another, as a sync program does."""
        node = self.nodes[path] = _Node(next(self._inodes))
        node.data = bytearray(data)

    def files(self, folder: Path = FOLDER) -> dict[str, bytes]:
        """The folder's files by name."""
        return {path.name: bytes(node.data) for path, node in self.nodes.items() if path.parent == folder}

    def make_folder(self, folder: Path) -> None:
        """Make it if it is missing."""
        self.folders.setdefault(folder, next(self._inodes))

    def names(self, folder: Path) -> list[str]:
        """Names of all files in it."""
        if folder not in self.folders:
            raise _error(errno.ENOENT)
        return [path.name for path in self.nodes if path.parent == folder]

    def stat(self, file: Path | int) -> Stat:
        """Of a path or an open file."""
        if isinstance(file, Path) and file in self.folders:
            return Stat(1, self.folders[file], 0, 0, regular=False)
        node = self._node(file)
        return Stat(1, node.inode, len(node.data), node.changes, regular=True)

    def read(self, path: Path, offset: int = 0) -> bytes:
        """From the offset to the end."""
        return bytes(self._node(path).data[offset:])

    def create(self, path: Path) -> int:
        """A new file for appending."""
        if path.parent not in self.folders:
            raise _error(errno.ENOENT)
        if path in self.nodes:
            raise _error(errno.EEXIST)
        self.nodes[path] = _Node(next(self._inodes))
        return self._open(path, -1)

    def open(self, path: Path) -> int:
        """An existing file for writing from the start."""
        return self._open(path, 0)

    def write(self, file: int, data: bytes) -> int:
        """All of it."""
        node, position = self.opened[file]
        start = len(node.data) if position < 0 else position
        node.data[start : start + len(data)] = data
        node.changes += 1
        self.opened[file] = node, position if position < 0 else start + len(data)
        return len(data)

    def truncate(self, file: int, length: int) -> None:
        """Cut it."""
        node = self.opened[file][0]
        del node.data[length:]
        node.changes += 1

    def sync(self, file: int) -> None:
        """Nothing to wait for."""

    def sync_folder(self, folder: Path) -> None:
        """Nothing to wait for."""

    def rename(self, path: Path, target: Path) -> None:
        """Another name for it."""
        self._node(path)
        self.nodes[target] = self.nodes.pop(path)

    def unlink(self, path: Path) -> None:
        """Take the name away; who has it open keeps it."""
        self._node(path)
        del self.nodes[path]

    def lock(self, file: int) -> bool:
        """Whether nobody else holds it."""
        node = self.opened[file][0]
        if node.locked_by not in (None, file):
            return False
        node.locked_by = file
        return True

    def close(self, file: int) -> None:
        """Close it, and its lock goes."""
        node, _ = self.opened.pop(file)
        if node.locked_by == file:
            node.locked_by = None

    def kill(self, handles: set[int]) -> None:
        """Close what a process had open when it was killed."""
        for handle in handles & self.opened.keys():
            MemoryDisk.close(self, handle)

    def _open(self, path: Path, position: int) -> int:
        handle = next(self._handles)
        self.opened[handle] = self._node(path), position
        return handle

    def _node(self, file: Path | int) -> _Node:
        if isinstance(file, int):
            return self.opened[file][0]
        node = self.nodes.get(file)
        if node is None:
            raise _error(errno.ENOENT)
        return node


class FailingDisk(MemoryDisk):
    """A disk in memory on which calls fail: each call that `fails` says so of raises its errno, or writes short first."""

    def __init__(self, files: dict[str, bytes] | None = None) -> None:
        """Nothing fails yet."""
        super().__init__(files)
        self.calls: list[str] = []
        self.failures: dict[int, int] = {}
        self.broken: dict[str, int] = {}
        """Calls that fail always, with their errno."""
        self.short: int | None = None
        """How many bytes of a write that fails get to the disk all the same."""

    def fail(self, at: range, error: int, short: int | None = None) -> None:
        """Make these calls fail, counted from now."""
        self.failures = {len(self.calls) + number: error for number in at}
        self.short = short

    def heal(self) -> None:
        """Nothing fails any more."""
        self.failures = {}

    def _call(self, name: str) -> None:
        self.calls.append(name)
        error = self.failures.get(len(self.calls) - 1, self.broken.get(name))
        if error is not None:
            raise _error(error)

    def names(self, folder: Path) -> list[str]:
        """May fail."""
        self._call("names")
        return super().names(folder)

    def stat(self, file: Path | int) -> Stat:
        """May fail."""
        self._call("stat")
        return super().stat(file)

    def read(self, path: Path, offset: int = 0) -> bytes:
        """May fail."""
        self._call("read")
        return super().read(path, offset)

    def create(self, path: Path) -> int:
        """May fail."""
        self._call("create")
        return super().create(path)

    def open(self, path: Path) -> int:
        """May fail."""
        self._call("open")
        return super().open(path)

    def write(self, file: int, data: bytes) -> int:
        """May fail, or take some of it only; after that the next call fails."""
        try:
            self._call("write")
        except OSError:
            if self.short is None:
                raise
            taken = min(self.short, len(data))
            if not taken:
                raise
            self.failures[len(self.calls)] = self.failures[len(self.calls) - 1]
            self.short -= taken
            return super().write(file, data[:taken])
        return super().write(file, data)

    def truncate(self, file: int, length: int) -> None:
        """May fail."""
        self._call("truncate")
        super().truncate(file, length)

    def sync(self, file: int) -> None:
        """May fail."""
        self._call("sync")
        super().sync(file)

    def sync_folder(self, folder: Path) -> None:
        """May fail."""
        self._call("sync_folder")
        super().sync_folder(folder)

    def rename(self, path: Path, target: Path) -> None:
        """May fail."""
        self._call("rename")
        super().rename(path, target)

    def unlink(self, path: Path) -> None:
        """May fail."""
        self._call("unlink")
        super().unlink(path)

    def lock(self, file: int) -> bool:
        """May fail."""
        self._call("lock")
        return super().lock(file)


class Operation(NamedTuple):
    """One change of a disk. `file` is a number that stays with a file when it gets another name."""

    kind: str
    file: int = 0
    name: str = ""
    target: str = ""
    offset: int = 0
    data: bytes = b""


class Recorder(FileSystem):
    """The real disk, with a log of all that is done to one folder on it."""

    def __init__(self) -> None:
        """Nothing is recorded yet."""
        self.log: list[Operation] = []
        self._files = count(1)
        self._by_name: dict[str, int] = {}
        self._by_handle: dict[int, tuple[int, int]] = {}

    def create(self, path: Path) -> int:
        """Record it."""
        handle = super().create(path)
        number = self._by_name[path.name] = next(self._files)
        self._by_handle[handle] = number, -1
        self.log.append(Operation("create", number, path.name))
        return handle

    def open(self, path: Path) -> int:
        """Remember which file it is."""
        handle = super().open(path)
        self._by_handle[handle] = self._by_name[path.name], 0
        return handle

    def write(self, file: int, data: bytes) -> int:
        """Record it."""
        number, position = self._by_handle[file]
        offset = self.stat(file).size if position < 0 else position
        taken = super().write(file, data)
        self._by_handle[file] = number, position if position < 0 else position + taken
        self.log.append(Operation("write", number, offset=offset, data=data[:taken]))
        return taken

    def truncate(self, file: int, length: int) -> None:
        """Record it."""
        super().truncate(file, length)
        self.log.append(Operation("truncate", self._by_handle[file][0], offset=length))

    def sync(self, file: int) -> None:
        """Record it."""
        super().sync(file)
        self.log.append(Operation("sync", self._by_handle[file][0]))

    def sync_folder(self, folder: Path) -> None:
        """Record it."""
        super().sync_folder(folder)
        self.log.append(Operation("sync_folder"))

    def rename(self, path: Path, target: Path) -> None:
        """Record it."""
        super().rename(path, target)
        self._by_name[target.name] = self._by_name.pop(path.name)
        self.log.append(Operation("rename", self._by_name[target.name], path.name, target.name))

    def unlink(self, path: Path) -> None:
        """Record it."""
        super().unlink(path)
        self.log.append(Operation("unlink", self._by_name.pop(path.name), path.name))


def _error(number: int) -> OSError:
    return OSError(number, os.strerror(number))
