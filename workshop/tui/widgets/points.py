"""The points that people gave to a theme: each group's average on one line from the lowest to the highest, and how many gave which."""

from collections.abc import Sequence

from textual.content import Content

from workshop.compare.ratings import GroupRating, Rating, apart_words, counts_words
from workshop.model.perspective import plural_of
from workshop.tui.compared import ShownPoints
from workshop.tui.themes import colour_of
from workshop.tui.widgets.laidout import LaidOut, left, upper_first, wrapped

INDENT = 5
WIDEST = 34
"""Cells of a scale at most."""
NARROW = 60
"""Below this many cells there is no room for scales."""
AVERAGE = "  1.8 on average"
"""What stands behind a scale, as long as it gets."""


class Points(LaidOut):
    """One theme: how far the groups are apart, then a group a line, so that the gap is seen."""

    def __init__(self, shown: ShownPoints) -> None:
        """Show this."""
        self._shown = shown

    def lines(self, width: int) -> Sequence[Content]:
        """With scales where there is room."""
        rating, room = self._shown.rating, max(8, width - INDENT)
        first, *rest = wrapped(apart_words(rating), room, "bold")
        found = [Content.assemble((f"{self._shown.name:<{INDENT}}", "$quiet"), first), *(line.pad_left(INDENT) for line in rest)]
        names = max(len(plural_of(group)) for group in rating.groups) + 2
        for name, group in rating.groups.items():
            who = Content.styled(upper_first(plural_of(name)), f"bold {colour_of(name)}")
            on_average = Content(f"{group.mean:.1f} on average")
            if room < NARROW:
                found += [line.pad_left(INDENT) for line in wrapped(Content.assemble(who, "  ", on_average), room)]
            else:
                cells = min(WIDEST, room - names - len(AVERAGE) - 4)
                line = Content.assemble(left(who, names), _scale(rating, group, cells, colour_of(name)), "  ", on_average)
                found.append(line.pad_left(INDENT))
            found += [line.pad_left(INDENT + 2) for line in wrapped(counts_words(name, group), room - 2, "$quiet")]
        return found


def _scale(rating: Rating, group: GroupRating, cells: int, colour: str) -> Content:
    """A line from the lowest to the highest number, with a mark at the group's average."""
    low, high = rating.scale
    place = round((group.mean - low) / (high - low) * (cells - 1)) if high > low else 0
    before, behind = (f"{low} {'─' * place}", "$quiet"), (f"{'─' * (cells - 1 - place)} {high}", "$quiet")
    return Content.assemble(before, ("●", colour), behind)
