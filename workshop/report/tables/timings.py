"""Planned against actual, activity by activity."""

from workshop.model.showntiming import ShownActivity
from workshop.model.view.view import View
from workshop.report.tables.table import Cell, Table


def timings(view: View) -> Table:
    """A row an activity, as planned and as it was. Lengths are seconds; of what wasn't planned, or never began, the cell is empty."""
    return Table(
        name="timings",
        title="Times",
        about="A row an activity, as planned and as it was. Lengths are seconds; empty where it was not planned, or never began.",
        columns=(
            *("session", "number", "activity", "planned", "added", "actual", "paused", "left out", "began", "ended"),
            *("remarks", "in overtime"),
        ),
        rows=[_activity(timing.session, each) for timing in view.timings for each in timing.activities],
    )


def _activity(session: str, each: ShownActivity) -> list[Cell]:
    row: list[Cell] = [session, each.number, each.title, each.planned, each.added, each.actual, each.paused, each.left_out]
    return [*row, each.begin, each.end, each.remarks, each.in_overtime]
