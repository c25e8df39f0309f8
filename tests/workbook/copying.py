"""Whole copies of a workshop, in folders of other laptops, and what is in them."""

import shutil
from pathlib import Path

from workshop.workbook.book import Workbook


def copy_of(book: Workbook, name: str) -> Path:
    """Copy the workshop's folder to another laptop; gives the folder there."""
    folder = book.folder.parent / name / book.folder.name
    shutil.copytree(book.folder, folder)
    return folder


def texts(book: Workbook) -> list[str]:
    """What was said, in order of numbers."""
    return [each.text for each in sorted(book.records.reflections.values(), key=lambda each: (each.number, each.id))]


def files_of(folder: Path) -> dict[str, bytes]:
    """All files in it, whole."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
