"""Who was there: in which parts of a session, and which codes of different sessions are one person."""

from collections.abc import Collection, Mapping

from workshop.model.records import Attendance, Participant


def was_there(recorded: Attendance | None, parts: Collection[int] | None) -> bool:
    """Whether somebody was in at least one of these parts, or, where it isn't known which parts are meant (None), in the session at all.

    No attendance recorded means present throughout (method.md, 1.2).
    """
    if recorded is None or recorded.parts is None:
        return True
    return bool(recorded.parts) if parts is None else not set(recorded.parts).isdisjoint(parts)


def same_people(participants: Mapping[str, Participant]) -> Mapping[str, frozenset[str]]:
    """For everybody who was linked by hand all their ids; links may go round, and one to somebody who has withdrawn leads nowhere."""
    found: dict[str, frozenset[str]] = {}
    for person in participants.values():
        if person.same_as in participants and person.same_as != person.id:
            joined = found.get(person.id, frozenset({person.id})) | found.get(person.same_as, frozenset({person.same_as}))
            found.update(dict.fromkeys(joined, joined))
    return found
