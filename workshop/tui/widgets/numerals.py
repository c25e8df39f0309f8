"""Numerals that a facilitator reads from across the room."""

from textual.app import RenderResult
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

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

    def show(self, text: str, *, large: bool) -> None:
        """Paint, if it differs from what stands there; the screen is laid out anew only where it takes more room or less."""
        rows = numerals(text, large=large)
        if rows == self._drawn:
            return
        usual = len(numerals("00:00", large=large)[0])
        size = (max(usual, len(rows[0])), len(rows))
        changed, self._drawn, self._room = size != self._room, rows, size
        self.refresh(layout=changed)

    def render(self) -> RenderResult:
        """The rows, at the right of their room."""
        return Content("\n".join(row.rjust(self._room[0]) for row in self._drawn))

    def get_content_width(self, container: Size, viewport: Size) -> int:  # noqa: ARG002  # Textual's signature
        """Five numerals' room at least."""
        return self._room[0]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002  # Textual's signature
        """Three rows or five."""
        return self._room[1]
