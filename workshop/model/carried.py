"""What a session begins with: the question that its people go on with, what they put first, what was promised and what came of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from workshop.model.perspective import plural_of
from workshop.model.recommendation import Followed
from workshop.model.records import Records, Reflection, Session, VoteKind
from workshop.model.vote import given, standing
from workshop.model.wall import may_stand

QUESTION = "question"
"""The mark of a remark that asks. With a * it is the one that the next session begins with."""


@dataclass(frozen=True, slots=True)
class Promise:
    """What a side said that it would do, and how far it has got: "done: it runs until ten"."""

    side: str
    text: str
    stands: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """All of it in words; "" and nothing where there is none."""

    question: str = ""
    first: tuple[str, ...] = ()
    promises: tuple[Promise, ...] = ()

    @property
    def lines(self) -> tuple[str, ...]:
        """A line each, for a room to read: nothing says that something is late."""
        asked = (f"Our question: {self.question}",) if self.question else ()
        first = (f"We put first: {', '.join(self.first)}",) if self.first else ()
        return (*asked, *first, *(f"{plural_of(each.side).capitalize()} promised: {each.text} ({each.stands})" for each in self.promises))


def carried(
    session: Session, records: Records, promised: Sequence[Followed], names_somebody: Callable[[str], bool] = lambda _: False
) -> Carried:
    """What `session` begins with. The question and the vote are of the last session of the same people that has one.

    Promises are of whatever session: those that are open, and those that the last session with any made, whatever came of them. What
    names somebody, or is not agreed to be shown, is left out.
    """
    before = [each for each in records.sessions.values() if _is_before(each, session)]
    mine = sorted((each for each in before if each.cohort == session.cohort), key=lambda each: (each.number, each.id), reverse=True)
    question = next(filter(None, (_question(each, records, names_somebody) for each in mine)), "")
    first: tuple[str, ...] = next(filter(None, (_first(each, records) for each in mine)), ())
    made = [each for each in promised if each.recommendation.side and each.recommendation.session in {one.id for one in before}]
    numbers = {each.id: each.number for each in before}
    last = max((numbers[each.recommendation.session] for each in made), default=0)
    told = [each for each in made if not each.progress.closed or numbers[each.recommendation.session] == last]
    promises = tuple(
        Promise(each.recommendation.side, each.recommendation.text, ": ".join(filter(None, (each.progress.value, each.outcome))))
        for each in sorted(told, key=lambda one: (one.recommendation.number, one.recommendation.id))
        if not names_somebody(f"{each.recommendation.text} {each.outcome}")
    )
    return Carried(question=question, first=first, promises=promises)


def _is_before(one: Session, session: Session) -> bool:
    return one.id != session.id and one.rehearsal is None and (one.number, one.id) < (session.number, session.id)


def _question(session: Session, records: Records, names_somebody: Callable[[str], bool]) -> str:
    """The last remark of the session that asks and has a *."""
    asked: list[Reflection] = [
        each
        for each in records.reflections.values()
        if each.session == session.id and each.highlight and QUESTION in each.kinds and may_stand(each, records)
    ]
    last = max(asked, key=lambda each: (each.at, each.id), default=None)
    return "" if last is None or names_somebody(last.text) else " ".join(last.text.split())


def _first(session: Session, records: Records) -> tuple[str, ...]:
    """The titles of what came first in the session's last vote: several where they have as much."""
    votes = standing(each for each in records.votes.values() if each.session == session.id)
    if not votes:
        return ()
    voters = votes[max(votes)]
    total: dict[str, int] = {}
    for chosen in voters.values():
        ranks = any(vote.kind is VoteKind.RANK for vote in chosen)
        amounts = given(chosen)
        for theme, amount in amounts.items():
            total[theme] = total.get(theme, 0) + (len(records.themes) + 1 - amount if ranks else amount)
    most = max(total.values(), default=0)
    return tuple(sorted(records.themes[theme].title for theme, amount in total.items() if amount == most and theme in records.themes))
