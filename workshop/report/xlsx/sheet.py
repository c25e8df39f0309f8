"""A table on a sheet of its own: a title, what a row is, and the table marked up as one."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from workshop.errors import WorkshopError
from workshop.model.view.view import View
from workshop.report.tables.table import Cell, Table
from workshop.report.xlsx.page import fitting, lines_of, set_height, set_page
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


def put_table(book: Any, styles: Styles, view: View, table: Table) -> None:
    """The sheet. Raises WorkshopError for a table with more rows than a sheet holds."""
    if len(table.rows) > MOST_ROWS:
        raise WorkshopError(f"A sheet holds {MOST_ROWS:,} rows, and there are {len(table.rows):,} {table.name}.", "Export csv instead.")
    sheet = book.add_worksheet(table.title)
    put_heading(sheet, styles, view, table.title, table.about)
    formats = [_format(styles, column) for column in table.columns]
    widths = [_width(table, column) for column in range(len(table.columns))]
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    for row, cells in enumerate(table.rows, start=HEAD + 1):
        for column, (cell, number_format) in enumerate(zip(cells, formats, strict=True)):
            _put(sheet, styles, row, column, cell, number_format)
        set_height(sheet, row, _lines(cells, widths))
    set_height(sheet, HEAD, _lines(table.columns, [width - FILTER for width in widths]))
    mark_up(sheet, styles, table, HEAD)
    sheet.freeze_panes(HEAD + 1, 1)
    set_page(sheet, view)
    sheet.repeat_rows(HEAD)
    if sum(widths) < WIDE_TABLE:
        sheet.fit_to_pages(1, 0)
    else:
        sheet.repeat_columns(0)
        sheet.set_print_scale(60)


def put_heading(sheet: Any, styles: Styles, view: View, title: str, about: str) -> None:
    """What stands above a table."""
    sheet.write_string(0, 0, title, styles.heading)
    sheet.write_string(1, 0, about, styles.soft)
    sheet.write_string(2, 0, view.marking, styles.marking)


def mark_up(sheet: Any, styles: Styles, table: Table, head: int) -> None:
    """Make a table of the cells, with its name, its headings and their filters; a cell that has nothing stays empty."""
    columns = [{"header": column[:LONGEST_HEADING], "header_format": styles.header} for column in table.columns]
    area = (head, 0, head + len(table.rows), len(table.columns) - 1)
    sheet.add_table(*area, {"name": table.name, "columns": columns, "style": None, "banded_rows": False})


def _put(sheet: Any, styles: Styles, row: int, column: int, cell: Cell, number_format: Any) -> None:
    """Text as text whatever it begins with, never a formula; a number as a number; nothing as an empty cell."""
    match cell:
        case None | "":
            sheet.write_blank(row, column, None, styles.number)
        case str():
            sheet.write_string(row, column, fitting(cell), styles.text)
        case bool():
            sheet.write_string(row, column, "yes" if cell else "no", styles.text)
        case datetime():
            sheet.write_datetime(row, column, cell.replace(tzinfo=None), styles.moment)
        case _:
            sheet.write_number(row, column, cell, number_format)


def _format(styles: Styles, column: str) -> Any:
    if column in DIFFERENCES:
        return styles.difference
    return styles.chance if column in CHANCES else styles.number


def _width(table: Table, column: int) -> int:
    """The longest word of the heading with room for its filter, or what the cells need, up to WIDEST."""
    heading = max(len(word) for word in table.columns[column].split()) + FILTER
    return max(NARROWEST, min(WIDEST, max(heading, _longest(table.rows, column) + 2)))


def _lines(cells: Sequence[Cell], widths: Sequence[int]) -> int:
    """How many lines the highest cell of a row needs."""
    texts = ((cell, width) for cell, width in zip(cells, widths, strict=True) if isinstance(cell, str))
    return max((lines_of(text, width) for text, width in texts if len(text) > width // 2), default=1)


def _longest(rows: Sequence[Sequence[Cell]], column: int) -> int:
    longest = 0
    for row in rows:
        cell = row[column]
        length = max(map(len, cell.splitlines()), default=0) if isinstance(cell, str) else 19 if isinstance(cell, datetime) else 6
        longest = max(longest, length)
    return longest
