"""A reading of the clocks, and the seconds from one reading to another. Nothing here reads a clock (workshop/clocks.py does)."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from workshop.model.records import Entry


@dataclass(frozen=True, slots=True)
class Reading:
    """One instant by two clocks: `wall`, aware; and `boot`, monotonic seconds that count suspension, comparable within one `boot_id`.

    An empty `boot_id` says that there is no such clock, and `boot` is not looked at. Raises ValueError for a naive wall.
    """

    wall: datetime
    boot: float = 0.0
    boot_id: str = ""

    def __post_init__(self) -> None:
        """Keep the wall in UTC: Python subtracts datetimes of one local zone by their faces, an hour wrong over a change of time."""
        if self.wall.utcoffset() is None:
            raise ValueError("a reading's wall clock is aware")
        object.__setattr__(self, "wall", self.wall.astimezone(UTC))

    @classmethod
    def of(cls, entry: Entry) -> "Reading":
        """The two readings that an entry of the timeline carries."""
        return cls(entry.at, entry.boot, entry.boot_id)


def seconds_between(earlier: Reading, later: Reading) -> float:
    """Seconds by the boot clock where both have the same one, else by the wall. Below zero where `later` reads as earlier."""
    if earlier.boot_id and earlier.boot_id == later.boot_id:
        return later.boot - earlier.boot
    return (later.wall - earlier.wall).total_seconds()


@dataclass(frozen=True, slots=True)
class Timebase:
    """Session time: seconds since the first reading it was given, never going back, whatever is done to the wall clock.

    A reading is placed by the last one with its own boot clock, and only where there is none by the wall: a computer that was started
    again, or a second one. Two computers whose walls disagree are as far apart as their walls until one of them is read twice.
    """

    last: Reading | None = None
    seconds: float = 0.0
    anchors: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    """By boot clock: its last reading, and the session time then."""

    def at(self, reading: Reading) -> float:
        """The session time of a reading; not before that of the last one taken in."""
        if self.last is None:
            return 0.0
        if self._knows(reading):
            boot, seconds = self.anchors[reading.boot_id]
            placed = seconds + (reading.boot - boot)
        else:
            placed = self.seconds + seconds_between(self.last, reading)
        return max(self.seconds, placed)

    def extended(self, reading: Reading) -> "Timebase":
        """This time base with one more reading taken in; one that is older than the last by its own boot clock tells nothing new."""
        if self._knows(reading) and reading.boot < self.anchors[reading.boot_id][0]:
            return self
        seconds = self.at(reading)
        anchors = {**self.anchors, reading.boot_id: (reading.boot, seconds)} if reading.boot_id else self.anchors
        return replace(self, last=reading, seconds=seconds, anchors=anchors)

    def instant(self, seconds: float, now: Reading | None = None) -> datetime:
        """The wall clock (UTC) at a session time, by the wall as it reads `now`: once a clock was put right, all times are shown by it.

        Without `now`, and where `now` comes from another boot clock, the wall of the last reading taken in is the measure.
        """
        if now is not None and (self.last is None or self._knows(now)):
            return now.wall + timedelta(seconds=seconds - self.at(now))
        if self.last is None:
            raise ValueError("a time base without a reading has no instants")
        return self.last.wall + timedelta(seconds=seconds - self.seconds)

    def _knows(self, reading: Reading) -> bool:
        return bool(reading.boot_id) and reading.boot_id in self.anchors
