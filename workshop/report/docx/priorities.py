"""Priorities in a report in Word: the themes that were made one, and what votes came to."""

from workshop.model.perspective import plural_of
from workshop.model.view.priority import ShownPriorities
from workshop.model.view.view import View
from workshop.report import wording
from workshop.report.docx.blocks import Table, cell, cells
from workshop.report.docx.paper import Paper
from workshop.report.docx.pieces import count_of, group_header


def ranks(paper: Paper, view: View) -> None:
    """The priority themes with who leads them, then a table for each kind of vote."""
    if view.priorities:
        paper.put(_chosen(view))
    else:
        paper.text(wording.NO_PRIORITIES)
    for ranked in view.ranked:
        paper.heading(ranked.title, 2, mark=ranked.name)
        paper.put(_ranked(view, ranked))
        paper.text(ranked.order_text, style="Workshop Note")
        paper.text(ranked.alike_text)


def _chosen(view: View) -> Table:
    return Table(
        title="Priority themes",
        header=(
            *cells(("Priority theme", "Lead organisation")),
            *group_header(view, [(group.name, wording.upper_first(group.plural)) for group in view.groups]),
        ),
        rows=tuple(
            (
                *cells((f"{finding.name} {finding.theme}", finding.lead_organisation or "none named")),
                *cells([count_of(finding, group) for group in view.groups]),
            )
            for finding in view.priorities
        ),
        widths=(4, 3, *(2 for _ in view.groups)),
    )


def _ranked(view: View, ranked: ShownPriorities) -> Table:
    voted = [(group, f"{wording.upper_first(plural_of(group))}, {number}") for group, number in ranked.voted.items()]
    return Table(
        title=ranked.title,
        header=(cell("Theme"), *group_header(view, voted)),
        rows=tuple(cells((f"{each.finding} {each.theme}", *(rank.text for rank in each.groups.values()))) for each in ranked.themes),
        widths=(4, *(3 for _ in voted)),
    )
