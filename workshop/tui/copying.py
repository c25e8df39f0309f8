"""A row of the comparison as plain text, for the clipboard: what it says, in words, with both groups' own."""

from collections.abc import Iterator, Sequence

from textual.app import App

from workshop.compare.over_time import over_time_words
from workshop.compare.words import noun
from workshop.model.view.finding import ShownFinding
from workshop.model.view.priority import ShownPriorities
from workshop.model.view.quote import ShownQuote
from workshop.model.view.statement import ShownStatement
from workshop.model.view.view import View
from workshop.tui.compared import NOTES, Chapter, Compared
from workshop.tui.widgets.appendix import InAppendix
from workshop.tui.widgets.findings import in_numbers
from workshop.tui.widgets.heard import WhoWasHeard
from workshop.tui.widgets.laidout import upper_first
from workshop.tui.widgets.points import Points
from workshop.tui.widgets.readings import Readings

WIDTH = 100
"""Cells of a line, where lines are laid out."""


def copy(app: App[object], compared: Compared, name: str) -> str:
    """Put a row on the clipboard and say so. Whether it gets there is up to the terminal, which tells nobody (OSC 52)."""
    app.copy_to_clipboard(as_text(compared, name))
    return f"{name} is on the clipboard as text, if this terminal takes any from programs; else a report has it."


def as_text(compared: Compared, name: str) -> str:
    """The row of this name, with the marking of the report that it belongs to."""
    view = compared.view
    lines = [f"{view.title}: {name}", *_lines(compared, name)]
    if compared.chapter_of(name) in (Chapter.THEMES, Chapter.STATEMENTS):
        lines += ["", *compared.why(name)]
    return "\n".join([*lines, "", view.marking, ""])


def _lines(compared: Compared, name: str) -> Iterator[str]:
    view = compared.view
    match compared.chapter_of(name):
        case Chapter.THEMES:
            yield from _theme(next(each for each in view.findings if each.name == name), view)
        case Chapter.STATEMENTS:
            yield from _statement(next(each for each in view.statements if each.name == name))
        case Chapter.PICTURES:
            picture = next(each for each in view.artworks if each.name == name)
            yield from (line.plain.rstrip() for line in Readings(picture, whole=True).lines(WIDTH))
        case Chapter.PRIORITIES:
            yield from _ranked(next(each for each in view.ranked if each.name == name))
        case Chapter.HEARD:
            shown = next(each for each in compared.heard if each.name == name)
            yield from (line.plain.rstrip() for line in WhoWasHeard(shown).lines(WIDTH))
            yield from compared.why(name)
        case Chapter.POINTS:
            points = next(each for each in compared.points if each.name == name)
            yield from (line.plain.strip() for line in Points(points).lines(WIDTH))
            yield from compared.why(name)
        case Chapter.APPENDIX:
            part = next(each for each in compared.appendix if each.name == name)
            yield from (line.plain.strip() for line in InAppendix(part, whole=True).lines(WIDTH))
            yield from compared.why(name)
        case Chapter.TIME:
            shown_time = next(each for each in compared.over_time if each.name == name)
            yield over_time_words(shown_time.found, shown_time.sessions)
            yield from compared.why(name)
        case Chapter.READING:
            yield from in_numbers(view) if name == NOTES else compared.why(name)


def _theme(finding: ShownFinding, view: View) -> Iterator[str]:
    yield finding.theme
    yield ", ".join(filter(None, (finding.label_text, finding.strength_text, finding.contested_text)))
    for side in view.sides:
        count = finding.groups.get(side.name)
        yield f"{upper_first(side.plural)}: {f'raised by {count.text}' if count and count.could else 'no open round'}"
    for side in view.sides:
        quotes = finding.quotes.get(side.name, ())
        yield f"\n{upper_first(side.plural)} said:" if quotes else f"\n{upper_first(side.plural)} said nothing on this unprompted."
        yield from map(_quoted, quotes)
    for statement in view.statements:
        if statement.finding == finding.name:
            yield ""
            yield from _statement(statement)


def _statement(statement: ShownStatement) -> Iterator[str]:
    yield f"{upper_first(statement.made_by_plural)} said: “{statement.text}”"
    for answers in statement.answers.values():
        if answers.asked_text:
            counts = ", ".join(f"{each.answer} {each.text}" for each in answers.answers)
            yield f"{upper_first(answers.sentence or answers.plural)} ({counts}, {answers.asked_text}): {answers.label}"
        else:
            yield f"{upper_first(answers.plural)} were not asked."
        if answers.unasked:
            yield f"{upper_first(answers.unasked)}."
    for group, quotes in statement.reasons.items():
        yield f"In their words, {noun(2, group)}:"
        yield from map(_quoted, quotes)
        yield from _more(statement.more.get(group, ""))
    if statement.answered_back:
        back = statement.answered_back
        counts = ", ".join(f"{each.answer} {each.text}" for each in back.answers)
        yield f"{upper_first(back.plural)} answered back: {back.sentence} ({counts}, {back.asked_text})"
        yield from map(_quoted, statement.back_words)
        yield from _more(statement.back_more)
    for each in statement.now:
        yield f"Now ({each.name}): {each.text} ({', '.join(filter(None, (each.whose, each.due and f'by {each.due}', each.stands)))})"


def _more(text: str) -> Iterator[str]:
    if text:
        yield f"- {text}"


def _ranked(ranked: ShownPriorities) -> Iterator[str]:
    yield ranked.title
    for each in ranked.themes:
        given = "; ".join(f"{noun(2, group)}: {rank.text}" for group, rank in each.groups.items())
        yield f"{each.finding} {each.theme}: {given}"
    yield ranked.order_text
    yield ranked.alike_text


def _quoted(quote: ShownQuote) -> str:
    words = f"“{quote.text}”" if quote.verbatim else quote.text
    who: Sequence[str] = [part for part in (quote.answer, quote.person, *quote.marks, quote.name) if part]
    return f"- {words} ({', '.join(who)})" if who else f"- {words}"
