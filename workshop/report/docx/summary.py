"""The summary: at most two A4 pages, for whoever will not read the report; only what is found for sure, and who does what."""

from collections.abc import Sequence

from workshop.model.comparison import CLEAR
from workshop.model.cut import cut
from workshop.model.view.finding import Section, ShownFinding
from workshop.model.view.group import ShownGroup
from workshop.model.view.statement import ShownAnswers, ShownStatement
from workshop.model.view.view import View
from workshop.report import wording
from workshop.report.docx.blocks import SOFT, STRONG, Span, Table, cell, cells
from workshop.report.docx.chart import ROW_HEIGHT, put_charts
from workshop.report.docx.paper import Paper
from workshop.report.docx.pieces import group_header, how_to_read, recommended, words
from workshop.report.docx.short import SAID, WIDTHS, Voices, named, recommendation_texts, shortened
from workshop.report.docx.space import WIDTH, Space, row_height, text_height
from workshop.report.slug import slug

PAGES = 2
_HEADING = 12.0
_HEADER = 8.0
_MORE = 8.0
"""What a heading, the first row of a table, and the line below it take, in millimetres."""
_BARS, _POINTS, _THEMES, _ROWS = 10, 4, 5, 6
"""At most so many themes in the chart, contested statements, themes in a table, and recommendations."""
_KEPT = 65.0
"""So much of the last page, in millimetres, is kept for who does what."""
_TITLE, _SENTENCE = 110, 600
"""At most so many letters of the title and of a sentence."""


def summary(view: View, template: bytes | None = None) -> dict[str, bytes]:
    """The file, by its name. With an organisation's `template` its larger letters may take it to a third page."""
    paper = Paper(view, template)
    closing = sum(text_height(note, 9.5, WIDTH - 6, 1.2) for note in view.notes)
    agreed = [shortened(each) for each in view.recommendations[:_ROWS]]
    rows = [row_height(recommendation_texts(each), WIDTHS) for each in agreed]
    kept = min(_HEADING + _HEADER + _MORE + sum(rows), _KEPT) if rows else 0.0
    space = Space(PAGES, closing + _HEADING + _MORE + kept)
    _opening(paper, view, space)
    _chart(paper, view, space)
    voices = Voices()
    _telling(paper, view, space, voices)
    _together(paper, view, space, voices)
    space.last(kept)
    fit = space.take_rows(_HEADING + _HEADER + _MORE, rows)
    if agreed:
        paper.heading(wording.RECOMMENDED, 2)
    if fit:
        paper.put(recommended(wording.RECOMMENDED, agreed[:fit]))
    paper.text(wording.more(len(view.recommendations) - fit, "recommendation"), style="Workshop Note")
    paper.put(*how_to_read(view, 2))
    paper.text(f"{wording.made_on(view)} {wording.MORE_IN_REPORT}", style="Workshop Note")
    return {f"{slug(view.title)}-summary.docx": paper.save()}


def _opening(paper: Paper, view: View, space: Space) -> None:
    """What it is, who took part, and what was found in a few sentences; a contested statement has its own place below."""
    title = cut(view.title, _TITLE)
    space.use(24 + text_height(title, 27) + text_height(view.took_part, 10.5))
    paper.text(view.marking, style="Workshop Mark")
    paper.text(title, style="Title")
    paper.text(f"{wording.SUMMARY} {wording.side_by_side(view)}", style="Subtitle")
    paper.text(view.took_part)
    contested = [statement.text for statement in view.telling]
    found = [sentence for sentence in view.at_a_glance if not any(text in sentence for text in contested)]
    for sentence in (*found, " ".join(view.checked_back)):
        short = cut(sentence, _SENTENCE)
        if short and space.take(text_height(short, 10.5)):
            paper.text(short)


