"""Who gave what: the ballots that count, by kind of vote and perspective, in points and in people."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import chain

from workshop.compare.people import People
from workshop.compare.tally import NOBODYS
from workshop.model.codebook import named
from workshop.model.plan import Plan
from workshop.model.records import Records, Vote, VoteKind
from workshop.model.vote import form_of, given, standing
from workshop.text import fold

Range = tuple[int, int]


@dataclass(slots=True)
class Voted:
    """What one perspective gave in votes of one kind: points and people by theme. `gave` is None where a group voted as one."""

    people: int = 0
    points: dict[str, int] = field(default_factory=dict)
    gave: dict[str, Range] | None = field(default_factory=dict)

    def add(self, other: "Voted") -> None:
        """The people of another cohort."""
        self.people += other.people
        for theme, points in other.points.items():
            self.points[theme] = self.points.get(theme, 0) + points
        if self.gave is None or other.gave is None:
            self.gave = None
            return
        for theme, (least, most) in other.gave.items():
            low, high = self.gave.get(theme, (0, 0))
            self.gave[theme] = (low + least, high + most)


@dataclass(frozen=True, slots=True)
class _Ballot:
    """All that one voter gave in one activity."""

    cohort: str
    perspective: str
    participant: str
    votes: tuple[Vote, ...]

    @property
    def given(self) -> Mapping[str, int]:
        """How much to each theme."""
        return given(self.votes)


class Votes:
    """All votes that count. Each voter's last ballot of a kind does: who votes again, in another session too, has changed their mind.

    Where a cohort's votes were counted for the group and noted by person too, the fuller count is taken: the same people are in both.
    Cohorts add up. The order of the votes doesn't matter.
    """

    def __init__(self, records: Records, plans: Mapping[str, Plan], votes: Iterable[Vote] | None = None) -> None:
        """One pass over the votes: all of the records', or only these."""
        self._records = records
        self._plans = plans
        self._people = People(records)
        self._named = named(records.themes)
        every = records.votes.values() if votes is None else votes
        self._ballots = _last_of_each(records, self._people, [each for each in every if each.theme in records.themes])

    def kinds(self) -> tuple[VoteKind, ...]:
        """The kinds of votes that there were, in the order of VoteKind."""
        return tuple(kind for kind in VoteKind if kind in self._ballots)

    def themes(self, kind: VoteKind) -> set[str]:
        """What was voted on: the themes that got any, and those that the plan put to the vote."""
        ballots = self._ballots[kind]
        found = {vote.theme for ballot in ballots for vote in ballot.votes}
        for session, activity in {(vote.session, vote.activity) for ballot in ballots for vote in ballot.votes}:
            plan = self._plans.get(session)
            titles = plan.activities[activity].themes if plan and activity < len(plan.activities) else ()
            found |= {theme.id for title in titles if (theme := self._named.get(fold(title)))}
        return found

    def of(self, kind: VoteKind) -> dict[str, Voted]:
        """What each perspective gave."""
        lowest = max((vote.amount for ballot in self._ballots[kind] for vote in ballot.votes), default=0)
        rooms: dict[tuple[str, str], list[_Ballot]] = {}
        for ballot in self._ballots[kind]:
            rooms.setdefault((ballot.cohort, ballot.perspective), []).append(ballot)
        found: dict[str, Voted] = {}
        for (_, perspective), ballots in rooms.items():
            people = self._of_people([each for each in ballots if each.participant], lowest)
            group = [self._of_group(each, lowest) for each in ballots if not each.participant]
            fuller = max([people, *group], key=lambda each: sum(each.points.values()))
            found.setdefault(perspective, Voted()).add(fuller)
        return found

    def _of_people(self, ballots: Sequence[_Ballot], lowest: int) -> Voted:
        found = Voted()
        for ballot in ballots:
            gave = dict.fromkeys(ballot.given, (1, 1))
            found.add(Voted(1, _points(ballot, lowest), gave))
        return found

    def _of_group(self, ballot: _Ballot, lowest: int) -> Voted:
        """How many people gave a theme anything: with 3 dots each, 7 dots are of 3 people at least, and of 7 at most."""
        present = self._people.present(ballot.cohort, ballot.perspective)
        vote = ballot.votes[0]
        points = _points(ballot, lowest)
        if vote.kind not in (VoteKind.DOTS, VoteKind.HANDS):
            return Voted(present, points, None)
        plan = self._plans.get(vote.session)
        form = form_of(plan.activities[vote.activity]) if plan and vote.activity < len(plan.activities) else None
        each = 1 if vote.kind is VoteKind.HANDS else (form and form.most) or max(points.values())
        # More than those present can give is a slip of the pen: the points stand as they were noted, the people don't grow.
        voted = present or max(-(-amount // each) for amount in points.values())
        return Voted(voted, points, {theme: (min(-(-amount // each), voted), min(amount, voted)) for theme, amount in points.items()})


def _points(ballot: _Ballot, lowest: int) -> dict[str, int]:
    """The amounts; of ranks, the lowest that anybody gave counts 1, the next 2."""
    if ballot.votes[0].kind is not VoteKind.RANK:
        return dict(ballot.given)
    return {theme: lowest + 1 - rank for theme, rank in ballot.given.items()}


def _last_of_each(records: Records, people: People, votes: Iterable[Vote]) -> dict[VoteKind, list[_Ballot]]:
    """Of each voter the last ballot of each kind; whoever is linked by hand votes once."""
    last: dict[tuple[VoteKind, str, str, str], _Ballot] = {}
    places = standing(votes).values()
    for voter, given_there in chain.from_iterable(place.items() for place in places):
        participant = people.first_of(voter.participant) if voter.participant else ""
        person = records.participants.get(participant)
        session = records.sessions.get(given_there[0].session)
        cohort = person.cohort if person else session.cohort if session else ""
        perspective = person.perspective if person else given_there[0].perspective
        if perspective in NOBODYS:
            continue
        ballot = _Ballot(cohort, perspective, participant, given_there)
        key = (given_there[0].kind, cohort, perspective, participant)
        if key not in last or _when(last[key]) < _when(ballot):
            last[key] = ballot
    found: dict[VoteKind, list[_Ballot]] = {}
    for (kind, *_), ballot in last.items():
        found.setdefault(kind, []).append(ballot)
    return found


def _when(ballot: _Ballot) -> tuple[datetime, int, str]:
    return max((vote.at, vote.order, vote.id) for vote in ballot.votes)
