"""The clock's verbs: what they write, that they are undone in one step, and what is asked after a gap."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from tests.workbook.clock.conftest import active, remaining
from tests.workbook.conftest import Hands, Reopen
from workshop.errors import WorkshopError
from workshop.model.clock import Phase
from workshop.model.clock.gap import What
from workshop.model.plan import Plan
from workshop.model.planfile import parse_plan
from workshop.model.records import Session, Verb
from workshop.workbook.book import Workbook


def test_a_session_knows_when_it_should_begin_and_must_end(book: Workbook, plan: Plan, hands: Hands) -> None:
    """Both are there before the start, in the timeline, and so is the last day to withdraw on."""
    made = book.start_session(
        plan, "parent", planned_start=hands.wall, ends_by=hands.wall + timedelta(hours=1), withdraw_until=date(2026, 4, 1)
    )
    status = book.status(made)
    assert (status.planned_start, status.ends_by) == (hands.wall, hands.wall + timedelta(hours=1))
    assert made.withdraw_until == date(2026, 4, 1)
    assert status.phase is Phase.NOT_STARTED


def test_fixed_times_are_set_and_taken_away(book: Workbook, session: Session, hands: Hands) -> None:
    """Each by a verb that undo takes back."""
    book.set_ends_by(session, hands.wall + timedelta(minutes=30))
    book.set_starts_at(session, hands.wall - timedelta(minutes=10))
    assert book.status(session).spare == -600
    assert book.status(session).behind_clock == 600
    book.set_ends_by(session, None)
    assert book.status(session).ends_by is None
    assert book.undo() == "taking away the latest end"
    assert book.status(session).ends_by == hands.wall + timedelta(minutes=30)


@pytest.mark.parametrize(
    ("now", "typed", "meant"),
    [
        ("2026-03-02T10:00", "14:45", "2026-03-02T14:45+00:00"),
        ("2026-03-02T10:20", "10:00", "2026-03-02T10:00+00:00"),
        ("2026-03-02T22:00", "1:30", "2026-03-03T01:30+00:00"),
        ("2026-03-29T00:30", "2:30", "2026-03-29T02:30+01:00"),
        ("2026-06-01T10:00", "2.45 pm", "2026-06-01T14:45+01:00"),
    ],
)
def test_a_time_of_day_is_the_one_near_the_session(
    book: Workbook, plan: Plan, hands: Hands, london: ZoneInfo, now: str, typed: str, meant: str
) -> None:
    """In the zone of the computer: tomorrow's where today's is long past, and 20 minutes ago where that is what was planned."""
    hands.wall = datetime.fromisoformat(now).replace(tzinfo=london).astimezone(UTC)
    made = book.start_session(plan, "parent")
    assert book.moment_of(made, typed) == book.moment_of(None, typed) == datetime.fromisoformat(meant)


def test_a_forgotten_start_is_put_back(book: Workbook, session: Session, hands: Hands) -> None:
    """Started late at the keyboard; and where nothing is on, what is next starts so long ago."""
    hands.pass_(3)
    book.backdate(session, 90)
    assert active(book, session) == 90
    hands.pass_(1)
    book.backdate(session, 180)
    assert active(book, session) == 180
    book.undo()
    assert active(book, session) == 150
    book.undo()
    assert book.clock(session).phase is Phase.NOT_STARTED


def test_time_that_was_slept_is_left_out(book: Workbook, running: Session) -> None:
    """Of the activity that is on, and undone again."""
    book.discount(running, 120)
    assert remaining(book, running) == 20 * 60 - 180
    assert book.undo() == "leaving time out"
    assert remaining(book, running) == 15 * 60


def test_turns_go_round(book: Workbook, running: Session) -> None:
    """Whoever has had the fewest is next: by number as long as nothing was noted of them, else by code; sticker 2 is p2 all along."""
    assert book.turns_to_come(running) == ("1", "2", "3")
    assert book.turn(running).text == "1"
    assert book.turn(running, "3").text == "3"
    assert book.turn(running).text == "2"
    turn = book.status(running).turn
    assert turn is not None
    assert (turn.number, turn.had) == (3, ("1", "3", "2"))
    assert book.turn(running, "").text == ""
    assert book.status(running).turn is None
    book.capture(running, "12: it costs")
    book.capture(running, "2: it does")
    assert book.turns_to_come(running) == ("p12",)
    book.turn(running, "p12")
    assert book.turns_to_come(running) == ("1", "p2", "p12")


def test_turns_are_for_all_who_are_here(book: Workbook, running: Session) -> None:
    """Where one of three has said something, all three have their turn."""
    book.capture(running, "2: it does")
    assert [book.turn(running).text for _ in range(4)] == ["1", "p2", "3", "1"]


def test_a_turn_of_nobody(book: Workbook, plan: Plan) -> None:
    """Where nobody is counted or coded, someone has to be named; and before the start there are no turns."""
    made = book.start_session(plan, "parent")
    with pytest.raises(WorkshopError, match="Nobody is known here"):
        book.turn(made)
    with pytest.raises(WorkshopError, match="No activity is on"):
        book.turn(made, "3")


def test_what_was_undone_is_done_again(book: Workbook, running: Session) -> None:
    """By the clock's own undo, whichever window did it."""
    book.act(running, Verb.NEXT)
    assert book.undo_clock(running) == "next, from Talk"
    assert book.running(running) == 0
    assert book.redo_clock(running) == "next, from Talk"
    assert book.running(running) == 1
    with pytest.raises(WorkshopError, match="nothing to do again"):
        book.redo_clock(running)


