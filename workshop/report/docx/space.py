"""How much room there is on the pages of a short report, reckoned before Word lays it out."""

import math
from collections.abc import Sequence
from unicodedata import east_asian_width

POINT = 0.3528
"""Millimetres to a point."""
PAGE = 259.0
"""The height of the text on one of our pages, in millimetres."""
WIDTH = 174.0
"""The width of the text on one of our pages, in millimetres."""
_SPARE = 9.0
"""So much of each page stays free, since letters are only reckoned."""
_LINE = 1.32
"""A line's height to the size of its letters."""
_CELL, _CELL_LINE = 9.5, 1.23
"""The size of letters in tables, in points, and a line's height to it."""


class Space:
    """What is left of some pages, in millimetres; whatever doesn't fit on one goes to the next whole."""

    def __init__(self, pages: int, last: float) -> None:
        """`last` is kept free at the end of the last page."""
        self._left = [PAGE - _SPARE] * pages
        self._left[-1] -= last

    def use(self, height: float) -> None:
        """Take what has to stand there whatever else does."""
        self._left[0] -= height

    def take(self, height: float) -> bool:
        """Take so much of the page at hand, or else of the next; whether it was there."""
        return self.take_rows(0, (height,)) == 1

    def take_rows(self, head: float, rows: Sequence[float]) -> int:
        """Take rows and what stands above them, on one page: the one at hand, or the next if more of them fit there. How many fit."""
        here = _fitting(self._left[0] - head, rows)
        if here < len(rows) and len(self._left) > 1 and _fitting(self._left[1] - head, rows) > here:
            del self._left[0]
            here = _fitting(self._left[0] - head, rows)
        if here:
            self._left[0] -= head + sum(rows[:here])
        return here

    def last(self, height: float) -> None:
        """Give back what was kept on the last page for what comes now."""
        self._left[-1] += height


def _fitting(left: float, rows: Sequence[float]) -> int:
    fitting = 0
    for height in rows:
        left -= height
        if left < 0:
            break
        fitting += 1
    return fitting


def text_height(text: str, size: float, width: float = WIDTH, after: float = 2.2, line: float = _LINE) -> float:
    """How high a paragraph is in letters of `size` points on lines of `width` millimetres, with the room `after` it."""
    return sum(_lines(each, width / (size * POINT)) for each in text.split("\n")) * size * POINT * line + after


def _lines(text: str, width: float) -> int:
    """On how many lines of so many ems the words stand; one that is wider than a line goes on on the next."""
    lines, used = 1, 0.0
    for word in text.split(" "):
        needed = sum(map(_em, word))
        if used and used + _em(" ") + needed > width:
            lines, used = lines + 1, 0.0
        used += (_em(" ") if used else 0.0) + needed
        if used > width:
            more = math.ceil(used / width) - 1
            lines, used = lines + more, used - more * width
    return lines


def row_height(texts: Sequence[str], widths: Sequence[float]) -> float:
    """How high a row of a table is: as its highest cell. `widths` are in millimetres."""
    return max(text_height(text, _CELL, width - 3, 2.4, _CELL_LINE) for text, width in zip(texts, widths, strict=True))


def _em(letter: str) -> float:
    """How wide a letter is, in the size of its letters, and rather more."""
    if ord(letter) > 0xFFFF:
        return 1.3
    if east_asian_width(letter) in "WF":
        return 1.05
    if letter in "mwMW%@\u2014\u2026":
        return 0.97
    return 0.72 if letter.isupper() else 0.3 if letter in " .,;:!'ijlt()" else 0.54
