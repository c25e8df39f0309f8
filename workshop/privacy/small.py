"""Small numbers: what may be said of a count of people, so that nobody can work out that it was one or two (report.md, 2).

A count is told, or else the band that it lies in: "1 or 2 of 8", "all but 1 or 2 of 8". Nought and everybody are told. What follows from
counts, such as a label, is told where it follows from every count that the told words allow: who knows these rules learns nothing more.

Beside an earlier copy of the report nothing is told but what that told, and what may be told of the people who came since as if they were
a group by themselves: with both copies one has two such reports, and no more. What changed otherwise is not told.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from workshop.errors import WorkshopError
from workshop.model.figure import Figure

THRESHOLDS = (3, 5, 10)
"""The counts below which a count may be hidden: what one can choose from."""
SMALLEST_GROUP = 5
"""A group of fewer is described, not counted."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Small:
    """A count from 1 to below `threshold` is small, and so is one that leaves as few out.

    `earlier` are the figures of an earlier copy of the report, by place.
    """

    threshold: int = THRESHOLDS[0]
    earlier: Mapping[str, Figure] = field(default_factory=dict, hash=False)

    def band(self, count: int, of: int, place: str = "") -> range:
        """The counts that what is said of this one allows: itself alone where it is told. `place` is where an earlier copy has it."""
        alone, before = self.alone(count, of), self.earlier.get(place)
        if before is None or before.of == 0:
            return alone
        if before.of < SMALLEST_GROUP:  # it was described, and not counted
            return alone if of < SMALLEST_GROUP or is_apart(before.of, of) else range(of + 1)
        (was,), told = before.counts, range(before.low[0], before.high[0] + 1)
        if of == before.of and before.own and (alone == told or count == was):
            return alone
        if of == before.of and count == was:
            return told
        more, rise = of - before.of, count - was
        if more < SMALLEST_GROUP or not 0 <= rise <= more:
            return range(of + 1)
        new = self.alone(rise, more)
        both = range(told[0] + new[0], told[-1] + new[-1] + 1)
        return alone if len(both) == 1 else both

    def alone(self, count: int, of: int) -> range:
        """The same with no regard to an earlier copy."""
        few = self.threshold - 1
        if count in (0, of):
            return range(count, count + 1)
        if of <= 2 * few:  # the few and all but a few would meet
            return range(1, of)
        if count <= few:
            return range(1, few + 1)
        return range(of - few, of) if of - count <= few else range(count, count + 1)

    def is_told(self, count: int, of: int, place: str = "") -> bool:
        """Whether the count itself may stand."""
        return len(self.band(count, of, place)) == 1

    def words(self, count: int, of: int, place: str = "") -> str:
        """What is said of a count: "5 of 8", "1 or 2 of 8", "all but 1 or 2 of 8"; beside an earlier copy "4 or 5 of 13" too."""
        few = self.threshold - 1
        band = self.band(count, of, place)
        if len(band) == 1:
            return f"{count} of {of}"
        if band != self.alone(count, of):
            return range_words(band, of)
        if len(band) > few or of <= 2 * few:
            return f"some, not all, of {of}"
        return f"{self.few} of {of}" if band[0] == 1 else f"all but {self.few} of {of}"

    @property
    def few(self) -> str:
        """A small count in words: "1 or 2", "1 to 4"."""
        return f"1 {'or' if self.threshold == 3 else 'to'} {self.threshold - 1}"  # of two one says "or"

    def beside(self) -> str:
        """What a reader has to know of a report that tells less, since an earlier copy of it is out."""
        return "An earlier copy of this report was published. Where the two together would give a small number away, this one says less."

    def sentence(self) -> str:
        """What a reader of the report has to know of it."""
        return (
            f"Small numbers are not told: a count of {self.few} people, or of all but {self.few}, is said in these words, and what would "
            f"give it away is left out. A group of fewer than {SMALLEST_GROUP} is described, not counted."
        )


def range_words(band: range, of: int) -> str:
    """What is said of a count that lies in a range: "4 or 5 of 13", "2 to 6 of 13", or that it isn't told."""
    if len(band) > of:
        return f"not told how many of {of}"
    return f"{band[0]} {'or' if len(band) == 2 else 'to'} {band[-1]} of {of}"  # of two one says "or"


def is_apart(before: int, now: int) -> bool:
    """Whether a group is so much larger than it was, or so much smaller, that who made the difference can be counted; or just as large.

    Of a group that is described and not counted, a reader may take any number for the right one.
    """
    fewest = min(abs(one - other) for one in _readings(before) for other in _readings(now))
    return fewest >= SMALLEST_GROUP or before == now or (is_described(before) and is_described(now))


def is_described(people: int) -> bool:
    """Whether there are people, and too few of them to be counted."""
    return 0 < people < SMALLEST_GROUP


def _readings(people: int) -> range:
    return range(1, SMALLEST_GROUP) if is_described(people) else range(people, people + 1)


def small_of(threshold: int) -> Small:
    """The rule for this threshold. Raises WorkshopError for one that can't be chosen."""
    if threshold not in THRESHOLDS:
        raise WorkshopError(f"Small numbers can't be hidden below {threshold}.", f"Choose one of {', '.join(map(str, THRESHOLDS))}.")
    return Small(threshold)


def the_same(values: Iterable[T]) -> T | None:
    """The one value that all of them are; None where they differ."""
    found = set(values)
    return found.pop() if len(found) == 1 else None