def _chart(paper: Paper, view: View, space: Space) -> None:
    shown = [named(finding) for finding in view.findings[:_BARS]]
    if shown and space.take((len(shown) + 0.5) * ROW_HEIGHT / 36_000 + 2 * _MORE):
        paper.text(wording.bars_title(view), style="Caption")
        put_charts(paper, shown, view.sides, view.made)
        paper.text(f"{wording.BARS} {wording.more(len(view.findings) - len(shown), 'theme')}".strip(), style="Workshop Note")


def _telling(paper: Paper, view: View, space: Space, voices: Voices) -> None:
    """What one group said, what the other answered, and one voice of theirs: a row for each."""
    title = wording.heading(view, "telling")
    if not view.telling:
        if space.take(_HEADING + _MORE):
            paper.heading(title, 2)
            paper.text(wording.NOTHING_CONTESTED)
        return
    widths = (64.0, 50.0, 60.0)
    points = [
        (_said(statement), wording.answered(given), _voice(statement, given, voices))
        for statement in view.telling
        for group, given in statement.answers.items()
        if group in statement.contested_by
    ]
    fit = space.take_rows(_HEADING + _HEADER + _MORE, [row_height(each, widths) for each in points[:_POINTS]])
    if fit or space.take(_HEADING + _MORE):
        paper.heading(title, 2)
    if fit:
        header = cells(("What was said", "What was answered", "In their words"))
        rows = tuple((cell(said), cell(Span(given, STRONG)), cell(voice)) for said, given, voice in points[:fit])
        paper.put(Table(title=title, header=header, rows=rows, widths=widths, row_headers=False))
    paper.text(wording.more(len(points) - fit, "contested statement"), style="Workshop Note")


def _said(statement: ShownStatement) -> str:
    return f"{wording.upper_first(statement.made_by_plural)}: \u201c{cut(statement.text, SAID)}\u201d"


def _voice(statement: ShownStatement, given: ShownAnswers, voices: Voices) -> str:
    """The first of a group's words to a statement that are not too long, else the beginning of the first."""
    said = statement.words_of(given.perspective)
    chosen = voices.pick(said, SAID)
    return words(chosen) if chosen else next((cut(words(quote), SAID) for quote in said if quote.text), "")


def _together(paper: Paper, view: View, space: Space, voices: Voices) -> None:
    """What both raised, and what one raised clearly more: what is only perhaps so is no finding, and stands in the report alone."""
    clear = tuple(finding for finding in view.in_section(Section.LED) if finding.strength == CLEAR)
    for name, found in (("shared", view.in_section(Section.SHARED)), ("led", clear)):
        if found:
            _voices(paper, view, [named(each) for each in found], name, (space, voices))


def _voices(paper: Paper, view: View, found: Sequence[ShownFinding], section: str, room: tuple[Space, Voices]) -> None:
    """A row a theme: what was found, and for each side how many raised it and a voice."""
    (space, voices), title, widths = room, wording.heading(view, section), (54.0, 60.0, 60.0)
    told = [(f"{each.name} {each.theme}", wording.label_of(each), *(_told(each, side, voices) for side in view.sides)) for each in found]
    heights = [row_height(("\n".join(texts[:2]), *texts[2:]), widths) for texts in told[:_THEMES]]
    fit = space.take_rows(_HEADING + _HEADER + (_MORE if len(found) > _THEMES else 0), heights)
    if not fit:
        return
    paper.heading(title, 2)
    header = (cell("Theme"), *group_header(view, [(side.name, wording.upper_first(side.plural)) for side in view.sides]))
    rows = tuple((cell(theme, Span(f"\n{label}", SOFT)), cell(left), cell(right)) for theme, label, left, right in told[:fit])
    paper.put(Table(title=title, header=header, rows=rows, widths=widths))
    paper.text(wording.more(len(found) - fit, "theme"), style="Workshop Note")


def _told(finding: ShownFinding, side: ShownGroup, voices: Voices) -> str:
    """How many of a side raised a theme, and some of their words that are short."""
    count, said = finding.groups.get(side.name), voices.pick(finding.quotes[side.name], SAID)
    return "\n".join(part for part in (count.text if count else "", words(said) if said else "") if part)
