"""Water-filling: an amount shared out in proportion to weights, where each share has a limit."""

from collections.abc import Sequence
from math import floor


def shared_out(amount: int, weights: Sequence[float], limits: Sequence[int]) -> list[int]:
    """Whole shares that add up to `amount`, or to all of `limits` where that is less; none is above its limit or below nought.

    Each share is in proportion to its weight; what the limits hold back is shared out among the others in the same way. Remainders go to
    the largest fractions, of two equal ones to the earlier.
    """
    amount = min(amount, sum(limits))
    exact = _exact(float(amount), weights, limits)
    shares = [min(floor(share), limit) for share, limit in zip(exact, limits, strict=True)]
    by_fraction = sorted(range(len(shares)), key=lambda index: shares[index] - exact[index])
    while sum(shares) < amount:
        for index in by_fraction:
            if sum(shares) < amount and shares[index] < limits[index]:
                shares[index] += 1
    return shares


def _exact(amount: float, weights: Sequence[float], limits: Sequence[int]) -> list[float]:
    """The same before rounding: each share is the lesser of its limit and one level times its weight."""
    shares = [0.0] * len(weights)
    # The one that reaches its limit at the lowest level comes first: what it can't take, the rest share.
    order = sorted((index for index, weight in enumerate(weights) if weight > 0), key=lambda index: limits[index] / weights[index])
    total = sum(weights[index] for index in order)
    for index in order:
        shares[index] = min(float(limits[index]), amount * weights[index] / total) if total > 0 else 0.0
        amount -= shares[index]
        total -= weights[index]
    return shares
