"""The two sides of a comparison, where they are one perspective in two places or times: records in which each side is a perspective."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from workshop.compare.words import noun, people
from workshop.errors import WorkshopError
from workshop.model.attendance import was_there
from workshop.model.links import same_people
from workshop.model.perspective import AT
from workshop.model.records import Participant, Records, Reflection, Response, Session, Statement, Vote


@dataclass(frozen=True, slots=True)
class Side:
    """A perspective in some sessions (ids), called `where`: a place, a time or the sessions; None is everywhere."""

    perspective: str
    where: str = ""
    sessions: frozenset[str] | None = None

    @property
    def name(self) -> str:
        """What the side is called among perspectives: "parent@Ayr"."""
        return f"{self.perspective}{AT}{self.where}" if self.sessions is not None else self.perspective

    def holds(self, session: str) -> bool:
        """Whether this session ("" is none) is one of the side's."""
        return self.sessions is None or session in self.sessions


Sides = tuple[Side, Side]
Said = TypeVar("Said", Reflection, Response, Vote)


def check_apart(sides: Sides, sessions: Iterable[str]) -> None:
    """Raise WorkshopError where both are one perspective in one session: nobody is compared with themselves."""
    one, other = sides
    if one.perspective == other.perspective and any(one.holds(each) and other.holds(each) for each in ("", *sessions)):
        raise WorkshopError(
            f"{one.name} and {other.name} are the same people: they share a session.",
            "A comparison is between two perspectives, or one in two places, times or sessions: parent@S1 parent@S3",
        )


def exploratory_words(sides: Sides, main: tuple[str, str]) -> str:
    """Why a comparison is no finding of the workshop; "" for the one between the two perspectives that it was set up to compare."""
    one, other = sides
    if one.sessions is None and other.sessions is None:
        if {one.perspective, other.perspective} == set(main):
            return ""
        meant = f"this workshop was set up to compare {noun(2, main[0])} and {noun(2, main[1])}"
    elif one.perspective == other.perspective:
        meant = f"these are {noun(2, one.perspective)} in two places or at two times, and much else may differ between those"
    else:
        meant = "each side is taken from some of the sessions only, and much else may differ between those"
    return f"Exploratory: {meant}. What differs is a reason to ask, not a finding."


def in_both_words(records: Records, sides: Sides) -> str:
    """How many people, by their stickers and links, are on both sides; "" for none."""
    count = len(_persons(records, sides[0]) & _persons(records, sides[1]))
    if not count:
        return ""
    who = people(count, sides[0].perspective) if sides[0].perspective == sides[1].perspective else f"{count} people"
    return f"{who} {'counts' if count == 1 else 'count'} on both sides, by the same sticker or a link: the two are not independent."


def _persons(records: Records, side: Side) -> set[str]:
    """Everybody of the side who is known and was there, each by the least of their ids."""
    same = same_people(records.participants)
    where: dict[str, list[str]] = {}
    for session in records.sessions.values():
        if side.holds(session.id):
            where.setdefault(session.cohort, []).append(session.id)
    parts = {(each.session, each.participant): each for each in records.attendance.values()}
    return {
        min(same.get(person.id, {person.id}))
        for person in records.participants.values()
        if person.perspective == side.perspective
        and any(was_there(parts.get((session, person.id)), None) for session in where.get(person.cohort, ()))
    }


def divided(records: Records, sides: Sides) -> Records:
    """The records in which each side is a perspective of its own; what was said in no session of either is left out.

    Whoever came to sessions of both sides is in them a person of each.
    """
    if all(side.sessions is None for side in sides):
        return records
    return _Dividing(records, sides).records()


