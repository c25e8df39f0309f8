"""What each way of working came to, a table each: what stands in a cell in words, and below it what was said."""

from workshop.model.view.outcome import ShownOutcome, ShownOutcomeRow
from workshop.model.view.view import View
from workshop.report.tables.table import Table


def outcome_tables(view: View) -> tuple[Table, ...]:
    """One for each outcome of the view."""
    return tuple(_table(each) for each in view.outcomes)


def _table(outcome: ShownOutcome) -> Table:
    return Table(
        name=outcome.name,
        title=outcome.title,
        about=f"A row: {outcome.of}.",
        columns=(outcome.of, *(each if each != outcome.of else f"{each}, as a column" for each in outcome.columns)),
        rows=[
            (row.name, *(_cell(row, column, cell) for column, cell in zip(outcome.columns, row.cells, strict=True))) for row in outcome.rows
        ],
    )


def _cell(row: ShownOutcomeRow, column: str, cell: str) -> str | None:
    """The words one below the other where there are any, else what is said of them."""
    said = [f"{' '.join(each.text.split())} [{each.name}]" for each in row.said.get(column, ())]
    hands = cell[cell.index("hands:") :] if "hands:" in cell else ""
    return "\n".join((*said, *([hands] if hands and said else []))) or cell or None
