"""Steady or fragile: would leaving out any one person change the label? By counts alone, which is exact (method.md, 1.7)."""

from collections.abc import Iterator
from dataclasses import replace

from workshop.compare.salience import Raised, salience_of_ranges
from workshop.compare.stance import stance
from workshop.model.comparison import Answers, Thresholds


def _without_one(group: Raised) -> Iterator[Raised]:
    """The counts without a person who raised it, and without one who didn't, where there are such people."""
    if group.low:
        yield Raised(group.low - 1, group.high - 1, group.could - 1)
    if group.low < group.could:
        yield Raised(group.low, min(group.high, group.could - 1), group.could - 1)


def salience_is_fragile(first: Raised, second: Raised, thresholds: Thresholds) -> bool:
    """Whether leaving out one person changes the label or its strength."""
    label = salience_of_ranges(first, second, thresholds)
    return any(salience_of_ranges(left, second, thresholds) != label for left in _without_one(first)) or any(
        salience_of_ranges(first, left, thresholds) != label for left in _without_one(second)
    )


def stance_is_fragile(answers: Answers, thresholds: Thresholds) -> bool:
    """Whether leaving out one answer changes the label."""
    label = stance(answers, thresholds)
    return any(
        stance(replace(answers, **{answer: count - 1}), thresholds) != label
        for answer in ("agree", "partly", "disagree", "unsure")
        if (count := getattr(answers, answer))
    )
