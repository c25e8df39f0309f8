"""What each group read in a picture: side by side where there is room, else one below the other."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from textual.content import Content

from workshop.tui.widgets.laidout import LaidOut, left, wrapped

BESIDE = 24
"""A group has a column of its own from so many cells on."""
_GAP = 2


@dataclass(frozen=True, slots=True)
class GroupRead:
    """What stands over the words of one group, its colour, and the words."""

    head: str
    colour: str
    words: Sequence[str]


class GroupsReadings(LaidOut):
    """A sentence on what is to be seen, then what each group read."""

    def __init__(self, above: str, groups: Sequence[GroupRead]) -> None:
        """Nothing stands above where that is empty."""
        self._above = above
        self._groups = groups

    def lines(self, width: int) -> Sequence[Content]:
        """In as many columns as there are groups, or in one."""
        found = (
            [*wrapped(self._above, width, "$quiet"), Content("")] if self._above and self._groups else wrapped(self._above, width, "$quiet")
        )
        column = (width - _GAP * (len(self._groups) - 1)) // max(1, len(self._groups))
        if column < BESIDE:
            for place, each in enumerate(self._groups):
                found += [*([Content("")] if place else []), *_of(each, width)]
            return found
        beside = (_of(each, column) for each in self._groups)
        gap = Content(" " * _GAP)
        return [*found, *(gap.join(left(each, column) for each in row) for row in zip_longest(*beside, fillvalue=Content("")))]


def _of(group: GroupRead, width: int) -> list[Content]:
    found = wrapped(group.head, width, f"bold {group.colour}")
    for words in group.words:
        found += wrapped(words, width)
    return found
