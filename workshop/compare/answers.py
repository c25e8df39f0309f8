"""Who answered what: the responses that count, by statement and perspective (method.md, 1.1 and 1.4)."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from workshop.compare.tally import NOBODYS
from workshop.model.comparison import Answers
from workshop.model.links import same_people
from workshop.model.records import Answer, Records, Response

Order = tuple[datetime, int, str]


@dataclass(slots=True)
class _Ballot:
    """The answers of one perspective of one cohort to one statement: each person's last, ballots, and the last show of hands."""

    by_person: dict[str, tuple[Order, Answer]] = field(default_factory=dict)
    ballots: Counter[Answer] = field(default_factory=Counter)
    hands: tuple[Order, tuple[int, int, int, int]] | None = None

    def persons(self) -> Answers:
        counts = self.ballots + Counter(answer for _, answer in self.by_person.values())
        return _counted(counts)

    def shown(self) -> Answers:
        agree, partly, disagree, unsure = self.hands[1] if self.hands else (0, 0, 0, 0)
        return Answers(agree=agree, partly=partly, disagree=disagree, unsure=unsure)

    def by_hands(self) -> bool:
        """Whether the show of hands is the fuller count. People who then say why are among those who raised a hand."""
        return self.shown().asked > self.persons().asked


class Ballots:
    """All answers that count. Someone not asked, or silent, is nowhere in them.

    A person's last answer counts, and so does a cohort's last show of hands. An answer that names no one is a ballot: one
    person's. Where a cohort answered one statement by hands too, the fuller count is taken and the other left: the same
    people are in both. Cohorts add up; whoever was linked by hand to a code of another answers once, as they did last.

    What makers answered `back`, after they had heard the others, is a count of its own: without it only what came before is counted.
    """

    def __init__(self, records: Records, *, back: bool = False) -> None:
        """One pass over the responses; their order doesn't matter."""
        self._ballots: dict[tuple[str, str], dict[str, _Ballot]] = {}
        for response in records.responses.values():
            participant = records.participants.get(response.participant or "")
            session = records.sessions.get(response.session)
            perspective = participant.perspective if participant else response.perspective
            cohort = participant.cohort if participant else session.cohort if session else ""
            if response.back == back and response.statement in records.statements and perspective not in NOBODYS:
                ballot = self._ballots.setdefault((response.statement, perspective), {}).setdefault(cohort, _Ballot())
                _cast(ballot, response)
        for group in {*same_people(records.participants).values()}:
            for cohorts in self._ballots.values():
                _keep_last(group, cohorts.values())

    def perspectives(self) -> set[str]:
        """Who answered anything at all."""
        return {perspective for _, perspective in self._ballots}

    def answers(self, statement: str, perspective: str) -> Answers:
        """The answers of one perspective to one statement, over all cohorts."""
        ballots = self._ballots.get((statement, perspective), {}).values()
        return _sum(ballot.shown() if ballot.by_hands() else ballot.persons() for ballot in ballots)

    def of_people(self, statement: str, perspective: str) -> Mapping[str, Answer]:
        """The answers of people known by a code, as far as they count; those in a show of hands are nobody's in particular."""
        ballots = self._ballots.get((statement, perspective), {}).values()
        return {person: answer for ballot in ballots if not ballot.by_hands() for person, (_, answer) in ballot.by_person.items()}

    def unnamed(self, statement: str, perspective: str) -> tuple[Answer, ...]:
        """The answers that somebody gave whom no code names, by hand or ballot."""
        ballots = self._ballots.get((statement, perspective), {}).values()
        total = _sum(ballot.shown() if ballot.by_hands() else _counted(ballot.ballots) for ballot in ballots)
        return tuple(answer for answer in Answer if getattr(total, answer))

    def hands(self, statement: str, perspective: str) -> Mapping[str, int]:
        """The cohorts in which a show of hands counts as the answer to a statement, each with how many hands that were."""
        ballots = self._ballots.get((statement, perspective), {})
        return {cohort: ballot.shown().asked for cohort, ballot in ballots.items() if ballot.by_hands()}

    def both_ways(self) -> int:
        """How many statements were answered by hands and by person in one cohort."""
        return len(
            {
                statement
                for (statement, _), cohorts in self._ballots.items()
                if any(ballot.hands and (ballot.by_person or ballot.ballots) for ballot in cohorts.values())
            }
        )

    def ballots(self) -> int:
        """How many answers that name no one are counted."""
        every = (ballot for cohorts in self._ballots.values() for ballot in cohorts.values())
        return sum(ballot.ballots.total() for ballot in every if not ballot.by_hands())


def _cast(ballot: _Ballot, response: Response) -> None:
    order = (response.at, response.order, response.id)
    if response.participant and response.answer:
        before = ballot.by_person.get(response.participant)
        if before is None or before[0] < order:
            ballot.by_person[response.participant] = (order, response.answer)
    elif response.answer:
        ballot.ballots[response.answer] += 1
    elif response.hands and (ballot.hands is None or ballot.hands[0] < order):
        ballot.hands = (order, response.hands)


def _keep_last(group: Collection[str], ballots: Iterable[_Ballot]) -> None:
    """Of the answers that one person gave under several codes the last."""
    given = [(ballot.by_person[person][0], ballot, person) for ballot in ballots for person in group if person in ballot.by_person]
    for _, ballot, person in sorted(given, key=lambda each: each[0])[:-1]:
        del ballot.by_person[person]


def _counted(counts: Counter[Answer]) -> Answers:
    return Answers(**{answer.value: counts[answer] for answer in Answer})


def _sum(parts: Iterable[Answers]) -> Answers:
    agree = partly = disagree = unsure = 0
    for part in parts:
        agree, partly = agree + part.agree, partly + part.partly
        disagree, unsure = disagree + part.disagree, unsure + part.unsure
    return Answers(agree=agree, partly=partly, disagree=disagree, unsure=unsure)
