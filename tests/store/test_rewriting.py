"""Putting another file in the place of one, while other windows do the same."""

import sys
from pathlib import Path

import pytest

from tests.store.disks import FOLDER, MemoryDisk, Names
from workshop.store.names import is_journal
from workshop.store.rewriting import Rewriter


class Meanwhile(MemoryDisk):
    """A disk on which another window gives a file its name at the moment when this one lets go of it, or is about to open it again."""

    def __init__(self, files: dict[str, bytes], begun: str, name: str) -> None:
        """The file that is begun gets the name."""
        super().__init__(files)
        self._begun, self._name = FOLDER / begun, FOLDER / name
        self._opened = 0

    def open(self, path: Path) -> int:
        """The second time, the other window is faster by that much."""
        handle = super().open(path)
        self._opened += path == self._begun
        if self._opened == 2:
            self.rename(self._begun, self._name)
        return handle


class Watched(MemoryDisk):
    """A disk that notes of each file that gets another name whether it was locked then."""

    def __init__(self, files: dict[str, bytes]) -> None:
        """Nothing is noted yet."""
        super().__init__(files)
        self.locked: list[tuple[str, bool]] = []

    def rename(self, path: Path, target: Path) -> None:
        """Note it."""
        self.locked.append((target.name, self.nodes[path].locked_by is not None))
        super().rename(path, target)


def test_what_gets_its_name_meanwhile_is_not_zeroed() -> None:
    """A file that is not whole yet, and that nobody seems to write, was closed a moment ago by a window that is about to name it."""
    disk = Meanwhile({"w1.jsonl.new": b"said"}, "w1.jsonl.new", "w1.jsonl")
    Rewriter(disk, FOLDER, Names()).finish(is_journal)
    assert disk.files() in ({}, {"w1.jsonl": b"said"})


@pytest.mark.skipif(sys.platform == "win32", reason="no open file can be renamed there, and so none that another window has open")
def test_a_file_is_locked_until_it_has_its_other_name() -> None:
    """The new one and the old one: nobody can take them up in between."""
    disk = Watched({"w1.jsonl": b"old"})
    assert Rewriter(disk, FOLDER, Names("n")).replace("w1.jsonl", lambda _: b"new")
    assert disk.locked == [("w1.n000000001.jsonl", True), ("w1.jsonl.erased", True)]
    assert disk.files() == {"w1.n000000001.jsonl": b"new"}


def test_the_new_file_has_its_target_s_name_where_that_is_free() -> None:
    """Else a fresh one with the same ending; nothing is written where there is nothing to write, or nothing to change."""
    for there, expected in (({}, "w1.jsonl.age"), ({"w1.jsonl.age": b"other"}, "w1.n000000001.jsonl.age")):
        disk = MemoryDisk({"w1.jsonl": b"old", **there})
        Rewriter(disk, FOLDER, Names("n")).replace("w1.jsonl", lambda _: b"new", "w1.jsonl.age")
        assert disk.files() == {**there, expected: b"new"}
    disk = MemoryDisk({"w1.jsonl": b"old"})
    rewriter = Rewriter(disk, FOLDER, Names("n"))
    rewriter.replace("w1.jsonl", lambda data: data)
    assert disk.files() == {"w1.jsonl": b"old"}
    rewriter.replace("w1.jsonl", lambda _: b"")
    assert disk.files() == {}


def test_a_file_that_somebody_has_open_is_left() -> None:
    """And it says so."""
    disk = MemoryDisk({"w1.jsonl": b"old"})
    disk.lock(disk.open(FOLDER / "w1.jsonl"))
    assert not Rewriter(disk, FOLDER, Names()).replace("w1.jsonl", lambda _: b"new")
    assert disk.files() == {"w1.jsonl": b"old"}
