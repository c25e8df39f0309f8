"""The four ledgers of an activity: planned, added, paused, discounted; and the time that was active."""

from dataclasses import dataclass

from workshop.model.clock.state import State


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """An activity's account, in seconds. `first` and `last` are the session times between which it was on, None where it never was.

    `active` is what ran and was not discounted, so that active + paused + discounted is all the time that the activity was on.
    """

    planned: float
    added: float
    active: float = 0.0
    paused: float = 0.0
    discounted: float = 0.0
    first: float | None = None
    last: float | None = None

    @property
    def allotted(self) -> float:
        """What it may take: planned + added, never below zero."""
        return max(0.0, self.planned + self.added)

    @property
    def remaining(self) -> float:
        """What is left of it; below zero it is overtime, and keeps counting."""
        return self.allotted - self.active

    @property
    def spent(self) -> float:
        """All the time that it was on."""
        return self.active + self.paused + self.discounted


def ledgers(state: State, until: float) -> tuple[Ledger, ...]:
    """The ledgers of all activities, by index, at session time `until`."""
    count = len(state.activities)
    ran, paused = [0.0] * count, [0.0] * count
    first: list[float | None] = [None] * count
    last: list[float | None] = [None] * count
    for segment in state.segments(until):
        if segment.activity is None:
            continue
        account = paused if segment.paused else ran
        account[segment.activity] += segment.seconds
        if first[segment.activity] is None:
            first[segment.activity] = segment.start
        last[segment.activity] = segment.end
    # A start that was backdated later can leave less than was discounted.
    left_out = [min(ran[index], state.discounted.get(index, 0.0)) for index in range(count)]
    return tuple(
        Ledger(
            planned=state.planned(index),
            added=state.added.get(index, 0.0),
            active=ran[index] - left_out[index],
            paused=paused[index],
            discounted=left_out[index],
            first=first[index],
            last=last[index],
        )
        for index in range(count)
    )
