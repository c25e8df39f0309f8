"""The view's tables as CSV files for a spreadsheet. Columns that an import reads back have the names of its fields."""

import csv as standard_csv
import io
from datetime import datetime

from workshop.model.view.view import View
from workshop.report.guard import guarded
from workshop.report.tables.every import tables
from workshop.report.tables.recommendations import recommendations
from workshop.report.tables.table import Cell, Table
from workshop.report.tables.themes import themes


def csv(view: View) -> dict[str, bytes]:
    """The tables, by the names of their files."""
    return {f"{table.name}.csv": table_csv(table) for table in tables(view)}


def themes_csv(view: View) -> bytes:
    """The one table of the findings."""
    return table_csv(themes(view))


def recommendations_csv(view: View) -> bytes:
    """The one table of what should happen."""
    return table_csv(recommendations(view))


def table_csv(table: Table) -> bytes:
    """UTF-8 with a byte order mark, without which Excel reads it as the machine's own code page."""
    text = io.StringIO(newline="")
    writer = standard_csv.writer(text, quoting=standard_csv.QUOTE_ALL)
    writer.writerow(guarded(name) for name in table.columns)
    writer.writerows([_written(cell) for cell in row] for row in table.rows)
    return text.getvalue().encode("utf-8-sig")


def _written(cell: Cell) -> str:
    """Text guarded; numbers as they are, since a minus before a number is no formula; an instant in ISO 8601, yes or no in words."""
    match cell:
        case None:
            return ""
        case str():
            return guarded(cell)
        case bool():
            return "yes" if cell else "no"
        case datetime():
            return cell.isoformat()
        case _:
            return str(cell)
