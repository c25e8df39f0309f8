"""The statements that were put to the groups, and every answer to them."""

from workshop.model.view.record import ShownResponse
from workshop.model.view.statement import ShownAnswers, ShownStatement
from workshop.model.view.view import View
from workshop.report.tables.table import ANSWERS, Cell, Table, hidden


def statements(view: View) -> Table:
    """A row a statement, with the number of people of each group who gave each answer."""
    groups = [group.name for group in view.groups]
    return Table(
        name="statements",
        title="Statements",
        about="A row a statement: how many people of each group gave each answer. Cells are empty for a group that was not asked.",
        columns=(
            *("id", "text", "made_by", "theme", "imported as", "contested"),
            *(f"{group} {column}" for group in groups for column in (*ANSWERS, "label")),
        ),
        rows=[_statement(statement, groups) for statement in view.statements],
    )


def _statement(statement: ShownStatement, groups: list[str]) -> list[Cell]:
    row: list[Cell] = [statement.name, statement.text, statement.made_by, statement.theme, statement.ref, statement.contested]
    for group in groups:
        row += _answers(statement.answers.get(group))
    return row


def _answers(given: ShownAnswers | None) -> list[Cell]:
    if given is None or not given.asked_text:
        return [None] * 5
    return [*(hidden(answer.people) for answer in given.answers), given.label]


def responses(view: View) -> Table:
    """A row an answer: a person's, or the four counts of a show of hands."""
    return Table(
        name="responses",
        title="Answers",
        about="A row an answer to a statement, in the order given: one person's, or how many hands there were for each.",
        columns=(
            *("participant", "perspective", "statement", "answer", "text", "session", "at"),
            *(f"hands {answer}" for answer in ANSWERS),
        ),
        rows=[_response(given) for given in view.responses],
    )


def _response(given: ShownResponse) -> list[Cell]:
    row: list[Cell] = [given.person, given.perspective, given.statement, given.answer, given.statement_text, given.session, given.at]
    return [*row, *(given.hands or [None] * 4)]