class _Dividing:
    """One division: which sides a session belongs to ("1", "2" or "12"), and who its people are there."""

    def __init__(self, records: Records, sides: Sides) -> None:
        self.old = records
        self.sides = sides
        self.places = {key: self._place(key) for key in ("", *records.sessions)}
        self.cohorts: dict[str, list[str]] = {}
        for session in records.sessions.values():
            there = self.cohorts.setdefault(session.cohort, [])
            if (place := self.places[session.id]) and place not in there:
                there.append(place)

    def records(self) -> Records:
        """The divided records."""
        old = self.old
        said = {key: self._moved(each) for key, each in old.reflections.items() if self.places.get(each.session)}
        statements = {key: replace(each, made_by=self._maker(each)) for key, each in old.statements.items()}
        return replace(
            old,
            workshop=replace(old.workshop, perspectives=(*old.workshop.perspectives, *(side.name for side in self.sides))),
            sessions={key: self._session(each) for key, each in old.sessions.items() if self.places[key]},
            timelines={key: entries for key, entries in old.timelines.items() if self.places.get(key)},
            participants={each.id: each for person in old.participants.values() for each in self._people(person)},
            attendance={
                key: replace(each, participant=self._who(each.participant, each.session) or "")
                for key, each in old.attendance.items()
                if self.places.get(each.session)
            },
            reflections=said,
            codings={key: each for key, each in old.codings.items() if each.reflection in said},
            checks={key: each for key, each in old.checks.items() if each.reflection in said},
            statements=statements,
            responses={key: self._moved(each) for key, each in old.responses.items() if self.places.get(each.session)},
            votes={key: self._moved(each) for key, each in old.votes.items() if self.places.get(each.session)},
        )

    def _moved(self, said: Said) -> Said:
        """A remark, an answer or a vote, of the side and the person that it is now."""
        place = self.places[said.session]
        return replace(said, perspective=self._side(said.perspective, place), participant=self._who(said.participant, said.session))

    def _place(self, session: str) -> str:
        return "".join(mark for mark, side in zip("12", self.sides, strict=True) if side.holds(session))

    def _side(self, perspective: str, place: str) -> str:
        names = [side.name for mark, side in zip("12", self.sides, strict=True) if mark in place and side.perspective == perspective]
        return names[0] if names else perspective

    def _who(self, participant: str | None, session: str) -> str | None:
        person = self.old.participants.get(participant or "")
        return self._id(person, self.places[session]) if person else participant

    def _id(self, person: Participant, place: str) -> str:
        """The id of a person where they are one of several: somebody who came to sessions of one kind only keeps theirs."""
        return f"{person.id}{AT}{place}" if len(self.cohorts.get(person.cohort, ())) > 1 else person.id

    def _cohort(self, cohort: str, place: str) -> str:
        return f"{cohort}{AT}{place}" if len(self.cohorts[cohort]) > 1 else cohort

    def _people(self, person: Participant) -> Iterable[Participant]:
        """The person, once for each kind of sessions that their cohort came to; one without sessions (imported) if a side is everywhere."""
        places = self.cohorts.get(person.cohort, [self.places[""]] if self.places[""] else [])
        linked = self.old.participants.get(person.same_as)
        for place in places:
            other = linked and self._linked(linked, place)
            yield replace(
                person,
                id=self._id(person, place),
                cohort=self._cohort(person.cohort, place) if person.cohort in self.cohorts else person.cohort,
                perspective=self._side(person.perspective, place),
                same_as=other or "",
            )

    def _linked(self, person: Participant, place: str) -> str:
        there = self.cohorts.get(person.cohort, [])
        return self._id(person, place if place in there or not there else there[0])

    def _session(self, session: Session) -> Session:
        place = self.places[session.id]
        return replace(
            session,
            cohort=self._cohort(session.cohort, place),
            present=tuple((self._side(name, place), count) for name, count in session.present),
        )

    def _maker(self, statement: Statement) -> str:
        """Whose statement it is now: that side's in whose sessions all the remarks were made that it was made from."""
        sources: Mapping[str, str] = {
            key: self.places.get(self.old.reflections[key].session, "") for key in statement.sources if key in self.old.reflections
        }
        makers = {self._side(statement.made_by, place) for place in sources.values()}
        return makers.pop() if len(makers) == 1 else statement.made_by
