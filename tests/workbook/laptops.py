"""Copies of a workshop on several laptops, and their journals put side by side by hand."""

import shutil
from collections.abc import Iterator
from pathlib import Path

from workshop.clocks import read as read_clock
from workshop.store.repository import Repository
from workshop.workbook.book import Workbook
from workshop.workbook.instants import Clock


def opened(folder: Path, clock: Clock = read_clock) -> Workbook:
    """The workshop in this folder."""
    return Workbook(folder, Repository.open(folder), clock)


def copied(folder: Path, name: str) -> Path:
    """The whole folder, carried to another laptop."""
    return Path(shutil.copytree(folder, folder.with_name(name)))


def side_by_side(source: Path, target: Path) -> None:
    """Copy the journals of one folder into the other, as a person would: by name, none over a longer one."""
    for path in source.glob("*.jsonl"):
        there = target / path.name
        if not there.exists() or there.stat().st_size < path.stat().st_size:
            shutil.copy2(path, there)


def files_with(folder: Path, *words: str) -> list[str]:
    """Names of the files, at any depth and however they are called, in which one of the words stands: `grep -r`, but for zips."""
    return [str(path.relative_to(folder)) for path in all_files(folder) if any(word.encode() in path.read_bytes() for word in words)]


def all_files(folder: Path) -> Iterator[Path]:
    """Every file of a folder, hidden ones too."""
    return (path for path in sorted(folder.rglob("*")) if path.is_file())
