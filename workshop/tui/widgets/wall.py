"""The wall: what a room has said, as words in columns, the newest first."""

from collections.abc import Sequence

from textual.app import RenderResult
from textual.content import Content
from textual.widget import Widget

from workshop.tui.widgets.cut import cut
from workshop.tui.widgets.laidout import left, wrapped

NARROWEST = 36
"""Cells of a column, at least, where there is more than one."""
BETWEEN = 4


class Wall(Widget):
    """As many remarks as fit; `turn` shows earlier ones."""

    ALLOW_SELECT = False

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # Textual's own name for it
        """Empty until the first `show`."""
        super().__init__(id=id)
        self._texts: tuple[str, ...] = ()
        self._first = 0
        self._fit = 1

    def show(self, texts: Sequence[str]) -> None:
        """These remarks, oldest first; painted if they differ. Who looks at earlier ones goes on looking at them."""
        newest_first = tuple(reversed(texts))
        if newest_first == self._texts:
            return
        if self._first:
            self._first += max(0, len(newest_first) - len(self._texts))
        self._texts = newest_first
        self._first = max(0, min(self._first, len(newest_first) - 1))
        self.refresh()

    def turn(self, pages: int) -> None:
        """Show earlier ones (1), or later ones (-1)."""
        to = max(0, self._first + pages * self._fit)
        if to < len(self._texts):
            self._first = to
            self.refresh()

    def on_resize(self) -> None:
        """Other sizes have other columns."""
        self.refresh()

    def render(self) -> RenderResult:
        """The columns, filled one after the other."""
        width, rows = self.content_size
        if width < 1 or rows < 1:
            return Content("")
        count = max(1, (width + BETWEEN) // (NARROWEST + BETWEEN))
        column = (width - BETWEEN * (count - 1)) // count
        columns, self._fit = in_columns(self._texts[self._first :], column, rows, count)
        gap = " " * BETWEEN
        return Content("\n").join(
            Content(gap).join(left(each[row] if row < len(each) else Content(""), column) for each in columns)
            for row in range(max(map(len, columns), default=0))
        )


def in_columns(texts: Sequence[str], width: int, rows: int, count: int) -> tuple[list[list[Content]], int]:
    """The texts in up to `count` columns of `rows` lines, and how many of them found room: one at least, cut where it is too long."""
    columns: list[list[Content]] = [[]]
    for place, text in enumerate(texts):
        lines = cut(wrapped(text, width), rows, width)
        used = len(columns[-1]) + 1 if columns[-1] else 0
        if used + len(lines) > rows:
            if len(columns) == count:
                return columns, max(1, place)
            columns.append([])
        columns[-1] += [*([Content("")] if columns[-1] else []), *lines]
    return columns, max(1, len(texts))
