"""Wilson's and Newcombe's intervals against published values, and what they are known to do."""

from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.compare.conftest import Anchors
from tests.compare.published import wilson
from workshop.compare.intervals import newcombe


def test_wilson_gives_the_published_values(anchors: Anchors) -> None:
    """Newcombe 1998a, Table I, method 3."""
    assert len(anchors["wilson"]) == 6
    for anchor in anchors["wilson"]:
        assert wilson(*anchor.args) == pytest.approx(anchor.expected, abs=anchor.tolerance), anchor.id


def test_newcombe_gives_the_published_values(anchors: Anchors) -> None:
    """Newcombe 1998b, Table II, method 10, and an HIV trial."""
    assert len(anchors["newcombe"]) == 9
    for anchor in anchors["newcombe"]:
        assert newcombe(*anchor.args) == pytest.approx(anchor.expected, abs=anchor.tolerance), anchor.id


@pytest.mark.parametrize(
    ("counts", "points"),
    [((4, 8, 7, 15), (-33, 39)), ((0, 8, 5, 15), (-58, 4)), ((5, 8, 1, 15), (16, 80))],
)
def test_the_intervals_that_the_method_quotes(counts: tuple[int, int, int, int], points: tuple[int, int]) -> None:
    """In points, as method.md prints them."""
    assert tuple(round(100 * end) for end in newcombe(*counts)) == points


def test_none_and_all_are_limits_that_are_met() -> None:
    """Of 20 people of whom nobody, or everybody, did it, the nearer limit is 0 and 1 to the last digit."""
    assert (wilson(0, 20)[0], wilson(20, 20)[1]) == (0, 1)
    assert (wilson(0, 21)[0], wilson(21, 21)[1]) == (0, 1)


counts = st.integers(1, 60).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@given(counts, counts, st.sampled_from([0.8, 0.95]))
def test_swapping_the_groups_mirrors_the_interval(first: tuple[int, int], second: tuple[int, int], level: float) -> None:
    """Exactly, in floats too; it holds the gap, and stays within -1 and 1."""
    lower, upper = newcombe(*first, *second, level)
    assert newcombe(*second, *first, level) == (-upper, -lower)
    assert -1 <= lower <= first[0] / first[1] - second[0] / second[1] <= upper <= 1


@pytest.mark.parametrize(("level", "mean", "least"), [(0.95, 0.952, 0.912), (0.80, 0.802, 0.753)])
def test_the_coverage_at_8_and_15_people(level: float, mean: float, least: float) -> None:
    """How often the interval holds the true difference, over a grid of 19 by 19 shares: the reason for choosing Newcombe's."""
    intervals = [(a, b, newcombe(a, 8, b, 15, level)) for a in range(9) for b in range(16)]
    shares = [step / 20 for step in range(1, 20)]
    chance = {(n, p): [comb(n, k) * p**k * (1 - p) ** (n - k) for k in range(n + 1)] for n in (8, 15) for p in shares}
    covered = [
        sum(chance[8, p][a] * chance[15, q][b] for a, b, (lower, upper) in intervals if lower <= p - q + 1e-12 and p - q <= upper + 1e-12)
        for p in shares
        for q in shares
    ]
    assert sum(covered) / len(covered) == pytest.approx(mean, abs=0.0006)
    assert min(covered) == pytest.approx(least, abs=0.0006)
