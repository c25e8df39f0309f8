"""People, as they are named by whoever speaks of them: a code, and whose code it is where several groups use it."""

import re
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from workshop.clocks import read as read_clock
from workshop.errors import NotSavedError, WorkshopError
from workshop.model.links import same_people
from workshop.model.perspective import MIXED
from workshop.model.records import Participant, Session
from workshop.store.repository import Repository
from workshop.text import clean_line, fold
from workshop.workbook.desk import Desk
from workshop.workbook.instants import Clock

_SHOWN = 20
"""At most so many codes are named where one isn't found."""


class People(Desk):
    """The verbs that find people, and say where they come from."""

    def __init__(self, folder: Path, repository: Repository, clock: Clock = read_clock) -> None:
        """Work on an open repository, with everybody in it of whom something is noted."""
        super().__init__(folder, repository, clock)
        self._bring_back()

    def refresh(self) -> bool:
        """Take in what other windows and laptops have written; whether there was anything."""
        changed = super().refresh()
        if changed:
            self._bring_back()
        return changed

    def _bring_back(self) -> None:
        """Who was gone with an undone remark, while another laptop noted more of them, is there again."""
        gone = (
            {} if self.repository.db.read_only else {each.id: each for each in self.repository.deleted() if isinstance(each, Participant)}
        )
        if not gone:
            return
        records = self.records
        noted = (records.reflections, records.responses, records.votes, records.attendance)
        named = {each.participant for table in noted for each in table.values()}
        with suppress(NotSavedError):  # a disk that takes nothing now: they are brought back at the next look
            self.repository.put(*(person for key, person in gone.items() if key in named))

    def participants(self, session: Session | None = None) -> tuple[Participant, ...]:
        """Everybody known by a code, or those of the session's cohort: group by group, in the order of their codes."""
        found = [each for each in self.records.participants.values() if session is None or each.cohort == session.cohort]
        groups = [each.name for each in self.perspectives]
        places = {each.cohort: self.where(each) for each in found}
        return tuple(
            sorted(
                found, key=lambda each: (places[each.cohort], _place(each.perspective, groups), len(each.code), fold(each.code), each.id)
            )
        )

    def add_participant(self, session: Session, code: str, *, organisation: str = "", role: str = "", perspective: str = "") -> Participant:
        """Make a person known before they have spoken. The code's letter tells the perspective, unless one is given.

        Raises WorkshopError where the code is in use, or is no sticker: a name is never taken down.
        """
        person = self.person_or_new(code, session)
        if person.id in self.records.participants:
            raise WorkshopError(f"There is a {person.code} here already.", "Change what is known of them: workshop participants edit")
        if not re.fullmatch(r"[a-z]\d{1,3}", fold(person.code)):
            raise WorkshopError(f'"{clean_line(code)}" is no code.', "A code is a sticker's number, such as 3 or p3: never a name.")
        made = replace(
            person,
            perspective=self.perspective(perspective).name if perspective else person.perspective,
            organisation=clean_line(organisation),
            role=clean_line(role),
        )
        self._do(f"the participant {made.code}", made)
        return made

    def edit_participant(
        self, session: Session, code: str, *, organisation: str | None = None, role: str | None = None, perspective: str | None = None
    ) -> Participant:
        """Change what is given of what is known of a person, and leave the rest; consent has a verb of its own. Raises WorkshopError."""
        person = self.person(code, session)
        changed = replace(
            person,
            organisation=person.organisation if organisation is None else clean_line(organisation),
            role=person.role if role is None else clean_line(role),
            perspective=person.perspective if perspective is None else self.perspective(perspective).name,
        )
        if changed != person:
            self._do(f"what is known of {person.code}", changed)
        return changed

    def link_people(self, code: str, session: Session, other_code: str, other_session: Session) -> Participant:
        """Say that two codes of different groups of people are one person, whom the comparison then counts once. Raises WorkshopError.

        Nothing of the two becomes one but the count: each keeps its consent, and is withdrawn for itself.
        """
        one, other = self.person(code, session), self.person(other_code, other_session)
        if one.cohort == other.cohort:
            cure = "Sessions that share their people's codes count each code once anyway."
            raise WorkshopError(f"{one.code} and {other.code} are codes of the same people.", cure)
        if one.perspective != other.perspective:
            cure = 'Somebody who is both has the perspective "both" in each: change it first.'
            raise WorkshopError(f"{one.code} is a {one.perspective}, {other.code} a {other.perspective}.", cure)
        linked = replace(other, same_as=one.id)
        if linked != other:
            self._do(f"the link of {one.code} and {other.code}", linked)
        return linked

    def unlink_person(self, code: str, session: Session) -> Participant:
        """Take back every link of a person with codes elsewhere. Raises WorkshopError where there is none."""
        person = self.person(code, session)
        linked = [each for each in self.records.participants.values() if each.same_as == person.id or (each == person and each.same_as)]
        if not linked:
            raise WorkshopError(f"{person.code} is linked with nobody.")
        self._do(f"the links of {person.code}", *(replace(each, same_as="") for each in linked))
        return self.person(code, session)

    def same_person(self, person: Participant) -> tuple[Participant, ...]:
        """The other codes that somebody said are this person's."""
        known = self.records.participants
        return tuple(known[key] for key in same_people(known).get(person.id, ()) if key != person.id)

    def describe_participant(
        self, session: Session, code: str, *, perspective: str = "", organisation: str = "", role: str = ""
    ) -> Participant:
        """Say of a code in the session's cohort where the person comes from, known or not. Raises WorkshopError."""
        name = clean_line(code)
        key = self.person_id(session.cohort, name)
        known = self.records.participants.get(key)
        whose = self.perspective(perspective or (known.perspective if known else session.group)).name
        known = known or Participant(id=key, cohort=session.cohort, code=name, perspective=whose)
        participant = replace(known, code=name, perspective=whose, organisation=clean_line(organisation), role=clean_line(role))
        self._do(f"the participant {name}", participant)
        return participant

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
            known = self.records.participants.get(self.person_id(session.cohort, name))
            if known is not None:
                return known
        name = names[0]
        of_letter = {each.letter: each.name for each in self.perspectives}.get(name[:1]) if name[1:].isdecimal() else None
        if of_letter is None and session.group == MIXED:
            raise WorkshopError(
                f'Nothing says whose perspective "{clean_line(code)}" has.', "Begin the code with the group's letter: p3, r3."
            )
        key = self.person_id(session.cohort, name)
        return Participant(id=key, cohort=session.cohort, code=name, perspective=of_letter or session.group)

    def where(self, person: Participant) -> str:
        """The sessions in which a person's code is theirs: "S1 and S2"; for imported people the name of their group."""
        refs = self._refs(person)
        if not refs:
            return f'the people called "{person.cohort}"'
        return " and ".join((", ".join(refs[:-1]), refs[-1])) if len(refs) > 1 else refs[0]

    def _refs(self, person: Participant) -> list[str]:
        return [self.ref(each) for each in sorted(self.records.sessions.values(), key=lambda each: each.id) if each.cohort == person.cohort]


def _place(perspective: str, groups: list[str]) -> int:
    return groups.index(perspective) if perspective in groups else len(groups)
