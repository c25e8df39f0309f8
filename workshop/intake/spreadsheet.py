"""The rows of a sheet in an xlsx or ods file, as text. How far its cells reach is found out before anything is laid out for them."""

import io
import re
from collections.abc import Iterator, Sequence
from datetime import datetime, time
from xml.parsers import expat

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetVisibleEnum

from workshop.errors import WorkshopError
from workshop.intake.archive import Archive
from workshop.intake.nearest import did_you_mean, listed
from workshop.intake.source import Source
from workshop.intake.table import Table, TableRow, table_of_rows
from workshop.text import clean, clean_line, fold

MOST_PLACES = 2_000_000
"""Rows times columns, from the first to the last cell that holds something."""
_TAG = re.compile(rb"""<(?:\w+:)?(row|c)(?=[\s/>])((?:[^<>"']|"[^"<]*"|'[^'<]*')*+)>""")
_LONGEST_TAG = 4096
_WHOLE = 1e15
"""From here on a float no longer holds every digit."""
_PLACE = re.compile(rb"""\br\s*=\s*["']([A-Z]{0,4})(\d{1,9})["']""")
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0 value-type"
_TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0 "
_ANEW = "Copy what is wanted into a new spreadsheet, and import that."


def read_sheet(source: Source, sheet: str = "") -> Table:
    """The table on the sheet of this name, else on the first that holds anything. Hidden sheets are asked for by name.

    Raises WorkshopError for a file that isn't whole, is too big, or has no such sheet.
    """
    workbook = _workbook(source)
    hidden = {each.name for each in workbook.sheets_metadata if each.visible is not SheetVisibleEnum.Visible}
    names = list(workbook.sheet_names)
    if sheet:
        found = [name for name in names if name == sheet] or [name for name in names if fold(name) == fold(sheet)]
        if not found:
            raise WorkshopError(f'{source.name} has no sheet "{sheet}"{did_you_mean(sheet, names)}', f"Its sheets are {listed(names)}.")
        return _table(workbook, found[0], source)
    for name in names:
        if name not in hidden and _sheet(workbook, name, source).end is not None:
            return _table(workbook, name, source)
    raise WorkshopError(f"{source.name} is empty.")


def sheets(source: Source) -> tuple[str, ...]:
    """The names of the sheets."""
    return tuple(_workbook(source).sheet_names)


def _workbook(source: Source) -> CalamineWorkbook:
    copy = Archive(source.data, source.name).copy(
        lambda name: name.endswith((".xml", ".rels")) or name == "mimetype", _Reach(source.name).look
    )
    try:
        return CalamineWorkbook.from_filelike(io.BytesIO(copy))
    except CalamineError as error:
        raise _unreadable(source) from error


def _table(workbook: CalamineWorkbook, name: str, source: Source) -> Table:
    cells = _sheet(workbook, name, source).to_python(skip_empty_area=False)
    rows = [TableRow(number, tuple(clean(_text(cell)) for cell in row)) for number, row in enumerate(cells, start=1)]
    return table_of_rows(source.name, _from_header(rows), f'sheet "{clean_line(name)}"', guarded=False)


def _from_header(rows: Sequence[TableRow]) -> Sequence[TableRow]:
    """Without the title and notes above a table: rows of one cell, before one of several."""
    wide = next((place for place, row in enumerate(rows) if sum(bool(cell.strip()) for cell in row.cells) > 1), 0)
    return rows[wide:]


def _sheet(workbook: CalamineWorkbook, name: str, source: Source) -> CalamineSheet:
    try:
        return workbook.get_sheet_by_name(name)
    except CalamineError as error:
        raise _unreadable(source) from error


def _unreadable(source: Source) -> WorkshopError:
    return WorkshopError(f"{source.name} can't be read as a spreadsheet.", "Open it, save it as CSV UTF-8, and import that.")


def _text(cell: object) -> str:
    """What a person sees in a cell, as nearly as it can be told: 3 is no 3.0; dates are ISO 8601; yes and no in words."""
    match cell:
        case bool():
            text = "yes" if cell else "no"
        case float() if cell.is_integer() and abs(cell) < _WHOLE:
            text = str(int(cell))
        case datetime() if cell.time() == time():
            text = cell.date().isoformat()
        case datetime():
            text = cell.isoformat(sep=" ", timespec="seconds")
        case _:
            text = str(cell)
    return text


class _Reach:
    """How far the cells of each sheet reach, found out while its XML is copied."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._rows = self._columns = 0

    def look(self, member: str, chunks: Iterator[bytes]) -> Iterator[bytes]:
        """Read a member along."""
        self._rows = self._columns = 0
        if member.startswith("xl/worksheets/") and member.endswith(".xml"):
            yield from self._excel(chunks)
        elif member == "content.xml":
            yield from self._open_document(chunks)
        else:
            yield from chunks

    def _to(self, row: int, column: int) -> None:
        self._rows, self._columns = max(self._rows, row), max(self._columns, column)
        if self._rows * self._columns > MOST_PLACES:
            raise WorkshopError(f"{self._name} was refused: its cells reach over more than {MOST_PLACES:,} places.", _ANEW)

    def _excel(self, chunks: Iterator[bytes]) -> Iterator[bytes]:
        rest, row, column = b"", 0, 0
        for chunk in chunks:
            if b"\0" in chunk:
                raise WorkshopError(
                    f"{self._name} can't be read as a spreadsheet.", _ANEW
                )  # UTF-16: no program writes it, and no tag is found in it
            text = rest + chunk
            for tag in _TAG.finditer(text):
                place = _PLACE.search(tag[2])
                if tag[1] == b"row":
                    row, column = int(place[2]) if place else row + 1, 0
                else:
                    column = _column(place[1]) if place else column + 1
                    if not tag[2].endswith(b"/"):  # one that is only coloured holds nothing, and nothing is laid out for it
                        self._to(int(place[2]) if place else row, column)
            rest = text[text.rfind(b"<") :] if b"<" in text else b""
            if _TAG.match(rest) or len(rest) > _LONGEST_TAG:
                rest = b""
            yield chunk

    def _open_document(self, chunks: Iterator[bytes]) -> Iterator[bytes]:
        row = column = repeated = 0

        def begin(tag: str, attributes: dict[str, str]) -> None:
            nonlocal row, column, repeated
            if tag == f"{_TABLE}table":
                row = repeated = 0
            elif tag == f"{_TABLE}table-row":
                row, column, repeated = row + repeated, 0, _number(attributes.get(f"{_TABLE}number-rows-repeated"))
            elif tag in (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
                column += _number(attributes.get(f"{_TABLE}number-columns-repeated"))
                if _OFFICE in attributes:
                    self._to(row + repeated, column)

        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartElementHandler = begin
        try:
            for chunk in chunks:
                parser.Parse(chunk, False)
                yield chunk
            parser.Parse(b"", True)
        except expat.ExpatError as error:
            raise WorkshopError(f"{self._name} can't be read as a spreadsheet.", _ANEW) from error


def _number(written: str | None) -> int:
    return int(written) if written and written.isdecimal() and len(written) < 10 else 1


def _column(letters: bytes) -> int:
    """A is 1, AA is 27."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
