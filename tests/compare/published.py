"""What is published with reference values: Fisher's tests and Wilson's interval, of what the product computes with; RBO of two lists."""

from collections.abc import Hashable, Sequence

from workshop.compare.exact import weights
from workshop.compare.intervals import wilson_of_share


def fisher(a: int, m: int, b: int, n: int) -> float:
    """Fisher's exact test, two-sided: the chance of a table no likelier than this one."""
    ways, own = weights(a, m, b, n)
    return sum(way for way in ways if way <= ways[own]) / sum(ways)


def fisher_greater(a: int, m: int, b: int, n: int) -> float:
    """Fisher's exact test, one-sided: the chance of a or more in the first group."""
    ways, own = weights(a, m, b, n)
    return sum(ways[own:]) / sum(ways)


def wilson(k: int, n: int, level: float = 0.95) -> tuple[float, float]:
    """Wilson's interval for k of n."""
    return wilson_of_share(k / n, n, level)


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
