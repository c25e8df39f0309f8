"""Votes: in which form an activity takes them, what one voter may give, and which of the votes count.

A person gives what the plan allows them, and no more. A group that names nobody gives a count: of dots, or of hands. A ranking or a
budget of a group is the one that it agreed on.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from workshop.model.plan import Activity
from workshop.model.records import Vote, VoteKind

LARGEST = 1_000_000
"""More than this given to one theme is a slip of the finger."""


@dataclass(frozen=True, slots=True)
class Form:
    """How votes are taken. `most` is how many dots or how much money each voter has, or how many themes each ranks; None without limit."""

    kind: VoteKind
    most: int | None = None


class Voter(NamedTuple):
    """A person (an id), whose perspective their own record says, or a whole group of a `perspective`."""

    perspective: str
    participant: str = ""


def form_of(activity: Activity) -> Form:
    """The form of a `vote` activity: what the plan gives out, else hands are raised."""
    if activity.dots is not None:
        return Form(VoteKind.DOTS, activity.dots)
    if activity.ranks is not None:
        return Form(VoteKind.RANK, activity.ranks)
    if activity.budget is not None:
        return Form(VoteKind.BUDGET, activity.budget)
    return Form(VoteKind.HANDS)


def fault(form: Form, amounts: Mapping[str, int], *, person: bool) -> str:
    """Why one voter can't have given this, by the themes' titles and all that they give; "" where they can."""
    given = {theme: amount for theme, amount in amounts.items() if amount}
    for theme, amount in given.items():
        if not 0 <= amount <= LARGEST:
            return f"{amount} can't be given to {theme}."
    if form.kind is VoteKind.RANK:
        return _rank_fault(form.most, given)
    if form.kind is VoteKind.HANDS:
        twice = next((theme for theme, amount in given.items() if person and amount > 1), None)
        return f"One person raises one hand for {twice}." if twice else ""
    total = sum(given.values())
    limited = person or form.kind is VoteKind.BUDGET
    if form.most is None or not limited or total <= form.most:
        return ""
    return f"That makes {counted(form, total)}, and there are {form.most} to give."


def _rank_fault(most: int | None, given: Mapping[str, int]) -> str:
    by_rank: dict[int, str] = {}
    for theme, rank in given.items():
        if rank in by_rank:
            return f"{by_rank[rank]} and {theme} can't both be number {rank}."
        by_rank[rank] = theme
    if most is not None and len(given) > most:
        return f"That is {len(given)} themes, and {most} are to be put in order."
    missing = next((rank for rank in range(1, len(given) + 1) if rank not in by_rank), None)
    return f"Nothing is number {missing}." if missing else ""


def doubt(form: Form, amounts: Mapping[str, int], *, person: bool, present: int) -> str:
    """What to look at again in what a group gave, which is kept all the same; "" for nothing.

    `present` is its number of people, 0 where nobody counted them.
    """
    if person or not present:
        return ""
    if form.kind is VoteKind.HANDS:
        theme, most = max(amounts.items(), key=lambda pair: pair[1], default=("", 0))
        return f"more hands for {theme} ({most}) than people here ({present})" if most > present else ""
    total = sum(amounts.values())
    if form.kind is VoteKind.DOTS and form.most is not None and total > form.most * present:
        return f"more dots ({total}) than {present} people have ({form.most * present})"
    return ""


def running(form: Form, amounts: Mapping[str, int], *, person: bool) -> str:
    """How far a voter has got: "2 of 3 dots given"."""
    given = [amount for amount in amounts.values() if amount]
    if form.kind is VoteKind.RANK:
        return f"{len(given)} of {form.most} ranked" if form.most else f"{len(given)} ranked"
    total = sum(given)
    if form.kind is VoteKind.HANDS:
        return f"{total} hand{'' if total == 1 else 's'} raised"
    if form.most is None or not (person or form.kind is VoteKind.BUDGET):
        return f"{counted(form, total)} given"
    return f"{total} of {counted(form, form.most)} given"


def counted(form: Form, total: int) -> str:
    """A total with its unit: "3 dots"; money has none, since the plan doesn't say which."""
    return f"{total} dot{'' if total == 1 else 's'}" if form.kind is VoteKind.DOTS else f"{total}"


def standing(votes: Iterable[Vote]) -> dict[tuple[str, int], dict[Voter, tuple[Vote, ...]]]:
    """The votes that count, by (session, activity) and voter: of each choice the last one, unless it takes back what was given."""
    last: dict[tuple[str, int], dict[Voter, dict[str, Vote]]] = {}
    for vote in sorted(votes, key=lambda each: (each.at, each.order, each.id)):
        voter = Voter("", vote.participant) if vote.participant else Voter(vote.perspective)
        last.setdefault((vote.session, vote.activity), {}).setdefault(voter, {})[vote.choice or vote.theme] = vote
    found = {}
    for place, voters in last.items():
        counting = {voter: tuple(vote for vote in chosen.values() if vote.amount) for voter, chosen in voters.items()}
        found[place] = {voter: chosen for voter, chosen in counting.items() if chosen}
    return found


def given(votes: Iterable[Vote]) -> dict[str, int]:
    """What one voter gave to each theme (an id); to themes that became one, together: of two ranks the better, of two hands one."""
    found: dict[str, int] = {}
    for vote in votes:
        before = found.get(vote.theme)
        if before is None:
            found[vote.theme] = vote.amount
        else:
            found[vote.theme] = _JOINED.get(vote.kind, sum)((before, vote.amount))
    return found


_JOINED: Mapping[VoteKind, Callable[[tuple[int, int]], int]] = {VoteKind.RANK: min, VoteKind.HANDS: max}
