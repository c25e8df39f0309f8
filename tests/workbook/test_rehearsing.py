"""A rehearsal: by its own clock in every window, marked for ever, and in no finding."""

import pytest

from tests.workbook.conftest import Hands, Reopen
from workshop.errors import WorkshopError
from workshop.model.clock import Phase
from workshop.model.plan import Plan
from workshop.model.records import Session, Verb
from workshop.workbook.book import Workbook
from workshop.workbook.catalogue import Catalogue
from workshop.workbook.timings import learned_durations


@pytest.fixture
def rehearsal(book: Workbook, plan: Plan) -> Session:
    """The short plan at sixty times the speed, started."""
    made = book.start_session(plan, "parent", rehearsal=60)
    book.act(made, Verb.START)
    return made


def active(book: Workbook, session: Session, index: int = 0) -> float:
    """Minutes that an activity took."""
    return book.status(session).activities[index].active / 60


def test_a_second_is_a_minute(book: Workbook, rehearsal: Session, hands: Hands) -> None:
    """For the clock, and for when something was said."""
    hands.pass_(5 / 60)
    assert active(book, rehearsal) == pytest.approx(5)
    saved = book.capture(rehearsal, "3: it costs")
    assert saved.reflection is not None
    assert saved.reflection.at == book.reading(rehearsal).wall
    hands.pass_(20 / 60)
    book.capture(rehearsal, "3: still")
    (timing,) = book.timings(rehearsal)
    assert (timing.activities[0].reflections, timing.activities[0].in_overtime) == (2, 1)


def test_another_window_goes_by_the_same_clock(book: Workbook, rehearsal: Session, hands: Hands, reopened: Reopen) -> None:
    """What it presses is as late in the rehearsal as it is."""
    hands.pass_(5 / 60)
    other = reopened()
    other.act(other.session("S1"), Verb.NEXT)
    hands.pass_(2 / 60)
    book.refresh()
    assert (active(book, rehearsal), active(book, rehearsal, 1)) == pytest.approx((5, 2))


def test_left_and_taken_up_again_it_goes_on_from_where_it_was(book: Workbook, rehearsal: Session, hands: Hands, reopened: Reopen) -> None:
    """A night between is no time of the rehearsal, nor a gap to ask about; the computer may have been started again."""
    hands.pass_(5 / 60)
    book.act(rehearsal, Verb.PAUSE)
    book.act(rehearsal, Verb.RESUME)
    hands.restart(14 * 60)
    again = reopened()
    session = again.open_session()
    assert session is not None
    assert session.rehearsal == 60
    assert again.opening_gap(session) is None
    hands.pass_(3 / 60)
    assert active(again, session) == pytest.approx(8)
    again.act(session, Verb.END)
    assert again.status(session).span == pytest.approx(8 * 60)


def test_looking_at_it_keeps_and_tells_nothing(book: Workbook, rehearsal: Session, hands: Hands) -> None:
    """At sixty times the speed each look is half a minute after the last: nobody slept."""
    before = book.reading(rehearsal)
    hands.pass_(30 / 60)
    assert book.gaps_between(rehearsal, before, book.reading(rehearsal)) == ()
    assert [each.verb for each in book.records.timelines[rehearsal.id]] == [Verb.OBSERVED, Verb.START]


@pytest.mark.parametrize("speed", [0, -1, 0.5, 601, float("nan"), float("inf")])
def test_a_speed_that_is_none(book: Workbook, plan: Plan, speed: float) -> None:
    """It is said, and no session is begun."""
    with pytest.raises(WorkshopError, match="can't run at"):
        book.start_session(plan, "parent", rehearsal=speed)
    assert book.sessions() == ()


def test_no_finding_counts_it_and_each_says_so(book: Workbook, plan: Plan, rehearsal: Session) -> None:
    """What was said in it is in no comparison and no report; what was said in earnest is as if it had never been."""
    book.capture(rehearsal, "3: rehearsed #food")
    before = book.compare()
    assert before.themes == ()
    book.act(rehearsal, Verb.END)
    real = book.start_session(plan, "parent")
    book.act(real, Verb.START)
    book.capture(real, "3: in earnest #fares")
    found = book.compare()
    assert [finding.theme for finding in found.themes] == ["Fares"]
    assert found.notes[-1] == "1 rehearsal is left out."
    view = book.view("working")
    assert [each.quote.text for each in view.reflections] == ["in earnest"]
    assert [each.name for each in view.sessions] == ["Session 2"]
    assert view.notes[-1] == "1 rehearsal is left out."


def test_notes_of_a_group_do_not_land_in_it(book: Workbook, plan: Plan, rehearsal: Session) -> None:
    """The newest session of the group is the newest that people were in."""
    assert book.session_of_group("parent") is None
    real = book.start_session(plan, "parent")
    book.start_session(plan, "parent", rehearsal=60)
    assert book.session_of_group("parent") == real


def test_nothing_is_learned_from_it(book: Workbook, plan: Plan, rehearsal: Session, hands: Hands) -> None:
    """How long activities take is told by sessions with people: their time without pauses, oldest first, by title."""
    hands.pass_(7 / 60)
    book.act(rehearsal, Verb.NEXT)
    book.act(rehearsal, Verb.END)
    for minutes in (24, 31):
        made = book.start_session(plan, "parent")
        book.act(made, Verb.START)
        hands.pass_(minutes)
        book.act(made, Verb.PAUSE)
        hands.pass_(5)
        book.act(made, Verb.NEXT)
        assert book.clock(made).phase is Phase.RUNNING
        book.act(made, Verb.END)
    shelf = Catalogue(book.folder.parent)
    assert learned_durations(shelf, "short") == {"Talk": (24 * 60, 31 * 60), "Their words": (0, 0)}
    assert learned_durations(shelf, "another") == {}


def test_a_rehearsal_is_in_no_number_on_the_shelf(book: Workbook, rehearsal: Session) -> None:
    """Neither as a session nor by its remarks; that it is open is said all the same."""
    book.capture(rehearsal, "3: we try it out")
    entry = Catalogue(book.folder.parent).entry_of(book.folder)
    assert (entry.sessions, entry.reflections, entry.open_session) == (0, 0, "S1")
    book.capture(book.start_session(None, "parent"), "3: it costs")
    entry = Catalogue(book.folder.parent).entry_of(book.folder)
    assert (entry.sessions, entry.reflections) == (1, 1)
