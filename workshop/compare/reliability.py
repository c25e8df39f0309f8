"""How far two or more coders agree, beyond chance (method.md, 1.11)."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from itertools import combinations, permutations
from typing import TypeVar

Value = TypeVar("Value", bound=Hashable)
Distance = Callable[[Value, Value, Mapping[Value, float]], float]
"""How far two values are apart, squared, given how often each occurs."""


def kappa(table: Sequence[Sequence[int]]) -> float | None:
    """Cohen's kappa of a square table (rows the first coder's values, columns the second's); None where chance explains all."""
    total = sum(map(sum, table))
    agreed = sum(row[i] for i, row in enumerate(table)) / total if total else 1.0
    columns = [sum(column) for column in zip(*table, strict=True)]
    by_chance = sum(sum(row) * column for row, column in zip(table, columns, strict=True)) / total**2 if total else 1.0
    return None if by_chance == 1 else (agreed - by_chance) / (1 - by_chance)


def nominal(one: Value, other: Value, _often: Mapping[Value, float]) -> float:
    """Alike or not."""
    return float(one != other)


def ordinal(one: float, other: float, often: Mapping[float, float]) -> float:
    """By how many values lie between them, each end counting half."""
    low, high = sorted((one, other))
    between = sum(count for value, count in often.items() if low <= value <= high)
    return (between - (often[low] + often[high]) / 2) ** 2


def interval(one: float, other: float, _often: Mapping[float, float]) -> float:
    """By their difference."""
    return (one - other) ** 2


def ratio(one: float, other: float, _often: Mapping[float, float]) -> float:
    """By their difference in proportion to their sum."""
    return ((one - other) / (one + other)) ** 2 if one != other else 0.0


def alpha(coders: Sequence[Sequence[Value | None]], distance: Distance[Value] = nominal) -> float | None:
    """Krippendorff's alpha: for each coder a value per unit, None where they gave none.

    By coincidences (Krippendorff, Computing Krippendorff's Alpha-Reliability, 2011). None where it is undefined: fewer than
    two values, or one value throughout.
    """
    weights: dict[tuple[Value, Value], float] = {}
    for unit in zip(*coders, strict=True):
        values = [value for value in unit if value is not None]
        for pair in permutations(values, 2):
            weights[pair] = weights.get(pair, 0.0) + 1 / (len(values) - 1)
    often: dict[Value, float] = {}
    for (value, _), weight in weights.items():
        often[value] = often.get(value, 0.0) + weight
    total = sum(often.values())
    expected = 2 * sum(often[one] * often[other] * distance(one, other, often) for one, other in combinations(often, 2))
    if not expected:
        return None
    observed = sum(weight * distance(one, other, often) for (one, other), weight in weights.items())
    return 1 - (total - 1) * observed / expected
