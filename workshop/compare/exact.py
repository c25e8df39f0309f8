"""Exact tests of a of m against b of n, for the CSV of those who need them: never on a screen, never in a report (method.md, 1.7)."""

from math import comb


def weights(a: int, m: int, b: int, n: int) -> tuple[list[int], int]:
    """How many ways there are to each number of the first group among a + b, from the fewest possible up; and which one a is.

    Whole numbers, so that equally likely tables compare as equal: in floats they may differ in the last place.
    """
    total = a + b
    fewest = max(0, total - n)
    return [comb(m, k) * comb(n, total - k) for k in range(fewest, min(m, total) + 1)], a - fewest


def mid_p(a: int, m: int, b: int, n: int) -> float:
    """Fisher's two-sided test with mid-p: tables as likely as this one count half (Fagerland, Lydersen and Laake 2017)."""
    ways, own = weights(a, m, b, n)
    less = sum(way for way in ways if way < ways[own])
    equal = sum(way for way in ways if way == ways[own])
    return (2 * less + equal) / (2 * sum(ways))
