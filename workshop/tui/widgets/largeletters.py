"""A text set in large letters: broken into lines between its words, as large as the room for it allows."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, zip_longest

from workshop.tui.widgets.glyphs import BASE, Glyph, glyphs

GAP = 1
"""Dots between two letters."""
SPACE = 3
"""Dots between two words."""
LEADING = 1
"""Dots between two lines, or one more: every line begins at the top of a cell, so that all look alike."""


@dataclass(frozen=True, slots=True)
class Scale:
    """How dots become cells: a dot is `times` half cells high, and as many cells wide, or half as many where it is `narrow`."""

    times: int
    narrow: bool = False

    def dots(self, width: int) -> int:
        """How many dots stand side by side in so many cells."""
        return width * 2 if self.narrow else width // self.times


SCALES = (Scale(4), Scale(3), Scale(2), Scale(1), Scale(1, narrow=True))
"""The largest first. Narrow letters are easily read, and there are twice as many to a line."""

_HALVES = {(False, False): " ", (True, False): "▀", (False, True): "▄", (True, True): "█"}
_QUARTERS = " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█"
"""By the quarters that are inked: 1 upper left, 2 upper right, 4 lower left, 8 lower right."""


def large(text: str, width: int, rows: int) -> list[str] | None:
    """The text in the largest letters that fit into so many cells and rows; None where a letter has no drawing, or none fit."""
    drawn = [_drawn(line) for line in text.splitlines() if line.strip()]
    paragraphs = [each for each in drawn if each is not None]
    if not paragraphs or len(paragraphs) != len(drawn):
        return None
    for scale in SCALES:
        lines = _lines(paragraphs, scale.dots(width))
        if lines is not None and len(lines) * BASE * scale.times <= rows * 2:
            cells = _cells(_picture(lines), scale)
            if len(cells) <= rows:
                return cells
    return None


def is_drawn(text: str) -> bool:
    """Whether every letter of the text has a drawing."""
    return all(glyphs(word) is not None for word in text.split())


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


def _cells(picture: Sequence[Sequence[bool]], scale: Scale) -> list[str]:
    across = 1 if scale.narrow else scale.times
    rows = [[dot for dot in row for _ in range(across)] for row in picture for _ in range(scale.times)]
    rows += [[] for _ in range(len(rows) % 2)]
    pairs = [list(zip_longest(upper, lower, fillvalue=False)) for upper, lower in zip(rows[::2], rows[1::2], strict=True)]
    return [(_quarters(pair) if scale.narrow else "".join(_HALVES[each] for each in pair)).rstrip() for pair in pairs]


def _quarters(columns: Sequence[tuple[bool, bool]]) -> str:
    """Two columns of dots, each an upper and a lower one, to a cell."""
    pairs = zip_longest(columns[::2], columns[1::2], fillvalue=(False, False))
    return "".join(_QUARTERS[left[0] + 2 * right[0] + 4 * left[1] + 8 * right[1]] for left, right in pairs)
