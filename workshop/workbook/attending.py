"""Who is in the room: attendance by part for people with a code, and a head count of those without."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from workshop.errors import WorkshopError
from workshop.model.attendance import Attendance, was_there
from workshop.model.clock import Phase
from workshop.model.keys import digest
from workshop.model.perspective import MIXED, plural_of
from workshop.model.records import Participant, Session
from workshop.store.schema import Record
from workshop.text import clean_line
from workshop.workbook.people import People
from workshop.workbook.sessions import MOST_PRESENT, Sessions


@dataclass(frozen=True, slots=True)
class Attended:
    """One person of a session. `parts` are indexes of its activities; None is throughout, also where nobody said (`recorded`)."""

    person: Participant
    parts: tuple[int, ...] | None
    recorded: bool
    here: bool


class Attending(Sessions, People):
    """The verbs that say who is there. All who were ever there count as people who could have raised something."""

    def attendance(self, session: Session) -> tuple[Attended, ...]:
        """Everybody whose code is known among the session's people, and whether they are here now."""
        found = []
        for person in self.participants(session):
            recorded = self._attendance_of(session, person)
            here = was_there(recorded, self._now_on(session))
            found.append(Attended(person, recorded.parts if recorded else None, recorded is not None, here))
        return tuple(found)

    def set_attendance(self, session: Session, code: str, parts: Collection[int] | None) -> Attendance:
        """Say in which parts (indexes of the session's activities) a person was there: None for throughout, none for not at all.

        Raises WorkshopError where there is no such person or part.
        """
        person = self.person(code, session)
        known = len(self.activities(session))
        if parts is not None and not all(0 <= part < known for part in parts):
            raise WorkshopError(f"{self.ref(session)} has {known} parts.", f"Number them from 1 to {known}.")
        changed = self._attending(session, person, None if parts is None else tuple(sorted(set(parts))))
        self._do(f"the attendance of {person.code}", changed)
        return changed

    def arrived(self, session: Session, who: str = "", n: int = 1, *, again: bool = False) -> Mapping[str, int]:
        """Somebody has come: a person by code, or so many of a perspective (else of the session's group). Who is here now.

        `again` are people who were here before: they are no more people than there were. Raises WorkshopError.
        """
        current = self.session(session.id)
        group = self._group(current, who)
        if group is not None:
            self._count(current, group, 0 if again else n, -n if again else 0)
            return self.here_now(current)
        person = self.person_or_new(who, current)
        recorded = self._attendance_of(current, person)
        known = person.id in self.records.participants
        was_here = known and (bool(recorded.parts) or recorded.parts is None if recorded else self._has_spoken(current, person))
        before = recorded.parts if recorded and recorded.parts else ()
        now_on = {*before, *(self._now_on(current) or ()), *self._to_come(current)}
        throughout = not self.activities(current) or (recorded is not None and recorded.parts is None)
        parts = None if throughout else tuple(sorted(now_on))
        counted = self._recount(current, person.perspective, 0 if was_here else 1, -1 if was_here else 0)
        self._do(f"the arrival of {person.code}", *([] if known else [person]), self._attending(current, person, parts), *counted)
        return self.here_now(current)

    def left(self, session: Session, who: str = "", n: int = 1) -> Mapping[str, int]:
        """Somebody has gone: a person by code, or so many of a perspective. Who was here for any part stays in every count of people.

        Who is here now. Raises WorkshopError where so many aren't here.
        """
        current = self.session(session.id)
        group = self._group(current, who)
        if group is not None:
            self._count(current, group, 0, n)
            return self.here_now(current)
        person = self.person(who, current)
        if not self.activities(current):  # notes typed up: there are no parts to be away from
            self._count(current, person.perspective, 0, 1)
            return self.here_now(current)
        recorded, coming = self._attendance_of(current, person), self._to_come(current)
        had = range(len(self.activities(current))) if recorded is None or recorded.parts is None else recorded.parts
        parts = tuple(part for part in had if part not in coming)
        counted = self._recount(current, person.perspective, 0, 1) if parts else self._recount(current, person.perspective, -1, 0)
        self._do(f"the leaving of {person.code}", self._attending(current, person, parts), *counted)
        return self.here_now(current)

    def here_now(self, session: Session) -> Mapping[str, int]:
        """How many of each perspective are in the room: as counted, less those who left, else those known by a code."""
        current = self.session(session.id)
        gone = dict(current.gone)
        here = {group: max(0, count - gone.get(group, 0)) for group, count in current.present}
        for each in self.attendance(current):
            if each.person.perspective not in dict(current.present):
                here[each.person.perspective] = here.get(each.person.perspective, 0) + each.here
        return here

    def _attendance_of(self, session: Session, person: Participant) -> Attendance | None:
        return self.records.attendance.get(self._attendance_id(session, person))

    def _attendance_id(self, session: Session, person: Participant) -> str:
        return digest(self.workshop.salt, "attendance", session.id, person.id)

    def _attending(self, session: Session, person: Participant, parts: tuple[int, ...] | None) -> Attendance:
        return Attendance(id=self._attendance_id(session, person), session=session.id, participant=person.id, parts=parts)

    def _now_on(self, session: Session) -> tuple[int, ...] | None:
        """The part that is on, where one is."""
        running = self.running(session)
        return None if running is None else (running,)

    def _to_come(self, session: Session) -> tuple[int, ...]:
        """The parts after the one that is on: before the start all of them, after the end none."""
        state = self.clock(session).state
        return () if state.phase is Phase.ENDED else state.upcoming

    def _has_spoken(self, session: Session, person: Participant) -> bool:
        return any(each.session == session.id and each.participant == person.id for each in self.records.reflections.values())

    def _group(self, session: Session, who: str) -> str | None:
        """The perspective that is meant; None where it is a person's code. A letter with a number is a code, and so is a number."""
        name = clean_line(who)
        if not name:
            if session.group == MIXED:
                raise WorkshopError("Nothing says whose number this is.", "Name a group, such as parents, or a code, such as p3.")
            return session.group
        return None if name[-1:].isdecimal() else self.perspective(name).name

    def _count(self, session: Session, group: str, more: int, gone: int) -> None:
        """A new head count. Without one before, it begins with those who are known by a code."""
        base = self._with_head_count(session, group)
        here = dict(base.present)[group] - dict(base.gone).get(group, 0)
        if -gone > dict(base.gone).get(group, 0):
            raise WorkshopError(f"So many {plural_of(group)} have not left.", "Somebody who was not here before has arrived: not again.")
        if gone > here and not dict(base.present)[group]:
            raise WorkshopError(
                f"Nobody has said how many {plural_of(group)} are here.", "Count them first: + on the screen of people, or --present N."
            )
        if gone > here:
            raise WorkshopError(f"{here} {plural_of(group)} are here, so {gone} can't leave.")
        if more <= 0 and not gone:
            raise WorkshopError(f"{more} is no number of people.", "Give how many, from 1.")
        self._do(f"the number of people in {self.ref(session)}", _counted(base, group, more, gone))

    def _with_head_count(self, session: Session, group: str) -> Session:
        if group in dict(session.present):
            return session
        known = [each for each in self.attendance(session) if each.person.perspective == group]
        ever = [each for each in known if each.parts is None or each.parts]
        return replace(
            session,
            present=(*session.present, (group, len(ever))),
            gone=(*session.gone, (group, sum(not each.here for each in ever))),
        )

    def _recount(self, session: Session, group: str, more: int, gone: int) -> list[Record]:
        """The session with the head count that somebody with a code changes; nothing where nobody was counted."""
        if group not in dict(session.present):
            return []
        gone = max(gone, -dict(session.gone).get(group, 0))
        more = max(more, -dict(session.present)[group])
        return [_counted(session, group, more, gone)] if more or gone else []


def _counted(session: Session, group: str, more: int, gone: int) -> Session:
    present, left = dict(session.present), dict(session.gone)
    present[group] += more
    left[group] = left.get(group, 0) + gone
    if present[group] > MOST_PRESENT:
        raise WorkshopError(f"{present[group]} is no number of {plural_of(group)} in a room.", f"Give one up to {MOST_PRESENT}.")
    return replace(session, present=tuple(present.items()), gone=tuple(left.items()))
