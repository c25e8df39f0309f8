"""How unevenly contributions were spread over the people in a room (method.md, 1.10)."""

from collections.abc import Sequence


def gini(amounts: Sequence[float]) -> float | None:
    """Gini's coefficient over everyone present, zeros included: 0 all alike, (n-1)/n all by one; None where nothing was given."""
    n, total = len(amounts), sum(amounts)
    if not total:
        return None
    return 2 * sum(rank * amount for rank, amount in enumerate(sorted(amounts), start=1)) / (n * total) - (n + 1) / n


def gini_corrected(amounts: Sequence[float]) -> float | None:
    """Gini's coefficient times n/(n-1), so that rooms of different sizes can be set side by side: 1 where one gave all."""
    found, n = gini(amounts), len(amounts)
    return None if found is None or n < 2 else found * n / (n - 1)
