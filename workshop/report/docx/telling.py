"""The centre of a report in Word: what one group said, what the other answered, in their words; and all other statements."""

from workshop.model.view.statement import ShownStatement
from workshop.model.view.view import View
from workshop.report import wording
from workshop.report.docx.blocks import SOFT, Cell, Span, Table, cell, cells, paragraph
from workshop.report.docx.paper import Paper
from workshop.report.docx.pieces import SIDE_QUOTES, Column, answers, quoted, recommended, side_by_side, side_style


def telling(paper: Paper, view: View) -> None:
    """Each contested statement as a block of its own, then the others in a table."""
    if not view.telling:
        paper.text(wording.NOTHING_CONTESTED)
    for statement in view.telling:
        _contested(paper, view, statement)
    others = [statement for statement in view.statements if not statement.contested]
    if others:
        rows = tuple(row for statement in others for row in _rows(statement))
        header = cells(("Statement", "Made by", "Asked", "Agree", "Partly", "Disagree", "Unsure", "In a word"))
        paper.text(wording.OTHER_STATEMENTS, style="Caption")
        widths = (3.4, 2.1, 2.1, 1.1, 1.1, 1.5, 1.25, 2.2)
        paper.put(Table(title=wording.OTHER_STATEMENTS, header=header, rows=rows, widths=widths, row_headers=False))


def _contested(paper: Paper, view: View, statement: ShownStatement) -> None:
    paper.heading(statement.heading, 2, mark=statement.name, soft=wording.about(statement))
    makers = wording.upper_first(statement.made_by_plural)
    paper.put(
        paragraph(f"{makers} said", style="heading 3"),
        paragraph(statement.text, style=side_style(view, statement.made_by, SIDE_QUOTES, "Quote"), keep=True),
    )
    if statement.raised_text:
        paper.put(paragraph(statement.raised_text, style="Workshop Note", keep=True))
    for group, given in statement.answers.items():
        if group in statement.contested_by:
            paper.heading(f"{wording.upper_first(given.plural)} answered", 3, soft=wording.stance(given))
            paper.text(wording.answered(given), style="Workshop Big")
            if given.asked_text:
                paper.put(answers(view, given, keep=True))
    paper.heading("In their words", 3)
    paper.put(_in_their_words(view, statement))
    _answered_back(paper, view, statement, makers)
    if statement.now:
        paper.heading("Now", 3)
        paper.put(recommended(f"{statement.name}: now", statement.now))


def _in_their_words(view: View, statement: ShownStatement) -> Table:
    columns = [
        Column(side.name, wording.upper_first(side.plural), statement.words_of(side.name), wording.NO_WORDS, statement.more_of(side.name))
        for side in view.sides
    ]
    return side_by_side(view, f"What was said about {statement.name}", columns)


def _answered_back(paper: Paper, view: View, statement: ShownStatement, makers: str) -> None:
    back = statement.answered_back
    if back is None:
        return
    paper.heading(f"{makers} answered back", 3)
    paper.text(back.sentence, style="Workshop Big")
    paper.put(answers(view, back))
    paper.put(*(quoted(quote) for quote in statement.back_words))
    paper.text(statement.back_more, style="Workshop Note")


def _rows(statement: ShownStatement) -> list[tuple[Cell, ...]]:
    """A row for each group that was asked, or one that says that nobody was."""
    first = cell(Span(statement.name, SOFT), f" {statement.text}")
    asked = [given for given in statement.answers.values() if given.asked_text]
    rows = [
        (
            first,
            *cells((statement.made_by_plural, wording.asked(given))),
            *cells([each.text for each in given.answers]),
            cell(given.label),
        )
        for given in asked
    ]
    return rows or [(first, cell(statement.made_by_plural), cell(wording.NOT_PUT), *cells([""] * 5))]
