"""The mirrored bars as a drawing: one side's bars grow left and the other's right, from the theme's name in the middle."""

from collections.abc import Sequence
from dataclasses import dataclass
from unicodedata import east_asian_width

from workshop.model.view.finding import ShownCount, ShownFinding
from workshop.model.view.group import ShownGroup
from workshop.model.view.view import View

# Lengths are in the picture's own units, 9 to a bold letter of the widest of the usual fonts.
WIDTH = 800
CENTRE = WIDTH // 2
LEFT = CENTRE - 135
RIGHT = CENTRE + 135
BAR = 165
"""The length of a bar when everybody raised the theme."""
TO_COUNT = BAR + 8
TO_EDGE = LEFT - TO_COUNT
"""The room of a count beside a full bar."""
LETTER = 8.2
"""The width of a letter of a count, which is not bold, in the widest of the usual fonts."""
LINE = 17
GAP = 14
THICK = 20
LETTERS = 27
"""So many letters of a theme's name fit on a line between LEFT and RIGHT; wide ones count double."""
SMALL_LETTERS = 36
"""So many letters of what stands below the name, which is smaller and not bold."""
LINES = 3
ROWS = 14
"""At most so many themes in one picture, so that it fits on a printed page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of text; `y` is its baseline, `kind` the class that styles it."""

    y: int
    text: str
    kind: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """All bars of one side: a path to be stroked THICK for the bars, an outline of what unattributed notes could add, and the counts."""

    edge: int
    count_x: int
    bars: str
    more: str
    counts: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """One picture of at most ROWS themes, `first` to `last`. It begins at `edge`, which is below zero where counts are long.

    `track` is what full bars would fill, dashes as long as a bar, of a path; a number that is not told has none, so that it is not
    taken for zero.
    """

    first: str
    last: str
    left: Side
    right: Side
    track: str
    names: tuple[Line, ...]
    height: int
    edge: int
    width: int
    bar: int = BAR
    centre: int = CENTRE


def charts(view: View) -> tuple[Chart, ...]:
    """The pictures of all findings, in their order."""
    findings = view.findings
    return tuple(_chart(findings[start : start + ROWS], view.between) for start in range(0, len(findings), ROWS))


def described(first: str, last: str, left: ShownGroup, right: ShownGroup) -> str:
    """What one picture is, for whoever can't see it; `first` and `last` are the names of its findings."""
    return (
        f"Mirrored bars from {first} to {last}: {left.plural} to the left, {right.plural} to the right. "
        "The table below holds the same numbers."
    )


def _chart(findings: Sequence[ShownFinding], between: tuple[str, str]) -> Chart:
    names: list[Line] = []
    tops = []
    y = LINE + GAP
    for finding in findings:
        texts = [("h", line) for line in wrapped(f"{finding.name} {finding.theme}")]
        label = ", ".join(part for part in (finding.label_text, finding.strength_text) if part)
        texts += [("", line) for line in wrapped(label, SMALL_LETTERS)]
        texts += [("c", finding.contested_text)] if finding.contested_text else []
        names += [Line(y=y + LINE * place - 4, text=text, kind=kind) for place, (kind, text) in enumerate(texts, start=1)]
        tops.append(y + (LINE * len(texts) - THICK) // 2)
        y += LINE * len(texts) + GAP
    left, right = (
        _side(edge, direction, [(top, finding.groups.get(side)) for top, finding in zip(tops, findings, strict=True)])
        for edge, direction, side in ((LEFT, -1, between[0]), (RIGHT, 1, between[1]))
    )
    counts = [count.text for finding in findings for side in between if (count := finding.groups.get(side))]
    beyond = max(0, round(LETTER * max(map(len, counts), default=0)) - TO_EDGE)
    track = "".join(_track(top, finding, between) for top, finding in zip(tops, findings, strict=True))
    return Chart(
        first=findings[0].name,
        last=findings[-1].name,
        left=left,
        right=right,
        track=track,
        names=tuple(names),
        height=y,
        edge=-beyond,
        width=WIDTH + 2 * beyond,
    )


def _track(top: int, finding: ShownFinding, between: tuple[str, str]) -> str:
    left, right = (count is None or count.share is not None for count in (finding.groups.get(side) for side in between))
    begin = LEFT - BAR if left else RIGHT
    return _bar(begin, top, (RIGHT + BAR if right else LEFT) - begin) if left or right else ""


def _side(edge: int, direction: int, counts: Sequence[tuple[int, ShownCount | None]]) -> Side:
    """The bars whose upper edges are given; `direction` is -1 where they grow to the left."""
    bars = more = ""
    for top, count in counts:
        share = (count.share if count else None) or 0.0
        at_most = (count.share_at_most if count else None) or share
        reach, further = round(share * BAR), round(at_most * BAR)
        if reach:
            bars += _bar(edge, top, direction * reach)
        if further > reach:
            more += _box(edge + direction * reach, top, direction * (further - reach))
    texts = tuple(Line(y=top + 15, text=count.text) for top, count in counts if count)
    return Side(edge=edge, count_x=edge + direction * TO_COUNT, bars=bars, more=more, counts=texts)


def _bar(x: int, top: int, length: int) -> str:
    """A bar as the line in its middle, which is half as many letters as its outline."""
    return f"M{x} {top + THICK // 2}h{length}"


def _box(x: int, y: int, length: int) -> str:
    """A bar's outline as the data of a path; `length` is below zero to the left."""
    return f"M{x} {y}h{length}v{THICK}h{-length}z"


def wrapped(text: str, letters: int = LETTERS) -> list[str]:
    """The text on at most LINES lines of so many letters, cut with an ellipsis: a picture can't wrap it by itself."""
    lines = [""]
    for word in text.split():
        for piece in _pieces(word, letters):
            if lines[-1] and _width(lines[-1]) + 1 + _width(piece) > letters:
                lines.append("")
            lines[-1] = f"{lines[-1]} {piece}".strip()
    if len(lines) > LINES:
        lines = [*lines[: LINES - 1], f"{lines[LINES - 1]}\u2026"]
    return lines


def _pieces(word: str, letters: int) -> list[str]:
    """The word in pieces that fit on a line."""
    pieces = [""]
    for letter in word:
        if _width(pieces[-1]) + _width(letter) > letters:
            pieces.append("")
        pieces[-1] += letter
    return pieces


def _width(text: str) -> int:
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in text)
