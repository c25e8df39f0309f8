"""Redo: what was undone comes back, after a restart too, but never over something new."""

import pytest

from tests.workbook.conftest import Reopen
from tests.workbook.undone import state, texts, undo_all
from workshop.errors import WorkshopError
from workshop.model.plan import Plan
from workshop.model.records import Session, Verb
from workshop.workbook.book import Workbook


@pytest.fixture
def session(book: Workbook, plan: Plan) -> Session:
    """A parents' session that has not begun."""
    return book.start_session(plan, "parents")


def test_redo_takes_undos_back(book: Workbook, session: Session) -> None:
    """The last one first, clock, remarks and edits, until all is as it was; then there is nothing to redo, and it can be undone again."""
    book.act(session, Verb.START)
    book.capture(session, "3: the bus is late #buses")
    book.edit("R1", "the bus never comes")
    before = state(book)
    undone = undo_all(book)
    assert undone == ["the edit of R1", "R1 the bus is late", "starting the clock"]
    redone = []
    while book.redoable:
        redone.append(book.redo())
    assert redone == list(reversed(undone))
    assert state(book) == before
    with pytest.raises(WorkshopError, match="nothing to redo"):
        book.redo()
    assert undo_all(book) == undone


def test_redo_after_a_restart(book: Workbook, session: Session, reopened: Reopen) -> None:
    """What an earlier window undid, a later one redoes, as each call of a command does; and undoes once more."""
    book.capture(session, "3: the bus is late #buses")
    before = state(book)
    book.undo()
    book.close()
    again = reopened()
    assert again.redo() == "R1 the bus is late"
    assert state(again) == before
    assert again.undo().startswith("R1 the bus is late")


def test_nothing_is_redone_over_something_new(book: Workbook, session: Session) -> None:
    """After a new remark the undone one stays away, until it is chosen by hand."""
    book.capture(session, "one")
    book.undo()
    book.capture(session, "two")
    assert not book.redoable
    with pytest.raises(WorkshopError, match="nothing to redo") as refused:
        book.redo()
    assert "workshop choose" in refused.value.cure
    book.choose("R1", "1")
    assert texts(book) == ["one", "two"]


def test_a_struck_remark_is_not_redone(book: Workbook, session: Session) -> None:
    """It was undone, then struck: nothing is left to bring back."""
    book.capture(session, "one thing that was said")
    book.undo()
    book.strike("R1")
    assert not book.redoable
