"""The session clock: what each key press makes of it."""

from datetime import timedelta

import pytest

from tests.model.clock_timeline import TEN, Timeline, plan_of
from workshop.errors import WorkshopError
from workshop.model.clock import ActivityStatus, Phase, Stage, allowed, check
from workshop.model.records import Verb


def current(timeline: Timeline) -> ActivityStatus:
    """The activity that is on."""
    activity = timeline.status.current
    assert activity is not None
    return activity


def test_before_the_start_nothing_runs() -> None:
    """A session without an entry has not started, whatever the time."""
    status = Timeline(plan_of(10, 20)).wait(500).status
    assert status.phase is Phase.NOT_STARTED
    assert status.current is None
    assert [activity.active for activity in status.activities] == [0, 0]
    assert status.projected_end == status.now + timedelta(minutes=30)


def test_start_runs_the_first_activity() -> None:
    """Time counts from the start on."""
    timeline = Timeline(plan_of(10, 20)).do(Verb.START).wait(90)
    assert timeline.status.phase is Phase.RUNNING
    assert current(timeline).index == 0
    assert current(timeline).active == 90
    assert current(timeline).remaining == 510
    assert current(timeline).share_left == pytest.approx(0.85)


def test_at_zero_nothing_happens_but_overtime() -> None:
    """A room is not cut off: the activity goes on, and counts on."""
    timeline = Timeline(plan_of(10, 20)).do(Verb.START).wait(660)
    assert current(timeline).index == 0
    assert current(timeline).remaining == -60
    assert current(timeline).overtime == 60
    assert current(timeline).share_left == 0


def test_a_pause_is_a_ledger_of_its_own() -> None:
    """What is paused is neither active nor added."""
    timeline = Timeline(plan_of(10)).do(Verb.START).wait(60).do(Verb.PAUSE).wait(120).do(Verb.RESUME).wait(30)
    ledger = current(timeline).ledger
    assert (ledger.active, ledger.paused, ledger.added, ledger.discounted) == (90, 120, 0, 0)
    assert timeline.status.behind == 120


def test_next_leaves_one_and_begins_the_other() -> None:
    """Nothing lies between two activities when next is pressed."""
    timeline = Timeline(plan_of(10, 20)).do(Verb.START).wait(500).do(Verb.NEXT).wait(10)
    first, second = timeline.status.activities
    assert (first.stage, second.stage) == (Stage.DONE, Stage.CURRENT)
    assert first.actual_end == second.actual_start == TEN + timedelta(seconds=500)
    assert first.ledger.spent - first.ledger.planned == -100
    assert timeline.status.behind == -100
    assert timeline.status.idle == 0


def test_next_from_the_last_activity_ends_it_not_the_session() -> None:
    """Between the last activity and the end, time is idle."""
    timeline = Timeline(plan_of(10)).do(Verb.START).wait(600).do(Verb.NEXT).wait(40)
    assert timeline.status.phase is Phase.BETWEEN
    assert timeline.status.nothing_running == 40
    ended = timeline.do(Verb.END).wait(1000).status
    assert ended.phase is Phase.ENDED
    assert ended.span == 640
    assert ended.idle == 40
    assert ended.nothing_running is None


def test_two_windows_pressing_next_skip_nothing() -> None:
    """A next names what it leaves; the second one finds that left already, and is reported."""
    timeline = Timeline(plan_of(10, 20, 30)).do(Verb.START).wait(60)
    timeline.do(Verb.NEXT, activity=0).do(Verb.NEXT, activity=0)
    assert current(timeline).index == 1
    assert [(ignored.entry.id, ignored.why) for ignored in timeline.clock.ignored] == [("000002", "That activity was left already.")]


def test_an_activity_can_be_entered_again() -> None:
    """Its time goes on being added up."""
    timeline = Timeline(plan_of(10, 20)).do(Verb.START).wait(60).do(Verb.NEXT).wait(5).do(Verb.BACK).wait(30)
    assert current(timeline).index == 0
    assert current(timeline).active == 90
    assert timeline.status.activities[1].active == 5
    assert timeline.status.activities[1].stage is Stage.UPCOMING
    assert timeline.do(Verb.NEXT).status.activities[0].actual_start == TEN
    assert timeline.status.activities[1].actual_start == TEN + timedelta(seconds=60)


def test_added_time_can_be_taken_away_down_to_nothing() -> None:
    """Less than nothing can't be allotted, and a minute added afterwards is a minute."""
    timeline = Timeline(plan_of(10)).do(Verb.START).do(Verb.ADD, seconds=-900.0)
    assert current(timeline).allotted == 0
    assert current(timeline).share_left == 0
    timeline.do(Verb.ADD, seconds=60.0)
    assert current(timeline).allotted == 60


