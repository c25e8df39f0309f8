"""Polis' measures of a statement: how far a group holds it, what is typical of a group, what all groups hold.

As in Polis' own program (math/src/polismath/math/repness.clj, stats.clj) and its published values: for the appendix of the
working report, and to order themes that both groups raised; never printed as a probability.
"""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from math import prod, sqrt

from workshop.model.comparison import Answers, Comparison, StatementFinding


def held(agreeing: int, answered: int) -> float:
    """The share of a group that agrees, with one more who does and one who doesn't, so that nobody is certain of 1 of 1."""
    return (agreeing + 1) / (answered + 2)


def group_aware_consensus(groups: Iterable[tuple[int, int]]) -> float:
    """What all groups hold: the product of `held` over (agreeing, answered) of each."""
    return prod(held(agreeing, answered) for agreeing, answered in groups)


def prop_test(agreeing: int, answered: int) -> float:
    """How many standard errors the share that agrees is above one half."""
    return 2 * sqrt(answered + 1) * ((agreeing + 1) / (answered + 1) - 0.5)


def two_prop_test(agreeing: int, others_agreeing: int, answered: int, others_answered: int) -> float:
    """How many standard errors the share that agrees is above that of the others; 0 where all have answered alike."""
    n1, n2 = answered + 1, others_answered + 1
    p1, p2 = (agreeing + 1) / n1, (others_agreeing + 1) / n2
    pooled = (agreeing + others_agreeing + 2) / (n1 + n2)
    if pooled == 1:
        return 0.0
    return (p1 - p2) / sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2))


@dataclass(frozen=True, slots=True)
class Representativeness:
    """How typical an answer is of one group: the share that gives it, its test, the ratio to the others' share, and its test."""

    share: float
    share_test: float
    ratio: float
    ratio_test: float


def representativeness(agreeing: int, answered: int, others_agreeing: int, others_answered: int) -> Representativeness:
    """Of one answer (agreeing or disagreeing alike) of one group against all others."""
    share = held(agreeing, answered)
    return Representativeness(
        share=share,
        share_test=prop_test(agreeing, answered),
        ratio=share / held(others_agreeing, others_answered),
        ratio_test=two_prop_test(agreeing, others_agreeing, answered, others_answered),
    )


def consensus_on(answers: Mapping[str, Answers]) -> float:
    """How far all groups that were asked agree with a statement, given their answers by perspective."""
    return group_aware_consensus((given.agree, given.asked) for given in answers.values() if given.asked)


def typical_of(group: str, answers: Mapping[str, Answers], answer: str = "agree") -> Representativeness:
    """How typical it is of one perspective to give this answer ("agree" or "disagree") to a statement, against all others together."""
    others = [given for name, given in answers.items() if name != group]
    own = answers[group]
    return representativeness(
        getattr(own, answer), own.asked, sum(getattr(given, answer) for given in others), sum(given.asked for given in others)
    )


@dataclass(frozen=True, slots=True)
class StatementMeasures:
    """One statement: how far all groups agree with it, and how typical agreeing and disagreeing are, by the group that was asked."""

    statement: StatementFinding
    consensus: float
    typical: Mapping[str, Mapping[str, Representativeness]]


def measures(comparison: Comparison) -> tuple[StatementMeasures, ...]:
    """Of every statement that anybody answered, what all groups hold first. With one group asked there are no others to be unlike.

    A show of hands that can't be is no answer (miscounts.py).
    """
    found = []
    for one in comparison.statements:
        answers = {group: given for group, given in one.answers.items() if group not in one.miscounted}
        asked = [group for group, given in answers.items() if given.asked]
        typical = {group: {answer: typical_of(group, answers, answer) for answer in ("agree", "disagree")} for group in asked}
        if asked:
            found.append(StatementMeasures(one, consensus_on(answers), typical if len(asked) > 1 else {}))
    return tuple(sorted(found, key=lambda each: (-each.consensus, each.statement.number, each.statement.id)))


def polis_json(comparison: Comparison) -> list[dict[str, object]]:
    """The same as plain values, for the appendix of the working report."""
    return [
        {
            "statement": f"T{each.statement.number}",
            "id": each.statement.ref or each.statement.id,
            "group_aware_consensus": round(each.consensus, 10),
            "representativeness": {
                group: {answer: {name: round(value, 10) for name, value in asdict(how).items()} for answer, how in answers.items()}
                for group, answers in each.typical.items()
            },
        }
        for each in measures(comparison)
    ]
