"""Numerals that a facilitator reads from across the room."""

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from workshop.tui.widgets.tint import step_of, tint

_GLYPHS = {
    "0": ("####", "#  #", "#  #", "#  #", "####"),
    "1": (" ## ", "  # ", "  # ", "  # ", " ###"),
    "2": ("####", "   #", "####", "#   ", "####"),
    "3": ("####", "   #", " ###", "   #", "####"),
    "4": ("#  #", "#  #", "####", "   #", "   #"),
    "5": ("####", "#   ", "####", "   #", "####"),
    "6": ("####", "#   ", "####", "#  #", "####"),
    "7": ("####", "   #", "  # ", "  # ", "  # "),
    "8": ("####", "#  #", "####", "#  #", "####"),
    "9": ("####", "#  #", "####", "   #", "####"),
    ":": (" ", "#", " ", "#", " "),
    "+": ("   ", " # ", "###", " # ", "   "),
    "-": ("   ", "   ", "###", "   ", "   "),
}
"""Four dots wide and five high; a dot is half a cell high when small, two cells wide and one high when large."""
_HALVES = {(" ", " "): " ", ("#", " "): "▀", (" ", "#"): "▄", ("#", "#"): "█"}


def numerals(text: str, *, large: bool) -> list[str]:
    """The rows of `text` (digits, ":", "+", "-"): 5 rows large, 3 rows small."""
    dots = [" ".join(_GLYPHS[character][row] for character in text) for row in range(5)]
    if large:
        return ["".join("██" if dot == "#" else "  " for dot in row) for row in dots]
    blank = " " * len(dots[0])
    pairs = zip(dots[::2], [*dots[1::2], blank], strict=True)
    return ["".join(_HALVES[pair] for pair in zip(upper, lower, strict=True)) for upper, lower in pairs]


class Numerals(Widget):
    """A time in numerals three rows high, or five where there is room. It keeps its width from second to second."""

    DEFAULT_CSS = """
    Numerals {
        width: auto;
        height: auto;
    }
    """
    ALLOW_SELECT = False

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # Textual's own name for it
        """Empty until the first `show`."""
        super().__init__(id=id)
        self._drawn: list[str] = []
        self._room = (0, 0)
        self._step: int | None = None
        self._style: Style | None = None

    def show(self, text: str, *, large: bool, passed: float | None = None) -> None:
        """Paint, if it differs from what stands there; the screen is laid out anew only where it takes more room or less.

        `passed` is the share of the time that has gone, by which it is tinted; None for a time that stands still.
        """
        rows, step = numerals(text, large=large), None if passed is None else step_of(passed)
        if rows == self._drawn and step == self._step:
            return
        usual = len(numerals("00:00", large=large)[0])
        size = (max(usual, len(rows[0])), len(rows))
        if step != self._step:
            self._style = None
        changed, self._drawn, self._room, self._step = size != self._room, rows, size, step
        self.refresh(layout=changed)

    def notify_style_update(self) -> None:
        """Other colours, by another theme or a style sheet."""
        self._style = None
        super().notify_style_update()

    def render_line(self, y: int) -> Strip:
        """A row, at the right of its room: made without the detour by a visual, since it is made every second."""
        if self._style is None:
            colour = tint(self, "quiet", 0) if self._step is None else tint(self, "foreground", self._step)
            self._style = self.rich_style + Style(color=colour.rich_color)
        width = self._room[0]
        row = self._drawn[y].rjust(width) if y < len(self._drawn) else " " * width
        return Strip([Segment(row, self._style)], width)

    def get_content_width(self, container: Size, viewport: Size) -> int:  # noqa: ARG002  # Textual's signature
        """Five numerals' room at least."""
        return self._room[0]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002  # Textual's signature
        """Three rows or five."""
        return self._room[1]
