"""Many p-values at once: how many stand, and what each is worth among the others. For the CSV only (method.md, 1.7)."""

from collections.abc import Sequence


def benjamini_hochberg(p_values: Sequence[float]) -> list[float]:
    """The q-value of each p-value, in the order given (Benjamini and Hochberg 1995): rejected at a rate if not above it."""
    count = len(p_values)
    found = [1.0] * count
    smallest = 1.0
    for rank, index in sorted(enumerate(_ascending(p_values), start=1), reverse=True):
        smallest = min(smallest, p_values[index] * (count / rank))
        found[index] = smallest
    return found


def holm(p_values: Sequence[float]) -> list[float]:
    """The adjusted p-value of each, in the order given (Holm 1979): rejected at a level if not above it."""
    count = len(p_values)
    found = [1.0] * count
    largest = 0.0
    for rank, index in enumerate(_ascending(p_values)):
        largest = max(largest, min(1.0, p_values[index] * (count - rank)))
        found[index] = largest
    return found


def _ascending(p_values: Sequence[float]) -> list[int]:
    return sorted(range(len(p_values)), key=p_values.__getitem__)
