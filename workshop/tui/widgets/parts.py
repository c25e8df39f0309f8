"""Short parts in a row with a dot between them; where they don't all fit, a line ends between two of them and never in one."""

from collections.abc import Sequence

from textual.content import Content

from workshop.tui.widgets.hanging import NARROW, Styled
from workshop.tui.widgets.laidout import LaidOut, wrapped

BETWEEN = "  \u00b7  "


def in_lines(parts: Sequence[Content], width: int) -> list[Content]:
    """The parts in lines no wider than `width`; only one that is wider itself is broken. No line ends with the dot."""
    between = Content.styled(BETWEEN, "$quiet")
    found: list[Content] = []
    for part in parts:
        if found and found[-1].cell_length + between.cell_length + part.cell_length <= width:
            found[-1] = found[-1] + between + part
        else:
            found += wrapped(part, width)
    return found


class Parts(LaidOut):
    """Plain text whose parts stand between dots, as the line of keys of a dialog."""

    def __init__(self, text: str) -> None:
        """Each of its lines begins anew."""
        self._paragraphs = [[Content(part) for part in line.split(BETWEEN)] for line in text.split("\n")]

    def lines(self, width: int) -> Sequence[Content]:
        """A paragraph after the other."""
        return [line for parts in self._paragraphs for line in in_lines(parts, width)]


class PartsBeside(LaidOut):
    """Paragraphs of parts beside a head in a margin, never under it."""

    def __init__(self, head: Sequence[Styled], paragraphs: Sequence[Sequence[Styled]], indent: int) -> None:
        """`indent` is the margin in cells; where there is no room for one, the head stands above the rest."""
        self._head = Content.assemble(*head)
        self._paragraphs = [[Content.styled(*part) for part in parts] for parts in paragraphs]
        self._indent = indent

    def lines(self, width: int) -> Sequence[Content]:
        """The head beside the first line, or in a narrow place above it."""
        indent = self._indent if width >= NARROW and self._head.cell_length < self._indent else 0
        found = [line.pad_left(indent) for parts in self._paragraphs for line in in_lines(parts, width - indent)]
        if not indent:
            return [*wrapped(self._head, width), *found]
        first = found[0] if found else Content("")
        return [self._head + first[self._head.cell_length :], *found[1:]]
