"""The chart in a Word file: Word's own, with its numbers in a workbook, words for who can't see it, and bars that meet at the names."""

import io
from dataclasses import replace

import pytest
import python_calamine
from lxml import etree

from tests.report.made_up import records
from tests.report.page import made
from tests.report.word import Word, word, written
from workshop.model.view.view import View
from workshop.report.docx.chart import ROWS
from workshop.report.docx.chartsheet import COLUMNS, NAMES, ROOM
from workshop.report.docx.report import docx

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
SHEET = "word/embeddings/Microsoft_Excel_Sheet1.xlsx"


def series(file: Word, name: str = "word/charts/chart1.xml") -> dict[str, list[float]]:
    """The values of each series, by its title, in the order in which they are stacked."""
    return {
        each.findtext(f"{C}tx//{C}v") or "": [float(value.text or "") for value in each.iterfind(f"{C}val//{C}v")]
        for each in file.xml(name).iter(f"{C}ser")
    }


@pytest.fixture(scope="module")
def view() -> View:
    """The made-up workshop's."""
    return made(records())


@pytest.fixture(scope="module")
def file(view: View) -> Word:
    """Its report."""
    return written(docx, view)


def test_the_chart_is_words_own(file: Word) -> None:
    """A drawing refers to a chart part, and that to a workbook, each by a relation that is there, each with its content type."""
    (drawn,) = file.found("//wp:inline//c:chart")
    key = drawn.get(RELATION)
    assert f'Id="{key}"'.encode() in file.parts["word/_rels/document.xml.rels"]
    (data,) = file.xml("word/charts/chart1.xml").iter(f"{C}externalData")
    assert f'Id="{data.get(RELATION)}"'.encode() in file.parts["word/charts/_rels/chart1.xml.rels"]
    kinds = file.parts["[Content_Types].xml"]
    assert b"drawingml.chart+xml" in kinds
    assert b"spreadsheetml.sheet" in kinds


def test_its_bars_are_the_views_shares(view: View, file: Word) -> None:
    """One series a side holds the shares from 0 to 1 in the order of the findings; a theme's pieces add up, so that bars meet the names."""
    found = series(file)
    for side in view.sides:
        shares = [finding.groups[side.name].share or 0.0 for finding in view.findings]
        assert found[side.plural] == pytest.approx(shares, abs=1e-5)
    assert len(found) == len(COLUMNS)
    for pieces in zip(*found.values(), strict=True):
        assert sum(pieces) == pytest.approx(2 * ROOM + NAMES, abs=1e-4)
        assert sum(pieces[:3]) == pytest.approx(ROOM, abs=1e-4)


def test_what_unattributed_notes_could_add_is_a_piece_of_its_own(view: View, file: Word) -> None:
    """3-4 of 8 is a bar of 3 and a dashed end of 1."""
    place = [finding.theme for finding in view.findings].index("School costs")
    assert series(file)["parents, more at most"][place] == pytest.approx(1 / 8, abs=1e-5)


def test_its_workbook_holds_the_same_numbers(view: View, file: Word) -> None:
    """Whoever edits the chart sees themes, shares and counts in words; the only formulas are ours, which keep the bars at the names."""
    sheet = python_calamine.load_workbook(io.BytesIO(file.parts[SHEET])).get_sheet_by_index(0)
    header, *rows = sheet.to_python()
    assert [row[0] for row in rows] == [f"{finding.name} {finding.theme}" for finding in view.findings]
    for title, values in series(file).items():
        assert [row[header.index(title)] for row in rows] == pytest.approx(values, abs=1e-5)
    assert [row[header.index("parents, in words")] for row in rows] == [finding.groups["parent"].text for finding in view.findings]
    inside = word(file.parts[SHEET])
    formulas = etree.fromstring(inside.parts["xl/worksheets/sheet1.xml"]).findall(".//{*}f")
    assert {(each.text or "").partition("-")[0] for each in formulas} == {f"{ROOM}"}


def test_its_workbook_names_nobody_and_is_as_old_as_the_report(file: Word) -> None:
    """No author, and the date of the report."""
    core = word(file.parts[SHEET]).parts["docProps/core.xml"].decode()
    assert "<dc:creator></dc:creator>" in core
    assert core.count("2026-06-02T10:00:00Z") == 2


def test_it_can_be_heard(view: View, file: Word) -> None:
    """Its alternative text has each theme with the counts of both sides."""
    (described,) = file.found("//wp:docPr")
    words = described.get("descr") or ""
    for finding in view.findings:
        assert f"{finding.name} {finding.theme}: parents {finding.groups['parent'].text}, practitioners " in words


def test_a_theme_that_looks_like_a_formula_or_markup_is_only_a_name(view: View) -> None:
    """It stands in the chart, its workbook and its alternative text as it was typed."""
    hostile = '=cmd|"/c calc"!A1 <a:t>&amp;"'
    changed = replace(view, findings=(replace(view.findings[0], theme=hostile), *view.findings[1:]))
    file = written(docx, changed)
    name = f"{view.findings[0].name} {hostile}"
    sheet = python_calamine.load_workbook(io.BytesIO(file.parts[SHEET])).get_sheet_by_index(0)
    assert sheet.to_python()[1][0] == name
    assert name in (file.found("//wp:docPr")[0].get("descr") or "")
    assert name in [each.text for each in file.xml("word/charts/chart1.xml").iter(f"{C}v")]


def test_many_themes_are_several_charts(view: View) -> None:
    """Each has so many that it fits on a page, a workbook of its own, and a number of its own."""
    many = tuple(replace(view.findings[0], name=f"F{number}") for number in range(1, 2 * ROWS + 2))
    file = written(docx, replace(view, findings=many))
    assert [len(series(file, f"word/charts/chart{place}.xml")["parents"]) for place in (1, 2, 3)] == [ROWS, ROWS, 1]
    assert len({each.get("id") for each in file.found("//wp:docPr")}) == 3
    assert len([name for name in file.parts if name.startswith("word/embeddings/")]) == 3
