"""`xlsx`: the view as one workbook."""

import io
from datetime import UTC
from typing import Any

from xlsxwriter import Workbook

from workshop.model.view.view import View
from workshop.report.slug import slug
from workshop.report.tables.every import tables
from workshop.report.xlsx.chartsheet import put_chart_sheet
from workshop.report.xlsx.cover import put_cover
from workshop.report.xlsx.sheet import put_table
from workshop.report.xlsx.styles import Styles


def xlsx(view: View) -> dict[str, bytes]:
    """The workbook, by the name of its file. The same view makes the same bytes."""
    content = io.BytesIO()
    book: Any = Workbook(content, {"in_memory": True})
    # Without an author XlsxWriter writes an empty one, and without a date the moment of writing.
    book.set_properties({"title": view.title, "author": "", "created": view.made.astimezone(UTC)})
    styles = Styles(book)
    found = [table for table in tables(view) if table.rows]
    put_cover(book, styles, view, found)
    if view.findings:
        put_chart_sheet(book, styles, view)
    for table in found:
        put_table(book, styles, view, table)
    book.close()
    return {f"{slug(view.title)}-report.xlsx": content.getvalue()}
