"""What came first, and what should happen."""

from workshop.model.perspective import plural_of
from workshop.model.view.priority import ShownPriorities
from workshop.model.view.view import View
from workshop.report import wording
from workshop.report.markdown.marks import inline, table
from workshop.report.markdown.telling import recommended


def priorities(view: View) -> list[str]:
    """Priority themes with who leads on them, then ranks, then recommendations."""
    header = ("Priority theme", "Lead organisation", *(wording.upper_first(group.plural) for group in view.groups))
    rows = [
        (
            f"{finding.name} {finding.theme}",
            finding.lead_organisation or "none named",
            *(finding.groups[group.name].text if group.name in finding.groups else "" for group in view.groups),
        )
        for finding in view.priorities
    ]
    lines = table(header, rows) or [wording.NO_PRIORITIES, ""]
    for ranked in view.ranked:
        lines += _ranked(ranked)
    if view.recommendations:
        lines += [f"### {wording.RECOMMENDED}", "", *recommended(view.recommendations)]
    return lines


def _ranked(ranked: ShownPriorities) -> list[str]:
    header = ("Theme", *(f"{wording.upper_first(plural_of(group))}, {voted}" for group, voted in ranked.voted.items()))
    rows = [(f"{each.finding} {each.theme}", *(rank.text for rank in each.groups.values())) for each in ranked.themes]
    told = [line for text in (ranked.order_text, ranked.alike_text) if text for line in (inline(text), "")]
    return [f"### {inline(ranked.title)}", "", *table(header, rows), *told]
