"""What sessions, remarks, statements and people are called in a report: "Session 1", "R12", "T2", "p3"."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from string import ascii_lowercase

from workshop.model.records import Participant, Records, Reflection, Session, Statement


@dataclass(frozen=True, slots=True)
class Names:
    """What to call each record, by its id."""

    sessions: Mapping[str, str]
    reflections: Mapping[str, str]
    statements: Mapping[str, str]
    people: Mapping[str, str]


def names(records: Records) -> Names:
    """Names that are unique in their workshop and stay the same from report to report."""
    sessions = _numbered("Session ", records.sessions.values())
    return Names(
        sessions=sessions,
        reflections=_numbered("R", records.reflections.values()),
        statements=_numbered("T", records.statements.values()),
        people=_people(records, sessions),
    )


def upper_first(text: str) -> str:
    """The text as a sentence begins; unlike str.capitalize it leaves "NHS staff" alone."""
    return text[:1].upper() + text[1:]


def _numbered(prefix: str, numbered: Iterable[Session] | Iterable[Reflection] | Iterable[Statement]) -> dict[str, str]:
    """By id; where two laptops gave one number twice, the later ones carry a letter: R12, R12b."""
    found = {}
    for number, same in groupby(sorted((one.number, one.id) for one in numbered), key=lambda pair: pair[0]):
        for place, (_, record_id) in enumerate(same):
            found[record_id] = f"{prefix}{number}{_letter(place)}"
    return found


def _letter(place: int) -> str:
    """0 is "", then "b" to "z", then "-27" and on."""
    if place == 0:
        return ""
    return ascii_lowercase[place] if place < len(ascii_lowercase) else f"-{place + 1}"


def _people(records: Records, sessions: Mapping[str, str]) -> dict[str, str]:
    """The code alone where it is one person's only: Tuesday's parent 3 and Thursday's are two people (capture.md, 1)."""
    places: dict[str, str] = {}
    for session in sorted(records.sessions.values(), key=lambda session: (session.number, session.id)):
        places.setdefault(session.cohort, sessions[session.id])
    codes = Counter(person.code for person in records.participants.values())

    def called(person: Participant) -> str:
        return person.code if codes[person.code] == 1 else f"{person.code}, {places.get(person.cohort, person.cohort)}"

    return {person.id: called(person) for person in records.participants.values()}
