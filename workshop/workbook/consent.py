"""Consent: what people agreed to for themselves, the room for what is noted for the group, and somebody for a single remark."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from workshop.errors import WorkshopError
from workshop.model.consent import UNSET, BearsConsent, agreeing, allows, effective, for_research
from workshop.model.countable import countable
from workshop.model.discarded import standing
from workshop.model.records import Consent, Participant, Reflection, Session
from workshop.text import clean_line
from workshop.workbook.people import People


@dataclass(frozen=True, slots=True)
class Agreement:
    """What one person, one room or the speaker of one remark agreed to, as a list shows it.

    `who` is "p3", "the room" or "R12", `where` the sessions. `asked` and `research_asked` tell what was said from what holds unasked.
    `remarks` is how many it is about.
    """

    who: str
    where: str
    level: Consent
    asked: bool
    research: bool
    research_asked: bool
    remarks: int

    def as_json(self) -> dict[str, Any]:
        """For machines."""
        return {
            "who": self.who,
            "where": self.where,
            "level": self.level.value,
            "asked": self.asked,
            "research": self.research,
            "research_asked": self.research_asked,
            "remarks": self.remarks,
        }


class Consenting(People):
    """The verbs that take down what people agreed to. Lowering is never refused; each can be undone."""

    def set_consent(
        self, session: Session | None, code: str, level: Consent | None = None, *, research: bool | None = None, people: str = ""
    ) -> Participant:
        """Take down what a person agreed to: a level, or research, or both. Lowering it lowers what was agreed for single remarks before.

        The person may not have spoken yet where a session is named. Raises WorkshopError.
        """
        _something(level, research)
        person = self.person_or_new(code, session) if session else self.person(code, people=people)
        changed = agreeing(person, level, research, self.now())
        self._do(f"the consent of {person.code}", changed, settle=True)
        return changed

    def set_room_consent(self, session: Session, level: Consent | None = None, *, research: bool | None = None) -> Session:
        """Take down what the room chose for remarks that are noted for the group. Raises WorkshopError."""
        _something(level, research)
        current = self.session(session.id)
        changed = agreeing(current, level, research, self.now())
        self._do(f"the consent of the room in {self.ref(current)}", changed, settle=True)
        return changed

    def set_remark_consent(self, reference: str, level: Consent | None = None, *, research: bool | None = None) -> Reflection:
        """Take down what was agreed for one remark apart: more than its speaker's level, or less. Research needs a yes of both.

        While two versions of its words are on offer both stay so, and the lower of their levels counts. Raises WorkshopError.
        """
        _something(level, research)
        remark = self.reflection(reference)
        others = self.repository.db.conflicts(*self.repository.key(remark))
        two_wordings = any((each.document or {}).get("text", "") != remark.text for each in others)
        changed = agreeing(remark, level, research, self.now())
        self._do(f"the consent for {self.ref(remark)}", changed, settle=not two_wordings)
        return changed

    def set_withdraw_until(self, session: Session, day: date | None) -> Session:
        """Note until the end of which day people were promised to be able to take their words back; None for no such day."""
        changed = replace(self.session(session.id), withdraw_until=day)
        self._do(f"the withdraw-until date of {self.ref(changed)}", changed)
        return changed

    def agreements(self, session: Session | None = None) -> tuple[Agreement, ...]:
        """What is agreed: each room, each person in the order of their codes, and each remark with a level of its own."""
        records = self.records
        sessions = [session] if session else standing(records)
        cohorts = {each.cohort for each in sessions}
        people = [each for each in records.participants.values() if session is None or each.cohort in cohorts]
        people.sort(key=lambda each: (self.where(each), len(each.code), each.code))
        own = [each for each in records.reflections.values() if each.consent is not None or each.research is not None]
        remarks = [each for each in own if session is None or each.session == session.id]
        remarks.sort(key=lambda each: each.number)
        said = Counter(each.participant or each.session for each in records.reflections.values())
        asked: tuple[BearsConsent, ...] = (*sessions, *people, *remarks)
        return tuple(self._agreement(each, said) for each in asked)

    def agreement(self, asked: BearsConsent) -> Agreement:
        """What is agreed of one person, of the room of a session, or for one remark."""
        return self._agreement(asked, Counter(each.participant or each.session for each in self.records.reflections.values()))

    def _agreement(self, asked: BearsConsent, said: Mapping[str, int]) -> Agreement:
        """`said` counts remarks by the person who made them, or by the session where they were noted for the group."""
        level, research = asked.consent or UNSET, bool(asked.research)
        if isinstance(asked, Participant):
            who, where, remarks = asked.code, self.where(asked), said.get(asked.id, 0)
        elif isinstance(asked, Session):
            who, where, remarks = "the room", self.ref(asked), said.get(asked.id, 0)
        else:
            records = self.records
            session = records.sessions.get(asked.session)
            who, where, remarks = self.ref(asked), self.ref(session) if session else "", 1
            level, research = effective(asked, records), for_research(asked, records)
        return Agreement(who, where, level, asked.consent is not None, research, asked.research is not None, remarks)

    def quotable(self, session: Session | None = None) -> tuple[int, int]:
        """How many remarks may be quoted, of how many that have words: in one session, or in all that a comparison may count."""
        records = countable(self.records) if session is None else self.records
        said = [each for each in records.reflections.values() if each.text and (session is None or each.session == session.id)]
        return sum(allows(effective(each, records), Consent.QUOTE) for each in said), len(said)


def consent_level(word: str) -> Consent:
    """The level of this name. Raises WorkshopError naming those there are."""
    name = clean_line(word).casefold()
    if name in list(Consent):
        return Consent(name)
    raise WorkshopError(f'There is no level of consent "{clean_line(word)}".', f"Levels: {', '.join(reversed(Consent))}.")


def _something(level: Consent | None, research: bool | None) -> None:
    if level is None and research is None:
        raise WorkshopError(
            "Nothing was said of what is agreed to.", f"Give a level ({', '.join(reversed(Consent))}), or research yes or no."
        )
