"""The stance label of a statement: what one group answered when it was put to them (method.md, 1.4)."""

from workshop.compare.salience import fraction
from workshop.model.comparison import (
    CHALLENGED,
    DIVIDED,
    ENDORSED,
    MIXED_ANSWERS,
    QUALIFIED,
    TOO_FEW,
    UNSETTLED,
    Answers,
    Thresholds,
)


def stance(answers: Answers, thresholds: Thresholds) -> str:
    """The label; the first rule that matches wins. Who was not asked or stayed silent is in none of the numbers."""
    agree, partly, disagree = answers.agree, answers.partly, answers.disagree
    decided = agree + partly + disagree
    if decided < thresholds.fewest_answers:
        return TOO_FEW
    unsure, split = fraction(thresholds.unsure_share), fraction(thresholds.divided_share)
    smaller = min(agree, disagree)
    if answers.unsure * unsure.denominator > unsure.numerator * answers.asked:
        return UNSETTLED
    if smaller * split.denominator >= split.numerator * decided and smaller >= thresholds.divided_count:
        return DIVIDED
    if 2 * disagree > decided:
        return CHALLENGED
    if 2 * agree > decided:
        return ENDORSED
    return QUALIFIED if 2 * (agree + partly) > decided else MIXED_ANSWERS
