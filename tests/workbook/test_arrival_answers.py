"""Answers to flags of the check go where their words go: to another laptop, and into another workshop."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.workbook.conftest import Hands
from tests.workbook.copying import copy_of
from tests.workbook.laptops import opened
from workshop.model.clearance import Decision
from workshop.model.plan import Plan
from workshop.model.records import Consent, Session
from workshop.workbook.book import Workbook
from workshop.workbook.shelf import create_workshop


@pytest.fixture
def session(book: Workbook, plan: Plan) -> Session:
    """Parents, who may be quoted: R1 names a street, R2 and R3 a person each."""
    made = book.start_session(plan, "parent", present={"parent": 8})
    for line in ('3: "it is all like that in Kiln Street" #home', "3: Mrs Reid was kind #home", "5: ask Dr Okafor #home"):
        book.capture(made, line)
    for code in ("p3", "p5"):
        book.set_consent(made, code, Consent.QUOTE)
    return made


@pytest.fixture
def other(tmp_path: Path, hands: Hands) -> Iterator[Workbook]:
    """An empty workshop."""
    with create_workshop(tmp_path / "other", "Other", clock=hands) as book:
        yield book


def answer_all(book: Workbook) -> None:
    """Of everybody's copy the street is replaced; all else is kept."""
    for flag in book.flags("published"):
        instead = (Decision.REPLACE, "[a place]") if flag.found == "Kiln Street" else (Decision.KEEP, "")
        book.answer_flag("published", flag, *instead)


def _export(book: Workbook, folder: Path) -> Path:
    return book.export(["json"], folder, force=True)[0]


def test_answers_given_on_two_laptops_are_all_there_after_a_merge(book: Workbook, session: Session, hands: Hands) -> None:
    """Each was asked about once; of two answers to one flag the later counts."""
    elsewhere = copy_of(book, "laptop")
    by_word = {flag.found: flag for flag in book.flags("published")}
    with opened(elsewhere, hands) as there:
        there.answer_flag("published", by_word["Mrs Reid"], Decision.KEEP)
        hands.pass_(1)
        there.answer_flag("published", by_word["Kiln Street"], Decision.REPLACE, "[a place]")
    book.answer_flag("published", by_word["Dr Okafor"], Decision.KEEP)
    book.merge(elsewhere)
    assert not book.open_flags("published")
    assert "it is all like that in [a place]" in {said.quote.text for said in book.view("published").reflections}


def test_answers_to_flags_come_with_the_words_that_they_are_to(book: Workbook, other: Workbook, session: Session, tmp_path: Path) -> None:
    """By our own json and by a bundle: what was kept is not asked about again, what was replaced is replaced, what was changed is asked."""
    answer_all(book)
    book.edit("R2", "Mrs Bain was kind, and Mrs Reid")
    report = other.import_file(_export(book, tmp_path))
    assert "2 answers to flags" in report.words()
    with create_workshop(tmp_path / "third", "Third") as third:
        third.import_file(book.bundle(tmp_path / "book.zip"))
        for each in (other, third):
            assert [flag.found for flag in each.open_flags("published")] == ["Mrs Bain", "Mrs Reid"]
            assert "it is all like that in [a place]" in {said.quote.text for said in each.view("published").reflections}
            assert each.import_file(_export(book, tmp_path)).added == 0


def test_an_answer_about_a_theme_that_is_here_already_is_to_that(book: Workbook, other: Workbook, tmp_path: Path) -> None:
    """Whatever its id was there; what doesn't come brings no answer."""
    other.add_theme("Moira Bain")
    book.add_theme("moira bain", description="Dr Okafor knows")
    answer_all(book)
    path = _export(book, tmp_path)
    document = json.loads(path.read_text(encoding="utf-8"))
    answers = document["records"]["clearances"]
    broken = next(iter(answers.values()))
    for place in ("", "reflections", "reflections/nothing/text", "themes/x/salt", "workshop/workshop/salt", "a/b/c/d"):
        answers[place] = {**broken, "place": place}
    answers["nobodys"] = {**broken, "audience": "nobody"}
    path.write_text(json.dumps(document), encoding="utf-8")
    assert other.import_file(path).parts == {"clearances": 2}
    assert {each.place.split("/")[1] for each in other.records.clearances.values()} == {each.id for each in other.themes()}
