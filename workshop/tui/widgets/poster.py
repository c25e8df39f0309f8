"""A text that a room can read: in large letters where they fit, else bold and with space around it."""

from collections.abc import Sequence

from textual.app import RenderResult
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from workshop.tui.widgets.cut import cut
from workshop.tui.widgets.laidout import wrapped
from workshop.tui.widgets.largeletters import large

SHARE = 70
"""Percent of the room's height that it takes at most where something else stands below it."""


class Poster(Widget):
    """Shows a text as large as its room allows. Where one letter is not drawn, as in Arabic, all are the terminal's own."""

    ALLOW_SELECT = False

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # Textual's own name for it
        """Empty until the first `show`."""
        super().__init__(id=id)
        self._text = ""

    def show(self, text: str) -> None:
        """Paint, if it differs from what stands there."""
        if text != self._text:
            self._text = text
            self.refresh(layout=True)

    def on_resize(self) -> None:
        """Other sizes have other letters."""
        self.refresh()

    def render(self) -> RenderResult:
        """The text, for the size that it has now."""
        return Content("\n").join(set_in(self._text, *self.content_size))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002  # Textual's signature
        """Where it may take what it needs: as much of its share of the room as its letters fill."""
        return len(set_in(self._text, width, container.height * SHARE // 100))


def set_in(text: str, width: int, rows: int) -> Sequence[Content]:
    """The lines of a text in so many cells and rows."""
    if not text or width < 1 or rows < 1:
        return []
    drawn = large(text, width, rows)
    return spaced(text, width, rows) if drawn is None else [Content(line) for line in drawn]


def spaced(text: str, width: int, rows: int) -> Sequence[Content]:
    """The text in bold lines, with a blank one between them where that leaves room for all; cut where there is none."""
    lines = wrapped(text, width, "bold")
    if len(lines) * 2 - 1 <= rows:
        return [each for line in lines for each in (line, Content(""))][:-1]
    return cut(lines, rows, width)
