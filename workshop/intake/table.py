"""A table, as every reader of a file gives it: a header and rows that know where in the file they stand."""

from dataclasses import dataclass
from pathlib import Path

from workshop.errors import WorkshopError
from workshop.intake.delimited import DELIMITERS, delimiter_of, records
from workshop.intake.encoding import encoding_of
from workshop.text import clean, clean_line

LARGEST_FILE = 16 * 1024 * 1024
"""Bytes. 10,000 remarks of a paragraph each are a quarter of it."""

_NOT_YET = {".xlsx", ".xlsm", ".xls", ".ods", ".numbers", ".docx"}
_CODECS = {"utf-8-sig": "UTF-8", "cp1252": "Windows-1252", "utf-16": "UTF-16", "utf-16-le": "UTF-16", "utf-16-be": "UTF-16"}


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row. `line` counts from 1, the file's first line; `cells` are cleaned, and may be fewer or more than the header's."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A header, which may repeat a name or hold an empty one, and the rows that aren't blank.

    `name` is the file's name, for messages; `read_as` how it was understood ("UTF-8, commas"), for a preview.
    """

    name: str
    header: tuple[str, ...]
    rows: tuple[TableRow, ...]
    read_as: str


def read_table(path: Path) -> Table:
    """The table in a CSV file, of which never more than `LARGEST_FILE` is read.

    Raises WorkshopError for a file that can't be read, is no text, or is too big.
    """
    name = clean_line(path.name or str(path))
    if path.suffix.lower() in _NOT_YET:
        raise WorkshopError(f"{name} is not a CSV file.", "Save it as CSV from the program that made it, and import that.")
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise WorkshopError(f"{name} can't be read: {error.strerror or error}.") from error
    return table_of(data, name)


def table_of(data: bytes, name: str) -> Table:
    """The table in the bytes of a CSV file. The first row that isn't blank is the header."""
    if len(data) > LARGEST_FILE:
        raise WorkshopError(f"{name} is over {LARGEST_FILE // 1024 // 1024} MB.", "Import it in parts.")
    codec = encoding_of(data, name)
    delimiter = delimiter_of(data, codec)
    found = (_row(line, cells) for line, cells in records(data, codec, delimiter, name))
    rows = [row for row in found if any(cell.strip() for cell in row.cells)]
    if not rows:
        raise WorkshopError(f"{name} is empty.")
    header = tuple(clean_line(cell) for cell in rows[0].cells)
    return Table(name, header, tuple(rows[1:]), f"{_CODECS[codec]}, {DELIMITERS[delimiter]}")


def _row(line: int, cells: list[str]) -> TableRow:
    return TableRow(line, tuple(clean(cell) for cell in cells))
