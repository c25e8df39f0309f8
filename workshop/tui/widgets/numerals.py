"""Numerals that a facilitator reads from across the room."""

from textual.content import Content
from textual.widgets import Static

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


class Numerals(Static):
    """A time in numerals three rows high, or five where there is room (`large`)."""

    DEFAULT_CSS = """
    Numerals {
        width: auto;
        height: auto;
        min-width: 21;
        text-align: right;
    }
    Numerals.-large {
        min-width: 39;
    }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # Textual's own name for it
        """Empty until the first `show`."""
        super().__init__(id=id)
        self._shown: tuple[str, bool] = ("", False)

    def show(self, text: str, *, large: bool) -> None:
        """Paint, if it differs from what stands there."""
        if (text, large) != self._shown:
            self._shown = (text, large)
            self.set_class(large, "-large")
            self.update(Content("\n".join(numerals(text, large=large))))
