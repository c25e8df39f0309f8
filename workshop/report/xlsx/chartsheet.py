"""The mirrored bars on a sheet of their own, as charts that can be edited there, above the table of what they draw."""

from typing import Any

from workshop.model.view.finding import ShownCount
from workshop.model.view.view import View
from workshop.report.chart import described, wrapped
from workshop.report.tables.table import HIDDEN, Cell, Table
from workshop.report.xlsx.bars import ROWS, height, mirrored
from workshop.report.xlsx.page import LINE, lines_of, set_height, set_page
from workshop.report.xlsx.sheet import FILTER, mark_up, put_heading
from workshop.report.xlsx.styles import Styles

TITLE = "Chart"
ABOUT = "The mirrored bars, and the table of what they draw: a full bar is everybody in the group who could have raised the theme."
ROW_HEIGHT = 20
"""Pixels of a row, unless it is said otherwise."""
FIRST = 4
COLUMNS = ("said", "share", "at most", "count stands at")
HELPERS = (COLUMNS.index("count stands at") + 1, COLUMNS.index("count stands at") + 1 + len(COLUMNS))
"""The columns that only say where a label stands: the charts take them, and they are out of sight."""
WIDTHS = (40, *([16] * 2 * len(COLUMNS)))


def put_chart_sheet(book: Any, styles: Styles, view: View) -> None:
    """The sheet: the charts, of at most ROWS themes each, then the table."""
    sheet = book.add_worksheet(TITLE)
    put_heading(sheet, styles, view, TITLE, ABOUT)
    table = drawn(view)
    parts = [table.rows[start : start + ROWS] for start in range(0, len(table.rows), ROWS)]
    heights = [height(len(part)) // ROW_HEIGHT + 1 for part in parts]
    head = FIRST + sum(heights)
    for row, cells in enumerate(table.rows, start=head + 1):
        sheet.set_row(row, LINE * (1 + str(cells[0]).count("\n")) + 1)
        for column, cell in enumerate(cells):
            if isinstance(cell, float):
                sheet.write_number(row, column, cell, styles.share)
            elif cell is not None:
                sheet.write_string(row, column, str(cell), styles.text)
    set_height(sheet, head, max(lines_of(column, WIDTHS[-1] - FILTER) for column in table.columns))
    mark_up(sheet, styles, table, head)
    place, first = FIRST, head + 1
    for part, rows in zip(parts, heights, strict=True):
        names = str(part[0][0]).split()[0], str(part[-1][0]).split()[0]
        chart = mirrored(book, TITLE, first, part, view.sides)
        sheet.insert_chart(place, 0, chart, {"description": described(*names, *view.sides), "x_offset": 4})
        place, first = place + rows, first + len(part)
    for column, width in enumerate(WIDTHS):
        sheet.set_column(column, column, width, None, {"hidden": column in HELPERS})
    set_page(sheet, view)
    sheet.fit_to_pages(1, 0)


def drawn(view: View) -> Table:
    """What the bars draw. The count in words stands at the end of its bar, or of what unattributed notes could add to it."""
    sides = view.sides
    rows: list[list[Cell]] = []
    for finding in view.findings:
        row: list[Cell] = ["\n".join(wrapped(f"{finding.name} {finding.theme}"))]
        for side in sides:
            row += _bar(finding.groups.get(side.name))
        rows.append(row)
    return Table(
        name="chart",
        title=TITLE,
        about=ABOUT,
        columns=("theme", *(f"{side.plural}: {column}" for side in sides for column in COLUMNS)),
        rows=rows,
    )


def _bar(count: ShownCount | None) -> list[Cell]:
    if count is None:
        return [None] * len(COLUMNS)
    if count.share is None:
        return [count.text, HIDDEN, None, 0.0]
    at_most = count.share_at_most or count.share
    return [count.text, count.share, at_most if at_most > count.share else None, at_most]