def test_seven_minutes_of_sleep_are_counted_said_and_left_out(book: Workbook, running: Session, hands: Hands) -> None:
    """What happened is kept before anything is chosen; the answer is one step."""
    before = hands()
    hands.pass_(7)
    (gap,) = book.gaps_between(running, before, hands())
    assert gap.message == "The computer slept for 7 min. The room went on, so it was counted."
    assert remaining(book, running) == 8 * 60
    assert [each.text for each in book.records.timelines[running.id] if each.verb is Verb.OBSERVED] == [gap.message]
    book.answer_gap(running, gap, gap.choices[1])
    assert remaining(book, running) == 15 * 60
    assert book.undo() == "the answer: Leave the 7 min out"
    assert remaining(book, running) == 8 * 60
    assert len([each for each in book.records.timelines[running.id] if each.verb is Verb.OBSERVED]) == 1


@pytest.mark.parametrize("minutes", [-3, 12])
def test_a_wall_clock_that_is_set_changes_nothing_but_what_is_shown(book: Workbook, running: Session, hands: Hands, minutes: float) -> None:
    """It is said and kept; the remaining time is right to the second, now and after it was read again from disk."""
    before = hands()
    hands.set_wall(minutes)
    hands.pass_(1 / 60)
    (gap,) = book.gaps_between(running, before, hands())
    assert gap.what is What.CLOCK_SET
    hands.pass_(4)
    assert remaining(book, running) == 11 * 60 - 1
    assert book.status(running).started == hands.wall - timedelta(seconds=541)


@pytest.mark.parametrize("start", ["2026-03-02T23:50", "2026-03-29T00:50", "2026-10-25T01:50"], ids=["midnight", "spring", "autumn"])
def test_no_night_changes_the_length_of_an_activity(
    book: Workbook, plan: Plan, hands: Hands, reopened: Reopen, london: ZoneInfo, start: str
) -> None:
    """Over midnight and both changes of time, in the window that ran it and in one that reads it from disk."""
    hands.wall = datetime.fromisoformat(start).replace(tzinfo=london).astimezone(UTC)
    made = book.start_session(plan, "parent")
    book.act(made, Verb.START)
    hands.pass_(19.5)
    other = reopened()
    assert remaining(book, made) == remaining(other, other.session("S1")) == 30
    assert book.status(made).behind == 0


def test_eight_hours_are_right_to_the_second(book: Workbook, hands: Hands, reopened: Reopen) -> None:
    """Sixteen activities of half an hour, each paused for a minute and a second."""
    text = 'title = "Long"\n' + '[[activity]]\ntitle = "A"\nkind = "open"\nminutes = 30\n' * 16
    made = book.start_session(parse_plan(text, "long"), "parent")
    book.act(made, Verb.START)
    for _ in range(15):
        hands.pass_(28)
        book.act(made, Verb.PAUSE)
        hands.pass_(61 / 60)
        book.act(made, Verb.RESUME)
        hands.pass_(2)
        book.act(made, Verb.NEXT)
    hands.pass_(29)
    other = reopened()
    status = other.status(other.session("S1"))
    assert remaining(other, other.session("S1")) == pytest.approx(60, abs=1e-3)
    assert status.behind == pytest.approx(15 * 61, abs=1e-3)
    assert status.span > 8 * 3600
