"""Every statistic against its published values, and where it is undefined."""

from math import comb, erf, isclose, sqrt
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.compare.conftest import Anchors
from tests.compare.published import fisher, fisher_greater, rbo_ext
from workshop.compare.exact import mid_p
from workshop.compare.inequality import gini, gini_corrected
from workshop.compare.multiplicity import benjamini_hochberg
from workshop.compare.polis import group_aware_consensus, prop_test, representativeness, two_prop_test
from workshop.compare.priorities import tau_b
from workshop.compare.reliability import alpha, kappa
from workshop.compare.vocabulary import g2, log_odds

FUNCTIONS = {
    "fisher": (fisher, 4),
    "fisher_greater": (fisher_greater, 2),
    "fisher_midp": (mid_p, 3),
    "prop_test": (prop_test, 3),
    "two_prop_test": (two_prop_test, 3),
    "gac": (group_aware_consensus, 4),
    "kappa": (kappa, 3),
    "gini": (gini, 4),
    "tau_b": (tau_b, 1),
    "rbo_ext": (rbo_ext, 1),
    "g2": (g2, 5),
}


@pytest.mark.parametrize("name", FUNCTIONS)
def test_the_published_values(anchors: Anchors, name: str) -> None:
    """Each value of the reference file comes out, to the file's own tolerance."""
    function, count = FUNCTIONS[name]
    assert len(anchors[name]) == count
    for anchor in anchors[name]:
        assert function(*anchor.args) == pytest.approx(anchor.expected, abs=anchor.tolerance), anchor.id  # type: ignore[operator]


def test_no_reference_value_is_left_out(anchors: Anchors) -> None:
    """All but Agresti and Caffo's intervals and Holm's rejections, which the method doesn't use."""
    elsewhere = {"newcombe", "wilson", "alpha", "bh_rejects", "polis_repness", "scattertext_score"}
    assert anchors.keys() - FUNCTIONS.keys() - elsewhere == {"agresti_caffo", "holm_rejects"}


def test_rejections_of_benjamini_hochberg(anchors: Anchors) -> None:
    """Of the 15 p-values of 1995, 4 stand at .05."""
    (anchor,) = anchors["bh_rejects"]
    p_values, level = anchor.args
    assert sum(value <= level for value in benjamini_hochberg(p_values)) == anchor.expected


@given(st.lists(st.floats(0, 1), max_size=12), st.randoms(use_true_random=False))
def test_adjusted_p_values_keep_their_order(p_values: list[float], random: Random) -> None:
    """A smaller p-value never gets a larger adjusted one, none shrinks, and their order in the file doesn't matter."""
    found = benjamini_hochberg(p_values)
    assert all(p <= q <= 1 for p, q in zip(p_values, found, strict=True))
    assert [q for _, q in sorted(zip(p_values, found, strict=True))] == sorted(found)
    shuffled = random.sample(p_values, len(p_values))
    assert sorted(benjamini_hochberg(shuffled)) == sorted(found)


def test_representativeness_is_that_of_polis(anchors: Anchors) -> None:
    """As the production program wrote it for three public conversations."""
    assert len(anchors["polis_repness"]) == 5
    for anchor in anchors["polis_repness"]:
        found = representativeness(*anchor.args)
        values = (found.share, found.share_test, found.ratio, found.ratio_test)
        assert values == pytest.approx(anchor.expected, abs=anchor.tolerance), anchor.id


def test_where_everybody_agrees_nothing_is_typical_of_one_group() -> None:
    """The test would divide by nothing."""
    assert two_prop_test(5, 8, 5, 8) == 0


def test_alpha_of_values_that_are_alike_or_not(anchors: Anchors) -> None:
    """Krippendorff's own examples of nominal values, gaps and all; the method uses no other kind."""
    nominal = [anchor for anchor in anchors["alpha"] if anchor.args[1] == "nominal"]
    assert len(nominal) == 4
    for anchor in nominal:
        assert alpha(anchor.args[0]) == pytest.approx(anchor.expected, abs=anchor.tolerance), anchor.id


@pytest.mark.parametrize("coders", [[[], []], [[1, None], [None, 1]], [[1, 1], [1, 1]]])
def test_alpha_is_undefined_where_there_is_nothing_to_differ_in(coders: list[list[int | None]]) -> None:
    """No pair of values, or one value throughout."""
    assert alpha(coders) is None


def test_kappa_is_undefined_where_chance_explains_all() -> None:
    """Two coders who each said yes to everything agree by chance alone."""
    assert kappa([[0, 0], [0, 9]]) is None
    assert kappa([[0, 0], [0, 0]]) is None
    assert kappa([[5, 0], [0, 5]]) == 1


def test_log_odds_are_those_of_scattertext(anchors: Anchors) -> None:
    """Its score is the chance beyond z, from -1 to 1."""
    (anchor,) = anchors["scattertext_score"]
    first, second, prior = anchor.args
    found = log_odds(first, second, [prior] * len(first))
    assert [-erf(z / sqrt(2)) for z in found] == pytest.approx(anchor.expected, abs=anchor.tolerance)


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20)), min_size=2, max_size=8))
def test_swapping_the_groups_mirrors_the_log_odds(counts: list[tuple[int, int]]) -> None:
    """What is the one's is not the other's."""
    first, second = zip(*counts, strict=True)
    prior = [0.5 + a + b for a, b in counts]
    assert log_odds(first, second, prior) == pytest.approx([-z for z in log_odds(second, first, prior)])


group = st.integers(1, 12).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@given(group, group)
def test_exact_tests_mirror_and_agree_with_each_other(first: tuple[int, int], second: tuple[int, int]) -> None:
    """Swapping the groups changes no two-sided value; mid-p lies below Fisher's by half of the tables as likely as this."""
    assert fisher(*first, *second) == fisher(*second, *first)
    assert mid_p(*first, *second) <= fisher(*first, *second) <= 1
    (a, m), (b, n) = first, second
    own = comb(m, a) * comb(n, b)
    below = [comb(m, k) * comb(n, a + b - k) for k in range(a + b + 1)]
    assert isclose(mid_p(*first, *second) * comb(m + n, a + b), sum(w for w in below if w < own) + sum(w for w in below if w == own) / 2)


@pytest.mark.parametrize(("first", "second"), [([1, 1, 1], [1, 2, 3]), ([1, 2, 3], [5, 5, 5]), ([], []), ([1], [1])])
def test_tau_is_undefined_where_one_side_ranks_nothing(first: list[float], second: list[float]) -> None:
    """Every pair tied, or no pair."""
    assert tau_b(first, second) is None


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [("abc", "abc", 1), ("abc", "xyz", 0), ("", "abc", 0), ("ab", "abc", 1), ("abcde", "edcba", 0.5291)],
)
def test_overlap_of_the_same_of_different_and_of_shorter_lists(first: str, second: str, expected: float) -> None:
    """1 for the same top, 0 for nothing in common, and between for a reversal."""
    assert rbo_ext(first, second) == pytest.approx(expected, abs=5e-5)
    assert rbo_ext(second, first) == pytest.approx(expected, abs=5e-5)


def test_inequality_of_a_silent_room_is_undefined() -> None:
    """Nothing was given, so nothing was spread; corrected for the size of the room, one who gives all is 1 in any room."""
    assert gini([0, 0, 0]) is None
    assert gini([]) is None
    assert gini_corrected([3]) is None
    assert gini_corrected([0, 0, 0, 1]) == pytest.approx(1)
    assert gini_corrected([2, 2]) == pytest.approx(0)
