"""Many p-values at once: what each is worth among the others. For the CSV only (method.md, 1.7)."""

from collections.abc import Sequence


def benjamini_hochberg(p_values: Sequence[float]) -> list[float]:
    """The q-value of each p-value, in the order given (Benjamini and Hochberg 1995): rejected at a rate if not above it."""
    count = len(p_values)
    found = [1.0] * count
    smallest = 1.0
    ascending = sorted(range(count), key=p_values.__getitem__)
    for rank, index in sorted(enumerate(ascending, start=1), reverse=True):
        smallest = min(smallest, p_values[index] * (count / rank))
        found[index] = smallest
    return found
