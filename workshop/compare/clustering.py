"""The clustering line: what a gap is worth if people in one room influence each other (method.md, 1.7)."""

from workshop.compare.intervals import newcombe_of_shares
from workshop.compare.words import people
from workshop.model.comparison import CLEAR, Comparison, ThemeFinding

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


def clustering_words(comparison: Comparison, rho: float = RHO) -> str:
    """What the clear differences are worth then, in a sentence; "" where nobody sat together, or nothing is compared."""
    if not any(theme.gap is not None for theme in comparison.themes) or max(comparison.session_size.values(), default=1.0) <= 1:
        return ""
    first, second = ((people(comparison.people[group], group), _worth(group, comparison, rho)) for group in comparison.between)
    worth = f"{first[0]} count for about {first[1]:.1f} and {second[0]} for about {second[1]:.1f}"
    clear = [theme for theme in comparison.themes if theme.strength == CLEAR]
    stay = sum((ends := clustered_interval(theme, comparison, rho)) is not None and (ends[0] > 0 or ends[1] < 0) for theme in clear)
    kept = ""
    if len(clear) == 1:
        kept = f". Then the clear difference would {'still' if stay else 'no longer'} be clear"
    elif clear:
        kept = f". Then {stay} of the {len(clear)} clear differences would still be clear"
    return f"If people in a room influence each other (alike by {rho:g}, an assumption), {worth}{kept}."


def _worth(group: str, comparison: Comparison, rho: float) -> float:
    return effective_people(comparison.people[group], comparison.session_size.get(group, 1.0), rho)
