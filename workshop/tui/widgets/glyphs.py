"""The large letters, dot by dot: drawn in largeletters.txt, with their accents put on as Unicode takes them apart."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

SHEET = Path(__file__).with_name("largeletters.txt")
BASE = 7
"""The row below the line that letters stand on; the top of a capital is row 0."""

_ABOVE = {
    "\u0300": ("#.", ".#"),
    "\u0301": (".#", "#."),
    "\u0302": (".#.", "#.#"),
    "\u0303": (".#.#", "#.#."),
    "\u0304": ("###",),
    "\u0306": ("#..#", ".##."),
    "\u0307": ("#",),
    "\u0308": ("#.#",),
    "\u0309": ("##", ".#"),
    "\u030a": ("##", "##"),
    "\u030b": (".#..#", "#..#."),
    "\u030c": ("#.#", ".#."),
}
"""Grave, acute, circumflex, tilde, macron, breve, dot, diaeresis, hook, ring, double acute, caron."""
_BELOW = {"\u0323": (".", "#"), "\u0326": (".#", "#."), "\u0327": (".#", "##"), "\u0328": ("#.", "##"), "\u0331": ("...", "###")}
"""Dot, comma, cedilla, ogonek, macron."""
_DOTLESS = {"i": "ı", "j": "ȷ"}
_SAME = {"\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2010": "-", "\u2011": "-", "\u2212": "–", "\t": " ", "´": "'", "ʼ": "’", "ʹ": "'"}

Dot = tuple[int, int]
"""A row and a column; the row is below zero in an accent above a capital."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """One letter, `width` dots wide."""

    width: int
    dots: frozenset[Dot]

    @property
    def top(self) -> int:
        """The first row that has ink; BASE where none has."""
        return min((row for row, _ in self.dots), default=BASE)


def glyphs(text: str) -> list[Glyph] | None:
    """The letters of a text on one line; None where one of them has no drawing."""
    found = [_glyph(cluster) for cluster in _clusters(text)]
    drawn = [each for each in found if each is not None]
    return drawn if len(drawn) == len(found) else None


def _clusters(text: str) -> Iterator[str]:
    """Each letter with the marks that stand on it, taken apart."""
    cluster = ""
    for letter in unicodedata.normalize("NFD", "".join(_SAME.get(each, each) for each in text)):
        if cluster and not unicodedata.combining(letter):
            yield cluster
            cluster = ""
        cluster += letter
    if cluster:
        yield cluster


@cache
def _glyph(cluster: str) -> Glyph | None:
    base, marks = cluster[0], cluster[1:]
    if any(mark in _ABOVE for mark in marks):
        base = _DOTLESS.get(base, base)
    glyph = _sheet().get(base)
    for mark in marks:
        glyph = glyph and _marked(glyph, mark)
    return glyph


def _marked(glyph: Glyph, mark: str) -> Glyph | None:
    """The letter with an accent on it, a row apart, or under it; letters narrower than the accent are widened."""
    drawing = _ABOVE.get(mark) or _BELOW.get(mark)
    if drawing is None:
        return None
    first = glyph.top - 1 - len(drawing) if mark in _ABOVE else BASE
    wide = len(drawing[0])
    width = max(glyph.width, wide)
    shift, place = (width - glyph.width) // 2, (width - wide + (mark != "\u0300")) // 2
    dots = {(row, column + shift) for row, column in glyph.dots}
    dots |= {(first + row, place + column) for row, line in enumerate(drawing) for column, ink in enumerate(line) if ink == "#"}
    return Glyph(width, frozenset(dots))


@cache
def _sheet() -> dict[str, Glyph]:
    """Every drawing, by its letter, and the blank."""
    found = {" ": Glyph(2, frozenset())}
    for band in SHEET.read_text(encoding="utf-8").split("\n\n")[1:]:
        names, *rows = band.splitlines()
        for column, name in enumerate(names):
            if name != " ":
                drawing = [row[column:].partition(" ")[0] for row in rows]
                dots = {(row, dot) for row, line in enumerate(drawing) for dot, ink in enumerate(line) if ink == "#"}
                found[name] = Glyph(len(drawing[0]), frozenset(dots))
    return found
