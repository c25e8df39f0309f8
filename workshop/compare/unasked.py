"""What people said of a statement by themselves, in open remarks: it is told, two who disagree contest it, and it is no answer."""

from collections import Counter

from workshop.model.comparison import Answers, Unasked
from workshop.model.records import Answer, Elicited, Records

DISPUTES = Answer.DISAGREE
"""The !mark of a remark that disputes the statement it is tied to."""
Pair = tuple[str, str]
"""A statement (its id) and a perspective."""


class OpenRemarks:
    """The open remarks that say something of a statement, counted by statement and perspective."""

    def __init__(self, records: Records) -> None:
        """One pass over the remarks."""
        self._people: dict[Pair, dict[Answer, set[str]]] = {}
        self._notes: dict[Pair, Counter[Answer]] = {}
        for said in records.reflections.values():
            if not said.statement or said.elicited is not Elicited.OPEN:
                continue
            person = records.participants.get(said.participant or "")
            about = (said.statement, person.perspective if person else said.perspective)
            for answer in (each for each in Answer if each.value in said.kinds):
                if person:
                    self._people.setdefault(about, {}).setdefault(answer, set()).add(person.id)
                else:
                    self._notes.setdefault(about, Counter())[answer] += 1

    def disputers(self, statement: str, perspective: str) -> int:
        """How many people, each known by a code, dispute it."""
        return len(self._people.get((statement, perspective), {}).get(DISPUTES, ()))

    def unasked(self, statement: str, perspective: str) -> Unasked | None:
        """What a perspective said of it; None for nothing."""
        about = (statement, perspective)
        people = {answer.value: len(codes) for answer, codes in self._people.get(about, {}).items()}
        notes = {answer.value: count for answer, count in self._notes.get(about, Counter()).items()}
        return Unasked(people=Answers(**people), notes=Answers(**notes)) if people or notes else None
