"""A comparison as it may be told where small numbers are hidden: labels, gaps and order follow from what is told, and from nothing else.

The counts themselves stay in it; what shows them (counts.py, answers.py) hides them.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import product

from workshop.compare.confirmed import confirmed, confirmed_label, contested
from workshop.compare.salience import Salience, salience_of_ranges
from workshop.compare.statements import other_of
from workshop.model.comparison import (
    CLEAR,
    CONFIRMED,
    CONTESTED,
    FEW,
    NOT_COMPARED,
    NOT_TOLD,
    ONE_VOICE,
    SHARED,
    UNSETTLED,
    Comparison,
    StatementFinding,
    ThemeFinding,
    led,
)
from workshop.model.figure import answers_place, back_place
from workshop.privacy.answers import counts_of, told, told_stance
from workshop.privacy.counts import behind, is_counted, is_told, is_wide
from workshop.privacy.small import Small
from workshop.text import fold

_BY_ANSWERS = {CONFIRMED, CONTESTED, UNSETTLED}
"""Labels of a theme that come from what was answered, and not from how many raised it."""


def told_comparison(found: Comparison, small: Small) -> Comparison:
    """The findings by what is told of their numbers, in an order and with names (F1, F2...) that tell no more.

    The shuffle check, the mean size of sessions and notes with a number in them are left out: each was counted with what is hidden.
    """
    statements = tuple(_statement(each, found, small) for each in found.statements)
    by_theme: dict[str, list[StatementFinding]] = {}
    for statement in statements:
        by_theme.setdefault(statement.theme or "", []).append(statement)
    themes = sorted((_theme(each, found, small, by_theme.get(each.id, ())) for each in found.themes), key=_order)
    return replace(
        found,
        themes=tuple(replace(each, number=place) for place, each in enumerate(themes, start=1)),
        statements=statements,
        notes=tuple(note for note in found.notes if not any(letter.isdecimal() for letter in note)),
        session_size={},
        shuffled=None,
    )


def _statement(found: StatementFinding, comparison: Comparison, small: Small) -> StatementFinding:
    shown = {group: told(counts_of(given), small, answers_place(found.id, group)) for group, given in found.answers.items()}
    wrong = {group: each for group, each in found.miscounted.items() if shown[group].asked is not None}  # how many hands is told then
    label = {
        group: found.label.get(group, "") if each.whole or group in wrong else told_stance(each, comparison.thresholds, small)
        for group, each in shown.items()
    }
    by = tuple(
        group for group in found.contested_by if group not in shown or shown[group].whole or _is_contested(label[group], shown[group].asked)
    )
    back = told(counts_of(found.answered_back), small, back_place(found.id))
    return replace(
        found,
        label=label,
        contested_by=by,
        contested=other_of(comparison.between, found.made_by) in by,
        fragile={group: fragile for group, fragile in found.fragile.items() if shown[group].whole},
        to_correct=found.to_correct and shown[found.made_by].whole,
        miscounted=wrong,
        back_miscounted=found.back_miscounted if back.asked is not None else None,
        unasked={},  # few people each, whom the remarks themselves would name where they may be quoted
    )


def _is_contested(label: str, asked: int | None) -> bool:
    """Whether a group that contests a statement may be said to: where the label is told, what it doesn't explain was said in the open."""
    return bool(label) and asked is not None


def _theme(found: ThemeFinding, comparison: Comparison, small: Small, statements: Sequence[StatementFinding]) -> ThemeFinding:
    counts = [found.groups[group] for group in comparison.between]
    exact = all(is_told(found.groups[group], small, (found.id, group)) for group in comparison.between)
    if found.label in _BY_ANSWERS:
        salience, exact = _answered(statements, comparison.between), False
    elif not all(is_counted(count.could) for count in counts):
        salience = Salience(NOT_COMPARED)
    elif exact or found.label == NOT_COMPARED:
        leader = None if found.leader is None else comparison.between.index(found.leader)
        salience = _vaguer(Salience(found.label, leader, found.strength))
    else:
        salience = _salience(found, comparison, small)
    leader_name = None if salience.leader is None else comparison.between[salience.leader]
    return replace(
        found,
        label=led(leader_name) if leader_name else salience.label,
        strength=salience.strength,
        leader=leader_name,
        gap=found.gap if exact else None,
        interval=found.interval if exact else None,
        fragile=found.fragile and exact,
        one_session=None,
        contested=contested(statements),
        confirmed=confirmed(statements, comparison.between),
    )


def _salience(found: ThemeFinding, comparison: Comparison, small: Small) -> Salience:
    """The label that every pair of counts would have behind what is told, and the weaker strength of it where they differ in that.

    That it isn't told, where they would have several labels.
    """
    if any(is_wide(found.groups[group], small, (found.id, group)) for group in comparison.between):
        return Salience(NOT_TOLD)
    first, second = (tuple(behind(found.groups[group], small, (found.id, group))) for group in comparison.between)
    every = {_vaguer(salience_of_ranges(one, other, comparison.thresholds)) for one, other in product(first, second)}
    if len({(each.label, each.leader) for each in every}) > 1:
        return Salience(NOT_TOLD)
    return min(every, key=lambda each: each.strength == CLEAR)


def _vaguer(found: Salience) -> Salience:
    """That it was one person alone is not said."""
    return found._replace(label=FEW) if found.label == ONE_VOICE else found


def _answered(statements: Sequence[StatementFinding], between: tuple[str, str]) -> Salience:
    """The label by the answers to the theme's statements, where the labels of all of them are told."""
    others = [(one, other_of(between, one.made_by)) for one in statements]
    hidden = any(group and one.answers.get(group) and one.answers[group].asked and not one.label.get(group) for one, group in others)
    return Salience(NOT_TOLD if hidden else confirmed_label(statements, between))


def _order(theme: ThemeFinding) -> tuple[int, int, str, str]:
    """By what is told alone: the contested, the led, the shared and the rest, each by title."""
    if theme.contested:
        rank = (0, -theme.contested)
    elif theme.leader:
        rank = (1, int(theme.strength != CLEAR))
    else:
        rank = (2 if theme.label in {SHARED, CONFIRMED} else 3, 0)
    return (*rank, fold(theme.theme), theme.id)
