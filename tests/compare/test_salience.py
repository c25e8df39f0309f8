"""The label of a theme by its counts."""

from itertools import combinations_with_replacement, product
from math import comb
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.compare.fragility import salience_is_fragile
from workshop.compare.salience import LED, Raised, Salience, salience, salience_of_ranges
from workshop.model.comparison import DEPENDS, FEW, NOT_COMPARED, NOT_RAISED, ONE_VOICE, SHARED, Thresholds

USUAL = Thresholds()
LEADERS = {"parent-led": 0, "practitioner-led": 1}


def exactly(count: int, could: int) -> Raised:
    return Raised(count, count, could)


def test_the_golden_labels(golden: Any) -> None:
    """Each case of the golden file has its label, strength and steadiness."""
    assert len(golden["salience"]) == 14
    for case in golden["salience"]:
        a, m, b, n = case["counts"]
        leader = LEADERS.get(case["label"])
        expected = Salience(case["label"] if leader is None else LED, leader, case["strength"])
        assert salience(a, m, b, n, USUAL) == expected, case
        assert salience_is_fragile(exactly(a, m), exactly(b, n), USUAL) == case["fragile"], case


def test_the_whole_grid_of_8_and_15(golden: Any) -> None:
    """All 144 cells; 55 of them are fragile."""
    letters = {NOT_RAISED: "0", ONE_VOICE: "1", FEW: "f", SHARED: "s"}

    def letter(a: int, b: int) -> str:
        label, leader, strength = salience(a, 8, b, 15, USUAL)
        if leader is None:
            return letters[label]
        return "PR"[leader] if strength == "clear" else "pr"[leader]

    assert ["".join(letter(a, b) for b in range(16)) for a in range(9)] == golden["grid_8_parents_15_practitioners"]
    assert sum(salience_is_fragile(exactly(a, 8), exactly(b, 15), USUAL) for a in range(9) for b in range(16)) == 55


@pytest.mark.parametrize(
    ("counts", "label"),
    [
        ((6, 9, 10, 24), LED),  # exactly 25 points, which floats miss
        ((1, 10, 7, 20), LED),
        ((5, 20, 0, 20), LED),
        ((4, 20, 0, 20), FEW),  # 20 points, though the interval leaves out 0
        ((4, 4, 0, 4), LED),
        ((3, 3, 0, 4), NOT_COMPARED),
        ((0, 0, 5, 9), NOT_COMPARED),
        ((0, 4, 0, 4), NOT_RAISED),
        ((1, 4, 0, 4), ONE_VOICE),
        ((1, 4, 1, 4), FEW),
        ((2, 4, 2, 4), SHARED),
    ],
)
def test_at_the_edges_of_the_rules(counts: tuple[int, int, int, int], label: str) -> None:
    """The first rule that matches wins, and thresholds are met exactly."""
    assert salience(*counts, USUAL).label == label


@pytest.mark.parametrize(
    ("thresholds", "counts", "expected"),
    [
        (Thresholds(smallest_group=3), (3, 3, 0, 15), Salience(LED, 0, "clear")),
        (Thresholds(smallest_group=0), (0, 0, 5, 15), Salience(NOT_COMPARED)),
        (Thresholds(clear_count=4), (3, 8, 0, 15), Salience(LED, 0, "leaning")),
        (Thresholds(gap=0.4), (3, 8, 0, 15), Salience(FEW)),
        (Thresholds(clear_level=0.999), (5, 8, 1, 15), Salience(LED, 0, "leaning")),
        (Thresholds(shared_count=3), (2, 8, 3, 15), Salience(FEW)),
        (Thresholds(leaning_count=3), (2, 8, 0, 15), Salience(FEW)),
    ],
)
def test_other_thresholds_give_other_labels(thresholds: Thresholds, counts: tuple[int, int, int, int], expected: Salience) -> None:
    """Each threshold is the one that its rule uses."""
    assert salience(*counts, thresholds) == expected


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (Raised(3, 5, 8), exactly(7, 15), Salience(SHARED)),
        (Raised(1, 5, 8), exactly(0, 15), Salience(DEPENDS)),
        (Raised(2, 5, 8), exactly(0, 15), Salience(LED, 0, "leaning")),  # the weaker strength
        (Raised(5, 7, 8), exactly(1, 15), Salience(LED, 0, "clear")),
        (Raised(1, 8, 8), Raised(1, 15, 15), Salience(DEPENDS)),
        (Raised(1, 2, 3), exactly(7, 15), Salience(NOT_COMPARED)),
    ],
)
def test_notes_that_name_no_one_leave_a_label_only_if_it_holds_throughout(first: Raised, second: Raised, expected: Salience) -> None:
    """Where the ends of the ranges differ, the label depends on the notes."""
    assert salience_of_ranges(first, second, USUAL) == expected


