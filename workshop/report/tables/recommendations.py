"""What should happen, who does it, and what came of it."""

from workshop.model.view.recommendation import ShownRecommendation
from workshop.model.view.view import View
from workshop.report.tables.table import Cell, Table


def recommendations(view: View) -> Table:
    """A row a recommendation or commitment, what is overdue first."""
    return Table(
        name="recommendations",
        title="Recommendations",
        about="A row a recommendation, or what a group said that it will do: who leads, by when, what it rests on, what came of it.",
        columns=(
            *("id", "text", "committed by", "lead", "due", "status", "overdue", "outcome", "themes", "remarks", "statement", "session"),
            "notes",
        ),
        rows=[_recommendation(each) for each in view.recommendations],
    )


def _recommendation(each: ShownRecommendation) -> list[Cell]:
    row: list[Cell] = [each.name, each.text, each.side_plural, each.lead, each.due, each.status, each.overdue, each.outcome]
    return [*row, "; ".join(each.themes), "; ".join(each.sources), each.statement, each.session, "\n".join(each.notes)]
