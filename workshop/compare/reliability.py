"""How far two or more coders agree, beyond chance (method.md, 1.11)."""

from collections.abc import Hashable, Sequence
from itertools import combinations, permutations
from typing import TypeVar

Value = TypeVar("Value", bound=Hashable)


def kappa(table: Sequence[Sequence[int]]) -> float | None:
    """Cohen's kappa of a square table (rows the first coder's values, columns the second's); None where chance explains all."""
    total = sum(map(sum, table))
    agreed = sum(row[i] for i, row in enumerate(table)) / total if total else 1.0
    columns = [sum(column) for column in zip(*table, strict=True)]
    by_chance = sum(sum(row) * column for row, column in zip(table, columns, strict=True)) / total**2 if total else 1.0
    return None if by_chance == 1 else (agreed - by_chance) / (1 - by_chance)


def alpha(coders: Sequence[Sequence[Value | None]]) -> float | None:
    """Krippendorff's alpha of values that are alike or not (nominal): for each coder a value per unit, None where they gave none.

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
    expected = 2 * sum(often[one] * often[other] for one, other in combinations(often, 2))
    if not expected:
        return None
    observed = sum(weight for (one, other), weight in weights.items() if one != other)
    return 1 - (sum(often.values()) - 1) * observed / expected
