"""Links: which codes of different groups of people somebody said are one person."""

from collections.abc import Mapping

from workshop.model.records import Participant


def same_people(participants: Mapping[str, Participant]) -> Mapping[str, frozenset[str]]:
    """For everybody who was linked by hand all their ids; links may go round, and one to somebody who has withdrawn leads nowhere."""
    found: dict[str, frozenset[str]] = {}
    for person in participants.values():
        if person.same_as in participants and person.same_as != person.id:
            joined = found.get(person.id, frozenset({person.id})) | found.get(person.same_as, frozenset({person.same_as}))
            found.update(dict.fromkeys(joined, joined))
    return found
