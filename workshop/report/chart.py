"""The mirrored bars as geometry: one side's bars grow left and the other's right, from the theme's name in the middle."""

from collections.abc import Sequence
from dataclasses import dataclass
from unicodedata import east_asian_width

from workshop.model.view import ShownCount, ShownFinding, View

WIDTH = 760
CENTRE = WIDTH // 2
MIDDLE = 276
BAR = 160
"""The length of a bar when everybody raised the theme; lengths are in the picture's own units, about 7 to a letter."""
LINE = 17
THICK = 20
GAP = 14
LETTERS = 28
"""About so many Latin letters of a theme's name fit on a line of the middle; wide ones count double."""
LINES = 3
ROWS = 14
"""At most so many themes in one picture, so that it fits on a printed page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One bar, the part that unattributed notes could add to it (`more`), and the place of the count beyond its end."""

    x: int
    width: int
    more_x: int
    more: int
    text_x: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One theme: the lines of its name with the height of each, and the bars of the two sides."""

    finding: ShownFinding
    lines: tuple[tuple[int, str], ...]
    label_y: int
    bar_y: int
    left: Bar
    right: Bar


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """One picture of at most ROWS themes. Names stand at `centre`, bars begin at `left` and `right`."""

    rows: tuple[Row, ...]
    height: int
    width: int = WIDTH
    centre: int = CENTRE
    left: int = CENTRE - MIDDLE // 2
    right: int = CENTRE + MIDDLE // 2


def charts(view: View) -> tuple[Chart, ...]:
    """The pictures of all findings that anybody raised or could have raised, in their order."""
    findings = view.findings
    return tuple(_chart(findings[start : start + ROWS], view.between) for start in range(0, len(findings), ROWS))


def _chart(findings: Sequence[ShownFinding], between: tuple[str, str]) -> Chart:
    top = GAP
    rows = []
    for finding in findings:
        lines = wrapped(f"{finding.name}  {finding.theme}")
        height = LINE * (len(lines) + 1)
        left, right = (finding.groups.get(side) for side in between)
        rows.append(
            Row(
                finding=finding,
                lines=tuple((top + LINE * (place + 1) - 4, line) for place, line in enumerate(lines)),
                label_y=top + height - 4,
                bar_y=top + (height - THICK) // 2,
                left=_bar(left, -1),
                right=_bar(right, 1),
            )
        )
        top += height + GAP
    return Chart(height=top, rows=tuple(rows))


def _bar(count: ShownCount | None, direction: int) -> Bar:
    """The bar of one side: `direction` is -1 where it grows to the left."""
    share = (count.share if count else None) or 0.0
    at_most = (count.share_at_most if count else None) or share
    width, more = round(share * BAR), round(at_most * BAR) - round(share * BAR)
    edge = CENTRE + direction * MIDDLE // 2
    return Bar(
        x=edge if direction > 0 else edge - width,
        width=width,
        more_x=edge + width if direction > 0 else edge - width - more,
        more=more,
        text_x=edge + direction * (width + more + 8),
        text=count.text if count else "",
    )


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
