"""The salience label of a theme: who brought it up unprompted (method.md, 1.3)."""

from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple, Self

from workshop.compare.intervals import newcombe
from workshop.model.comparison import CLEAR, DEPENDS, FEW, LEANING, NOT_COMPARED, NOT_RAISED, ONE_VOICE, SHARED, GroupCount, Thresholds


class Salience(NamedTuple):
    """A label; with a leader (0 the first perspective, 1 the second) it is that perspective's, and `strength` says how clear."""

    label: str
    leader: int | None = None
    strength: str = ""


class Raised(NamedTuple):
    """Of `could` people, at least `low` and at most `high` raised it; the ends differ where notes name no one."""

    low: int
    high: int
    could: int

    @classmethod
    def of(cls, count: GroupCount) -> Self:
        """The range of a finding's count."""
        return cls(count.raised, count.raised_at_most, count.could)


LED = "led"


@lru_cache(maxsize=64)
def fraction(share: float) -> Fraction:
    """The share that was meant: 0.1 is a tenth, 1/3 a third."""
    return Fraction(share).limit_denominator(1000)


def salience(a: int, m: int, b: int, n: int, thresholds: Thresholds) -> Salience:
    """The label for a of m people of the first perspective and b of n of the second; the first rule that matches wins."""
    if min(m, n) < max(1, thresholds.smallest_group):
        return Salience(NOT_COMPARED)
    if a + b < 2:
        return Salience(ONE_VOICE if a + b else NOT_RAISED)
    gap = fraction(thresholds.gap)
    if gap.denominator * abs(a * n - b * m) >= gap.numerator * m * n:
        leader = 0 if a * n > b * m else 1
        count = (a, b)[leader]
        for strength, level, fewest in (
            (CLEAR, thresholds.clear_level, thresholds.clear_count),
            (LEANING, thresholds.leaning_level, thresholds.leaning_count),
        ):
            lower, upper = newcombe(a, m, b, n, level)
            if count >= fewest and (lower > 0 or upper < 0):
                return Salience(LED, leader, strength)
    return Salience(SHARED if min(a, b) >= thresholds.shared_count else FEW)


def salience_of_ranges(first: Raised, second: Raised, thresholds: Thresholds) -> Salience:
    """The label that holds for every count within both ranges, or that it depends on the notes that name no one.

    The four corners settle it, since the label moves one way along each count. Where only the strength differs,
    the weaker one is said.
    """
    found = {salience(a, first.could, b, second.could, thresholds) for a in {first.low, first.high} for b in {second.low, second.high}}
    if len({(one.label, one.leader) for one in found}) > 1:
        return Salience(DEPENDS)
    return min(found, key=lambda one: one.strength == CLEAR)
