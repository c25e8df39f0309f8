"""Thresholds: shares of an activity's time, and the last minutes of the session. Each is told when it is crossed, and then not again."""

from typing import NamedTuple

from workshop.model.clock.status import ActivityStatus, Status


class Threshold(NamedTuple):
    """A share of what is allotted that is left, with the fewest seconds that it may mean."""

    share: float
    floor: float

    def seconds(self, allotted: float) -> float:
        """How much is left when it is crossed. The floor gives way in an activity that is hardly longer than it."""
        return max(self.share * allotted, min(self.floor, allotted / 2))


TIME_LEFT = Threshold(0.20, 60)
LITTLE_LEFT = Threshold(0.05, 15)
TIME_UP = Threshold(0.0, 0)
THRESHOLDS = (TIME_LEFT, LITTLE_LEFT, TIME_UP)
CUES = (15 * 60, 5 * 60)
"""Seconds before the session's end at which the note-taker is told."""


def crossings(previous: Status, now: Status) -> tuple[Threshold, ...]:
    """The thresholds that the current activity went below between two looks at it, in their order; after a gap announce the last.

    Time added takes it above them again, and then they are crossed again. To come back into an activity crosses nothing.
    """
    current = now.current
    if current is None or current.index >= len(previous.activities):
        return ()
    before = previous.activities[current.index]
    return tuple(each for each in THRESHOLDS if not _below(before, each) and _below(current, each))


def cues(previous: Status, now: Status) -> tuple[int, ...]:
    """Which of `CUES` were passed between two looks at a session in which something is on."""
    if now.current is None or previous.current is None:
        return ()
    before, left = _seconds_left(previous), _seconds_left(now)
    return tuple(cue for cue in CUES if before > cue >= left)


def _below(activity: ActivityStatus, threshold: Threshold) -> bool:
    return activity.remaining <= threshold.seconds(activity.allotted)


def _seconds_left(status: Status) -> float:
    """Until the session's end as it is projected, or until the latest that was allowed, as long as that is to come."""
    left = (status.projected_end - status.now).total_seconds()
    latest = None if status.ends_by is None else (status.ends_by - status.now).total_seconds()
    return left if latest is None or latest < 0 else min(left, latest)
