"""Classification sheets: what is known of people, and of sessions, as NVivo takes it in."""

import io
from collections.abc import Mapping, Sequence
from datetime import UTC
from typing import Any

from xlsxwriter import Workbook

from workshop.model.view.view import View
from workshop.report.nvivo.transcripts import Transcript, case
from workshop.report.qdpx.plain import as_file
from workshop.report.qdpx.variables import OF_SESSIONS, of_people, of_session, variables_of_people

PERSON = "Person"
SESSION_FILE = "Session"
Values = Mapping[str, Mapping[str, str]]
_WIDTH = 24


def people_sheet(view: View, found: Sequence[Transcript]) -> bytes:
    """A row a case: each person, and whoever speaks in the Word files without a code."""
    known = {as_file(code): values for code, values in of_people(view).items()}
    for said in (said for each in found for said in each.said):
        known.setdefault(case(said), {"Perspective": said.quote.perspective})
    return _sheet(view, PERSON, [each.name for each in variables_of_people(view)] or ["Perspective"], known)


def sessions_sheet(view: View, found: Sequence[Transcript]) -> bytes:
    """A row a Word file, called as NVivo calls it: without its ending."""
    return _sheet(view, SESSION_FILE, [each.name for each in OF_SESSIONS], {each.file: of_session(each.session, view) for each in found})


def _sheet(view: View, classification: str, columns: Sequence[str], values: Values) -> bytes:
    """The classification's name in the first cell, attributes beside it, names below it; every cell is text and never a formula."""
    content = io.BytesIO()
    book: Any = Workbook(content, {"in_memory": True})
    book.set_properties({"title": view.title, "author": "", "created": view.made.astimezone(UTC)})
    sheet = book.add_worksheet(classification)
    bold = book.add_format({"bold": True})
    for column, name in enumerate((classification, *columns)):
        sheet.write_string(0, column, name, bold)
    for row, (name, known) in enumerate(values.items(), start=1):
        sheet.write_string(row, 0, name)
        for column, attribute in enumerate(columns, start=1):
            if known.get(attribute):
                sheet.write_string(row, column, known[attribute])
    sheet.set_column(0, len(columns), _WIDTH)
    sheet.freeze_panes(1, 1)
    book.close()
    return content.getvalue()
