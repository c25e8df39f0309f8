"""Words that one group uses more: exploratory, off by default, never a headline (method.md, 1.9). Counts are participants, not tokens."""

from collections.abc import Sequence
from math import log, sqrt


def g2(both: int, first_only: int, second_only: int, neither: int) -> float:
    """Dunning's log-likelihood ratio of a two-by-two table (Dunning 1993, Computational Linguistics 19:61-74)."""
    rows = (both + first_only, second_only + neither)
    columns = (both + second_only, first_only + neither)
    total = sum(rows)
    cells = (
        (both, rows[0] * columns[0]),
        (first_only, rows[0] * columns[1]),
        (second_only, rows[1] * columns[0]),
        (neither, rows[1] * columns[1]),
    )
    return 2 * sum(count * log(count * total / expected) for count, expected in cells if count)


def log_odds(first: Sequence[int], second: Sequence[int], prior: Sequence[float]) -> list[float]:
    """The z of each word's log-odds in the first group against the second, for ordering only (Monroe, Colaresi and Quinn 2008).

    `prior` is the Dirichlet prior of each word, all above 0.
    """
    total = sum(prior)
    n1, n2 = sum(first) + total, sum(second) + total
    found = []
    for y1, y2, alpha in zip(first, second, prior, strict=True):
        in1, in2 = y1 + alpha, y2 + alpha
        delta = log(in1 / (n1 - in1)) - log(in2 / (n2 - in2))
        variance = 1 / in1 + 1 / (n1 - in1) + 1 / in2 + 1 / (n2 - in2)
        found.append(delta / sqrt(variance))
    return found
