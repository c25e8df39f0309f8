"""A table on a sheet of its own: a title, what a row is, and the table marked up as one."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from workshop.errors import WorkshopError
from workshop.model.view.view import View
from workshop.report.tables.table import Cell, Table
from workshop.report.xlsx.page import fitting, lines_of, set_height, set_page
from workshop.report.xlsx.quick import QuickSheet, write_number, write_string
from workshop.report.xlsx.styles import Styles

HEAD = 4
"""The row of the column headings, counted from 0, below the title, what a row is, the marking and an empty row."""
MOST_ROWS = 1_048_576 - HEAD - 1
LONGEST_HEADING = 255
NARROWEST, WIDEST = 9, 60
"""In letters; what is longer is wrapped."""
FILTER = 3
"""The room of a heading's filter, in letters."""
WIDE_TABLE = 220
"""From so many letters on a table is printed on several pages side by side, rather than too small to read."""
DIFFERENCES = frozenset({"gap", "interval from", "interval to"})
CHANCES = frozenset({"mid-p", "q"})
FIRST_DAY = datetime(1899, 12, 30)
"""From which Excel counts days."""
DAY = 86_400
"""Seconds."""
LENGTHS = {datetime: 19, bool: 3, int: 6, float: 6}
"""How many letters a cell takes that holds no text."""


def put_table(book: Any, styles: Styles, view: View, whole: Table) -> None:
    """The sheet, without the columns in which nothing stands. Raises WorkshopError for a table with more rows than a sheet holds."""
    if len(whole.rows) > MOST_ROWS:
        raise WorkshopError(f"A sheet holds {MOST_ROWS:,} rows, and there are {len(whole.rows):,} {whole.name}.", "Export csv instead.")
    table = without_empty_columns(whole)
    sheet = book.add_worksheet(table.title, QuickSheet)
    put_heading(sheet, styles, view, table.title, table.about)
    widths = [_width(table, column) for column in range(len(table.columns))]
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    formats = [_format(styles, column) for column in table.columns]
    tall = [(column, found) for column, width in enumerate(widths) if (found := _tall(table, column, width))]
    for row, cells in enumerate(table.rows, start=HEAD + 1):
        for column, cell in enumerate(cells):
            _put(sheet, styles, row, column, cell, formats[column])
        set_height(sheet, row, max((found.get(cells[column], 1) for column, found in tall), default=1))
    set_height(sheet, HEAD, max(lines_of(column, width - FILTER) for column, width in zip(table.columns, widths, strict=True)))
    mark_up(sheet, styles, table, HEAD)
    sheet.freeze_panes(HEAD + 1, 1)
    _set_pages(sheet, view, sum(widths))


def _set_pages(sheet: Any, view: View, width: int) -> None:
    """The headings on every page; faint lines between the cells on the screen alone."""
    set_page(sheet, view)
    sheet.hide_gridlines(1)
    sheet.repeat_rows(HEAD)
    if width < WIDE_TABLE:
        sheet.fit_to_pages(1, 0)
    else:
        sheet.repeat_columns(0)
        sheet.set_print_scale(60)


def without_empty_columns(table: Table) -> Table:
    """The table without the columns in which nothing stands but the heading; the first stays."""
    kept = [0, *(place for place in range(1, len(table.columns)) if not all(_nothing(row[place]) for row in table.rows))]
    if len(kept) == len(table.columns):
        return table
    columns = tuple(table.columns[place] for place in kept)
    return replace(table, columns=columns, rows=[[row[place] for place in kept] for row in table.rows])


def _nothing(cell: Cell) -> bool:
    """Whether a cell stays empty: it has nothing to say, or says no. Zero is a number."""
    return cell is None or cell is False or cell == ""


def put_heading(sheet: Any, styles: Styles, view: View, title: str, about: str) -> None:
    """What stands above a table."""
    sheet.write_string(0, 0, title, styles.heading)
    sheet.write_string(1, 0, about, styles.soft)
    sheet.write_string(2, 0, view.marking, styles.marking)


def mark_up(sheet: Any, styles: Styles, table: Table, head: int) -> None:
    """Make a table of the cells, with its name, its headings and their filters; a cell that has nothing stays empty."""
    columns = [{"header": column[:LONGEST_HEADING], "header_format": styles.header} for column in table.columns]
    area = (head, 0, head + len(table.rows), len(table.columns) - 1)
    sheet.add_table(*area, {"name": table.name, "columns": columns, "style": "Table Style Light 1"})


def _put(sheet: Any, styles: Styles, row: int, column: int, cell: Cell, number_format: Any) -> None:
    """Text as text whatever it begins with, never a formula; a number as a number; what says nothing, not at all."""
    if isinstance(cell, str):
        if cell:
            write_string(sheet, row, column, fitting(cell), styles.text)
    elif isinstance(cell, datetime):
        days = (cell.replace(tzinfo=None) - FIRST_DAY).total_seconds() / DAY
        write_number(sheet, row, column, days, styles.moment)  # write_datetime takes five times as long to come to the same number
    elif cell is True:
        write_string(sheet, row, column, "yes", styles.text)
    elif not _nothing(cell):
        write_number(sheet, row, column, cell, number_format)


def _format(styles: Styles, column: str) -> Any:
    if column in DIFFERENCES:
        return styles.difference
    return styles.chance if column in CHANCES else styles.number


def _width(table: Table, column: int) -> int:
    """In letters, up to WIDEST: the longest word of the heading with room for its filter, or what the cells need."""
    heading = max(len(word) for word in table.columns[column].split()) + FILTER
    cells = [row[column] for row in table.rows]
    longest = max((len(cell) if isinstance(cell, str) else LENGTHS.get(type(cell), 0) for cell in cells), default=0)
    return max(NARROWEST, heading, min(WIDEST, longest + 2))


def _tall(table: Table, column: int, width: int) -> dict[Cell, int]:
    """How many lines those cells of a column need that need several; a text that stands there often is looked at once."""
    texts = {cell for row in table.rows if isinstance(cell := row[column], str)}
    found = {text: lines_of(text, width) for text in texts if len(text) > width or "\n" in text or not text.isascii()}
    return {text: lines for text, lines in found.items() if lines > 1}
