"""One page for the people who were there: "you said, we did". What they told us, what was disputed, who does what, what came of it."""

from collections.abc import Sequence

from workshop.model.comparison import LEANING
from workshop.model.cut import cut
from workshop.model.view.finding import Section, ShownFinding
from workshop.model.view.view import View
from workshop.report import wording
from workshop.report.docx.blocks import STRONG, Span, paragraph
from workshop.report.docx.paper import Paper
from workshop.report.docx.pieces import recommended, words
from workshop.report.docx.short import SAID, WIDTHS, Voices, named, recommendation_texts, shortened
from workshop.report.docx.space import WIDTH, Space, row_height, text_height
from workshop.report.slug import slug

_HEADING = 12.0
_TABLE = 18.0
"""What the first row of a table and the lines below it take, in millimetres."""
_THEMES, _POINTS, _ROWS = 6, 3, 5
"""At most so many themes, contested statements, and recommendations."""
_KEPT = 40.0
"""So much of the page, in millimetres, is kept for what was disputed, and for who does what."""
_TITLE, _QUOTE = 90, 110
"""At most so many letters of the title, and of a quote."""

Line = tuple[str, str]
"""What stands in a bullet: its beginning in bold, and the rest. Without a beginning it is a plain sentence."""


def you_said(view: View, template: bytes | None = None) -> dict[str, bytes]:
    """The file, by its name. With an organisation's `template` its larger letters may take it to a second page."""
    paper = Paper(view, template)
    title, did = cut(view.title, _TITLE), [shortened(each) for each in view.recommendations[:_ROWS]]
    disputed = _disputed(view)
    rows = [row_height(recommendation_texts(each), WIDTHS) for each in did]
    notes = _HEADING + sum(text_height(note, 9, after=1.5) for note in view.notes)
    for_disputed, for_did = min(sum(map(_height, disputed)), _KEPT), min(sum(rows), _KEPT) + _TABLE
    space = Space(1, notes + for_disputed + for_did + 2 * _HEADING)
    space.use(24 + text_height(title, 13.5, after=4) + text_height(view.took_part, 10.5) + _HEADING)
    paper.text(view.marking, style="Workshop Mark")
    paper.text(wording.YOU_SAID, style="Title")
    paper.text(title, style="Subtitle")
    paper.text(view.took_part)
    _bullets(paper, wording.TOLD_US, _told(view), space)
    space.last(for_disputed)
    _bullets(paper, wording.DISPUTED, disputed, space)
    space.last(for_did)
    fit = space.take_rows(_TABLE, rows)
    paper.heading(wording.WHO_DOES_WHAT, 2)
    if fit:
        paper.put(recommended(wording.WHO_DOES_WHAT, did[:fit]))
    paper.text(wording.more(len(view.recommendations) - fit, "recommendation"), style="Workshop Note")
    if not view.recommendations:
        paper.text(wording.NOTHING_AGREED)
    paper.heading(wording.HOW_TO_READ, 3)
    paper.text(*view.notes, style="Workshop Note")
    return {f"{slug(view.title)}-you-said-we-did.docx": paper.save()}


def _bullets(paper: Paper, heading: str, lines: Sequence[Line], space: Space) -> None:
    """The lines, as many as there is room for."""
    paper.heading(heading, 2)
    for line in lines:
        if not space.take(_height(line)):
            break
        bold, rest = line
        spans = (Span(bold, STRONG), Span(rest)) if bold else (Span(rest),)
        paper.put(paragraph(*spans, style="Workshop Said" if bold else "Normal"))


def _height(line: Line) -> float:
    return text_height("".join(line), 12, WIDTH - 6, 1.6)


def _told(view: View) -> list[Line]:
    """The themes that both raised or one raised clearly more, each with how many did and a short quote."""
    found = [each for each in view.findings if each.section is not Section.REST and each.strength != LEANING][:_THEMES]
    voices = Voices()
    return [_theme(view, named(each), voices) for each in found] or [("", wording.NOTHING_SHARED)]


def _theme(view: View, finding: ShownFinding, voices: Voices) -> Line:
    counts = [(finding.groups.get(side.name), side.plural) for side in view.sides]
    told = ", ".join(f"{count.text} {plural}" for count, plural in counts if count)
    quote = voices.pick((quote for side in view.between for quote in finding.quotes[side] if quote.verbatim), _QUOTE)
    return f"{finding.theme}: ", f"{told}.{f' {words(quote)}' if quote else ''}"


def _disputed(view: View) -> list[Line]:
    lines = [
        (
            f"{wording.upper_first(statement.made_by_plural)} said: ",
            f"\u201c{cut(statement.text, SAID)}\u201d {wording.answer_sentence(given)}",
        )
        for statement in view.telling
        for group, given in statement.answers.items()
        if group in statement.contested_by
    ]
    return lines[:_POINTS] or [("", wording.NOTHING_CONTESTED)]