def test_a_wrong_next_can_be_undone() -> None:
    """After the undo it is as if it had never been pressed: the time since belongs to the activity that went on."""
    timeline = Timeline(plan_of(10, 20)).do(Verb.START).wait(60).do(Verb.NEXT).wait(20).undo().wait(1)
    assert current(timeline).index == 0
    assert current(timeline).active == 81
    assert timeline.status.activities[1].stage is Stage.UPCOMING


def test_redo_is_the_undo_of_an_undo() -> None:
    """What was undone counts again from the moment at which it was first done."""
    timeline = Timeline(plan_of(10, 20)).do(Verb.START).wait(60).do(Verb.NEXT).wait(20).undo().wait(5).redo()
    assert current(timeline).index == 1
    assert current(timeline).active == 25
    assert timeline.clock.redoes is None


def test_after_something_else_was_done_there_is_nothing_to_redo() -> None:
    """A redo brings back what was undone last, not what was undone once."""
    timeline = Timeline(plan_of(10, 20)).do(Verb.START).do(Verb.NEXT).undo()
    assert timeline.clock.redoes is not None
    assert timeline.do(Verb.SHOW, statement="s7").clock.redoes is not None
    assert timeline.do(Verb.PAUSE).clock.redoes is None


def test_an_undo_deep_in_the_past_is_brought_back_with_what_it_took() -> None:
    """An entry stands unless an undo that stands names it: the first next is undone by the undo that the last one brought back."""
    timeline = Timeline(plan_of(10, 20)).do(Verb.START).do(Verb.NEXT)
    timeline.do(Verb.UNDO, cancels="000001").do(Verb.UNDO, cancels="000002")
    assert current(timeline).index == 1
    timeline.do(Verb.UNDO, cancels="000003")
    assert current(timeline).index == 0


def test_a_forgotten_start_is_backdated() -> None:
    """To say that it started 90 s ago moves the start of the session."""
    timeline = Timeline(plan_of(10)).do(Verb.START).do(Verb.BACKDATE, seconds=90.0)
    assert current(timeline).active == 90
    assert timeline.status.started == TEN - timedelta(seconds=90)


def test_a_late_next_is_backdated_out_of_the_activity_before() -> None:
    """What the new activity gains the old one gives: the session is as long as it was."""
    timeline = Timeline(plan_of(10, 20)).do(Verb.START).wait(600).do(Verb.NEXT).wait(10).do(Verb.BACKDATE, seconds=100.0)
    first, second = timeline.status.activities
    assert (first.active, second.active) == (510, 100)
    assert timeline.status.span == 610


def test_a_backdate_stops_where_the_broken_off_visit_began() -> None:
    """It can't reach into what lay before that."""
    timeline = Timeline(plan_of(10, 20, 5)).do(Verb.START).wait(60).do(Verb.NEXT).wait(30).do(Verb.NEXT, seconds=500.0)
    assert [activity.active for activity in timeline.status.activities] == [60, 0, 30]
    assert timeline.status.activities[1].stage is Stage.DONE
    assert timeline.status.activities[1].actual_start == timeline.status.activities[1].actual_end == TEN + timedelta(seconds=60)


def test_a_backdate_is_corrected_by_the_next_one() -> None:
    """Nothing is lost by a first guess: the pause that it hid is there again."""
    timeline = Timeline(plan_of(10, 20)).do(Verb.START).wait(60).do(Verb.PAUSE).wait(60).do(Verb.RESUME).wait(60)
    timeline.do(Verb.NEXT).do(Verb.BACKDATE, seconds=170.0)
    assert timeline.status.activities[0].ledger.paused == 0
    timeline.do(Verb.BACKDATE, seconds=10.0)
    ledger = timeline.status.activities[0].ledger
    assert (ledger.active, ledger.paused) == (110, 60)


def test_discounted_time_is_no_longer_active() -> None:
    """The lid was closed: the time is taken out of the activity, not out of the session."""
    timeline = Timeline(plan_of(10)).do(Verb.START).wait(500).do(Verb.DISCOUNT, seconds=420.0)
    assert current(timeline).remaining == 520
    assert current(timeline).ledger.discounted == 420
    assert timeline.status.span == 500
    assert timeline.status.behind == 420


