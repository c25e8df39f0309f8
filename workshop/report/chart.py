"""The mirrored bars as geometry: one side's bars grow left and the other's right, from the theme's name in the middle."""

from collections.abc import Sequence
from dataclasses import dataclass
from unicodedata import east_asian_width

from workshop.model.view import ShownCount, ShownFinding, View

# Lengths are in the picture's own units, 9 to a bold letter of the widest of the usual fonts.
WIDTH = 800
CENTRE = WIDTH // 2
LEFT = CENTRE - 135
RIGHT = CENTRE + 135
BAR = 165
"""The length of a bar when everybody raised the theme."""
LINE = 17
GAP = 14
THICK = 20
LETTERS = 27
"""So many letters of a theme's name fit on a line between LEFT and RIGHT; wide ones count double."""
LINES = 3
ROWS = 14
"""At most so many themes in one picture, so that it fits on a printed page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One bar: how far it reaches from its edge, below zero to the left, and how much further unattributed notes could take it."""

    reach: int
    more: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of text in the middle; `y` is its baseline, `kind` the class that styles it."""

    y: int
    kind: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One theme: what stands in the middle, and the bars of the two sides, whose upper edge is `y`."""

    finding: ShownFinding
    lines: tuple[Line, ...]
    y: int
    left: Bar
    right: Bar


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """One picture of at most ROWS themes."""

    rows: tuple[Row, ...]
    height: int
    width: int = WIDTH
    centre: int = CENTRE
    left: int = LEFT
    right: int = RIGHT
    bar: int = BAR
    thick: int = THICK


def charts(view: View) -> tuple[Chart, ...]:
    """The pictures of all findings, in their order."""
    findings = view.findings
    return tuple(_chart(findings[start : start + ROWS], view.between) for start in range(0, len(findings), ROWS))


def _chart(findings: Sequence[ShownFinding], between: tuple[str, str]) -> Chart:
    top = LINE + GAP
    rows = []
    for finding in findings:
        texts = [("h", line) for line in wrapped(f"{finding.name} {finding.theme}")]
        texts += [(kind, text) for kind, text in (("l", finding.label_text), ("c", finding.contested_text)) if text]
        lines = (Line(y=top + LINE * place - 4, kind=kind, text=text) for place, (kind, text) in enumerate(texts, start=1))
        height = LINE * len(texts)
        left, right = (finding.groups.get(side) for side in between)
        rows.append(
            Row(finding=finding, lines=tuple(lines), y=top + (height - THICK) // 2, left=_bar(left, -1), right=_bar(right, 1)),
        )
        top += height + GAP
    return Chart(rows=tuple(rows), height=top)


def _bar(count: ShownCount | None, direction: int) -> Bar:
    if count is None:
        return Bar(reach=0, more=0, text="")
    share = count.share or 0.0
    reach, at_most = round(share * BAR), round((count.share_at_most or share) * BAR)
    return Bar(reach=direction * reach, more=direction * (at_most - reach), text=count.text)


def wrapped(text: str) -> list[str]:
    """The text on at most LINES lines of LETTERS, cut with an ellipsis: a picture can't wrap it by itself."""
    lines = [""]
    for word in text.split():
        for piece in _pieces(word):
            if lines[-1] and _width(lines[-1]) + 1 + _width(piece) > LETTERS:
                lines.append("")
            lines[-1] = f"{lines[-1]} {piece}".strip()
    if len(lines) > LINES:
        lines = [*lines[: LINES - 1], f"{lines[LINES - 1]}\u2026"]
    return lines


def _pieces(word: str) -> list[str]:
    """The word in pieces that fit on a line."""
    pieces = [""]
    for letter in word:
        if _width(pieces[-1]) + _width(letter) > LETTERS:
            pieces.append("")
        pieces[-1] += letter
    return pieces


def _width(text: str) -> int:
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in text)
