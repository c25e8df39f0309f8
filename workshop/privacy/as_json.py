"""The comparison as one JSON object where small numbers are hidden: the same keys, and None for each number that is not told."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict

from workshop.compare.as_json import comparison_json
from workshop.model.comparison import Comparison, ThemeFinding
from workshop.model.view.finding import ShownFinding
from workshop.model.view.priority import ShownPriorities
from workshop.model.view.statement import ShownAnswers, ShownStatement
from workshop.privacy.counts import is_counted
from workshop.privacy.small import Small


def told_json(
    comparison: Comparison,
    findings: Mapping[str, ShownFinding],
    statements: Sequence[ShownStatement],
    ranked: Sequence[ShownPriorities],
    small: Small,
) -> dict[str, object]:
    """The object of a comparison that is told (telling.py), with the numbers that are shown; counts below `small_numbers` are not.

    Polis' measures are worked out with every answer, so they are left out.
    """
    return {
        **comparison_json(comparison),
        "people": {group: number if is_counted(number) else None for group, number in comparison.people.items()},
        "themes": [_theme(theme, findings[theme.id]) for theme in comparison.themes],
        "statements": [_statement(each) for each in statements],
        "priorities": [_priorities(each) for each in ranked],
        "polis": [],
        "small_numbers": small.threshold,
    }


def _theme(found: ThemeFinding, shown: ShownFinding) -> dict[str, object]:
    return {
        "id": found.id,
        "finding": shown.name,
        "theme": found.theme,
        "groups": {
            group: {
                "text": count.text,
                "raised": count.raised,
                "raised_at_most": count.raised_at_most,
                "could": count.could,
                "reflections": count.reflections,
                "not_attributed": None,
                "prompted": None,
            }
            for group, count in shown.groups.items()
        },
        "gap": None if shown.gap is None else round(shown.gap, 4),
        "interval": None if shown.interval is None else [round(end, 4) for end in shown.interval],
        "label": shown.label,
        "strength": shown.strength,
        "fragile": found.fragile if shown.steadiness_text else None,
        "contested": shown.contested,
        "confirmed": found.confirmed,
        "one_session": None,
        "lead_organisation": found.lead_organisation,
    }


def _statement(shown: ShownStatement) -> dict[str, object]:
    return {
        "id": shown.id,
        "statement": shown.text,
        "made_by": shown.made_by,
        "theme": shown.theme,
        "contested": shown.contested,
        "contested_by": list(shown.contested_by),
        "answered_back": _answers(shown.answered_back) if shown.answered_back else None,
        "answers": {group: _answers(given) for group, given in shown.answers.items()},
        "label": {group: given.label for group, given in shown.answers.items()},
    }


def _answers(given: ShownAnswers) -> dict[str, object]:
    return {**{each.answer: each.people for each in given.answers}, "asked": given.asked, "text": given.sentence}


def _priorities(shown: ShownPriorities) -> dict[str, object]:
    return {
        "kind": shown.kind,
        "voted": dict(shown.voted),
        "themes": [{"theme": each.theme, "groups": {group: asdict(rank) for group, rank in each.groups.items()}} for each in shown.themes],
        "tau_b": None,
        "rbo": None,
    }
