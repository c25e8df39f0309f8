"""The status of a session at one instant: all that a screen or a report may say about its time, worked out."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from workshop.model.clock.ledger import Ledger
from workshop.model.clock.state import Phase
from workshop.model.clock.turn import Turn


class Stage(StrEnum):
    """Where an activity is. Skipped: it was passed over, or the session ended before it."""

    UPCOMING = "upcoming"
    CURRENT = "current"
    DONE = "done"
    SKIPPED = "skipped"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityStatus:
    """One activity at one instant. Lengths are seconds, instants aware and in UTC.

    `projected_*` is when it will be if all goes on as allotted, or was; `planned_*` is by the plan, from the session's planned start or,
    without one, from its actual start (None as long as there is neither); `actual_*` is None until it happened. `starts_at` and
    `ends_by` are the plan's fixed times.
    """

    index: int
    title: str
    stage: Stage
    ledger: Ledger
    planned_start: datetime | None
    planned_end: datetime | None
    projected_start: datetime | None
    projected_end: datetime | None
    actual_start: datetime | None
    actual_end: datetime | None
    starts_at: datetime | None = None
    ends_by: datetime | None = None

    @property
    def active(self) -> float:
        """The time it ran, without pauses and what was discounted."""
        return self.ledger.active

    @property
    def allotted(self) -> float:
        """The time it may take."""
        return self.ledger.allotted

    @property
    def remaining(self) -> float:
        """What is left of that; below zero in overtime."""
        return self.ledger.remaining

    @property
    def overtime(self) -> float:
        """How far it is over, never below zero."""
        return max(0.0, -self.remaining)

    @property
    def share_left(self) -> float:
        """What is left as a share of what is allotted, from 0 to 1."""
        return max(0.0, self.remaining) / self.allotted if self.allotted else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """A session at one instant. Lengths are seconds, instants aware and in UTC; words.py puts them for people.

    `behind` is how much later than planned the session will end, counted from its actual start; `behind_clock` from its planned start
    (None without one): a late start counts. Both are below zero where it is ahead. `idle` is all time in which nothing was on,
    `nothing_running` how long that is now the case (None where something is on, or nothing is due). `span` is from start to end.
    """

    now: datetime
    phase: Phase
    activities: tuple[ActivityStatus, ...]
    order: tuple[int, ...]
    place: int | None
    started: datetime | None
    ended: datetime | None
    planned_start: datetime | None
    planned_end: datetime | None
    projected_end: datetime
    ends_by: datetime | None
    behind: float
    behind_clock: float | None
    idle: float
    nothing_running: float | None
    span: float
    statement: str | None = None
    turn: Turn | None = None

    @property
    def current(self) -> ActivityStatus | None:
        """The activity that is on, running or paused."""
        on = self.place is not None and self.phase in (Phase.RUNNING, Phase.PAUSED)
        return self.activities[self.place] if on and self.place is not None else None

    @property
    def agenda(self) -> tuple[ActivityStatus, ...]:
        """The activities in the order in which they come, without those that were dropped."""
        return tuple(self.activities[index] for index in self.order)

    @property
    def upcoming(self) -> tuple[ActivityStatus, ...]:
        """What is still to come."""
        return tuple(activity for activity in self.agenda if activity.stage is Stage.UPCOMING)

    @property
    def spare(self) -> float | None:
        """Seconds between the projected end and the latest one; below zero it will be too late. None where no end is fixed."""
        return None if self.ends_by is None else (self.ends_by - self.projected_end).total_seconds()
