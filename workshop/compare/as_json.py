"""A comparison as one JSON object. Later versions add keys; these are never renamed."""

from collections.abc import Mapping
from dataclasses import asdict

from workshop.compare.polis import polis_json
from workshop.model.comparison import Answers, Comparison, GroupCount, StatementFinding, ThemeFinding
from workshop.model.priorities import Priorities

SCHEMA = "workshop.comparison"
VERSION = 1


def comparison_json(comparison: Comparison) -> dict[str, object]:
    """The object, of plain dicts, lists, strings, numbers, booleans and None."""
    titles = {theme.id: theme.theme for theme in comparison.themes}
    return {
        "schema": SCHEMA,
        "version": VERSION,
        "between": list(comparison.between),
        "people": dict(comparison.people),
        "confounded": comparison.confounded,
        "exploratory": comparison.exploratory,
        "narrowed": comparison.narrowed,
        "shuffle": None if comparison.shuffled is None else asdict(comparison.shuffled),
        "session_size": dict(comparison.session_size),
        "thresholds": asdict(comparison.thresholds),
        "themes": [_theme(theme) for theme in comparison.themes],
        "statements": [_statement(statement, titles) for statement in comparison.statements],
        "priorities": [priorities_json(each) for each in comparison.priorities],
        "polis": polis_json(comparison),
        "notes": list(comparison.notes),
    }


def _theme(finding: ThemeFinding) -> dict[str, object]:
    return {
        "id": finding.id,
        "finding": f"F{finding.number}",
        "theme": finding.theme,
        "groups": {group: _count(count) for group, count in finding.groups.items()},
        "gap": None if finding.gap is None else round(finding.gap, 4),
        "interval": None if finding.interval is None else [round(end, 4) for end in finding.interval],
        "label": finding.label,
        "strength": finding.strength,
        "fragile": finding.fragile,
        "contested": finding.contested,
        "confirmed": finding.confirmed,
        "one_session": finding.one_session,
        "lead_organisation": finding.lead_organisation,
    }


def _count(count: GroupCount) -> dict[str, int]:
    return asdict(count)


def _statement(finding: StatementFinding, titles: Mapping[str, str]) -> dict[str, object]:
    """`id` is the one that the statement had in the file it came from, where it came from one; `record` is our own."""
    return {
        "id": finding.ref or finding.id,
        "record": finding.id,
        "number": finding.number,
        "statement": finding.statement,
        "made_by": finding.made_by,
        "theme": titles.get(finding.theme or ""),
        "theme_id": finding.theme,
        "contested": finding.contested,
        "contested_by": list(finding.contested_by),
        "to_correct": finding.to_correct,
        "answered_back": _answers(finding.answered_back) if finding.answered_back.asked else None,
        "answers": {group: _answers(answers) for group, answers in finding.answers.items()},
        "unasked": {group: asdict(said) for group, said in finding.unasked.items()},
        "label": dict(finding.label),
        "fragile": dict(finding.fragile),
        "miscounted": {group: asdict(found) for group, found in finding.miscounted.items()},
        "answered_back_miscounted": asdict(finding.back_miscounted) if finding.back_miscounted else None,
    }


def _answers(answers: Answers) -> dict[str, int]:
    return asdict(answers)


def priorities_json(found: Priorities) -> dict[str, object]:
    """The votes of one kind."""
    return {
        "kind": found.kind.value,
        "voted": dict(found.voted),
        "themes": [
            {"id": theme.id, "theme": theme.theme, "groups": {group: asdict(given) for group, given in theme.groups.items()}}
            for theme in found.themes
        ],
        "tau_b": None if found.tau_b is None else round(found.tau_b, 4),
        "rbo": None if found.rbo is None else round(found.rbo, 4),
    }
