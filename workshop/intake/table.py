"""A table, as every reader of a file gives it: a header and rows that know where in the file they stand."""

from collections.abc import Iterable
from dataclasses import dataclass

from workshop.errors import WorkshopError
from workshop.intake.delimited import DELIMITERS, delimiter_of, records
from workshop.intake.encoding import encoding_of
from workshop.text import clean, clean_line

LARGEST_FILE = 16 * 1024 * 1024
"""Bytes. 10,000 remarks of a paragraph each are a quarter of it."""

_CODECS = {"utf-8-sig": "UTF-8", "cp1252": "Windows-1252", "utf-16": "UTF-16", "utf-16-le": "UTF-16", "utf-16-be": "UTF-16"}


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row. `line` counts from 1, the file's first line; `cells` are cleaned, and may be fewer or more than the header's."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A header, which may repeat a name or hold an empty one, and the rows that aren't blank.

    `name` is the file's name, for messages; `read_as` how it was understood ("UTF-8, commas"), for a preview. `guarded`: an apostrophe
    before a formula is no part of the words, but the guard that our own CSV sets.
    """

    name: str
    header: tuple[str, ...]
    rows: tuple[TableRow, ...]
    read_as: str
    guarded: bool = True


def table_of(data: bytes, name: str) -> Table:
    """The table in the bytes of a CSV file. The first row that isn't blank is the header."""
    if len(data) > LARGEST_FILE:
        raise WorkshopError(f"{name} is over {LARGEST_FILE // 1024 // 1024} MB.", "Import it in parts.")
    codec = encoding_of(data, name)
    delimiter = delimiter_of(data, codec)
    found = (_row(line, cells) for line, cells in records(data, codec, delimiter, name))
    return table_of_rows(name, found, f"{_CODECS[codec]}, {DELIMITERS[delimiter]}")


def table_of_rows(name: str, rows: Iterable[TableRow], read_as: str, *, guarded: bool = True) -> Table:
    """The table of these rows: the first that isn't blank is the header."""
    found = [row for row in rows if any(cell.strip() for cell in row.cells)]
    if not found:
        raise WorkshopError(f"{name} is empty.")
    header = tuple(clean_line(cell) for cell in found[0].cells)
    return Table(name, header, tuple(found[1:]), read_as, guarded)


def _row(line: int, cells: list[str]) -> TableRow:
    return TableRow(line, tuple(clean(cell) for cell in cells))
