"""What every sheet has in common: its page on paper, and words that fit into a cell."""

from math import ceil
from typing import Any
from unicodedata import east_asian_width

from workshop.model.view.view import View

A4 = 9
LONGEST = 32_767
"""So many UTF-16 units fit into a cell; Excel takes a file with more for a broken one."""
CUT = "\u2026 (cut: a cell holds no more; the rest is in the csv file)"
LONGEST_FOOTER = 100
LINE = 15
"""Points of a line in a cell."""
HIGHEST = 409
"""Points of the highest row that Excel has."""


def set_page(sheet: Any, view: View, *, landscape: bool = True) -> None:
    """A4, with the marking and the page's number below."""
    sheet.set_paper(A4)
    if landscape:
        sheet.set_landscape()
    sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.8)
    marking = view.marking[:LONGEST_FOOTER].replace("&", "&&")
    sheet.set_footer(f"&L&8{marking}&R&8&P / &N")
    sheet.hide_gridlines(2)


def fitting(text: str) -> str:
    """The text, cut where no cell could hold it."""
    if len(text) * 2 <= LONGEST or len(text.encode("utf-16-le")) // 2 <= LONGEST:
        return text
    room = LONGEST - len(CUT)
    return text.encode("utf-16-le")[: 2 * room].decode("utf-16-le", "ignore") + CUT


def lines_of(text: str, width: int) -> int:
    """On how many lines a wrapped cell of this width, in letters, shows a text; wide letters count double."""
    if "\n" not in text and text.isascii():
        return max(1, -(-len(text) // width))
    return sum(max(1, ceil(_letters(line) / width)) for line in text.split("\n"))


def set_height(sheet: Any, row: int, lines: int, *, points: int = LINE) -> None:
    """Make room for so many lines: LibreOffice shows a row no higher than the file says."""
    if lines > 1 or points != LINE:
        sheet.set_row(row, min(HIGHEST, lines * points + 1))


def _letters(text: str) -> int:
    return len(text) if text.isascii() else sum(2 if east_asian_width(letter) in "WF" else 1 for letter in text)
