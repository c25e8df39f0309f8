"""A session that was begun by mistake can be thrown away, and nothing that was said with it."""

import shutil
from pathlib import Path

import pytest

from workshop.errors import WorkshopError
from workshop.model.records import Session, Verb
from workshop.plans import load_plan
from workshop.workbook.book import Workbook
from workshop.workbook.shelf import open_workshop


@pytest.fixture
def mistaken(book: Workbook) -> Session:
    """A session with parents, begun, started and ended, in which nothing was noted."""
    made = book.start_session(load_plan("readback"), "parent", present={"parent": 6})
    book.act(made, Verb.START)
    book.act(made, Verb.END)
    return made


def test_what_goes_and_comes_back(book: Workbook, mistaken: Session) -> None:
    """The session and its people, from every list and from the counts; undo brings back all of it."""
    book.add_participant(mistaken, "p3")
    book.set_attendance(mistaken, "p3", {0})
    before, entries = book.records, book.timeline(mistaken)
    assert book.is_empty(mistaken)
    assert book.compare().people["parent"] == 6
    book.discard_session(mistaken)
    assert book.sessions() == ()
    assert book.session_of_group("parent") is None
    assert book.compare().people["parent"] == 0
    with pytest.raises(WorkshopError, match="S1 was thrown away"):
        book.session("S1")
    assert book.undo() == "throwing S1 away"
    assert book.records.sessions == before.sessions
    assert book.timeline(mistaken) == entries
    assert book.session("S1") == mistaken


def test_a_session_with_words_in_it_is_kept(book: Workbook, mistaken: Session) -> None:
    """Even where the only remark is put aside for the safeguarding lead, and nobody sees it."""
    said = book.capture(mistaken, "3: we go without").reflection
    assert said is not None
    book.flag(book.ref(said))
    assert not book.is_empty(mistaken)
    with pytest.raises(WorkshopError, match="is kept"):
        book.discard_session(mistaken)
    assert book.sessions() == (mistaken,)


def test_what_another_laptop_noted_meanwhile_brings_it_back(book: Workbook, mistaken: Session, tmp_path: Path) -> None:
    """No word goes with a session: after the merge it is there again, and so is the word."""
    other = tmp_path / "other-laptop" / book.folder.name
    shutil.copytree(book.folder, other)
    book.discard_session(mistaken)
    with open_workshop(other) as elsewhere:
        elsewhere.capture(elsewhere.session("S1"), "3: we go without")
    assert book.sessions() == ()
    book.merge(other)
    assert [each.id for each in book.sessions()] == [mistaken.id]
    assert [each.text for each in book.records.reflections.values()] == ["we go without"]
    assert book.compare().people["parent"] == 6


def test_people_of_a_cohort_that_met_again_stay(book: Workbook) -> None:
    """They belong to the other session too."""
    first = book.start_session(load_plan("readback"), "parent", cohort="Monday", present={"parent": 5})
    book.capture(first, "3: we go without")
    again = book.start_session(load_plan("readback"), "parent", cohort="Monday", present={"parent": 9})
    assert book.compare().people["parent"] == 9
    book.discard_session(again)
    assert book.compare().people["parent"] == 5
