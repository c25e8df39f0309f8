"""The clustering line: what a gap is worth if people in one room influence each other (method.md, 1.7)."""

from workshop.compare.intervals import newcombe_of_shares
from workshop.model.comparison import Comparison, ThemeFinding

RHO = 0.2
"""How alike people of one session are, between 0 and 1: an assumption, and printed as one."""


def effective_people(people: float, session_size: float, rho: float = RHO) -> float:
    """How many people's worth of independent views they carry: n/(1+(s-1)rho), Kish's design effect."""
    return people / (1 + (session_size - 1) * rho)


def clustered_interval(finding: ThemeFinding, comparison: Comparison, rho: float = RHO) -> tuple[float, float] | None:
    """The 95 % interval of a theme's gap with the effective numbers of people; None where nothing is compared."""
    if finding.interval is None:
        return None
    first, second = (finding.groups[group] for group in comparison.between)
    n1, n2 = (effective_people(finding.groups[group].could, comparison.session_size[group], rho) for group in comparison.between)
    lower, _ = newcombe_of_shares(first.raised / first.could, n1, second.raised_at_most / second.could, n2)
    _, upper = newcombe_of_shares(first.raised_at_most / first.could, n1, second.raised / second.could, n2)
    return lower, upper
