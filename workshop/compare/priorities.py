"""What each group put first, side by side, and how alike that is (method.md, 1.8)."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from math import sqrt

from workshop.compare.votes import Voted, Votes
from workshop.model.priorities import FEWEST_THEMES, GroupPriority, Priorities, PriorityTheme
from workshop.model.records import Theme, VoteKind
from workshop.text import fold

P = 0.8
"""How much a place further down weighs in RBO, of the place above it."""


def priorities(votes: Votes, themes: Mapping[str, Theme], between: tuple[str, str], columns: Sequence[str]) -> tuple[Priorities, ...]:
    """The rankings of every kind of vote that there was. Themes stand in the order of the first group's ranks.

    Where those are equal the next group's decide, of the groups that gave anything at all (`order_words` says so), then the codebook's.
    """
    return tuple(_of_kind(kind, votes, themes, between, columns) for kind in votes.kinds())


def _of_kind(kind: VoteKind, votes: Votes, themes: Mapping[str, Theme], between: tuple[str, str], columns: Sequence[str]) -> Priorities:
    voted = votes.of(kind)
    others = dict.fromkeys([*columns, *sorted(voted)])
    groups = [*between, *(group for group in others if group in voted and group not in between)]
    found = {group: voted.get(group, Voted()) for group in groups}
    chosen = sorted(votes.themes(kind), key=lambda each: (themes[each].order, fold(themes[each].title), each))
    points = {group: [found[group].points.get(theme, 0) for theme in chosen] for group in groups}
    ranks = {group: ranked(points[group]) for group in groups}
    order = sorted(range(len(chosen)), key=lambda place: (*(ranks[group][place] for group in groups if any(points[group])), place))
    first, second = (points[group] for group in between)
    told = len(chosen) >= FEWEST_THEMES and any(first) and any(second)
    tau = tau_b(first, second) if told else None
    return Priorities(
        kind=kind,
        voted={group: found[group].people for group in groups},
        themes=tuple(
            PriorityTheme(
                id=chosen[place],
                theme=themes[chosen[place]].title,
                groups={group: _given(found[group], chosen[place], ranks[group][place]) for group in groups},
            )
            for place in order
        ),
        tau_b=tau,
        rbo=None if tau is None else rbo_of_ranks(ranks[between[0]], ranks[between[1]]),
    )


def _given(voted: Voted, theme: str, rank: int) -> GroupPriority:
    points = voted.points.get(theme, 0)
    least, most = (None, None) if voted.gave is None else voted.gave.get(theme, (0, 0))
    return GroupPriority(points=points, rank=rank if points else None, gave=least, gave_at_most=most)


def ranked(points: Sequence[float]) -> list[int]:
    """The rank of each, 1 for the most points; equals share the best of their places, and the next place counts them all: 1, 2, 2, 4."""
    return [1 + sum(other > own for other in points) for own in points]


def rbo_of_ranks(first: Sequence[int], second: Sequence[int], p: float = P) -> float:
    """Rank-biased overlap, extrapolated, of two rankings of the same things that may have ties; without any it is their equation 32.

    As Webber, Moffat and Zobel (2010) treat ties: things with one rank come in at the same depth, and the agreement at a depth is twice
    the overlap over both sizes.
    """
    agreements = list(_agreements(first, second))
    total = sum(agreement * p**depth for depth, agreement in enumerate(agreements, 1))
    return (1 - p) / p * total + (agreements[-1] if agreements else 0.0) * p ** len(agreements)


def _agreements(first: Sequence[int], second: Sequence[int]) -> Iterator[float]:
    for depth in range(1, len(first) + 1):
        above, likewise = ({place for place, rank in enumerate(ranks) if rank <= depth} for ranks in (first, second))
        yield 2 * len(above & likewise) / (len(above) + len(likewise))


def tau_b(first: Sequence[float], second: Sequence[float]) -> float | None:
    """Kendall's tau-b of two rankings of the same things, ties allowed; None where one of them ties everything."""
    concordant = ties_first = ties_second = pairs = 0
    for (a, b), (c, d) in combinations(zip(first, second, strict=True), 2):
        pairs += 1
        ties_first += a == c
        ties_second += b == d
        concordant += _sign(a - c) * _sign(b - d)
    if pairs in {ties_first, ties_second}:
        return None
    return concordant / sqrt((pairs - ties_first) * (pairs - ties_second))


def _sign(difference: float) -> int:
    return (difference > 0) - (difference < 0)
