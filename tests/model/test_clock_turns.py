"""Turns within an activity, moved activities, and what was learned of their lengths."""

import pytest

from tests.model.clock_timeline import Timeline, plan_of
from workshop.errors import WorkshopError
from workshop.model.clock import check
from workshop.model.clock.learned import learned, usual
from workshop.model.clock.turn import Turn, waiting
from workshop.model.clock.words import deed
from workshop.model.records import Verb


def turn(timeline: Timeline) -> Turn:
    """The turn that someone has."""
    found = timeline.status.turn
    assert found is not None
    return found


def test_a_turn_counts_its_own_time_without_pauses() -> None:
    """Two minutes each: what is left goes below zero, and nobody is cut off."""
    timeline = Timeline(plan_of(20, turns=2)).do(Verb.START).wait(30).do(Verb.TURN, text="p3").wait(50)
    assert (turn(timeline).number, turn(timeline).who, turn(timeline).ran, turn(timeline).remaining) == (1, "p3", 50, 70)
    timeline.do(Verb.PAUSE).wait(500).do(Verb.RESUME).wait(100)
    assert turn(timeline).remaining == -30
    timeline.do(Verb.TURN, text="p1").wait(5)
    assert (turn(timeline).number, turn(timeline).ran, turn(timeline).had) == (2, 5, ("p3", "p1"))


def test_turns_end_with_their_activity_or_when_someone_says_so() -> None:
    """And nobody's turn goes into the next one."""
    timeline = Timeline(plan_of(20, 20)).do(Verb.START).do(Verb.TURN, text="p3").wait(5)
    assert turn(timeline).remaining is None
    assert timeline.do(Verb.TURN).status.turn is None
    assert turn(timeline.do(Verb.TURN, text="p4")).number == 2
    assert timeline.do(Verb.NEXT).status.turn is None
    assert turn(timeline.do(Verb.BACK)).who == "p4"


def test_a_turn_can_be_undone() -> None:
    """A wrong code was pressed."""
    timeline = Timeline(plan_of(20)).do(Verb.START).do(Verb.TURN, text="p3").wait(5).do(Verb.TURN, text="p4").undo()
    assert (turn(timeline).who, turn(timeline).ran) == ("p3", 5)


def test_without_an_activity_nobody_has_a_turn() -> None:
    """It is refused before the start."""
    timeline = Timeline(plan_of(20))
    with pytest.raises(WorkshopError, match="No activity is on"):
        check(timeline.clock, timeline.entry(Verb.TURN, text="p3"))


@pytest.mark.parametrize(
    ("had", "expected"),
    [((), ("p1", "p2", "p3")), (("p2",), ("p1", "p3")), (("p1", "p2", "p3"), ("p1", "p2", "p3")), (("p1", "p2", "p3", "p1"), ("p2", "p3"))],
)
def test_next_is_who_has_had_the_fewest_turns(had: tuple[str, ...], expected: tuple[str, ...]) -> None:
    """In order of the codes, round after round."""
    assert waiting(("p1", "p2", "p3"), had) == expected


def test_nobody_waits_where_nobody_is() -> None:
    """An empty room has no next turn."""
    assert waiting((), ("p1",)) == ()


def test_an_activity_to_come_can_be_moved() -> None:
    """The agenda changes, and each keeps its number in the plan."""
    timeline = Timeline(plan_of(10, 20, 30, 40)).do(Verb.START).do(Verb.MOVE, activity=3, position=1)
    assert [each.index for each in timeline.status.agenda] == [0, 3, 1, 2]
    current = timeline.do(Verb.NEXT).status.current
    assert current is not None
    assert current.index == 3
    assert [each.index for each in timeline.undo().undo().status.agenda] == [0, 1, 2, 3]


@pytest.mark.parametrize(("activity", "position"), [(0, 2), (1, 2), (2, 0), (2, 1), (2, 4), (2, None), (7, 2)])
def test_what_is_not_to_come_cannot_be_moved(activity: int, position: int | None) -> None:
    """Nor can anything be moved into the past, or out of the session."""
    timeline = Timeline(plan_of(10, 20, 30, 40)).do(Verb.START).do(Verb.NEXT)
    with pytest.raises(WorkshopError, match=r"moved|not to come"):
        check(timeline.clock, timeline.entry(Verb.MOVE, activity=activity, position=position))


def test_a_move_to_where_it_is_does_nothing() -> None:
    """It is refused, so that an undo never takes back what nobody saw."""
    timeline = Timeline(plan_of(10, 20))
    with pytest.raises(WorkshopError, match="there already"):
        check(timeline.clock, timeline.entry(Verb.MOVE, activity=1, position=1))


def test_a_turn_is_named_by_whose_it_was() -> None:
    """For the undo."""
    timeline = Timeline(plan_of(20))
    assert deed(timeline.entry(Verb.TURN, text="p3"), timeline.plan) == "turn of p3"


@pytest.mark.parametrize(
    ("seconds", "kept", "words"),
    [
        ((), (), ""),
        ((0.0,), (), ""),
        ((1.0, 29.0), (), ""),
        ((1440.0,), (1440.0,), "took 24 min the last time"),
        ((1440.0, 1860.0), (1440.0, 1860.0), "took 24 and 31 min the last two times"),
        ((600.0, 1440.0, 1860.0, 1620.0), (1440.0, 1860.0, 1620.0), "took 24, 31 and 27 min the last three times"),
        ((1440.0, 7200.0, 1860.0, 1620.0), (1440.0, 1860.0, 1620.0), "took 24, 31 and 27 min the last three times"),
        ((1200.0, 60.0, 1300.0), (1200.0, 1300.0), "took 20 and 22 min the last two times"),
    ],
)
def test_what_it_took_before_is_told_without_outliers(seconds: tuple[float, ...], kept: tuple[float, ...], words: str) -> None:
    """A clock that was left running over lunch teaches nothing."""
    assert usual(seconds) == kept
    assert learned(seconds) == words
