"""Running a session through the Workbook: two windows, undo, and what a plan brings."""

import pytest

from tests.workbook.conftest import Hands, Reopen
from workshop.errors import WorkshopError
from workshop.model.clock import Phase
from workshop.model.plan import Kind, Plan
from workshop.model.planfile import parse_plan
from workshop.model.records import Session, Verb
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


CHARTER = (
    'title = "T"\nperspectives = ["practitioner", "parent"]\n[[activity]]\ntitle = "Show"\nkind = "show"\nminutes = 5\n'
    'statements = ["Buses are dear.", "Forms are long.", "We ring back."]\n'
)


def refs(book: Workbook, session: Session, activity: int = 0) -> list[str]:
    """What the deck of a session has, in its order."""
    return [book.ref(each) for each in book.deck(session, activity)]


def test_a_statement_in_better_words_takes_the_old_one_s_place(book: Workbook) -> None:
    """The next group that the plan is run with is shown the new words, where the old ones stood, and none is made a second time."""
    book.start_session(parse_plan(CHARTER, "t"), "parent")
    book.reword_statement("T2", "Forms take an evening.", "parent")
    second = book.start_session(parse_plan(CHARTER, "t"), "practitioner")
    assert refs(book, second) == ["T1", "T4", "T3"]
    book.reword_statement("T4", "A form takes a whole evening.")
    assert refs(book, second) == ["T1", "T5", "T3"]
    assert len(book.records.statements) == 5


def test_who_has_seen_or_answered_the_old_words_still_finds_them(book: Workbook) -> None:
    """With the better ones behind them; what was on show stays on show."""
    first = book.start_session(parse_plan(CHARTER, "t"), "parent", present={"parent": 6})
    book.act(first, Verb.START)
    book.answer_by_hands(first, book.statement("T1"), "parent", (1, 0, 5, 0))
    book.show(first, book.statement("T2"))
    for old in ("T1", "T2", "T3"):
        book.reword_statement(old, f"Better than {old}.", "parent")
    assert refs(book, first) == ["T1", "T4", "T2", "T5", "T6"]
    assert book.on_show(first) == book.statement("T2")


def test_a_group_is_not_shown_its_own_better_words(book: Workbook, plan: Plan) -> None:
    """Where all that another group made is shown, the old words stand for who reworded them; the maker sees the new ones."""
    book.add_statement("Parents hide it.", "practitioner")
    book.reword_statement("T1", "Children notice.", "parent")
    show = next(place for place, each in enumerate(plan.activities) if each.kind is Kind.SHOW)
    assert refs(book, book.start_session(plan, "parent"), show) == ["T1"]
    assert refs(book, book.start_session(plan, "practitioner"), show) == ["T2"]
    book.reword_statement("T1", "Parents try to hide it.")
    assert refs(book, book.start_session(plan, "parent"), show) == ["T3"]


def test_an_edited_statement_is_still_the_plan_s(book: Workbook) -> None:
    """Its spelling put right, it stays in the deck, and the next session does not make it once more."""
    first = book.start_session(parse_plan(CHARTER, "t"), "parent")
    book.edit_statement("T2", "The forms are long.")
    assert refs(book, first) == ["T1", "T2", "T3"]
    second = book.start_session(parse_plan(CHARTER, "t"), "parent")
    assert refs(book, second) == ["T1", "T2", "T3"]
    assert len(book.records.statements) == 3


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
