"""Planned against actual: what each activity of a session was given and what it took, and what was said in it."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from workshop.model.clock import Clock, Stage
from workshop.model.clock.state import TAKEN_BACK
from workshop.model.clock.undo import effect
from workshop.model.plan import Kind
from workshop.model.reading import Reading, Timebase
from workshop.model.records import Entry, Reflection, Session


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """One session, as `ActivityTiming`: its activities in the order of the agenda, then those that were dropped.

    `idle` is time in which nothing was on, `elsewhere` how many reflections belong to no activity. `end` and an activity's are None as
    long as they go on. `rehearsal` is its speed, None for a session with people.
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
    known_as = clock.state.activities
    dropped = (each for each in status.activities if each.index not in status.order and known_as[each.index] is not TAKEN_BACK)
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
        activities=tuple(
            ActivityTiming(
                number=each.index + 1,
                title=each.title,
                kind=known_as[each.index].kind,
                stage=each.stage,
                unplanned=each.index >= clock.state.given,
                planned=each.ledger.planned,
                added=each.ledger.added,
                actual=each.active,
                paused=each.ledger.paused,
                discounted=each.ledger.discounted,
                overtime=each.overtime,
                planned_start=each.planned_start,
                planned_end=each.planned_end,
                start=each.actual_start,
                end=each.actual_end,
                reflections=said[each.index],
                in_overtime=late[each.index],
            )
            for each in (*status.agenda, *dropped)
        ),
        elsewhere=said[None],
    )


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
