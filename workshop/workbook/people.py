"""People, as they are named by whoever speaks of them: a code, and whose code it is where several groups use it."""

from collections.abc import Iterable

from workshop.errors import WorkshopError
from workshop.model.keys import participant_id
from workshop.model.perspective import MIXED
from workshop.model.records import Participant, Session
from workshop.text import clean_line, fold
from workshop.workbook.desk import Desk

_SHOWN = 20
"""At most so many codes are named where one isn't found."""


class People(Desk):
    """The verbs that find people."""

    def person(self, code: str, session: Session | None = None, people: str = "", also: Iterable[Participant] = ()) -> Participant:
        """The person of this code (p3, or 3 where that is clear): in the session's cohort, or in the one named, else in the only one.

        `also` are people to look among who are no longer shown. Raises WorkshopError where there is none, or one in each of several
        cohorts.
        """
        cohort = session.cohort if session else people
        known = {each.id: each for each in also} | dict(self.records.participants)
        everyone = [each for each in known.values() if not cohort or each.cohort == cohort]
        wanted = fold(code)
        found = [each for each in everyone if fold(each.code) == wanted]
        if not found and wanted.isdecimal():
            found = [each for each in everyone if fold(each.code)[1:] == wanted]
        if len(found) == 1:
            return found[0]
        name = clean_line(code)
        if found:
            places = tuple(sorted(f"{each.code} of {self.where(each)}" for each in found))
            cure = "Say which with --session S1." if any(self._refs(each) for each in found) else "Say which with --people NAME."
            raise WorkshopError(f'"{name}" is the code of more than one person.', cure, places)
        codes = sorted({each.code for each in everyone}, key=lambda each: (len(each), each))
        more = ", ..." if len(codes) > _SHOWN else ""
        raise WorkshopError(f'Nobody here has the code "{name}".', f"Codes: {', '.join(codes[:_SHOWN]) or 'none yet'}{more}.")

    def person_or_new(self, code: str, session: Session) -> Participant:
        """The person of this code in the session's cohort; a new one, not stored yet, of the perspective that the code's letter tells."""
        names = [fold(clean_line(code))]
        if names[0].isdecimal() and session.group != MIXED:
            names.insert(0, f"{self.perspective(session.group).letter}{names[0]}")
        for name in names:
            known = self.records.participants.get(participant_id(self.workshop.salt, session.cohort, name))
            if known is not None:
                return known
        name = names[0]
        of_letter = {each.letter: each.name for each in self.perspectives}.get(name[:1]) if name[1:].isdecimal() else None
        if of_letter is None and session.group == MIXED:
            raise WorkshopError(
                f'Nothing says whose perspective "{clean_line(code)}" has.', "Begin the code with the group's letter: p3, r3."
            )
        key = participant_id(self.workshop.salt, session.cohort, name)
        return Participant(id=key, cohort=session.cohort, code=name, perspective=of_letter or session.group)

    def where(self, person: Participant) -> str:
        """The sessions in which a person's code is theirs: "S1 and S2"; for imported people the name of their group."""
        refs = self._refs(person)
        if not refs:
            return f'the people called "{person.cohort}"'
        return " and ".join((", ".join(refs[:-1]), refs[-1])) if len(refs) > 1 else refs[0]

    def _refs(self, person: Participant) -> list[str]:
        return [self.ref(each) for each in sorted(self.records.sessions.values(), key=lambda each: each.id) if each.cohort == person.cohort]