def test_more_than_there_was_cannot_be_discounted() -> None:
    """A discount ends at the time that the activity has, and doesn't eat what comes later."""
    timeline = Timeline(plan_of(10)).do(Verb.START).wait(50).do(Verb.DISCOUNT, seconds=420.0).wait(10)
    assert current(timeline).active == 10


def test_stop_leaves_nothing_running() -> None:
    """The idle time until the next start is counted, and belongs to no activity."""
    timeline = Timeline(plan_of(10, 20)).do(Verb.START).wait(600).do(Verb.STOP).wait(92)
    assert timeline.status.nothing_running == 92
    assert timeline.status.behind == 92
    timeline.do(Verb.START).wait(8)
    assert current(timeline).index == 1
    assert timeline.status.idle == 92
    timeline.do(Verb.BACKDATE, seconds=100.0)
    assert timeline.status.idle == 0
    assert current(timeline).active == 100


def test_a_session_that_ended_can_be_entered_again() -> None:
    """The time after the end was idle, and counts in the span."""
    timeline = Timeline(plan_of(10)).do(Verb.START).wait(60).do(Verb.END).wait(100).do(Verb.BACK).wait(5)
    assert current(timeline).active == 65
    assert timeline.status.idle == 100
    assert timeline.status.span == 165


def test_a_session_is_closed_at_its_last_entry() -> None:
    """An end says how long ago it really was."""
    timeline = Timeline(plan_of(60)).do(Verb.START).wait(600).do(Verb.NOTE).wait(0, minutes=14 * 60).do(Verb.END, seconds=14 * 3600.0)
    assert timeline.status.span == 600
    assert timeline.status.ended == TEN + timedelta(minutes=10)


def test_a_dropped_activity_is_not_gone_into() -> None:
    """Next goes past it, and the session ends the sooner."""
    timeline = Timeline(plan_of(10, 20, 5)).do(Verb.START).do(Verb.DROP, activity=1).wait(600).do(Verb.NEXT)
    assert current(timeline).index == 2
    assert timeline.status.activities[1].stage is Stage.DROPPED
    assert timeline.status.behind == -1200


def test_the_statement_on_show_is_that_of_the_current_activity() -> None:
    """Each activity has its own, and finds it again."""
    timeline = Timeline(plan_of(10, 20)).do(Verb.START).do(Verb.SHOW, statement="s7").do(Verb.NEXT)
    assert timeline.status.statement is None
    assert timeline.do(Verb.SHOW, statement="s8").status.statement == "s8"
    assert timeline.do(Verb.BACK).status.statement == "s7"
    assert timeline.do(Verb.SHOW, statement=None).status.statement is None


def test_undo_means_the_clock_not_the_statement_on_show() -> None:
    """A wrong next is undone though a statement was shown since."""
    timeline = Timeline(plan_of(10, 20)).do(Verb.START).do(Verb.NEXT).do(Verb.SHOW, statement="s7").undo()
    assert current(timeline).index == 0


def test_an_undo_from_two_windows_undoes_one_thing() -> None:
    """Both name the same entry; the second is ignored, and one redo brings it back."""
    timeline = Timeline(plan_of(10, 20)).do(Verb.START).do(Verb.NEXT)
    timeline.do(Verb.UNDO, cancels="000001").do(Verb.UNDO, cancels="000001")
    assert current(timeline).index == 0
    assert [ignored.entry.id for ignored in timeline.clock.ignored] == ["000003"]
    assert current(timeline.redo()).index == 1


