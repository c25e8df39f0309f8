"""Coding, by the note-taker and by a second coder who doesn't see what the first gave."""

import pytest

from workshop.errors import WorkshopError
from workshop.model.plan import Plan
from workshop.model.records import Session, Verb
from workshop.workbook.book import Workbook


@pytest.fixture
def session(book: Workbook, plan: Plan) -> Session:
    """Six remarks, of which the first has a theme."""
    made = book.start_session(plan, "parent", present={"parent": 8})
    book.act(made, Verb.START)
    book.capture(made, "1: remark 1 #food")
    for number in range(2, 7):
        book.capture(made, f"{number}: remark {number}")
    book.add_theme("Debt")
    return made


def titles(book: Workbook, reference: str, coder: str = "") -> list[str]:
    """What a coder gave to a remark."""
    return [each.title for each in book.themes_of(book.reflection(reference), coder)]


def test_several_remarks_are_coded_in_one_step(book: Workbook, session: Session) -> None:
    """With several themes at once; undo takes just that away."""
    book.code(["R1", "R2"], "food", "debt")
    assert (titles(book, "R1"), titles(book, "R2")) == (["Food", "Debt"], ["Food", "Debt"])
    book.undo()
    assert (titles(book, "R1"), titles(book, "R2")) == (["Food"], [])


def test_what_is_said_twice_is_said_once(book: Workbook, session: Session) -> None:
    """Coding again stores nothing."""
    before = book.serial
    book.code("R1", "food")
    assert book.serial == before


def test_themes_are_taken_off(book: Workbook, session: Session) -> None:
    """One, or all; also where two themes that were coded have been merged since."""
    book.code("R1", "debt")
    assert [each.title for each in book.uncode("R1", "debt")] == ["Debt"]
    book.code("R1", "debt")
    book.merge_themes("debt", "food")
    assert [each.title for each in book.uncode("R1", "food")] == ["Food"]
    assert titles(book, "R1") == []
    book.undo()
    assert titles(book, "R1") == ["Food"]
    book.undo()
    assert titles(book, "R1") == ["Food", "Debt"]


@pytest.mark.parametrize(("reference", "theme"), [("R99", "food"), ("R1", "hunger"), ("", "food")])
def test_what_is_not_there_is_refused(book: Workbook, session: Session, reference: str, theme: str) -> None:
    """No theme is made in passing: it might be a slip."""
    with pytest.raises(WorkshopError):
        book.code(reference, theme)
    with pytest.raises(WorkshopError):
        book.code([], theme)


def test_a_second_coder_is_one_however_spelt(book: Workbook, session: Session) -> None:
    """And gets the same remarks as anybody else, without those coded already, whatever the note-taker gave them."""
    sample, total = book.to_code("Bo", 4)
    assert (len(sample), total) == (4, 4)
    assert book.to_code("Al", 4)[0] == sample
    book.code(book.ref(sample[0]), "food", coder="Bo")
    book.code(book.ref(sample[1]), coder="BO")
    assert book.to_code("bo", 4) == (sample[2:], 4)
    assert book.coders() == ("", "Bo")


def test_that_none_fits_gives_way_to_a_theme(book: Workbook, session: Session) -> None:
    """And is no theme: the remark has none, and is unsorted for that coder."""
    book.code("R2", coder="Bo")
    assert titles(book, "R2", "Bo") == []
    assert len(book.records.codings) == 2
    book.code("R2", "debt", coder="Bo")
    assert (titles(book, "R2", "Bo"), len(book.records.codings)) == (["Debt"], 2)
    book.code("R2", coder="Bo")
    assert titles(book, "R2", "Bo") == ["Debt"]


def test_agreement_is_between_the_two_there_are(book: Workbook, session: Session) -> None:
    """Or two that are named; with one coder, or one unknown, there is nothing to compare."""
    with pytest.raises(WorkshopError, match="two coders"):
        book.coding_agreement()
    book.code("R1", "debt", coder="Bo")
    found = book.coding_agreement()
    assert (found.coders, found.reflections, len(found.disagreements)) == (("", "Bo"), 1, 1)
    assert book.coding_agreement("bo", "note-taker").coders == ("Bo", "")
    with pytest.raises(WorkshopError, match="Cy has coded nothing"):
        book.coding_agreement("Cy", "Bo")


def test_a_second_coders_themes_are_in_no_comparison(book: Workbook, session: Session) -> None:
    """Until the note-taker gives them too."""

    def raised() -> int:
        return {each.theme: each for each in book.compare().themes}["Debt"].groups["parent"].raised

    book.code("R2", "debt", coder="Bo")
    assert raised() == 0
    book.code("R2", "debt")
    assert raised() == 1
