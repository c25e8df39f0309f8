"""Telling differences: what one group said, what the other answered, in their words, and what will be done."""

from collections.abc import Sequence

from workshop.model.view.recommendation import ShownRecommendation
from workshop.model.view.statement import ShownAnswers, ShownStatement
from workshop.model.view.view import View
from workshop.report import wording
from workshop.report.markdown.marks import block, inline, quotes, table


def telling(view: View) -> list[str]:
    """Each contested statement, then the others in a table."""
    lines = [] if view.telling else [wording.NOTHING_CONTESTED, ""]
    for statement in view.telling:
        lines += _statement(view, statement)
    rows = [row for statement in view.statements if not statement.contested for row in _others(statement)]
    if rows:
        lines += [f"### {wording.OTHER_STATEMENTS}", ""]
    return [*lines, *table(("Statement", "Made by", "Asked", "Agree", "Partly", "Disagree", "Unsure", "In a word"), rows)]


def _statement(view: View, statement: ShownStatement) -> list[str]:
    maker = wording.upper_first(statement.made_by_plural)
    heading = f"{statement.heading} ({wording.about(statement)})"
    lines = [f"### {inline(heading)}", "", f"**{inline(f'{maker} said')}**", ""]
    lines += [f"> {block(statement.text, '> ')}", "", inline(statement.raised_text), ""]
    for group, given in statement.answers.items():
        if group in statement.contested_by:
            stance = f" ({wording.stance(given)})" if wording.stance(given) else ""
            lines += _answers(f"{wording.upper_first(given.plural)} answered", wording.answered(given) + stance, given)
    lines += ["**In their words**", ""]
    for side in view.sides:
        said = statement.words_of(side.name)
        lines += [inline(f"{wording.upper_first(side.plural)}:"), ""]
        lines += quotes((quote, wording.credit(quote)) for quote in said) if said else [wording.NO_WORDS, ""]
        lines += _more(statement.more_of(side.name))
    if statement.answered_back:
        lines += _answers(f"{maker} answered back", statement.answered_back.sentence, statement.answered_back)
        lines += quotes((quote, wording.credit(quote)) for quote in statement.back_words)
        lines += _more(statement.back_more)
    if statement.now:
        lines += ["**Now**", "", *recommended(statement.now)]
    return lines


def _more(text: str) -> list[str]:
    return [inline(text), ""] if text else []


def _answers(heading: str, sentence: str, given: ShownAnswers) -> list[str]:
    lines = [f"**{inline(f'{heading}:')}** {inline(sentence)}", ""]
    if not given.asked_text:
        return lines
    header = (f"Answers {given.asked_text}", *(answer.answer for answer in given.answers))
    return [*lines, *table(header, [("People", *(answer.text for answer in given.answers))])]


def _others(statement: ShownStatement) -> list[tuple[str, ...]]:
    begin = (f"{statement.name} {statement.text}", statement.made_by_plural)
    put = [
        (*begin, wording.asked(given), *(answer.text for answer in given.answers), given.label)
        for given in statement.answers.values()
        if given.asked_text
    ]
    return put or [(*begin, wording.NOT_PUT, *[""] * 5)]


def recommended(found: Sequence[ShownRecommendation]) -> list[str]:
    """A table of what should happen, by whom and by when, what it rests on, and how it stands."""
    rows = [
        (
            f"{each.name} {each.text}",
            each.whose or "nobody yet",
            each.due or "no day",
            each.stands,
            ", ".join((*each.themes, *each.sources)),
        )
        for each in found
    ]
    return table(("What", "Who", "By when", "How it stands", "Rests on"), rows)
