"""Running a session through the Workbook: two windows, undo, and what a plan brings."""

import pytest

from tests.workbook.conftest import Hands, Reopen
from workshop.errors import WorkshopError
from workshop.model.clock import Phase
from workshop.model.plan import Plan
from workshop.model.planfile import parse_plan
from workshop.model.records import Verb
from workshop.workbook.book import Workbook


def test_two_windows_press_next_at_once(book: Workbook, plan: Plan, reopened: Reopen) -> None:
    """Both saw activity 1 on; the second press is refused and skips nothing, even in a window that has already read the first."""
    session = book.start_session(plan, "parent")
    book.act(session, Verb.START)
    other = reopened()
    book.act(session, Verb.NEXT, leaving=0)
    other.refresh()
    with pytest.raises(WorkshopError, match="left already"):
        other.act(other.session("S1"), Verb.NEXT, leaving=0)
    assert other.running(other.session("S1")) == 1


def test_two_windows_that_have_not_read_each_other(book: Workbook, plan: Plan, reopened: Reopen) -> None:
    """Both write `next` before they read each other: the fold takes one of them, in both windows the same."""
    session = book.start_session(plan, "parent")
    book.act(session, Verb.START)
    other = reopened()
    book.act(session, Verb.NEXT)
    other.act(other.session("S1"), Verb.NEXT)
    book.refresh()
    other.refresh()
    assert book.running(session) == other.running(other.session("S1")) == 1


def test_an_open_session_is_found_again(book: Workbook, plan: Plan, hands: Hands, reopened: Reopen) -> None:
    """After a restart the session that has not ended is the open one, its clock where the time has brought it; ended, none is open."""
    session = book.start_session(plan, "parents", present={"parents": 8}, place="Hall")
    book.act(session, Verb.START)
    hands.pass_(12)
    again = reopened()
    found = again.open_session()
    assert found is not None
    assert (found.place, found.present) == ("Hall", (("parent", 8),))
    current = again.status(found).current
    assert current is not None
    assert current.remaining == 8 * 60
    again.act(found, Verb.END)
    assert again.open_session() is None
    assert again.status(found).phase is Phase.ENDED
    again.undo()
    assert again.open_session() == found


def test_a_plans_own_statements_become_statements(book: Workbook) -> None:
    """A `show` activity that names statements shows those, made by the other group of the plan, each once however often it is run."""
    text = (
        'title = "T"\nperspectives = ["practitioner", "parent"]\n[[activity]]\ntitle = "Show"\nkind = "show"\nminutes = 5\n'
        'statements = ["Buses are dear.", "Forms are long."]\n'
    )
    first = book.start_session(parse_plan(text, "t"), "parent")
    second = book.start_session(parse_plan(text, "t"), "parent")
    assert [(each.text, each.made_by) for each in book.deck(first, 0)] == [
        ("Buses are dear.", "practitioner"),
        ("Forms are long.", "practitioner"),
    ]
    assert book.deck(second, 0) == book.deck(first, 0)


def test_a_group_that_is_none(book: Workbook, plan: Plan) -> None:
    """A group that the workshop doesn't have is refused by name, and no session is begun."""
    with pytest.raises(WorkshopError, match='no perspective "children"'):
        book.start_session(plan, "children")
    assert book.sessions() == ()


def test_the_plan_stays_as_it_was(book: Workbook, plan: Plan) -> None:
    """A session keeps the text of its plan: what the file says later changes nothing here."""
    session = book.start_session(plan, "parent")
    assert book.plan_of(session) == plan
    assert session.plan == plan.text
