"""The findings, theme by theme."""

from collections.abc import Sequence

from workshop.model.view.finding import ShownCount, ShownFinding
from workshop.model.view.view import View
from workshop.report.tables.table import Cell, Table, hidden
from workshop.report.wording import in_words


def themes(view: View) -> Table:
    """A row a finding. Mid-p and q (Benjamini and Hochberg) are for those who need them, and stand nowhere else."""
    groups = [group.name for group in view.groups]
    counts = (f"{group} {column}" for group in groups for column in ("raised", "raised at most", "could", "remarks"))
    return Table(
        name="themes",
        title="Themes",
        about="A row a theme, in the order of the report: how many people of each group raised it, of how many who could have.",
        columns=(
            *("finding", "theme", *counts, "label", "strength", "in words"),
            *("gap", "interval from", "interval to", "steadiness", "contested"),
            *("priority", "lead organisation", "one session", "mid-p", "q", "exploratory"),
        ),
        rows=[[*_theme(finding, groups), view.exploratory] for finding in view.findings],
    )


def _theme(finding: ShownFinding, groups: Sequence[str]) -> list[Cell]:
    low, high = finding.interval or (None, None)
    row: list[Cell] = [finding.name, finding.theme]
    for group in groups:
        row += _count(finding.groups.get(group))
    row += [finding.label, finding.strength, in_words(finding)]
    row += [_rounded(finding.gap), _rounded(low), _rounded(high), finding.steadiness_text]
    row += [finding.contested, finding.priority, finding.lead_organisation, finding.one_session_text]
    return [*row, _rounded(finding.mid_p), _rounded(finding.q)]


def _count(count: ShownCount | None) -> list[Cell]:
    if count is None:
        return [None] * 4
    return [hidden(number) for number in (count.raised, count.raised_at_most, count.could, count.reflections)]


def _rounded(number: float | None) -> float | None:
    return None if number is None else round(number, 4)
