"""The findings, theme by theme, as they may be shown."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from workshop.compare.p_values import p_values
from workshop.compare.words import (
    contested_words,
    gap_words,
    label_words,
    listed,
    not_compared_words,
    noun,
    steadiness_words,
    strength_words,
)
from workshop.model.comparison import CONFIRMED, NOT_COMPARED, NOT_TOLD, SHARED, Comparison, ThemeFinding
from workshop.model.records import Records, Theme
from workshop.model.view.finding import Section, ShownFinding
from workshop.privacy.counts import is_counted, shown_count
from workshop.privacy.names import Names
from workshop.privacy.quotes import side_by_side
from workshop.privacy.remarks import Remarks
from workshop.privacy.small import SMALLEST_GROUP, Small

SHARED_LABELS = {SHARED, CONFIRMED}
NOT_TOLD_WORDS = "too few people to say more"


def findings(
    comparison: Comparison, records: Records, names: Names, remarks: Remarks, small: Small | None = None
) -> Mapping[str, ShownFinding]:
    """The findings F1, F2... in the order of the comparison, by the id of their theme; `small` hides numbers of a told comparison."""
    about: defaultdict[str, list[str]] = defaultdict(list)
    for statement in sorted(records.statements.values(), key=lambda statement: (statement.number, statement.id)):
        if statement.theme:
            about[statement.theme].append(names.statements[statement.id])
    found = {
        theme.id: _finding(theme, comparison, records.themes.get(theme.id), names, remarks, tuple(about[theme.id]), small)
        for theme in comparison.themes
    }
    if small is not None:  # each q was worked out with what is hidden
        return found
    worth = p_values(comparison)
    return {key: replace(each, mid_p=worth[key].mid_p, q=worth[key].q) if key in worth else each for key, each in found.items()}


def _finding(
    found: ThemeFinding,
    comparison: Comparison,
    theme: Theme | None,
    names: Names,
    remarks: Remarks,
    statements: tuple[str, ...],
    small: Small | None,
) -> ShownFinding:
    section = _section(found)
    # A label that rests on answers has no gap; where small numbers are hidden, what stands behind it isn't told.
    steady_or_not = found.gap is not None or (small is None and found.label != NOT_COMPARED)
    return ShownFinding(
        name=f"F{found.number}",
        theme=found.theme,
        description=theme.description if theme else "",
        groups={group: shown_count(count, small, (found.id, group)) for group, count in found.groups.items()},
        section=section,
        label=found.label,
        label_text=_label_words(found, comparison, small),
        strength=found.strength,
        strength_text=strength_words(found),
        steadiness_text=steadiness_words(found.fragile) if steady_or_not else "",
        leader=found.leader,
        gap=found.gap,
        gap_text=gap_words(found.gap),
        interval=found.interval,
        interval_text=f"{100 * found.interval[0]:+.0f} to {100 * found.interval[1]:+.0f}" if found.interval else "",
        contested=found.contested,
        contested_text=contested_words(found.contested),
        priority=theme.priority if theme else False,
        lead_organisation=found.lead_organisation or "",
        quotes=side_by_side(found.id, remarks, comparison.between, same_number=section is not Section.LED),
        statements=statements,
        fragile=found.fragile,
        one_session_text=f"all who raised it sat in {names.sessions[found.one_session]}" if found.one_session else "",
    )


def _section(found: ThemeFinding) -> Section:
    if found.label in SHARED_LABELS:
        return Section.SHARED
    return Section.LED if found.leader else Section.REST


def _label_words(found: ThemeFinding, comparison: Comparison, small: Small | None) -> str:
    if found.label == NOT_TOLD:
        return NOT_TOLD_WORDS
    few = [group for group in comparison.between if small and not is_counted(found.groups[group].could)]
    if few and found.label == NOT_COMPARED:
        return f"{NOT_COMPARED}: fewer than {SMALLEST_GROUP} {listed(noun(2, group) for group in few)}"
    return ": ".join(filter(None, (label_words(found), not_compared_words(found, comparison))))
