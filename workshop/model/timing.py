"""Planned against actual: what each activity of a session was given and what it took, and what was said in it."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from workshop.model.clock import ActivityStatus, Clock, Stage
from workshop.model.clock.state import TAKEN_BACK
from workshop.model.clock.undo import effect
from workshop.model.plan import Kind
from workshop.model.reading import Reading, Timebase
from workshop.model.records import Entry, Reflection, Session, Verb


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityTiming:
    """One activity. Lengths are seconds, instants aware and in UTC, None where there is none; `number` is as people count, from 1.

    `actual` is the time that it ran, without pauses and what was discounted: actual + paused + discounted is all the time it was on.
    `unplanned` says that the plan didn't have it; then all its time is `added`. `overtime` is how much of `actual` lay beyond planned +
    added, `in_overtime` how many of its `reflections` were said then.
    """

    number: int
    title: str
    kind: Kind
    stage: Stage
    unplanned: bool
    planned: float
    added: float
    actual: float
    paused: float
    discounted: float
    overtime: float
    planned_start: datetime | None
    planned_end: datetime | None
    start: datetime | None
    end: datetime | None
    reflections: int
    in_overtime: int


@dataclass(frozen=True, slots=True)
class Note:
    """Something that was noted on the clock, or that happened to it: the computer slept, its clock was set."""

    at: datetime
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """One session, as `ActivityTiming`: its activities in the order of the agenda, then those that were dropped.

    `idle` is time in which nothing was on, `elsewhere` how many reflections belong to no activity. `end` and an activity's are None as
    long as they go on. `rehearsal` is its speed, None for a session with people. `notes` are by the wall clock as it was then.
    """

    session: str
    title: str
    plan_name: str
    rehearsal: float | None
    planned_start: datetime | None
    planned_end: datetime | None
    start: datetime | None
    end: datetime | None
    planned: float
    span: float
    idle: float
    activities: tuple[ActivityTiming, ...]
    elsewhere: int
    notes: tuple[Note, ...]


def timing(session: Session, clock: Clock, entries: Sequence[Entry], reflections: Iterable[Reflection], now: Reading) -> Timing:
    """The session at `now`, by its clock and the remarks said in it; an ended one is the same for ever."""
    status = clock.at(now)
    moments = _Moments(clock, entries)
    overtime = {index: _overtime(clock, index) for index in range(len(status.activities))}
    said, late = Counter[int | None](), Counter[int | None]()
    for each in reflections:
        known = each.activity if each.activity is not None and 0 <= each.activity < len(status.activities) else None
        said[known] += 1
        if known is not None:
            begin, end = overtime[known]
            late[known] += begin is not None and begin < moments.of(each) <= (end if end is not None else float("inf"))
    there = clock.state.activities
    dropped = (each for each in status.activities if each.index not in status.order and there[each.index] is not TAKEN_BACK)
    return Timing(
        session=session.id,
        title=session.title,
        plan_name=session.plan_name,
        rehearsal=session.rehearsal,
        planned_start=status.planned_start,
        planned_end=status.planned_end,
        start=status.started,
        end=status.ended,
        planned=sum(each.ledger.planned for each in status.activities),
        span=status.span,
        idle=status.idle,
        activities=tuple(_of_activity(each, clock, said[each.index], late[each.index]) for each in (*status.agenda, *dropped)),
        elsewhere=said[None],
        notes=tuple(_notes(clock, entries)),
    )


def _of_activity(status: ActivityStatus, clock: Clock, said: int, late: int) -> ActivityTiming:
    return ActivityTiming(
        number=status.index + 1,
        title=status.title,
        kind=clock.state.activities[status.index].kind,
        stage=status.stage,
        unplanned=status.index >= clock.state.given,
        planned=status.ledger.planned,
        added=status.ledger.added,
        actual=status.active,
        paused=status.ledger.paused,
        discounted=status.ledger.discounted,
        overtime=status.overtime,
        planned_start=status.planned_start,
        planned_end=status.planned_end,
        start=status.actual_start,
        end=status.actual_end,
        reflections=said,
        in_overtime=late,
    )


def _notes(clock: Clock, entries: Sequence[Entry]) -> Iterator[Note]:
    """What stands; a message that was kept with two readings once, at the later."""
    kept = [each for each in entries if each.verb in (Verb.NOTE, Verb.OBSERVED) and each.text and each.id in clock.standing]
    for place, entry in enumerate(kept):
        following = kept[place + 1] if place + 1 < len(kept) else None
        if following is None or (following.verb, following.text) != (entry.verb, entry.text) or entry.verb is Verb.NOTE:
            yield Note(entry.at, entry.text)


def _overtime(clock: Clock, index: int) -> tuple[float | None, float | None]:
    """Between which session times an activity was in overtime: from when it had used all it was given, to when it was left last.

    None for no beginning where it never was, and for no end where it is on. What was discounted is taken to lie before.
    """
    state = clock.state
    left = state.planned(index) + state.added.get(index, 0.0) + state.discounted.get(index, 0.0)
    begin: float | None = None
    end: float | None = None
    open_end = float("inf")
    for segment in state.segments(open_end if state.current is not None else state.since):
        if segment.activity != index:
            continue
        end = segment.end
        if not segment.paused and begin is None:
            if segment.seconds > left:
                begin = segment.start + max(0.0, left)
            left -= segment.seconds
    return begin, None if end == open_end else end


class _Moments:
    """The session time of remarks: by the last entry made before each, whatever was done to the wall clock since."""

    def __init__(self, clock: Clock, entries: Sequence[Entry]) -> None:
        base = Timebase()
        passed_over = {each.entry.id for each in clock.ignored}
        self._placed: list[tuple[str, datetime, float]] = []
        for entry in effect(entries).in_effect:
            if entry.id not in passed_over:
                base = base.extended(Reading.of(entry))
                self._placed.append((entry.id, entry.at, base.seconds))

    def of(self, reflection: Reflection) -> float:
        """Its session time; a time that it was said to have been said at counts."""
        if not self._placed:
            return 0.0
        before = bisect_right(self._placed, reflection.id, key=lambda each: each[0])
        _, at, seconds = self._placed[max(0, before - 1)]
        return seconds + (reflection.at - at).total_seconds()
