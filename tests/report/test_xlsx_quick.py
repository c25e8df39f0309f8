"""The worksheet that writes its cells faster: it writes what XlsxWriter's own does."""

import io
from datetime import UTC, datetime
from typing import Any

import pytest
from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from tests.report.coded import shown
from tests.report.rich import rich
from workshop.model.view.view import View
from workshop.report.xlsx import sheet as sheets
from workshop.report.xlsx.quick import QuickSheet
from workshop.report.xlsx.workbook import xlsx


@pytest.mark.parametrize("view", [rich(), shown()], ids=["rich", "hard"])
def test_a_report_has_the_same_bytes(monkeypatch: pytest.MonkeyPatch, view: View) -> None:
    """As XlsxWriter's own worksheet would have made of it."""
    quick = xlsx(view)
    monkeypatch.setattr(sheets, "QuickSheet", Worksheet)
    assert xlsx(view) == quick


def test_other_cells_are_left_to_the_library() -> None:
    """Whatever stands in it, with a format or without: the workbook has the same bytes."""
    assert _every_kind(QuickSheet) == _every_kind(Worksheet)


def test_it_still_has_the_librarys_place_to_step_in() -> None:
    """XlsxWriter has the method that is put in place of, and asks it for each cell: else nothing would be won by it any more."""
    asked = []

    class Asked(QuickSheet):
        def _write_cell(self, row: int, col: int, cell: Any) -> None:
            asked.append((row, col))
            super()._write_cell(row, col, cell)

    _every_kind(Asked)
    assert asked == [(row, column) for row in range(5) for column in range(2)]


def _every_kind(kind: type) -> bytes:
    """A workbook with texts, numbers, a moment, a formula and a truth, each with a format and without."""
    content = io.BytesIO()
    book: Any = Workbook(content, {"in_memory": True})
    book.set_properties({"created": datetime(2024, 4, 2, tzinfo=UTC)})
    sheet = book.add_worksheet("Kinds", kind)
    for column, style in enumerate((None, book.add_format({"bold": True}))):
        sheet.write_string(0, column, '<a & "b">', style)
        sheet.write_number(1, column, 1 / 3, style)
        sheet.write_datetime(2, column, datetime(2024, 4, 2, 10, 0), style)
        sheet.write_formula(3, column, "=1+1", style)
        sheet.write_boolean(4, column, True, style)
    book.close()
    return content.getvalue()
