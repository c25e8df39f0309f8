"""Planned against actual."""

from datetime import timedelta
from typing import Self

from tests.model.clock_timeline import TEN, Timeline, plan_of
from workshop.model.clock import Stage
from workshop.model.plan import Kind
from workshop.model.records import Reflection, Session, Verb
from workshop.model.timing import Timing, timing

SESSION = Session(id="s1", number=1, group="parent", cohort="c", created=TEN, title="Tuesday", plan_name="short")


class Room(Timeline):
    """A timeline in which things are said."""

    def __init__(self, *minutes: float) -> None:
        """A plan of these lengths."""
        super().__init__(plan_of(*minutes))
        self.said: list[Reflection] = []

    def say(self, activity: int | None) -> Self:
        """A remark now, of an activity."""
        # Ids sort by when they were made, among the entries.
        key = f"{len(self.entries) - 1:06}-{len(self.said):03}"
        self.said.append(Reflection(id=key, number=1, session="s1", text="it costs", perspective="parent", at=self.wall, activity=activity))
        return self

    def undo_it(self) -> Self:
        """Undo just the last entry, which the clock's own undo may pass over."""
        return self.do(Verb.UNDO, cancels=self.entries[-1].id)

    @property
    def timing(self) -> Timing:
        """What there is to tell now."""
        return timing(SESSION, self.clock, self.entries, self.said, self.now)


def test_every_ledger_is_told_and_the_whole_adds_up() -> None:
    """Planned, added, actual, paused, discounted, when it began and ended; and the session's."""
    room = Room(10, 20)
    room.do(Verb.START).wait(300).do(Verb.PAUSE).wait(60).do(Verb.RESUME).wait(400).do(Verb.ADD, seconds=120.0)
    room.do(Verb.DISCOUNT, seconds=100.0).do(Verb.NEXT).wait(900).do(Verb.STOP).wait(30).do(Verb.END).wait(5000)
    found = room.timing
    first, second = found.activities
    assert [first.planned, first.added, first.actual, first.paused, first.discounted, first.overtime] == [600, 120, 600, 60, 100, 0]
    assert (first.start, first.end) == (TEN, TEN + timedelta(seconds=760))
    assert (first.planned_start, first.planned_end) == (TEN, TEN + timedelta(minutes=10))
    assert (second.number, second.actual, second.stage) == (2, 900, Stage.DONE)
    assert [found.planned, found.span, found.idle] == [1800, 1690, 30]
    assert (found.start, found.end) == (TEN, TEN + timedelta(seconds=1690))
    assert sum(each.actual + each.paused + each.discounted for each in found.activities) + found.idle == found.span


def test_what_was_said_in_overtime_is_counted_apart() -> None:
    """After all that an activity was given, added time and all, had been used; a pause uses none of it."""
    room = Room(10, 20)
    room.do(Verb.START).wait(590).say(0).do(Verb.PAUSE).wait(60).say(0).do(Verb.RESUME).wait(9).say(0).wait(2).say(0).wait(100).say(0)
    assert (room.timing.activities[0].reflections, room.timing.activities[0].in_overtime) == (5, 2)
    room.do(Verb.ADD, seconds=60.0)
    assert room.timing.activities[0].in_overtime == 1


def test_what_is_noted_of_an_activity_that_was_left_is_no_overtime() -> None:
    """It is counted where it belongs, and was not said then."""
    room = Room(10, 20)
    room.do(Verb.START).wait(700).do(Verb.NEXT).wait(60).say(0)
    assert (room.timing.activities[0].reflections, room.timing.activities[0].in_overtime) == (1, 0)


def test_an_activity_that_was_entered_again_goes_on_with_its_time() -> None:
    """Its overtime begins in its second visit."""
    room = Room(10, 20)
    room.do(Verb.START).wait(500).do(Verb.NEXT).wait(60).do(Verb.BACK).wait(90).say(0).wait(20).say(0)
    assert (room.timing.activities[0].actual, room.timing.activities[0].in_overtime) == (610, 1)


def test_a_clock_that_was_set_moves_no_remark_into_overtime() -> None:
    """The wall went forward by 12 min in the middle; what was said before and after counts by the time that really passed."""
    room = Room(10, 20)
    room.do(Verb.START).wait(300).say(0).set_wall(720).do(Verb.OBSERVED).wait(60).say(0).wait(300).say(0)
    assert room.timing.activities[0].in_overtime == 1


def test_a_start_that_was_undone_is_no_measure() -> None:
    """The session began with the start that stands; what was said is placed by it."""
    room = Room(10, 20)
    room.do(Verb.START).wait(3000).undo().do(Verb.START).wait(500).say(0).wait(200).say(0)
    assert (room.timing.activities[0].actual, room.timing.activities[0].in_overtime) == (700, 1)


def test_remarks_of_no_activity_are_counted_too() -> None:
    """Between two, and of an index that there isn't."""
    room = Room(10)
    room.do(Verb.START).say(None).say(7).say(-1).say(0)
    assert (room.timing.elsewhere, room.timing.activities[0].reflections) == (3, 1)


def test_the_agenda_as_it_was_in_the_end() -> None:
    """Activities in the order in which they came, an unplanned one marked, then what was dropped; what was undone is nowhere."""
    room = Room(10, 20, 30)
    room.do(Verb.START).do(Verb.INSERT, text="Gone", kind="open", seconds=60.0, activity=3, position=1).undo()
    room.do(Verb.INSERT, text="Extra", kind="reflect", seconds=300.0, activity=4, position=1).do(Verb.DROP, activity=1)
    found = room.timing.activities
    assert [(each.title, each.stage, each.unplanned) for each in found] == [
        ("Activity 1", Stage.CURRENT, False),
        ("Extra", Stage.UPCOMING, True),
        ("Activity 3", Stage.UPCOMING, False),
        ("Activity 2", Stage.DROPPED, False),
    ]
    assert (found[1].kind, found[1].planned, found[1].added, found[1].planned_start) == (Kind.REFLECT, 0, 300, None)
    assert room.timing.planned == 3600


def test_what_happened_to_the_clock_is_told() -> None:
    """Notes that stand, and what was observed, each message once; a sign of life says nothing."""
    room = Room(10)
    room.do(Verb.START).do(Verb.NOTE, text="fire alarm").wait(60).do(Verb.OBSERVED).do(Verb.NOTE, text="gone").undo_it()
    room.do(Verb.OBSERVED, text="It slept.").wait(60).do(Verb.OBSERVED, text="It slept.")
    assert [(each.at, each.text) for each in room.timing.notes] == [(TEN, "fire alarm"), (TEN + timedelta(minutes=2), "It slept.")]


def test_before_the_start_there_is_nothing_but_the_plan() -> None:
    """No start, no end, and nothing took any time."""
    found = Room(10, 20).timing
    assert (found.start, found.end, found.span, found.planned) == (None, None, 0, 1800)
    assert [each.actual for each in found.activities] == [0, 0]