@pytest.mark.parametrize(
    ("done", "verb", "fields", "message"),
    [
        ((), Verb.PAUSE, {}, "No activity is on."),
        ((), Verb.NEXT, {}, "The session has not started."),
        ((), Verb.BACK, {}, "The session has not started."),
        ((), Verb.END, {}, "The session has not started."),
        ((), Verb.BACKDATE, {"seconds": 5.0}, "The session has not started."),
        ((), Verb.ADD, {"seconds": 5.0}, "No activity is on."),
        ((), Verb.SHOW, {"statement": "s1"}, "No activity is on."),
        ((), Verb.STOP, {}, "No activity is on."),
        ((), Verb.UNDO, {}, "There is nothing to undo."),
        ((Verb.START,), Verb.START, {}, "The session is running already."),
        ((Verb.START,), Verb.START, {"activity": 0}, "That activity is on already."),
        ((Verb.START,), Verb.START, {"activity": 9}, "There is no such activity in this session."),
        ((Verb.START,), Verb.RESUME, {}, "The clock is running already."),
        ((Verb.START,), Verb.BACK, {"activity": 0}, "This is the first activity."),
        ((Verb.START,), Verb.NEXT, {"activity": 1}, "That activity was left already."),
        ((Verb.START,), Verb.ADD, {"seconds": 0.0}, "That is no length of time that a session can hold."),
        ((Verb.START,), Verb.ADD, {"seconds": float("nan")}, "That is no length of time that a session can hold."),
        ((Verb.START,), Verb.ADD, {"seconds": 1e300}, "That is no length of time that a session can hold."),
        ((Verb.START,), Verb.CATCH_UP, {"changes": ((7, -60.0),)}, "There is no such activity in this session."),
        ((Verb.START,), Verb.CATCH_UP, {}, "That is no length of time that a session can hold."),
        ((Verb.START,), Verb.NEXT, {"activity": 0, "seconds": -5.0}, "What has happened lies in the past."),
        ((Verb.START,), Verb.DISCOUNT, {"activity": 1, "seconds": 5.0}, "That activity has no time that could be left out."),
        ((Verb.START,), Verb.DROP, {"activity": 0}, "That activity has been on."),
        ((Verb.START,), Verb.UNDO, {"cancels": "nothing"}, "That was undone already."),
        ((Verb.START, Verb.PAUSE), Verb.PAUSE, {}, "The clock is paused already."),
        ((Verb.START, Verb.NEXT, Verb.NEXT), Verb.NEXT, {}, "There is no further activity."),
        ((Verb.START, Verb.NEXT, Verb.NEXT), Verb.START, {}, "There is no further activity."),
        ((Verb.START, Verb.END), Verb.NEXT, {}, "The session has ended."),
        ((Verb.START, Verb.END), Verb.END, {}, "The session has ended already."),
    ],
)
def test_what_cannot_be_is_refused_and_changes_nothing(done: tuple[Verb, ...], verb: Verb, fields: dict[str, object], message: str) -> None:
    """A screen is told why before, and the fold passes over it where it was written all the same."""
    timeline = Timeline(plan_of(10, 20))
    for each in done:
        timeline.wait(0).do(each)
    before = timeline.status
    entry = timeline.entry(verb, **fields)
    with pytest.raises(WorkshopError) as refused:
        check(timeline.clock, entry)
    assert refused.value.message == message
    timeline.entries.append(entry)
    assert timeline.status == before
    assert timeline.clock.ignored[-1].entry is entry


ALWAYS = {Verb.NOTE, Verb.OBSERVED, Verb.STARTS_AT, Verb.ENDS_BY}
RUNS = {Verb.INSERT, Verb.BREAK}
COMING = {Verb.DROP, Verb.CATCH_UP}
ON = {Verb.NEXT, Verb.STOP, Verb.END, Verb.ADD, Verb.BACKDATE, Verb.SHOW, Verb.TURN, Verb.UNDO}


@pytest.mark.parametrize(
    ("done", "verbs"),
    [
        ((), {Verb.START, Verb.MOVE, Verb.INSERT} | COMING),
        ((Verb.START,), {Verb.PAUSE, Verb.DISCOUNT} | ON | COMING | RUNS),
        ((Verb.START, Verb.NEXT), {Verb.PAUSE, Verb.DISCOUNT, Verb.BACK} | ON | RUNS),
        ((Verb.START, Verb.NEXT, Verb.PAUSE), {Verb.RESUME, Verb.BACK} | ON | RUNS),
        ((Verb.START, Verb.STOP), {Verb.START, Verb.NEXT, Verb.BACK, Verb.END, Verb.BACKDATE, Verb.UNDO} | COMING | RUNS),
        ((Verb.START, Verb.NEXT, Verb.NEXT), {Verb.BACK, Verb.END, Verb.BACKDATE, Verb.UNDO} | RUNS),
        ((Verb.START, Verb.END), {Verb.START, Verb.BACK, Verb.BACKDATE, Verb.UNDO} | COMING),
    ],
)
def test_what_is_allowed_is_what_would_do_something(done: tuple[Verb, ...], verbs: set[Verb]) -> None:
    """A footer offers just these."""
    timeline = Timeline(plan_of(10, 20))
    for each in done:
        timeline.do(each)
    assert allowed(timeline.clock) == verbs | ALWAYS


def test_a_session_left_open_for_days_can_still_be_closed_at_its_last_entry() -> None:
    """An end may be backdated by more than the day that bounds every other length of time."""
    timeline = Timeline(plan_of(60)).do(Verb.START).wait(600).wait(5 * 86400).do(Verb.END, seconds=5 * 86400.0)
    assert timeline.status.span == 600
