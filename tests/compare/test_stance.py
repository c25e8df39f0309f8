"""The label of a statement by the answers of one group."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.compare.fragility import stance_is_fragile
from workshop.compare.stance import stance
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

USUAL = Thresholds()


def answers(agree: int, partly: int, disagree: int, unsure: int) -> Answers:
    return Answers(agree=agree, partly=partly, disagree=disagree, unsure=unsure)


def test_the_golden_labels(golden: Any) -> None:
    """Each readback of the golden file has its label and steadiness."""
    assert len(golden["readback"]) == 12
    for case in golden["readback"]:
        assert stance(answers(*case["counts"]), USUAL) == case["label"], case
        assert stance_is_fragile(answers(*case["counts"]), USUAL) == case["fragile"], case


@pytest.mark.parametrize(
    ("counts", "label"),
    [
        ((0, 0, 0, 0), TOO_FEW),
        ((3, 0, 0, 40), TOO_FEW),
        ((4, 0, 0, 0), ENDORSED),
        ((7, 0, 0, 3), ENDORSED),  # exactly 30 % unsure
        ((69, 0, 0, 30), UNSETTLED),
        ((2, 0, 2, 0), DIVIDED),
        ((4, 0, 2, 0), DIVIDED),  # exactly a third
        ((5, 0, 2, 0), ENDORSED),
        ((3, 0, 1, 0), ENDORSED),  # one of four is a quarter
        ((1, 0, 3, 0), CHALLENGED),
        ((2, 2, 0, 0), QUALIFIED),
        ((0, 4, 0, 0), QUALIFIED),
        ((0, 3, 3, 0), MIXED_ANSWERS),
        ((1, 2, 3, 0), MIXED_ANSWERS),
    ],
)
def test_at_the_edges_of_the_rules(counts: tuple[int, int, int, int], label: str) -> None:
    """The first rule that matches wins, and thresholds are met exactly."""
    assert stance(answers(*counts), USUAL) == label


@pytest.mark.parametrize(
    ("thresholds", "counts", "label"),
    [
        (Thresholds(fewest_answers=3), (3, 0, 0, 0), ENDORSED),
        (Thresholds(unsure_share=0.5), (4, 0, 0, 4), ENDORSED),
        (Thresholds(divided_share=0.4), (4, 0, 2, 0), ENDORSED),
        (Thresholds(divided_count=3), (2, 0, 2, 0), MIXED_ANSWERS),
    ],
)
def test_other_thresholds_give_other_labels(thresholds: Thresholds, counts: tuple[int, int, int, int], label: str) -> None:
    """Each threshold is the one that its rule uses."""
    assert stance(answers(*counts), thresholds) == label


@given(st.tuples(*[st.integers(0, 12)] * 4))
def test_agreeing_and_disagreeing_mirror_each_other(counts: tuple[int, int, int, int]) -> None:
    """Where nobody agrees in part, swapping the two turns endorsed into challenged and leaves every other label."""
    agree, _, disagree, unsure = counts
    mirrored = {ENDORSED: CHALLENGED, CHALLENGED: ENDORSED}
    label = stance(answers(agree, 0, disagree, unsure), USUAL)
    assert stance(answers(disagree, 0, agree, unsure), USUAL) == mirrored.get(label, label)
