"""What sessions, remarks, statements, pictures, recommendations and people are called in a report: "Session 1", "R12", "T2", "A1", "p3"."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import groupby

from workshop.model.artwork import Artwork
from workshop.model.keys import digest
from workshop.model.numbering import called
from workshop.model.recommendation import Recommendation
from workshop.model.records import Participant, Records, Reflection, Session, Statement, Tombstone


@dataclass(frozen=True, slots=True)
class Names:
    """What to call each record, by its id."""

    sessions: Mapping[str, str]
    reflections: Mapping[str, str]
    statements: Mapping[str, str]
    artworks: Mapping[str, str]
    recommendations: Mapping[str, str]
    people: Mapping[str, str]


def names(records: Records) -> Names:
    """Names that are unique in their workshop and stay the same from report to report."""
    sessions = _numbered("Session ", records.sessions.values())
    return Names(
        sessions=sessions,
        reflections=_numbered("R", records.reflections.values(), _gone(records, "reflections")),
        statements=_numbered("T", records.statements.values(), _gone(records, "statements")),
        artworks=_numbered("A", records.artworks.values(), _gone(records, "artworks")),
        recommendations=_numbered("D", records.recommendations.values(), _gone(records, "recommendations")),
        people=_people(records, sessions),
    )


def unlinkable(called: Names, records: Records) -> Names:
    """Without codes, and with remarks renamed Q1, Q2...: their numbers would say what was said one after the other, and so by whom.

    Only those with words have a name at all. The order is the same each time, and nobody without the workshop's salt can undo it.
    """
    told = sorted((digest(records.workshop.salt, "quote", key), key) for key, said in records.reflections.items() if said.text)
    return replace(called, reflections={key: f"Q{place}" for place, (_, key) in enumerate(told, 1)}, people={})


def upper_first(text: str) -> str:
    """The text as a sentence begins; unlike str.capitalize it leaves "NHS staff" alone."""
    return text[:1].upper() + text[1:]


def _numbered(
    prefix: str,
    numbered: Iterable[Session] | Iterable[Reflection] | Iterable[Statement] | Iterable[Artwork] | Iterable[Recommendation],
    gone: Iterable[Tombstone] = (),
) -> dict[str, str]:
    """By id, as screens and commands call it: what was withdrawn keeps its number, and its letter."""
    found = {}
    pairs = sorted((one.number, one.id) for one in (*numbered, *gone))
    for number, same in groupby(pairs, key=lambda pair: pair[0]):
        twins = [record_id for _, record_id in same]
        found.update({record_id: called(prefix, number, place, len(twins)) for place, record_id in enumerate(twins)})
    return found


def _gone(records: Records, table: str) -> list[Tombstone]:
    return [each for each in records.tombstones.values() if each.table == table]


def _people(records: Records, sessions: Mapping[str, str]) -> dict[str, str]:
    """The code alone where it is one person's only: Tuesday's parent 3 and Thursday's are two people (capture.md, 1)."""
    places: dict[str, str] = {}
    for session in sorted(records.sessions.values(), key=lambda session: (session.number, session.id)):
        places.setdefault(session.cohort, sessions[session.id])
    codes = Counter(person.code for person in records.participants.values())

    def called(person: Participant) -> str:
        return person.code if codes[person.code] == 1 else f"{person.code}, {places.get(person.cohort, person.cohort)}"

    return {person.id: called(person) for person in records.participants.values()}
