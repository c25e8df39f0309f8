"""P-values of the themes, for the CSV of those who need them: never on a screen, never in a report (method.md, 1.7)."""

from typing import NamedTuple

from workshop.compare.exact import mid_p
from workshop.compare.multiplicity import benjamini_hochberg
from workshop.model.comparison import Comparison


class PValue(NamedTuple):
    """Two-sided mid-p of one theme, and its q-value among all themes that are compared (Benjamini and Hochberg)."""

    mid_p: float
    q: float


def p_values(comparison: Comparison) -> dict[str, PValue]:
    """By the id of a theme. Themes that are not compared, and those with notes that name no one, have none."""
    found: dict[str, float] = {}
    for theme in comparison.themes:
        first, second = (theme.groups[group] for group in comparison.between)
        if theme.gap is not None and first.raised == first.raised_at_most and second.raised == second.raised_at_most:
            found[theme.id] = mid_p(first.raised, first.could, second.raised, second.could)
    q_values = benjamini_hochberg(list(found.values()))
    return {theme: PValue(p, q) for (theme, p), q in zip(found.items(), q_values, strict=True)}
