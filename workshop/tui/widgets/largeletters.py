"""A text set in large letters: broken into lines between its words, as large as the room for it allows."""

from collections.abc import Sequence
from itertools import chain, zip_longest

from workshop.tui.widgets.glyphs import BASE, Glyph, glyphs

GAP = 1
"""Dots between two letters."""
SPACE = 3
"""Dots between two words."""
LEADING = 1
"""Dots between two lines, or one more: every line begins at the top of a cell, so that all look alike."""
TIMES = (4, 3, 2, 1)
"""How many cells wide, and half cells high, a dot can be: the largest first."""

_HALVES = {(False, False): " ", (True, False): "▀", (False, True): "▄", (True, True): "█"}


def large(text: str, width: int, rows: int) -> list[str] | None:
    """The text in the largest letters that fit into so many cells and rows; None where a letter has no drawing, or none fit."""
    drawn = [_drawn(line) for line in text.splitlines() if line.strip()]
    paragraphs = [each for each in drawn if each is not None]
    if not paragraphs or len(paragraphs) != len(drawn):
        return None
    for times in TIMES:
        lines = _lines(paragraphs, width // times)
        if lines is not None and len(lines) * BASE * times <= rows * 2:
            cells = _cells(_picture(lines), times)
            if len(cells) <= rows:
                return cells
    return None


def _drawn(line: str) -> list[list[Glyph]] | None:
    """The words of a line; None where a letter has no drawing."""
    words = [glyphs(word) for word in line.split()]
    drawn = [word for word in words if word is not None]
    return drawn if len(drawn) == len(words) else None


def _width(word: Sequence[Glyph]) -> int:
    return sum(glyph.width for glyph in word) + GAP * (len(word) - 1)


def _lines(paragraphs: Sequence[Sequence[list[Glyph]]], width: int) -> list[list[list[Glyph]]] | None:
    """The words in lines, each paragraph begun on a new one; None where a word is wider than a line."""
    lines: list[list[list[Glyph]]] = []
    for words in paragraphs:
        used = width
        for word in words:
            wide = _width(word)
            if wide > width:
                return None
            if used + SPACE + wide > width:
                lines.append([])
                used = -SPACE
            lines[-1].append(word)
            used += SPACE + wide
    return lines


def _picture(lines: Sequence[Sequence[Sequence[Glyph]]]) -> list[list[bool]]:
    """All lines as rows of dots, every line as high as the highest, so that they stand evenly."""
    inked = [row for glyph in chain.from_iterable(chain.from_iterable(lines)) for row, _ in glyph.dots]
    top, bottom = min([0, *inked]), max([BASE, *(row + 1 for row in inked)])
    leading = LEADING + (bottom - top + LEADING) % 2
    picture: list[list[bool]] = []
    for line in lines:
        picture += [[] for _ in range(leading if picture else 0)]
        picture += _line(line, top, bottom)
    return picture


def _line(words: Sequence[Sequence[Glyph]], top: int, bottom: int) -> list[list[bool]]:
    wide = sum(_width(word) for word in words) + SPACE * (len(words) - 1)
    rows = [[False] * wide for _ in range(bottom - top)]
    at = 0
    for word in words:
        for glyph in word:
            for row, column in glyph.dots:
                rows[row - top][at + column] = True
            at += glyph.width + GAP
        at += SPACE - GAP
    return rows


def _cells(picture: Sequence[Sequence[bool]], times: int) -> list[str]:
    rows = [[dot for dot in row for _ in range(times)] for row in picture for _ in range(times)]
    rows += [[] for _ in range(len(rows) % 2)]
    pairs = zip(rows[::2], rows[1::2], strict=True)
    return ["".join(_HALVES[pair] for pair in zip_longest(upper, lower, fillvalue=False)).rstrip() for upper, lower in pairs]
