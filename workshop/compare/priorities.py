"""How alike two groups rank the themes: only from five themes up, since of four even a reversal may be chance (method.md, 1.8)."""

from collections.abc import Hashable, Sequence
from itertools import combinations
from math import sqrt

FEWEST_THEMES = 5


def tau_b(first: Sequence[float], second: Sequence[float]) -> float | None:
    """Kendall's tau-b of two rankings of the same things, ties allowed; None where one of them ties everything."""
    concordant = ties_first = ties_second = pairs = 0
    for (a, b), (c, d) in combinations(zip(first, second, strict=True), 2):
        pairs += 1
        ties_first += a == c
        ties_second += b == d
        concordant += _sign(a - c) * _sign(b - d)
    if pairs in {ties_first, ties_second}:
        return None
    return concordant / sqrt((pairs - ties_first) * (pairs - ties_second))


def rbo_ext(first: Sequence[Hashable], second: Sequence[Hashable], p: float = 0.8) -> float:
    """Rank-biased overlap, extrapolated (Webber, Moffat and Zobel 2010, equation 32), of two lists without ties, best first.

    1 for the same list, 0 for lists with nothing in common; the smaller p, the more the top weighs.
    """
    shorter, longer = sorted((first, second), key=len)
    s, depth = len(shorter), len(longer)
    if not s:
        return 0.0
    overlap = [len(set(shorter[:d]) & set(longer[:d])) for d in range(depth + 1)]
    total = sum(overlap[d] / d * p**d for d in range(1, depth + 1))
    total += sum(overlap[s] * (d - s) / (s * d) * p**d for d in range(s + 1, depth + 1))
    return (1 - p) / p * total + ((overlap[depth] - overlap[s]) / depth + overlap[s] / s) * p**depth


def _sign(difference: float) -> int:
    return (difference > 0) - (difference < 0)
