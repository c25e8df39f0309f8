"""The thresholds of one workshop: what they are called, which values they may have, and those that it keeps."""

from collections.abc import Iterable
from dataclasses import fields, replace
from typing import Any

from workshop.errors import WorkshopError
from workshop.model.comparison import Thresholds
from workshop.model.records import Workshop

MEANINGS = {
    "smallest_group": "people that each group needs to be compared at all",
    "gap": "difference of the shares from which one group raised a theme more",
    "clear_level": "level of the interval that makes it clear",
    "clear_count": "people of the group that raised it more, to be clear",
    "leaning_level": "level of the interval that makes it perhaps",
    "leaning_count": "people of the group that raised it more, to be perhaps",
    "shared_count": "people of each group who make a theme shared",
    "fewest_answers": "answers that a group's label needs",
    "unsure_share": "share of unsure answers above which it is unsettled",
    "divided_share": "share that agree, and that disagree, when divided",
    "divided_count": "people who agree, and who disagree, when divided",
    "disputers": "people who contest a statement by themselves",
}
"""Every threshold, in the order of the rules. Those that end in `gap`, `level` or `share` lie between 0 and 1; others count people."""
MOST_PEOPLE = 1_000
_LEAST = {"smallest_group": 2}


def thresholds_of(workshop: Workshop) -> Thresholds:
    """The workshop's own thresholds. One that this version doesn't know, or can't be right, is passed over."""
    kept: dict[str, Any] = {
        name: value if is_share(name) else int(value) for name, value in workshop.thresholds if name in MEANINGS and not _fault(name, value)
    }
    return Thresholds(**kept)


def with_thresholds(workshop: Workshop, changes: Iterable[tuple[str, float]]) -> Workshop:
    """The workshop with these thresholds; one at its usual value is not kept. Raises WorkshopError for a name or value that can't be."""
    kept = dict(workshop.thresholds)
    for name, value in changes:
        if name not in MEANINGS:
            raise WorkshopError(f'There is no threshold "{name}".', f"There are: {', '.join(MEANINGS)}.")
        if fault := _fault(name, value):
            raise WorkshopError(fault)
        kept[name] = value
    usual = Thresholds()
    return replace(workshop, thresholds=tuple((name, value) for name, value in sorted(kept.items()) if value != getattr(usual, name, None)))


def changed_words(thresholds: Thresholds) -> str:
    """Which thresholds are not the usual ones, in a sentence; "" where all are."""
    usual = Thresholds()
    parts = [
        f"{each.name} {getattr(thresholds, each.name):g} (usually {getattr(usual, each.name):.4g})"
        for each in fields(thresholds)
        if getattr(thresholds, each.name) != getattr(usual, each.name)
    ]
    return f"This workshop has its own thresholds: {', '.join(parts)}." if parts else ""


def is_share(name: str) -> bool:
    """Whether a threshold is a part of 1, and no number of people."""
    return name.endswith(("gap", "level", "share"))


def _fault(name: str, value: float) -> str:
    if is_share(name):
        return "" if 0 < value < 1 else f"{name} lies between 0 and 1: {value:g} can't be."
    least = _LEAST.get(name, 1)
    fits = least <= value <= MOST_PEOPLE and value == int(value)
    return "" if fits else f"{name} is a number of people from {least} to {MOST_PEOPLE:,}: {value:g} can't be."
