"""The order of themes in a report: contested first, then led, shared, the rest (method.md, 2)."""

from collections.abc import Iterable, Mapping

from workshop.model.comparison import CONFIRMED, LEANING, SHARED, ThemeFinding
from workshop.model.records import Theme
from workshop.text import fold


def report_order(findings: Iterable[ThemeFinding], themes: Mapping[str, Theme], between: tuple[str, str]) -> tuple[ThemeFinding, ...]:
    """The findings in the report's order; among equals, those that more people raised, then the codebook's order and the title."""

    def key(finding: ThemeFinding) -> tuple[int, int, float, int, str, str]:
        theme = themes[finding.id]
        return (*_rank(finding), -_weight(finding, between), theme.order, fold(theme.title), theme.id)

    return tuple(sorted(findings, key=key))


def _rank(finding: ThemeFinding) -> tuple[int, int]:
    if finding.contested:
        return 0, -finding.contested
    if finding.leader:
        return 1, finding.strength == LEANING
    return (2, 0) if finding.label in {SHARED, CONFIRMED} else (3, 0)


def _weight(finding: ThemeFinding, between: tuple[str, str]) -> float:
    """What makes one of a rank come earlier: the gap of a led theme, of others how many in both groups raised it.

    The latter is the group-aware score (a+1)/(m+2) * (b+1)/(n+2) of Polis: an order, never a probability to print.
    """
    if finding.leader:
        return abs(finding.gap or 0)
    first, second = (finding.groups[group] for group in between)
    return (first.raised + 1) / (first.could + 2) * (second.raised + 1) / (second.could + 2)
