"""One theme in the sessions of one group: a line and a bar a session, and no line drawn through them."""

from collections.abc import Iterator, Sequence

from textual.content import Content

from workshop.compare.over_time import Point
from workshop.compare.words import share_of
from workshop.model.perspective import plural_of
from workshop.model.view.quote import ShownQuote
from workshop.model.view.view import View
from workshop.tui.compared import ShownTime
from workshop.tui.themes import colour_of
from workshop.tui.widgets.laidout import LaidOut, left, wrapped
from workshop.tui.widgets.mirror import AT_MOST, FILLS
from workshop.tui.widgets.voices import quoted

INDENT = 5
WIDEST = 40
"""Cells of a bar at most."""
WORDS = 24
"""Cells that "3-5 of 12 practitioners" needs, and a blank."""
NARROW = 44
"""Below this many cells there is no room for bars."""
QUOTES = 3
"""Of each session at most so many quotes."""


class AcrossSessions(LaidOut):
    """The theme and the group, then a session a line, in their order."""

    def __init__(self, shown: ShownTime) -> None:
        """Show this."""
        self._shown = shown

    def lines(self, width: int) -> Sequence[Content]:
        """With bars where there is room."""
        found, room = self._shown.found, max(8, width - INDENT)
        colour = colour_of(found.perspective)
        head = Content.assemble((found.title, "bold"), ("  ", ""), (plural_of(found.perspective), f"bold {colour}"))
        first, *rest = wrapped(head, room)
        lines = [Content.assemble((f"{self._shown.name:<{INDENT}}", "$quiet"), first), *(line.pad_left(INDENT) for line in rest)]
        names = max(len(self._shown.sessions[point.session]) for point in found.points)
        for point in found.points:
            line = f"{self._shown.sessions[point.session]:<{names}}  {share_of(point.count, found.perspective)}"
            if room < NARROW:
                lines += [each.pad_left(INDENT) for each in wrapped(line, room)]
            else:
                cells = min(WIDEST, room - names - WORDS - 4)
                lines.append(Content.assemble(" " * INDENT, left(Content(line), names + WORDS + 2), (_bar(point, cells), colour)))
        return lines


def said_in_each(shown: ShownTime, view: View) -> Iterator[Content]:
    """The group's own words on the theme, a few of each session."""
    for point in shown.found.points:
        session = shown.sessions[point.session]
        yield Content("\n").join([Content.styled(f"In {session}", "bold"), *_words(shown, f"Session {session[1:]}", view)])


def _words(shown: ShownTime, session: str, view: View) -> list[Content]:
    found: list[ShownQuote] = [
        each.quote
        for each in view.reflections
        if each.quote.text
        and shown.found.title in each.themes
        and each.quote.session == session
        and each.quote.perspective == shown.found.perspective
    ]
    return [quoted(quote) for quote in found[:QUOTES]] or [Content.styled("nothing was said on this", "$quiet")]


def _bar(point: Point, width: int) -> str:
    """As far as people raised it, and lighter as far as remarks that name no one could make it."""
    if not point.count.could:
        return ""
    sure = round(point.count.raised / point.count.could * width)
    more = round(point.count.raised_at_most / point.count.could * width) - sure
    return FILLS[0] * (max(1, sure) if point.count.raised else 0) + AT_MOST * max(0, more)
