"""A row of a table: a title that takes what room there is, and columns of fixed widths at the right of it."""

from collections.abc import Sequence

from textual.content import Content

from workshop.tui.widgets.laidout import LaidOut, left, right, wrapped

NARROW = 30
"""Below this many cells for the title the columns stand under it."""


class Columns(LaidOut):
    """One row. Each column is a text, its style and its width in cells; numbers stand at the right of it."""

    def __init__(self, title: Content, columns: Sequence[tuple[str, str, int]]) -> None:
        """Texts longer than their column push the next one on; they are never cut."""
        self._title = title
        self._columns = columns

    def lines(self, width: int) -> Sequence[Content]:
        """The title wrapped, the columns beside its first line or below it."""
        beside = sum(each + 2 for _, _, each in self._columns)
        if width - beside < NARROW:
            under = Content("  ").join(Content.styled(text, style) for text, style, _ in self._columns if text)
            return [*wrapped(self._title, width), *(line.pad_left(2) for line in wrapped(under, max(1, width - 2)))]
        first, *more = wrapped(self._title, width - beside)
        cells = [right(Content.styled(text, style), each + 2) for text, style, each in self._columns]
        return [Content.assemble(left(first, width - beside), *cells), *more]
