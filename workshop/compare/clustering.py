"""The clustering line: what a gap is worth if people in one room influence each other (method.md, 1.7)."""

from collections.abc import Sequence

from workshop.compare.intervals import newcombe_of_shares

RHO = 0.2
"""How alike people of one session are, between 0 and 1: an assumption, and printed as one."""


def effective_people(sessions: Sequence[int], rho: float = RHO) -> float:
    """How many people's worth of independent views these sessions' people carry, given how many sat in each.

    n/(1+(s-1)rho), Kish's design effect, with s the mean size of a session.
    """
    people = sum(sessions)
    if not people:
        return 0.0
    return people / (1 + (people / len(sessions) - 1) * rho)


def clustered_interval(
    a: int, m: int, first: Sequence[int], b: int, n: int, second: Sequence[int], *, level: float = 0.95, rho: float = RHO
) -> tuple[float, float]:
    """Newcombe's interval for a/m - b/n with the effective numbers of people; `first` and `second` are the sizes of their sessions."""
    return newcombe_of_shares(a / m, effective_people(first, rho), b / n, effective_people(second, rho), level)
