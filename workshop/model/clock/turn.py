"""Turns: so many people, so many minutes each, within one activity."""

from collections.abc import Sequence
from dataclasses import dataclass

from workshop.model.clock.state import State


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """The turn that someone has now. `number` counts from 1; `ran` and `allotted` are seconds, `allotted` None where the plan gives none.

    `had` are the codes of all who have had a turn in this activity, in order, this one last.
    """

    number: int
    who: str
    ran: float
    allotted: float | None
    had: tuple[str, ...]

    @property
    def remaining(self) -> float | None:
        """What is left of it; below zero it goes on, as an activity does."""
        return None if self.allotted is None else self.allotted - self.ran


def turn_at(state: State, at: float) -> Turn | None:
    """Whose turn it is at session time `at`; a pause of the clock is none of it."""
    index = state.current
    turns = () if index is None else state.turns.get(index, ())
    if index is None or not turns or not turns[-1][0]:
        return None
    who, since = turns[-1]
    segments = (each for each in state.segments(at) if each.activity == index and not each.paused)
    had = tuple(name for name, _ in turns if name)
    minutes = state.activities[index].turns
    return Turn(
        number=len(had),
        who=who,
        ran=sum(max(0.0, segment.end - max(segment.start, since)) for segment in segments),
        allotted=None if minutes is None else minutes * 60,
        had=had,
    )


def waiting(codes: Sequence[str], had: Sequence[str]) -> tuple[str, ...]:
    """Who is next, in the order of `codes`: those who have had the fewest turns."""
    counts = {code: had.count(code) for code in codes}
    fewest = min(counts.values(), default=0)
    return tuple(code for code in codes if counts[code] == fewest)
