"""The label of a theme for which only one group had an open round: what the other answered to its statements (method.md, 1.4)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from workshop.compare.answers import Ballots
from workshop.compare.stance import stance
from workshop.compare.statements import CONTESTING, accepts, other_of
from workshop.model.comparison import CONFIRMED, CONTESTED, NOT_COMPARED, UNSETTLED, Answers, StatementFinding, Thresholds


def confirmed_label(statements: Sequence[StatementFinding], between: tuple[str, str]) -> str:
    """The label by the statements of the theme, of which those count that one of the two made and the other answered."""
    if not any(_answered(one, between) for one in statements):
        return NOT_COMPARED
    if confirmed(statements, between):
        return CONFIRMED
    return CONTESTED if contested(statements) else UNSETTLED


def confirmed(statements: Iterable[StatementFinding], between: tuple[str, str]) -> int:
    """How many statements made by one of the two the other one endorsed or qualified, without disputing them otherwise."""
    return sum(accepts(one.label.get(other_of(between, one.made_by) or "")) and not one.contested for one in statements)


def contested(statements: Iterable[StatementFinding]) -> int:
    """How many statements are points of difference between the two."""
    return sum(one.contested for one in statements)


def confirmed_is_fragile(
    statements: Sequence[StatementFinding], between: tuple[str, str], ballots: Ballots, thresholds: Thresholds
) -> bool:
    """Whether leaving out one person, with all that they answered, changes the label or leaves no contested point, or a first one."""

    def finding(left_out: Mapping[str, str]) -> tuple[str, bool]:
        left = [_without(one, left_out[one.id], between, thresholds) if one.id in left_out else one for one in statements]
        return confirmed_label(left, between), contested(left) > 0

    whole = finding({})
    return any(finding(left_out) != whole for left_out in _each_person(statements, between, ballots))


def _each_person(statements: Iterable[StatementFinding], between: tuple[str, str], ballots: Ballots) -> Iterable[Mapping[str, str]]:
    """What each person answered, by statement. Nobody knows two hands or ballots to be one person's, so each is a person."""
    people: dict[str, dict[str, str]] = {}
    hands: list[dict[str, str]] = []
    for one in statements:
        if _answered(one, between):
            group = other_of(between, one.made_by) or ""
            for person, answer in ballots.of_people(one.id, group).items():
                people.setdefault(person, {})[one.id] = answer
            hands += [{one.id: answer} for answer in ballots.unnamed(one.id, group)]
    return [*people.values(), *hands]


def _without(one: StatementFinding, answer: str, between: tuple[str, str], thresholds: Thresholds) -> StatementFinding:
    """The finding with one answer of the other group less; what is disputed in open remarks stays so."""
    group = other_of(between, one.made_by) or ""
    disputed = one.contested and one.label[group] not in CONTESTING
    given = replace(one.answers[group], **{answer: getattr(one.answers[group], answer) - 1})
    label = stance(given, thresholds)
    return replace(
        one,
        answers={**one.answers, group: given},
        label={**one.label, group: label},
        contested=disputed or label in CONTESTING,
    )


def _answered(one: StatementFinding, between: tuple[str, str]) -> bool:
    group = other_of(between, one.made_by)
    return group is not None and group not in one.miscounted and one.answers.get(group, Answers()).asked > 0
