"""A picture in the terminal: two pixels to a letter, as large as fits. Where it can't be drawn, what is to be seen in it, in words."""

from collections.abc import Sequence

from rich.color import Color
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from workshop.errors import WorkshopError
from workshop.model.artwork import Pixels
from workshop.workbook.artworks import drawn

_UPPER = "\u2580"
"""The upper half of a letter: its colour is the upper pixel, what is behind it the lower one."""


class Picture(Widget):
    """Shows a file's picture; nothing for what is on paper. The caption stands beside it, on the screen that it is a part of."""

    DEFAULT_CSS = """
    Picture { height: 1fr; color: $quiet; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # Textual's own name for it
        """Empty until `show`."""
        super().__init__(id=id)
        self._content, self._described = b"", ""
        self._painted: tuple[tuple[int, int], Sequence[Strip]] = ((0, 0), ())

    def show(self, content: bytes, described: str) -> None:
        """Paint this one; `described` says what is to be seen in it."""
        if (content, described) == (self._content, self._described):
            return
        self._content, self._described = content, described
        self._painted = ((0, 0), ())
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """A line of it, in the middle."""
        size = (self.size.width, self.size.height)
        if self._painted[0] != size:
            self._painted = (size, self._strips(*size))
        strips = self._painted[1]
        place = y - (size[1] - len(strips)) // 2
        return strips[place] if 0 <= place < len(strips) else Strip.blank(size[0], self.rich_style)

    def _strips(self, width: int, height: int) -> Sequence[Strip]:
        """Its lines, each as wide as the widget; decoded once for a size."""
        if not (width and height):
            return ()
        try:
            pixels = drawn(self._content, width, height * 2)
        except WorkshopError:
            return self._in_words(self._described, width)
        return [self._strip(pixels, row, width) for row in range(0, len(pixels), 2)]

    def _strip(self, pixels: Pixels, row: int, width: int) -> Strip:
        upper = pixels[row]
        lower = pixels[row + 1] if row + 1 < len(pixels) else ()
        before = (width - len(upper)) // 2
        found = [Segment(" " * before, self.rich_style)] if before else []
        for place, pixel in enumerate(upper):
            behind = _colour(lower[place]) if lower else self.rich_style.bgcolor
            found.append(Segment(_UPPER, Style(color=_colour(pixel), bgcolor=behind)))
        return Strip(found).adjust_cell_length(width, self.rich_style)

    def _in_words(self, described: str, width: int) -> Sequence[Strip]:
        return [Strip([Segment(f"({described})", self.rich_style)]).adjust_cell_length(width, self.rich_style)]


def _colour(pixel: tuple[int, int, int]) -> Color:
    return Color.from_rgb(*pixel)
