"""An agenda that changes while it runs: activities that the plan doesn't have, an unplanned break."""

from dataclasses import replace

import pytest

from tests.model.clock_timeline import Timeline, plan_of
from workshop.errors import WorkshopError
from workshop.model.catchup import propose
from workshop.model.clock import Phase, Stage, check
from workshop.model.clock.threshold import crossings
from workshop.model.clock.words import deed, pace
from workshop.model.plan import Activity, Kind
from workshop.model.records import Verb


def inserted(timeline: Timeline, position: int, index: int = 3, minutes: float = 5) -> Timeline:
    """The session with an activity more."""
    return timeline.do(Verb.INSERT, text="Extra", kind="reflect", seconds=minutes * 60, activity=index, position=position)


def interrupted(timeline: Timeline, index: int = 3) -> Timeline:
    """The session stopped for a break of ten minutes."""
    return timeline.do(Verb.BREAK, text="Break", kind="break", seconds=600.0, activity=index)


def titles(timeline: Timeline) -> list[str]:
    """The agenda."""
    return [each.title for each in timeline.status.agenda]


def test_an_added_activity_has_its_place_and_makes_the_session_longer() -> None:
    """Nothing of it is planned, all of it added: the session ends later than planned by just its length."""
    timeline = inserted(Timeline(plan_of(10, 20, 30)).do(Verb.START).wait(60), 2)
    assert titles(timeline) == ["Activity 1", "Activity 2", "Extra", "Activity 3"]
    extra = timeline.status.activities[3]
    assert (extra.ledger.planned, extra.ledger.added, extra.remaining) == (0, 300, 300)
    assert (extra.planned_start, extra.planned_end) == (None, None)
    assert timeline.status.behind == 300
    assert pace(timeline.status, timeline.zone) == "5 min behind, ends 11:05 instead of 11:00"


def test_an_added_activity_runs_like_any_other() -> None:
    """Next enters it, and its time is its own."""
    timeline = inserted(Timeline(plan_of(10, 20, 30)).do(Verb.START), 1).wait(600).do(Verb.NEXT).wait(120)
    current = timeline.status.current
    assert current is not None
    assert (current.title, current.active, current.remaining) == ("Extra", 120, 180)
    assert timeline.do(Verb.NEXT).status.current == timeline.status.activities[1]


def test_an_index_once_given_stays_its_own() -> None:
    """What was added after one that was undone keeps its index, and the one undone is in nobody's agenda."""
    timeline = inserted(Timeline(plan_of(10, 20, 30)).do(Verb.START), 1)
    first = timeline.entries[-1]
    inserted(timeline, 2, index=4)
    timeline.do(Verb.UNDO, cancels=first.id)
    assert titles(timeline) == ["Activity 1", "Activity 2", "Extra", "Activity 3"]
    assert list(timeline.status.order) == [0, 1, 4, 2]
    assert timeline.status.activities[3].stage is Stage.DROPPED
    timeline.redo()
    assert list(timeline.status.order) == [0, 3, 4, 1, 2]


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"activity": 1}, "Another window added an activity at the same moment."),
        ({"activity": 10**9}, "Another window added an activity at the same moment."),
        ({"activity": None}, "Another window added an activity at the same moment."),
        ({"position": 0}, "Nothing can be put there."),
        ({"position": 4}, "Nothing can be put there."),
        ({"position": None}, "Nothing can be put there."),
        ({"kind": "party"}, "An activity needs a title and a kind."),
        ({"text": ""}, "An activity needs a title and a kind."),
        ({"seconds": 0.0}, "That is no length of time that a session can hold."),
        ({"seconds": None}, "That is no length of time that a session can hold."),
        ({"seconds": float("inf")}, "That is no length of time that a session can hold."),
    ],
)
def test_what_makes_no_activity_is_refused(fields: dict[str, object], message: str) -> None:
    """An index that another has, a place that is past, a kind that is none, no length."""
    timeline = Timeline(plan_of(10, 20, 30)).do(Verb.START)
    entry = replace(
        timeline.entry(Verb.INSERT, text="Extra", kind="open", seconds=60.0, activity=3, position=1),
        **fields,  # type: ignore[arg-type]  # one field of an entry, by name
    )
    with pytest.raises(WorkshopError) as refused:
        check(timeline.clock, entry)
    assert refused.value.message == message
    timeline.entries.append(entry)
    assert titles(timeline) == ["Activity 1", "Activity 2", "Activity 3"]


def test_a_break_interrupts_and_then_the_rest_goes_on() -> None:
    """What was on is next, with the time that it had left; the break stands before it, and its time is its own."""
    timeline = interrupted(Timeline(plan_of(10, 20, 30)).do(Verb.START).wait(600).do(Verb.NEXT).wait(480)).wait(540)
    status = timeline.status
    assert titles(timeline) == ["Activity 1", "Break", "Activity 2", "Activity 3"]
    assert status.current is not None
    assert (status.current.title, status.current.remaining) == ("Break", 60)
    assert status.behind == 600
    assert status.activities[1].stage is Stage.UPCOMING
    timeline.do(Verb.NEXT).wait(60)
    assert timeline.status.current == timeline.status.activities[1]
    assert timeline.status.activities[1].remaining == 20 * 60 - 540
    assert timeline.status.activities[3].active == 540


def test_a_break_between_two_activities() -> None:
    """It comes after the one that was last, before the one that is next."""
    timeline = interrupted(Timeline(plan_of(10, 20)).do(Verb.START).wait(600).do(Verb.STOP).wait(5), index=2)
    assert titles(timeline) == ["Activity 1", "Break", "Activity 2"]
    assert timeline.status.idle == 5


