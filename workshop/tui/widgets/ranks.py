"""What votes came to: a row a theme, with what each group gave to it."""

from collections.abc import Sequence
from itertools import zip_longest

from textual.content import Content

from workshop.model.perspective import plural_of
from workshop.model.view.priority import ShownPriorities, ShownPriority
from workshop.tui.themes import colour_of
from workshop.tui.widgets.laidout import LaidOut, left, upper_first, wrapped

STACKED_BELOW = 60
"""Below this many cells what the groups gave stands under the theme."""
WIDEST = 34
"""Cells of a column at most: on a wide screen they stay close together."""
ROOM, LEAST = 25, 12
"""Cells that what a group gave needs on one line, and that are left to the theme's name whatever it needs."""


class Ranks(LaidOut):
    """The votes of one kind, in ranks, amounts and people, and how alike the groups' orders are."""

    def __init__(self, ranked: ShownPriorities) -> None:
        """Show these."""
        self._ranked = ranked

    def lines(self, width: int) -> Sequence[Content]:
        """In columns where there is room, else under each other."""
        found = wrapped(self._ranked.title, width, "bold")
        found += self._stacked(width) if width < STACKED_BELOW else self._table(width)
        told = " ".join(filter(None, (self._ranked.order_text, self._ranked.alike_text)))
        found += [Content(""), *wrapped(told, width, "$quiet")]
        return found

    def _table(self, width: int) -> list[Content]:
        groups = list(self._ranked.voted)
        longest = max(len(_named(each)) for each in self._ranked.themes)
        name = max(LEAST, min(WIDEST, longest, width - len(groups) * (ROOM + 2)))
        wide = [name, *([min(WIDEST, (width - name) // max(1, len(groups)) - 2)] * len(groups))]
        head = [(f"{upper_first(plural_of(group))}, {self._ranked.voted[group]}", colour_of(group)) for group in groups]
        found = _row([("", ""), *head], wide)
        for each in self._ranked.themes:
            given = [(each.groups[group].text, "" if each.groups[group].rank else "$quiet") for group in groups]
            found += _row([(_named(each), ""), *given], wide)
        return found

    def _stacked(self, width: int) -> list[Content]:
        found: list[Content] = []
        for each in self._ranked.themes:
            found += wrapped(_named(each), width, "bold")
            for group, rank in each.groups.items():
                found += wrapped(f"{plural_of(group)}: {rank.text}", width, colour_of(group) if rank.rank else "$quiet")
        return found


def _named(each: ShownPriority) -> str:
    return f"{each.finding} {each.theme}"


def _row(cells: Sequence[tuple[str, str]], wide: Sequence[int]) -> list[Content]:
    """The cells (text and style) of a row side by side, each so wide and as many lines as it needs."""
    columns = [wrapped(text, width, style) for (text, style), width in zip(cells, wide, strict=True)]
    lines = zip_longest(*columns, fillvalue=Content(""))
    return [Content("  ").join([left(cell, width) for cell, width in zip(line, wide, strict=True)]) for line in lines]
