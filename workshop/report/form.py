"""A form to send out, as a sheet that any spreadsheet opens: a row an answer, a column a question. It comes back by `workshop import`."""

import io
from collections.abc import Sequence
from datetime import datetime

from xlsxwriter import Workbook

ROWS = 6
"""So many are laid out to be filled in; more can be."""
_WIDE, _NARROW = 24, 14
_HEAD_HEIGHT, _ROW_HEIGHT = 64, 90


def form(notes: Sequence[str], questions: Sequence[str], choices: Sequence[str], made: datetime) -> bytes:
    """The sheet. `notes` stand above, one a row, the first as its title; in the first column one of the `choices` is picked."""
    out = io.BytesIO()
    with Workbook(out, {"in_memory": True}) as workbook:
        workbook.set_properties({"created": made.replace(tzinfo=None), "title": notes[0]})
        title = workbook.add_format({"bold": True, "font_size": 16})
        note = workbook.add_format({"font_color": "#444444"})
        asked = workbook.add_format({"bold": True, "text_wrap": True, "valign": "top", "border": 1, "bg_color": "#E8EEF4"})
        blank = workbook.add_format({"text_wrap": True, "valign": "top", "border": 1})
        sheet = workbook.add_worksheet("Form")
        for row, line in enumerate(notes):
            sheet.write_string(row, 0, line, note if row else title)
        head = len(notes)
        sheet.set_row(head, _HEAD_HEIGHT)
        sheet.set_column(0, 0, _NARROW)
        sheet.set_column(1, len(questions) - 1, _WIDE)
        for column, question in enumerate(questions):
            sheet.write_string(head, column, question, asked)
            for row in range(head + 1, head + 1 + ROWS):
                sheet.write_blank(row, column, None, blank)
        for row in range(head + 1, head + 1 + ROWS):
            sheet.set_row(row, _ROW_HEIGHT)
        sheet.data_validation(head + 1, 0, head + ROWS, 0, {"validate": "list", "source": list(choices)})
        sheet.freeze_panes(head + 1, 0)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(head)
    return out.getvalue()