def test_one_undo_takes_a_break_back() -> None:
    """As if it had never been: what it interrupted has gone on."""
    timeline = interrupted(Timeline(plan_of(10, 20)).do(Verb.START).wait(100), index=2).wait(60).undo()
    assert titles(timeline) == ["Activity 1", "Activity 2"]
    assert timeline.status.activities[0].active == 160


@pytest.mark.parametrize(
    ("done", "message"),
    [
        ((), "The session has not started."),
        ((Verb.START, Verb.END), "The session has ended."),
    ],
)
def test_no_break_outside_the_session(done: tuple[Verb, ...], message: str) -> None:
    """Before its start, after its end."""
    timeline = Timeline(plan_of(10, 20, 30))
    for verb in done:
        timeline.do(verb)
    with pytest.raises(WorkshopError, match=message):
        check(timeline.clock, timeline.entry(Verb.BREAK, text="Break", kind="break", seconds=600.0, activity=3))


def test_no_break_in_a_break() -> None:
    """There is more time to be had."""
    timeline = interrupted(Timeline(plan_of(10, 20, 30)).do(Verb.START))
    with pytest.raises(WorkshopError, match="a break already"):
        check(timeline.clock, timeline.entry(Verb.BREAK, text="Break", kind="break", seconds=600.0, activity=4))


def test_a_catch_up_can_leave_out() -> None:
    """One entry shortens and drops, and one undo brings both back."""
    timeline = Timeline(plan_of(10, 20, 30)).do(Verb.START).wait(600)
    timeline.do(Verb.CATCH_UP, changes=((2, -60.0),), dropped=(1,))
    assert titles(timeline) == ["Activity 1", "Activity 3"]
    assert timeline.status.activities[2].allotted == 29 * 60
    timeline.undo()
    assert titles(timeline) == ["Activity 1", "Activity 2", "Activity 3"]
    assert timeline.status.activities[2].allotted == 30 * 60


def test_a_catch_up_leaves_out_nothing_that_has_been_on() -> None:
    """It is refused as a whole."""
    timeline = Timeline(plan_of(10, 20, 30)).do(Verb.START).wait(600).do(Verb.NEXT)
    timeline.do(Verb.CATCH_UP, changes=((2, -60.0),), dropped=(0,))
    assert [each.why for each in timeline.clock.ignored] == ["That activity has been on."]
    assert timeline.status.activities[2].allotted == 30 * 60


def test_a_proposal_without_some_gives_their_time_to_the_others() -> None:
    """What is left out by hand stands in the table with nothing after it, and the rest need give the less."""
    plan = [
        Activity(title=title, kind=Kind.OPEN, minutes=minutes, optional=optional)
        for title, minutes, optional in (("A", 10, False), ("B", 20, False), ("C", 4, True), ("D", 20, False))
    ]
    timeline = Timeline(plan).do(Verb.START).wait(900).do(Verb.NEXT)
    found = propose(timeline.status, plan, None, [2])
    assert found is not None
    assert [(row.title, row.after, row.dropped) for row in found.rows] == [("B", 1170, False), ("C", 0, True), ("D", 1170, False)]
    assert list(found.dropped) == [2]
    assert list(found.changes) == [(1, -30), (3, -30)]
    timeline.do(Verb.CATCH_UP, changes=found.changes, dropped=found.dropped)
    assert timeline.status.behind == 0


def test_a_proposal_without_enough_changes_nothing_else() -> None:
    """What is left out is more than was lost: the others keep their time."""
    plan = plan_of(10, 20, 10, 20)
    timeline = Timeline(plan).do(Verb.START).wait(900).do(Verb.NEXT)
    found = propose(timeline.status, plan, None, [2])
    assert found is not None
    assert list(found.changes) == []
    assert found.fits


def test_a_threshold_is_not_crossed_by_what_was_not_there() -> None:
    """The look before knew nothing of the activity that is on now."""
    timeline = Timeline(plan_of(10, 20, 30)).do(Verb.START)
    before = timeline.status
    after = interrupted(timeline).wait(599).status
    assert crossings(before, after) == ()


def test_what_was_done_is_said() -> None:
    """For the list of what can be undone."""
    timeline = interrupted(inserted(Timeline(plan_of(10, 20, 30)).do(Verb.START), 1), index=4)
    activities = timeline.clock.state.activities
    assert [deed(each, activities) for each in timeline.entries] == [
        "start",
        "added to the agenda: Extra, 5 min",
        "a break put in: Break, 10 min",
    ]


def test_nothing_is_added_to_a_session_that_has_ended() -> None:
    """It is undone first."""
    timeline = inserted(Timeline(plan_of(10, 20, 30)).do(Verb.START).do(Verb.END), 1)
    assert timeline.clock.phase is Phase.ENDED
    assert [each.why for each in timeline.clock.ignored] == ["The session has ended."]


@pytest.mark.parametrize("seconds", [31, 59, 1234])
def test_a_length_in_seconds_stays_as_it_was_given(seconds: float) -> None:
    """Though activities are told in minutes: not a rounding away from it."""
    timeline = Timeline(plan_of(10)).do(Verb.START)
    timeline.do(Verb.INSERT, text="Extra", kind="open", seconds=float(seconds), activity=1, position=1)
    assert timeline.status.activities[1].ledger.added == seconds