@pytest.mark.parametrize(
    ("first", "second", "fragile"),
    [
        (Raised(6, 8, 8), exactly(0, 15), False),
        (Raised(3, 8, 8), exactly(0, 15), True),  # without one of the three known it is leaning
        (Raised(3, 4, 4), exactly(0, 15), True),  # without anyone the group is too small
        (Raised(1, 8, 8), Raised(1, 15, 15), False),
        (Raised(4, 5, 8), exactly(7, 15), False),
    ],
)
def test_ranges_are_fragile_as_their_ends_are(first: Raised, second: Raised, fragile: bool) -> None:
    """Leaving out a person takes one from those known or from those who may have raised it."""
    assert salience_is_fragile(first, second, USUAL) == fragile


def test_the_corners_of_two_ranges_settle_what_lies_between() -> None:
    """For every pair of ranges at 8 and 15 people: if the four corners have one label, so has every count within."""
    cell = {(a, b): salience(a, 8, b, 15, USUAL)[:2] for a, b in product(range(9), range(16))}
    ranges = combinations_with_replacement(range(9), 2), combinations_with_replacement(range(16), 2)
    for (low, high), (left, right) in product(*ranges):
        corners = {cell[a, b] for a in (low, high) for b in (left, right)}
        if len(corners) == 1:
            assert {cell[a, b] for a in range(low, high + 1) for b in range(left, right + 1)} == corners


group = st.integers(0, 40).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@given(group, group)
def test_swapping_the_groups_mirrors_the_label(first: tuple[int, int], second: tuple[int, int]) -> None:
    """The leader is the other one, and nothing else changes."""
    label, leader, strength = salience(*first, *second, USUAL)
    assert salience(*second, *first, USUAL) == (label, None if leader is None else 1 - leader, strength)


def chance_of(strengths: set[str], p: float, q: float) -> float:
    """How often 8 parents and 15 practitioners with these shares come out as led, by exact enumeration."""
    return sum(
        comb(8, a) * p**a * (1 - p) ** (8 - a) * comb(15, b) * q**b * (1 - q) ** (15 - b)
        for a, b in product(range(9), range(16))
        if salience(a, 8, b, 15, USUAL).strength in strengths
    )


@pytest.mark.parametrize(
    ("strengths", "false", "found"),
    [({"clear"}, (0.01, 0.03, 0.045, 0.047), (0.50, 0.85, 0.54)), ({"clear", "leaning"}, (0.08, 0.16, 0.21, 0.25), (0.75, 0.96, 0.76))],
)
def test_what_the_thresholds_cost(strengths: set[str], false: tuple[float, ...], found: tuple[float, ...]) -> None:
    """The error table behind the thresholds: equal groups called different, and different ones found."""
    for share, expected in zip((0.1, 0.2, 0.3, 0.5), false, strict=True):
        assert chance_of(strengths, share, share) == pytest.approx(expected, abs=0.006)
    for (p, q), expected in zip(((0.6, 0.2), (0.8, 0.2), (0.5, 0.1)), found, strict=True):
        assert chance_of(strengths, p, q) == pytest.approx(expected, abs=0.006)
