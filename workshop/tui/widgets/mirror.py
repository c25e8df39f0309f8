"""A theme with its two bars, which meet in the middle with the theme's name between them."""

from collections.abc import Sequence

from textual.content import Content

from workshop.model.view.finding import ShownCount, ShownFinding
from workshop.model.view.group import ShownGroup
from workshop.tui.themes import colour_of
from workshop.tui.widgets.laidout import LaidOut, left, middle, right, upper_first, wrapped

STACKED_BELOW = 60
"""Below this many cells the bars stand under each other."""
WIDEST_SIDE, WIDEST_CENTRE = 44, 44
"""In cells: on a wide screen the bars stay close to the name."""
FILLS = ("█", "▓")
"""What the left and the right bar are made of: told apart without colour too."""
AT_MOST = "░"
"""How far remarks that name no one could lengthen a bar."""


class Mirror(LaidOut):
    """One finding: name, label, and per side a bar and the count with its unit."""

    def __init__(self, finding: ShownFinding, sides: tuple[ShownGroup, ShownGroup]) -> None:
        """`sides` are the two groups that are compared, left and right."""
        self._finding = finding
        self._sides = sides

    def lines(self, width: int) -> Sequence[Content]:
        """Side by side where there is room, else under each other."""
        return self._stacked(width) if width < STACKED_BELOW else self._mirrored(width)

    def _mirrored(self, width: int) -> list[Content]:
        side = min(WIDEST_SIDE, (width - 24) // 2 - 2)
        centre = min(WIDEST_CENTRE, width - 2 * side - 4)
        margin = (width - 2 * side - 4 - centre) // 2
        names = [*wrapped(self._title(), centre), *(line for words in self._words() for line in wrapped(words, centre))]
        bars = [self._side(0, side), self._side(1, side)]
        height = max(len(names), len(bars[0]), len(bars[1]))
        rows = zip(*([*column, *[Content("")] * (height - len(column))] for column in (bars[0], names, bars[1])), strict=True)
        return [
            Content.assemble(" " * margin, right(before, side), "  ", middle(name, centre), "  ", left(after, side))
            for before, name, after in rows
        ]

    def _stacked(self, width: int) -> list[Content]:
        found = wrapped(self._title(), width)
        for place in (0, 1):
            text, count = self._text(place), self._count(place)
            found += wrapped(text, width, colour_of(self._sides[place].name))
            found.append(bar(count, width, place, self._sides[place].name))
        return found + [line for words in self._words() for line in wrapped(words, width)]

    def _side(self, place: int, width: int) -> list[Content]:
        name = self._sides[place].name
        return [bar(self._count(place), width, place, name), *wrapped(self._text(place), width, colour_of(name))]

    def _title(self) -> Content:
        return Content.assemble((f"{self._finding.name} ", "$quiet"), (self._finding.theme, "bold"))

    def _words(self) -> list[Content]:
        """The label and what is contested, each in words."""
        found = [Content.styled(_label(self._finding), "$quiet")]
        if self._finding.contested:
            found.append(Content.styled(_contested(self._finding.contested), "bold $warning"))
        return found

    def _count(self, place: int) -> ShownCount | None:
        return self._finding.groups.get(self._sides[place].name)

    def _text(self, place: int) -> str:
        count = self._count(place)
        plural = self._sides[place].plural
        if count is None:
            return f"no {plural}"
        return f"{count.text} {plural}" if count.could else f"{upper_first(plural)}: {count.text}"


def bar(count: ShownCount | None, width: int, place: int, perspective: str) -> Content:
    """The bar of one side: the left one grows leftwards from the middle, the right one rightwards. Someone is never no cell at all."""
    if count is None or count.share is None:
        return Content("")
    cells = _cells(count.share, width)
    more = _cells(count.share_at_most or 0.0, width) - cells
    sure, perhaps = (FILLS[place] * cells, colour_of(perspective)), (AT_MOST * max(0, more), colour_of(perspective))
    return Content.assemble(*((perhaps, sure) if place == 0 else (sure, perhaps)))


def _cells(share: float, width: int) -> int:
    return max(1, round(share * width)) if share > 0 else 0


def _label(finding: ShownFinding) -> str:
    strength = f", {finding.strength_text}" if finding.strength_text else ""
    return f"{finding.label_text}{strength}"


def _contested(points: int) -> str:
    return "1 contested point" if points == 1 else f"{points} contested points"
