"""The findings, theme by theme, as they may be shown."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from workshop.compare.p_values import p_values
from workshop.compare.words import contested_words, gap_words, label_words, not_compared_words, share, steadiness_words, strength_words
from workshop.model.comparison import CONFIRMED, SHARED, Comparison, GroupCount, ThemeFinding
from workshop.model.records import Records, Theme
from workshop.model.view.finding import Section, ShownCount, ShownFinding
from workshop.privacy.names import Names
from workshop.privacy.quotes import side_by_side
from workshop.privacy.remarks import Remarks

SHARED_LABELS = {SHARED, CONFIRMED}


def findings(comparison: Comparison, records: Records, names: Names, remarks: Remarks) -> Mapping[str, ShownFinding]:
    """The findings F1, F2... in the order of the comparison, by the id of their theme."""
    about: defaultdict[str, list[str]] = defaultdict(list)
    for statement in sorted(records.statements.values(), key=lambda statement: (statement.number, statement.id)):
        if statement.theme:
            about[statement.theme].append(names.statements[statement.id])
    worth = p_values(comparison)
    found = {
        theme.id: _finding(theme, comparison, records.themes.get(theme.id), names, remarks, tuple(about[theme.id]))
        for theme in comparison.themes
    }
    return {key: replace(each, mid_p=worth[key].mid_p, q=worth[key].q) if key in worth else each for key, each in found.items()}


def _finding(
    found: ThemeFinding,
    comparison: Comparison,
    theme: Theme | None,
    names: Names,
    remarks: Remarks,
    statements: tuple[str, ...],
) -> ShownFinding:
    section = _section(found)
    compared = found.gap is not None
    return ShownFinding(
        name=f"F{found.number}",
        theme=found.theme,
        description=theme.description if theme else "",
        groups={group: _count(count) for group, count in found.groups.items()},
        section=section,
        label=found.label,
        label_text=": ".join(filter(None, (label_words(found), not_compared_words(found, comparison)))),
        strength=found.strength,
        strength_text=strength_words(found),
        steadiness_text=steadiness_words(found.fragile) if compared else "",
        leader=found.leader,
        gap=found.gap,
        gap_text=gap_words(found.gap),
        interval=found.interval,
        interval_text=f"{100 * found.interval[0]:+.0f} to {100 * found.interval[1]:+.0f}" if found.interval else "",
        contested=found.contested,
        contested_text=contested_words(found.contested),
        priority=theme.priority if theme else False,
        lead_organisation=found.lead_organisation or "",
        quotes=side_by_side(remarks.by_theme[found.id], remarks, comparison.between, same_number=section is Section.SHARED),
        statements=statements,
        one_session_text=f"all who raised it sat in {names.sessions[found.one_session]}" if found.one_session else "",
    )


def _section(found: ThemeFinding) -> Section:
    if found.label in SHARED_LABELS:
        return Section.SHARED
    return Section.LED if found.leader else Section.REST


def _count(count: GroupCount) -> ShownCount:
    return ShownCount(
        text=share(count),
        share=count.raised / count.could if count.could else None,
        share_at_most=count.raised_at_most / count.could if count.could else None,
        raised=count.raised,
        raised_at_most=count.raised_at_most,
        could=count.could,
        reflections=count.reflections,
    )
