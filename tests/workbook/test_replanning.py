"""Changing the plan while it runs: every change is an entry, and one undo takes it back."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from tests.workbook.conftest import Hands, Reopen
from workshop.errors import WorkshopError
from workshop.model.clock import Phase
from workshop.model.plan import Kind, Plan
from workshop.model.planfile import parse_plan
from workshop.model.records import Elicited, Session, Verb
from workshop.workbook.book import Workbook

CHECK = """
title = "Check"

[[activity]]
title = "A"
kind = "open"
minutes = 10

[[activity]]
title = "B"
kind = "open"
minutes = 20

[[activity]]
title = "C"
kind = "open"
minutes = 15
optional = true

[[activity]]
title = "Close"
kind = "close"
minutes = 10
protected = true
"""
ACTIVITY = '[[activity]]\ntitle = "{}"\nkind = "{}"\nminutes = {}\n'
TWO_HOURS = 'title = "Two hours"\n' + "".join(
    ACTIVITY.format(*each) for each in (("A", "open", 30), ("B", "open", 40), ("C", "open", 30), ("Close", "close", 20))
)


@pytest.fixture
def session(book: Workbook) -> Session:
    """10, 20, 15 and 10 minutes, the last protected; A is on."""
    made = book.start_session(parse_plan(CHECK, "check"), "parent")
    book.act(made, Verb.START)
    return made


def titles(book: Workbook, session: Session) -> list[str]:
    """The agenda."""
    return [each.title for each in book.status(session).agenda]


def allotted(book: Workbook, session: Session) -> list[float]:
    """The lengths in the agenda, in seconds."""
    return [each.allotted for each in book.status(session).agenda]


def test_five_minutes_are_won_back(book: Workbook, session: Session, hands: Hands, reopened: Reopen) -> None:
    """10/20/15/10 with five lost in the first: 17:09 and 12:51, the closing keeps 10:00; applied in one step, and undone in one."""
    hands.pass_(15)
    book.act(session, Verb.NEXT)
    proposal = book.catch_up(session)
    assert proposal is not None
    assert [row.after for row in proposal.rows] == [17 * 60 + 9, 12 * 60 + 51, 600]
    assert allotted(book, session) == [600, 1200, 900, 600]
    book.apply_catch_up(session, proposal)
    assert book.status(session).behind == 0
    other = reopened()
    assert allotted(other, other.session("S1")) == [600, 1029, 771, 600]
    assert book.undo() == "the catch-up"
    assert allotted(book, session) == [600, 1200, 900, 600]
    assert book.catch_up(session) == proposal


def test_a_proposal_is_edited_by_hand(book: Workbook, session: Session, hands: Hands) -> None:
    """One length pinned, the others make up for it; one left out, and its time is theirs; all in one entry."""
    hands.pass_(22)
    book.act(session, Verb.NEXT)
    pinned = book.catch_up(session, {1: 18 * 60})
    assert pinned is not None
    assert [row.after for row in pinned.rows] == [1080, 450, 600]
    assert [miss.seconds for miss in pinned.misses] == [150]
    without = book.catch_up(session, {1: 18 * 60}, [2])
    assert without is not None
    assert (without.fits, without.dropped) == (True, (2,))
    before = len(book.records.timelines[session.id])
    book.apply_catch_up(session, without)
    assert len(book.records.timelines[session.id]) == before + 1
    assert titles(book, session) == ["A", "B", "Close"]
    assert book.status(session).behind <= 0
    book.undo()
    assert titles(book, session) == ["A", "B", "C", "Close"]
    assert allotted(book, session) == [600, 1200, 900, 600]


def test_what_is_dropped_besides_is_not_shortened_too(book: Workbook, session: Session, hands: Hands) -> None:
    """A screen may tick another one as it applies."""
    hands.pass_(15)
    book.act(session, Verb.NEXT)
    proposal = book.catch_up(session)
    assert proposal is not None
    book.apply_catch_up(session, proposal, [2])
    assert titles(book, session) == ["A", "B", "Close"]
    assert book.status(session).activities[2].ledger.added == 0


def test_only_what_is_left_is_pinned_or_left_out(book: Workbook, session: Session, hands: Hands) -> None:
    """The activity that is on can be pinned, not left out; what is over neither."""
    hands.pass_(15)
    book.act(session, Verb.NEXT)
    assert book.catch_up(session, {1: 900}) is not None
    for pinned, dropped in (({0: 60.0}, []), ({}, [1]), ({}, [0]), ({9: 60.0}, [])):
        with pytest.raises(WorkshopError, match="is not to come"):
            book.catch_up(session, pinned, dropped)


def test_started_late_it_ends_on_time(book: Workbook, hands: Hands) -> None:
    """20 min late with an end 2 h after the planned start of a 2 h plan: the proposal fits, and the closing keeps its length."""
    planned = hands.wall
    hands.pass_(20)
    made = book.start_session(parse_plan(TWO_HOURS, "two"), "parent", planned_start=planned, ends_by=planned + timedelta(hours=2))
    before = book.catch_up(made)
    assert before is not None
    assert (before.fits, before.late, before.rows[-1].after) == (True, 20 * 60, 20 * 60)
    assert book.clock(made).phase is Phase.NOT_STARTED
    book.apply_catch_up(made, before)
    book.act(made, Verb.START)
    for row in before.rows:
        assert book.status(made).projected_end == planned + timedelta(hours=2)
        hands.pass_(row.after / 60)
        book.act(made, Verb.NEXT)
    status = book.status(made)
    assert status.activities[3].actual_end == planned + timedelta(hours=2)
    assert status.activities[3].active == 20 * 60


def test_an_activity_is_added_and_captured_in(book: Workbook, session: Session, hands: Hands, reopened: Reopen) -> None:
    """It is next where no place is given; remarks in it know its index in every window, and it comes with its kind."""
    entry = book.add_activity(session, "What\x07 else?\n", "reflect", 5)
    assert titles(book, session) == ["A", "What else?", "B", "C", "Close"]
    hands.pass_(10)
    book.act(session, Verb.NEXT)
    saved = book.capture(session, "3: the bus fare")
    assert saved.reflection is not None
    assert (saved.reflection.activity, entry.activity) == (4, 4)
    other = reopened()
    assert other.activities(other.session("S1"))[4].kind is Kind.REFLECT
    assert other.activity_index(other.session("S1"), 5) == 4
    found = book.view("working").reflections
    assert [each.activity for each in found] == ["What else?"]


def test_an_added_open_round_is_one(book: Workbook) -> None:
    """The plan has none: those who were there for the added one could have raised a theme, also who did not."""
    made = book.start_session(parse_plan('title = "T"\n' + ACTIVITY.format("Bye", "close", 5), "t"), "parent")
    entry = book.add_activity(made, "More", Kind.OPEN, 5, position=1)
    book.act(made, Verb.START)
    book.capture(made, "4: thank you")
    assert book.compare().themes == ()
    book.act(made, Verb.START, activity=entry.activity)
    book.capture(made, "3: the bus fare #fares")
    (finding,) = book.compare().themes
    assert (finding.groups["parent"].raised, finding.groups["parent"].could) == (1, 2)


def test_an_added_show_activity_shows_the_statements(book: Workbook, session: Session) -> None:
    """What is said in it answers them."""
    statement = book.add_statement("They know more than we think", "practitioner")
    book.add_activity(session, "Show", Kind.SHOW, 5)
    book.act(session, Verb.NEXT)
    assert book.statement_on_show(session) == statement
    saved = book.capture(session, "3: !agree we do")
    assert saved.reflection is not None
    assert saved.reflection.elicited is Elicited.PROMPTED


def test_two_windows_add_at_once(book: Workbook, session: Session, reopened: Reopen) -> None:
    """Each gets an index of its own, since a window reads the other before it gives one; an undone one is not given again."""
    other = reopened()
    first = book.add_activity(session, "One", Kind.OPEN, 5)
    second = other.add_activity(other.session("S1"), "Two", Kind.OPEN, 5)
    assert [first.activity, second.activity] == [4, 5]
    other.undo()
    book.refresh()
    assert book.add_activity(session, "Three", Kind.OPEN, 5).activity == 6
    assert titles(book, session) == ["A", "Three", "One", "B", "C", "Close"]


@pytest.mark.parametrize(
    ("title", "kind", "minutes", "position", "message"),
    [
        (" \x1b[0m ", "open", 5, None, "needs a title"),
        ("More", "party", 5, None, 'no kind of activity "party"'),
        ("More", "open", 0, None, "no length of time"),
        ("More", "open", 2000, None, "no length of time"),
        ("More", "open", 5, 0, "Nothing can be put there"),
    ],
)
def test_what_makes_no_activity(
    book: Workbook, session: Session, title: str, kind: str, minutes: float, position: int | None, message: str
) -> None:
    """It is said, and nothing is written."""
    with pytest.raises(WorkshopError, match=message):
        book.add_activity(session, title, kind, minutes, position)
    assert len(book.records.timelines[session.id]) == 1


def test_dropped_moved_and_retimed(book: Workbook, session: Session, hands: Hands) -> None:
    """Each undone in its turn; a length set by hand is what the plan gave and what was added."""
    book.move_activity(session, 2, 1)
    assert titles(book, session) == ["A", "C", "B", "Close"]
    book.retime_activity(session, 1, 12)
    assert allotted(book, session) == [600, 900, 720, 600]
    assert book.status(session).activities[1].ledger.added == -480
    book.retime_activity(session, 0, 15)
    hands.pass_(1)
    assert book.status(session).activities[0].remaining == 14 * 60
    book.drop_activity(session, 2)
    assert titles(book, session) == ["A", "B", "Close"]
    assert [book.undo() for _ in range(4)] == [
        "dropping activity 3",
        "giving activity 1 15 min",
        "giving activity 2 12 min",
        "moving activity 3",
    ]
    assert (titles(book, session), allotted(book, session)) == (["A", "B", "C", "Close"], [600, 1200, 900, 600])


def test_what_cannot_be_replanned(book: Workbook, session: Session, hands: Hands) -> None:
    """What is over is neither re-timed, moved nor dropped; no length is not a length; the length that it has is no change."""
    hands.pass_(5)
    book.act(session, Verb.NEXT)
    refused: list[tuple[Callable[[], object], str]] = [
        (lambda: book.retime_activity(session, 0, 5), "is not to come"),
        (lambda: book.retime_activity(session, 2, 0), "no length"),
        (lambda: book.retime_activity(session, 2, 15), "already"),
        (lambda: book.move_activity(session, 0, 3), "not to come"),
        (lambda: book.move_activity(session, 2, 0), "can't be moved there"),
        (lambda: book.drop_activity(session, 0), "has been on"),
        (lambda: book.drop_activity(session, 17), "no such activity"),
    ]
    for act, message in refused:
        with pytest.raises(WorkshopError, match=message):
            act()
    assert len(book.records.timelines[session.id]) == 2


def test_a_break_that_nobody_planned(book: Workbook, session: Session, hands: Hands) -> None:
    """Ten minutes, in an account of its own; after it what it interrupted goes on with its rest; one undo takes it back."""
    hands.pass_(4)
    book.take_break(session)
    hands.pass_(12)
    current = book.status(session).current
    assert current is not None
    assert (current.title, current.allotted, current.remaining) == ("Break", 600, -120)
    book.end_break(session)
    hands.pass_(1)
    status = book.status(session)
    assert status.current is not None
    assert (status.current.title, status.current.remaining) == ("A", 300)
    assert status.behind == 12 * 60
    assert [book.undo(), book.undo()] == ["next activity", "the break"]
    assert book.status(session).activities[0].active == 17 * 60


def test_a_break_of_the_plan_is_ended_too(book: Workbook, plan: Plan) -> None:
    """One key for both; and where no break is on, it says so."""
    made = book.start_session(parse_plan(CHECK.replace('kind = "open"', 'kind = "break"', 1), "tea"), "parent")
    book.act(made, Verb.START)
    book.end_break(made)
    assert book.running(made) == 1
    with pytest.raises(WorkshopError, match="No break is on"):
        book.end_break(made)
