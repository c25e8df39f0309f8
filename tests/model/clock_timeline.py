"""A made-up session for the tests of the clock: time passes when it is told to, and every key press is an entry."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta, tzinfo
from typing import Any, Self

from workshop.model.clock import Clock, Reading, Status, fold
from workshop.model.plan import Activity, Kind
from workshop.model.records import Entry, Verb

TEN = datetime(2026, 3, 3, 10, 0, tzinfo=UTC)


def plan_of(*minutes: float, **fields: Any) -> tuple[Activity, ...]:
    """Activities of these lengths, titled "Activity 1" and on; `fields` go to all of them."""
    return tuple(Activity(title=f"Activity {n}", kind=Kind.OPEN, minutes=each, **fields) for n, each in enumerate(minutes, 1))


class Timeline:
    """The entries of one session, and the clocks of the computer that it runs on."""

    def __init__(self, plan: Sequence[Activity], at: datetime = TEN, zone: tzinfo = UTC) -> None:
        """A session that has not started, at the instant `at`."""
        self.plan = plan
        self.zone = zone
        self.wall = at.astimezone(UTC)
        self.boot = 1000.0
        self.boot_id = "first"
        self.entries: list[Entry] = []

    @property
    def now(self) -> Reading:
        """What the clocks read."""
        return Reading(self.wall, self.boot, self.boot_id)

    @property
    def clock(self) -> Clock:
        """The fold of the entries so far."""
        return fold(self.plan, self.entries, self.zone)

    @property
    def status(self) -> Status:
        """The status now."""
        return self.clock.at(self.now)

    def wait(self, seconds: float, minutes: float = 0) -> Self:
        """Let time pass."""
        self.wall += timedelta(seconds=seconds, minutes=minutes)
        self.boot += seconds + minutes * 60
        return self

    def set_wall(self, seconds: float) -> Self:
        """Set the wall clock forward, or back."""
        self.wall += timedelta(seconds=seconds)
        return self

    def restart(self, name: str, seconds: float) -> Self:
        """Start the computer again, which takes so long."""
        self.wall += timedelta(seconds=seconds)
        self.boot, self.boot_id = 10.0, name
        return self

    def entry(self, verb: Verb, **fields: Any) -> Entry:
        """An entry at this moment, not yet in the timeline."""
        return Entry(id=f"{len(self.entries):06}", session="s1", verb=verb, at=self.wall, boot=self.boot, boot_id=self.boot_id, **fields)

    def do(self, verb: Verb, **fields: Any) -> Self:
        """Press a key: next and back name what they leave, as a window does."""
        if verb in (Verb.NEXT, Verb.BACK):
            fields.setdefault("activity", self.clock.current)
        self.entries.append(self.entry(verb, **fields))
        return self

    def undo(self) -> Self:
        """Undo the last thing that can be."""
        undoes = self.clock.undoes
        return self.do(Verb.UNDO, cancels=undoes.id if undoes else None)

    def redo(self) -> Self:
        """Take the last undo back."""
        redoes = self.clock.redoes
        return self.do(Verb.UNDO, cancels=redoes.id if redoes else None)
