"""The findings, theme by theme: all in one table, then each with both sides' words."""

from collections.abc import Sequence

from workshop.model.view.finding import Section, ShownFinding
from workshop.model.view.view import View
from workshop.report import wording
from workshop.report.markdown.marks import inline, quotes, table


def compared(view: View) -> list[str]:
    """All findings in one table."""
    header = ("Theme", *(wording.upper_first(group.plural) for group in view.groups), "In words", "Contested", "Lead")
    rows = [
        (
            f"{finding.name} {finding.theme}",
            *(finding.groups[group.name].text if group.name in finding.groups else "" for group in view.groups),
            wording.in_words(finding),
            finding.contested_text,
            finding.lead_organisation,
        )
        for finding in view.findings
    ]
    return table(header, rows)


def shared(view: View) -> list[str]:
    """What both raised."""
    return _findings(view, view.in_section(Section.SHARED), wording.NOTHING_SHARED)


def led(view: View) -> list[str]:
    """What one group raised more."""
    return _findings(view, view.in_section(Section.LED), wording.NOTHING_LED)


def rest(view: View) -> list[str]:
    """What else was raised."""
    return _findings(view, view.in_section(Section.REST), wording.NOTHING_ELSE)


def _findings(view: View, found: Sequence[ShownFinding], nothing: str) -> list[str]:
    lines = [] if found else [nothing, ""]
    for finding in found:
        lines += [f"### {inline(f'{finding.name} {finding.theme}')}", "", inline(wording.label_of(finding)), ""]
        for side in view.sides:
            count = finding.groups.get(side.name)
            heading = wording.upper_first(side.plural) + (f": {count.text}" if count else "")
            said = finding.quotes.get(side.name, ())
            lines += [f"**{inline(heading)}**", ""]
            lines += quotes((quote, wording.credit(quote)) for quote in said) if said else [wording.without_words(finding, side), ""]
    return lines
