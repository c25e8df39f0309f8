"""Small numbers: what may be said of a count of people, so that nobody can work out that it was one or two (report.md, 2).

A count is told, or else the band that it lies in: "1 or 2 of 8", "all but 1 or 2 of 8". Nought and everybody are told. What follows from
counts, such as a label, is told where it follows from every count that the told words allow: who knows these rules learns nothing more.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from workshop.errors import WorkshopError

THRESHOLDS = (3, 5, 10)
"""The counts below which a count may be hidden: what one can choose from."""
SMALLEST_GROUP = 5
"""A group of fewer is described, not counted."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Small:
    """A count from 1 to below `threshold` is small, and so is one that leaves as few out."""

    threshold: int = THRESHOLDS[0]

    def band(self, count: int, of: int) -> range:
        """The counts that what is said of this one allows: itself alone where it is told."""
        few = self.threshold - 1
        if count in (0, of):
            return range(count, count + 1)
        if of <= 2 * few:  # the few and all but a few would meet
            return range(1, of)
        if count <= few:
            return range(1, few + 1)
        return range(of - few, of) if of - count <= few else range(count, count + 1)

    def is_told(self, count: int, of: int) -> bool:
        """Whether the count itself may stand."""
        return len(self.band(count, of)) == 1

    def words(self, count: int, of: int) -> str:
        """What is said of a count: "5 of 8", "1 or 2 of 8", "all but 1 or 2 of 8"."""
        few = self.threshold - 1
        band = self.band(count, of)
        if len(band) == 1:
            return f"{count} of {of}"
        if len(band) > few or of <= 2 * few:
            return f"some, not all, of {of}"
        return f"{self.few} of {of}" if band[0] == 1 else f"all but {self.few} of {of}"

    @property
    def few(self) -> str:
        """A small count in words: "1 or 2", "1 to 4"."""
        return f"1 {'or' if self.threshold == 3 else 'to'} {self.threshold - 1}"  # of two one says "or"

    def sentence(self) -> str:
        """What a reader of the report has to know of it."""
        return (
            f"Small numbers are not told: a count of {self.few} people, or of all but {self.few}, is said in these words, and what would "
            f"give it away is left out. A group of fewer than {SMALLEST_GROUP} is described, not counted."
        )


def small_of(threshold: int) -> Small:
    """The rule for this threshold. Raises WorkshopError for one that can't be chosen."""
    if threshold not in THRESHOLDS:
        raise WorkshopError(f"Small numbers can't be hidden below {threshold}.", f"Choose one of {', '.join(map(str, THRESHOLDS))}.")
    return Small(threshold)


def the_same(values: Iterable[T]) -> T | None:
    """The one value that all of them are; None where they differ."""
    found = set(values)
    return found.pop() if len(found) == 1 else None
