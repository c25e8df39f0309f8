"""Spreadsheets: the words that a person sees in their cells, whatever the program's own types; and how far cells may reach."""

from datetime import datetime
from pathlib import Path

import pytest

from tests.intake.files import SHEET, ods, ods_cell, with_member, xlsx
from workshop.errors import WorkshopError
from workshop.intake.tables import read_table

HEADER = ("text", "perspective")


def _read(folder: Path, name: str, data: bytes, sheet: str = "") -> list[tuple[str, ...]]:
    """Header and rows of the file."""
    (folder / name).write_bytes(data)
    found = read_table(folder / name, sheet)
    return [found.header, *(row.cells for row in found.rows)]


def test_cells_are_what_a_person_sees(tmp_path: Path) -> None:
    """A whole number has no point, dates are ISO 8601, yes and no are words; a text that looks like a formula stays one."""
    row = ["=1+1", 3, 2.5, datetime(2026, 3, 1), datetime(2026, 3, 1, 10, 30), True]
    assert _read(tmp_path, "a.xlsx", xlsx({"A": [["a", "b", "c", "d", "e", "f"], row]}))[1:] == [
        ("=1+1", "3", "2.5", "2026-03-01", "2026-03-01 10:30:00", "yes")
    ]


def test_an_apostrophe_in_a_sheet_is_a_letter(tmp_path: Path) -> None:
    """The guard that our CSV sets before a formula is none in a spreadsheet: there the words are as they stand."""
    (tmp_path / "a.xlsx").write_bytes(xlsx({"A": [HEADER, ("'=1+1", "parent")]}))
    found = read_table(tmp_path / "a.xlsx")
    assert found.rows[0].cells[0] == "'=1+1"
    assert not found.guarded


def test_the_first_sheet_that_holds_anything_is_read(tmp_path: Path) -> None:
    """An empty one before it is passed over; another is asked for by its name, however it is cased; a wrong name lists those there are."""
    data = xlsx({"Cover": [], "Answers": [HEADER, ("one", "parent")], "More": [HEADER, ("two", "parent")]})
    assert _read(tmp_path, "a.xlsx", data)[1] == ("one", "parent")
    assert _read(tmp_path, "a.xlsx", data, "more")[1] == ("two", "parent")
    with pytest.raises(WorkshopError, match='no sheet "Mroe", did you mean "More"') as caught:
        _read(tmp_path, "a.xlsx", data, "Mroe")
    assert caught.value.cure == "Its sheets are Cover, Answers, More."


def test_a_title_above_the_table_is_no_header(tmp_path: Path) -> None:
    """Rows of one cell before the first of several are passed over; a table of one column has no such row."""
    assert _read(tmp_path, "a.xlsx", xlsx({"A": [["Remarks"], ["Working copy"], HEADER, ("one", "parent")]})) == [HEADER, ("one", "parent")]
    assert _read(tmp_path, "b.xlsx", xlsx({"A": [["text"], ["one"], ["two"]]})) == [("text",), ("one",), ("two",)]


def test_rows_know_their_number_in_the_sheet(tmp_path: Path) -> None:
    """Blank rows count, so that a message names the row that the program shows."""
    (tmp_path / "a.xlsx").write_bytes(xlsx({"A": [[], HEADER, [], ("one", "parent")]}))
    assert [row.line for row in read_table(tmp_path / "a.xlsx").rows] == [4]


def test_an_ods_as_libreoffice_writes_it(tmp_path: Path) -> None:
    """Blank cells and rows repeated to the sheet's end, as it writes them, are no rows."""
    end = (
        '<table:table-row table:number-rows-repeated="1048573"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    )
    rows = [HEADER, ("a, b", "parent")]
    body = "".join(f"<table:table-row>{''.join(map(ods_cell, row))}</table:table-row>" for row in rows)
    assert _read(tmp_path, "a.ods", ods(body + end)) == rows


@pytest.mark.parametrize(
    ("name", "data"),
    [
        (
            "far.xlsx",
            with_member(
                xlsx({"A": [HEADER]}), SHEET, '<worksheet><sheetData><row><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'
            ),
        ),
        (
            "hidden.xlsx",
            with_member(xlsx({"A": [HEADER]}), SHEET, "<worksheet><row r='1048576'><c a='>' r='XFD1048576'><v>1</v></c></row></worksheet>"),
        ),
        (
            "row.xlsx",
            with_member(xlsx({"A": [HEADER]}), SHEET, '<worksheet><row r="1048576"><c/><c><v>1</v></c><c><v>1</v></c></row></worksheet>'),
        ),
        ("prefix.xlsx", with_member(xlsx({"A": [HEADER]}), SHEET, '<x:worksheet><x:c r="XFD1048576"><x:v>1</x:v></x:c></x:worksheet>')),
        ("rows.ods", ods(f'<table:table-row table:number-rows-repeated="100000000">{ods_cell("x")}</table:table-row>')),
        (
            "cells.ods",
            ods(f"<table:table-row>{ods_cell('x', 'table:number-columns-repeated=' + chr(34) + '999999999' + chr(34))}</table:table-row>"),
        ),
        (
            "gap.ods",
            ods(f'<table:table-row><table:table-cell table:number-columns-repeated="999999999"/>{ods_cell("x")}</table:table-row>'),
        ),
    ],
)
def test_cells_that_reach_too_far_are_refused(tmp_path: Path, name: str, data: bytes) -> None:
    """However it is written, what would lay out millions of places is refused before any is laid out."""
    with pytest.raises(WorkshopError, match=f"^{name} was refused: its cells reach over more than 2,000,000 places"):
        _read(tmp_path, name, data)


def test_a_sheet_in_two_byte_letters_is_refused(tmp_path: Path) -> None:
    """No program writes one, and its cells could not be counted."""
    sheet = '<?xml version="1.0" encoding="UTF-16"?><worksheet/>'.encode("utf-16")
    with pytest.raises(WorkshopError, match="can't be read as a spreadsheet"):
        _read(tmp_path, "a.xlsx", with_member(xlsx({"A": [HEADER]}), SHEET, sheet))


@pytest.mark.parametrize("name", ["a.xlsx", "a.ods"])
def test_a_sheet_that_is_broken_xml_is_refused(tmp_path: Path, name: str) -> None:
    """In a line, as any file that can't be read."""
    data = with_member(xlsx({"A": [HEADER]}), SHEET, "<worksheet><sheetData><row>") if name.endswith("xlsx") else ods("<table:table-row>")
    with pytest.raises(WorkshopError, match=f"^{name} (can't be read as a spreadsheet|is empty)"):
        _read(tmp_path, name, data)
