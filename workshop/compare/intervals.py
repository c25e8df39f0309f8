"""Intervals for a share and for the difference of two shares, as good at 8 people as at 800."""

from functools import lru_cache
from math import sqrt
from statistics import NormalDist


@lru_cache(maxsize=16)
def z_value(level: float) -> float:
    """The two-sided normal quantile of a confidence level: 0.95 gives 1.96."""
    return NormalDist().inv_cdf((1 + level) / 2)


def wilson_of_share(p: float, n: float, level: float = 0.95) -> tuple[float, float]:
    """Wilson's score interval for a share of n people (Newcombe 1998, Stat Med 17:857-872, method 3).

    n may be a number of people's worth, but not 0.
    """
    z = z_value(level)
    centre = (p + z * z / (2 * n)) / (1 + z * z / n)
    half = z * sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / (1 + z * z / n)
    # At 0 of n and n of n the limit is exactly 0 and 1; the sums above miss it by a rounding error.
    return (0.0 if p == 0 else centre - half), (1.0 if p == 1 else centre + half)


def newcombe(a: int, m: int, b: int, n: int, level: float = 0.95) -> tuple[float, float]:
    """Newcombe's interval for a/m - b/n (Newcombe 1998, Stat Med 17:873-890, method 10). Neither m nor n may be 0.

    Preferred to Agresti and Caffo's for its coverage at 8 and 15 people, and because it stays within -1 and 1.
    """
    return newcombe_of_shares(a / m, m, b / n, n, level)


def newcombe_of_shares(p1: float, n1: float, p2: float, n2: float, level: float = 0.95) -> tuple[float, float]:
    """Newcombe's interval for p1 - p2, where n1 and n2 may be numbers of people's worth."""
    lower1, upper1 = wilson_of_share(p1, n1, level)
    lower2, upper2 = wilson_of_share(p2, n2, level)
    gap = p1 - p2
    return (
        gap - sqrt((p1 - lower1) ** 2 + (upper2 - p2) ** 2),
        gap + sqrt((upper1 - p1) ** 2 + (p2 - lower2) ** 2),
    )
