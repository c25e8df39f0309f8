"""The state of a session's clock, as a value: what the entries so far have made of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import Self

from workshop.model.clock.segment import Segment, cut, visit_start
from workshop.model.plan import Activity, Kind

TAKEN_BACK = Activity(title="(taken back)", kind=Kind.OPEN, minutes=0)
"""Stands in the place of an activity that was added and then undone, so that those added later keep their index."""


class Phase(StrEnum):
    """Where a session is. Between: it has begun, and no activity is on."""

    NOT_STARTED = "not started"
    RUNNING = "running"
    PAUSED = "paused"
    BETWEEN = "between"
    ENDED = "ended"


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """Everything that acts on the time. Times are session time (reading.py), in seconds; activities are indices into `activities`.

    The first `given` activities are the plan's own, in its order; those after them were added as the session ran, and have no planned
    time: all of theirs is added by choice.
    `place` is the activity that is on, or was last. `since` is when the phase began; `past` is what lay before it, as it was known
    then, so that `since` can be moved again: only `segments` puts the two together. `added` and `discounted` are seconds. `turns` are
    whose turn it was, and from when.
    """

    activities: tuple[Activity, ...]
    order: tuple[int, ...]
    given: int
    phase: Phase = Phase.NOT_STARTED
    place: int | None = None
    since: float = 0.0
    past: tuple[Segment, ...] = ()
    added: Mapping[int, float] = field(default_factory=dict)
    discounted: Mapping[int, float] = field(default_factory=dict)
    shown: Mapping[int, str | None] = field(default_factory=dict)
    turns: Mapping[int, tuple[tuple[str, float], ...]] = field(default_factory=dict)
    starts_at: datetime | None = None
    ends_by: datetime | None = None

    @classmethod
    def beginning(cls, plan: Sequence[Activity]) -> Self:
        """The state before the first entry."""
        return cls(activities=tuple(plan), order=tuple(range(len(plan))), given=len(plan))

    @property
    def current(self) -> int | None:
        """The activity that is on, running or paused."""
        return self.place if self.phase in (Phase.RUNNING, Phase.PAUSED) else None

    @property
    def following(self) -> int | None:
        """The activity after the one that is on or was last; the first before the session has started."""
        later = self.upcoming
        return later[0] if later else None

    @property
    def preceding(self) -> int | None:
        """The activity before the one that is on."""
        if self.place is None:
            return None
        position = self.order.index(self.place)
        return self.order[position - 1] if position else None

    @property
    def upcoming(self) -> tuple[int, ...]:
        """What is still to come, in order."""
        return self.order if self.place is None else self.order[self.order.index(self.place) + 1 :]

    def planned(self, activity: int) -> float:
        """The planned length of an activity, in seconds; nothing for one that the plan doesn't have."""
        return self.activities[activity].minutes * 60 if activity < self.given else 0.0

    def inserted(self, activity: Activity, index: int, position: int, seconds: float) -> Self:
        """The state with an activity of its own at a place in the agenda, known by `index` from now on, so many seconds long."""
        missing = index + 1 - len(self.activities)
        filled = (*self.activities, *[TAKEN_BACK] * missing)
        return replace(
            self,
            activities=(*filled[:index], activity, *filled[index + 1 :]),
            order=(*self.order[:position], index, *self.order[position:]),
            added={**self.added, index: seconds},
        )

    def segments(self, until: float) -> tuple[Segment, ...]:
        """All of the session up to `until`, without a gap. An ended session ends where it ended."""
        settled = cut(self.past, self.since)
        if self.phase in (Phase.NOT_STARTED, Phase.ENDED):
            return settled
        return (*settled, Segment(self.current, self.phase is Phase.PAUSED, self.since, max(until, self.since)))

    def moved(self, at: float, ago: float, phase: Phase, place: int | None) -> Self:
        """The state after a change of phase, which was really `ago` seconds before `at`."""
        past = self.segments(at)
        if self.phase is Phase.ENDED:
            past = (*past, Segment(None, paused=False, start=self.since, end=at))
        return replace(self, phase=phase, place=place, past=past, since=_within(past, at - ago))

    def backdated(self, at: float, ago: float) -> Self:
        """The state with its last change of phase put to `ago` seconds before `at`."""
        return replace(self, since=_within(self.past, at - ago))


def _within(past: tuple[Segment, ...], wanted: float) -> float:
    """A change of phase can be put back to the beginning of the visit that it broke off, and no further; the session's start is free."""
    return max(wanted, visit_start(past)) if past else wanted
