"""How many people there were, and how many of them had the chance to raise a theme (method.md, 1.2)."""

from collections.abc import Collection

from workshop.compare.rounds import Rounds
from workshop.model.records import Records


class People:
    """Who is known and who was counted, by cohort and perspective: a participant is one person of a cohort.

    A head count goes before what is known: people sit there who never speak, and a sticker beyond it is a slip of the
    pen as likely as a person.
    """

    def __init__(self, records: Records) -> None:
        """Read participants and head counts; `add` takes those who are known from a remark alone."""
        self._known: dict[tuple[str, str], set[str]] = {}
        self._heads: dict[tuple[str, str], dict[str, int]] = {}
        for participant in records.participants.values():
            self.add(participant.cohort, participant.perspective, participant.id)
        self._rooms: dict[str, int] = {}
        for session in records.sessions.values():
            # A cohort that meets again is the same people in a room; an import's sessions share a cohort and no people.
            before = self._rooms.get(session.cohort, 0)
            self._rooms[session.cohort] = before + 1 if session.imported else max(before, 1)
            for perspective, count in session.present:
                self._heads.setdefault((session.cohort, perspective), {})[session.id] = count

    def add(self, cohort: str, perspective: str, participant: str) -> None:
        """Someone of this cohort is known."""
        self._known.setdefault((cohort, perspective), set()).add(participant)

    def groups(self) -> set[tuple[str, str]]:
        """Every (cohort, perspective) with people, known or counted."""
        return self._known.keys() | self._heads.keys()

    def members(self, cohort: str, perspective: str) -> list[str]:
        """Who is known by a code, in one order."""
        return sorted(self._known.get((cohort, perspective), ()))

    def known(self, cohort: str, perspective: str) -> int:
        """How many are known by a code."""
        return len(self._known.get((cohort, perspective), ()))

    def present(self, cohort: str, perspective: str, sessions: Collection[str] | None = None) -> int:
        """How many were there: the largest head count of these sessions (of all, without any named), else how many are known."""
        heads = self._heads.get((cohort, perspective), {})
        counts = [count for session, count in heads.items() if sessions is None or session in sessions]
        return max(counts) if counts else self.known(cohort, perspective)

    def cohorts(self, perspective: str) -> set[str]:
        """The cohorts with people of a perspective."""
        return {cohort for cohort, group in self.groups() if group == perspective and self.present(cohort, group)}

    def uncounted(self, perspective: str, spoke: Collection[tuple[str, str]]) -> bool:
        """Whether a cohort spoke of which nobody is known or counted; `spoke` holds (cohort, perspective)."""
        groups = self.groups()
        return any(group == perspective and (cohort, group) not in groups for cohort, group in spoke)

    def beyond_count(self, perspective: str) -> tuple[int, int]:
        """How many are known, and how many counted, in the cohorts where more are known than were counted."""
        over = [
            (self.known(cohort, group), self.present(cohort, group))
            for cohort, group in self.groups()
            if group == perspective and self.known(cohort, group) > self.present(cohort, group)
        ]
        return sum(known for known, _ in over), sum(counted for _, counted in over)

    def session_size(self, perspective: str) -> float:
        """The mean number of its people who sat together; where there was no session everybody sat alone, and so did nobody."""
        rooms = sum(self._rooms.get(cohort) or self.present(cohort, perspective) for cohort in self.cohorts(perspective))
        return self.total(perspective) / rooms if rooms else 1.0

    def total(self, perspective: str) -> int:
        """How many of a perspective took part at all."""
        return sum(self.present(cohort, group) for cohort, group in self.groups() if group == perspective)


class Denominators:
    """n_g(t) of method.md, 1.2: people of a perspective who sat where a theme was openly in play."""

    def __init__(self, people: People, rounds: Rounds) -> None:
        """Count once where every theme was in play; the cohorts with a round on some themes are counted theme by theme."""
        self._people = people
        self._rounds = rounds
        self._special = set(rounds.limited())
        self._everywhere: dict[str, int] = {}
        self._cohorts: dict[str, list[str]] = {}
        for cohort, perspective in sorted(people.groups()):
            if cohort in self._special:
                self._cohorts.setdefault(perspective, []).append(cohort)
            else:
                self._everywhere[perspective] = self._everywhere.get(perspective, 0) + self.could_in(cohort, perspective, "")

    def could_in(self, cohort: str, perspective: str, theme: str) -> int:
        """How many people of one cohort had the chance."""
        sessions = self._rounds.sessions(cohort, theme)
        return self._people.present(cohort, perspective, sessions) if sessions else 0

    def could(self, perspective: str, theme: str) -> int:
        """How many people had the chance, over all cohorts."""
        special = self._cohorts.get(perspective, ())
        return self._everywhere.get(perspective, 0) + sum(self.could_in(cohort, perspective, theme) for cohort in special)
