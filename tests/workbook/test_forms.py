"""A form to send out: its columns are a plan's questions, and what comes back needs no options."""

import zipfile
from datetime import date
from pathlib import Path

import pytest

from tests.intake.files import xlsx
from tests.workbook.conftest import Hands
from workshop.errors import WorkshopError
from workshop.intake.tables import read_table
from workshop.model.plan import Plan
from workshop.plans import load_plan
from workshop.workbook.book import Workbook

JUNE = date(2026, 6, 30)


@pytest.fixture
def examples() -> Plan:
    """The plan that collects examples of what worked."""
    return load_plan("practice-examples")


def test_the_questions_are_the_lanes_of_the_plan(book: Workbook, examples: Plan, tmp_path: Path) -> None:
    """With who one is and what the example is called; above it stand the plan's purpose, the day and where to send it."""
    path = book.write_form(examples, tmp_path / "form.xlsx", JUNE, "the office")
    header = read_table(path).header
    assert header[2:6] == ("Who and where", "What we did", "What changed", "What was hard")
    assert "organisation may be asked" in header[-1]
    raw = _texts(path)
    assert "Please send it back by 30 June 2026 to the office." in raw
    assert examples.title in raw


def test_what_comes_back_needs_no_options(book: Workbook, examples: Plan, tmp_path: Path) -> None:
    """Filled in below the questions, saved anew as xlsx: each answer is a remark in its lane, verbatim, under its theme."""
    header = read_table(book.write_form(examples, tmp_path / "form.xlsx", JUNE)).header
    answers = ["practitioners", "Two buses", "young families, by the harbour", "a nurse on board", "", "the rota", "", "", "", ""]
    back = tmp_path / "back.xlsx"
    back.write_bytes(xlsx({"Form": [[examples.title], ["Please send it back."], list(header), answers]}))
    report = book.import_file(back)
    assert (report.added, report.themes, report.remembered) == (3, 1, True)
    said = {(each.lane, each.text, each.perspective, each.verbatim) for each in book.records.reflections.values()}
    assert ("What we did", "a nurse on board", "practitioner", True) in said
    assert [theme.title for theme in book.themes()] == ["Two buses"]
    assert book.import_file(back).added == 0


def test_the_same_form_is_the_same_bytes(book: Workbook, hands: Hands, examples: Plan, tmp_path: Path) -> None:
    """Nothing of this computer or of who made it is in the file."""
    one, two = (book.write_form(examples, tmp_path / name, JUNE).read_bytes() for name in ("one.xlsx", "two.xlsx"))
    assert one == two


def test_a_form_that_cannot_be_is_refused(book: Workbook, examples: Plan, plan: Plan, tmp_path: Path) -> None:
    """A day that is past, a file in the way."""
    with pytest.raises(WorkshopError, match="2026-01-01 is past"):
        book.write_form(examples, tmp_path / "form.xlsx", date(2026, 1, 1))
    (tmp_path / "form.xlsx").write_text("mine")
    with pytest.raises(WorkshopError, match="is there already"):
        book.write_form(plan, tmp_path / "form.xlsx", JUNE)
    assert (tmp_path / "form.xlsx").read_text() == "mine"


def _texts(path: Path) -> str:
    with zipfile.ZipFile(path) as archive:
        return archive.read("xl/sharedStrings.xml").decode()
