"""Who there was and how many: people, known by a code or counted, each once (method.md, 1.2)."""

from collections.abc import Callable, Collection

from workshop.model.links import same_people
from workshop.model.records import Records

Parts = Callable[[str], Collection[int] | None]
"""The activities of a session that are asked about; None for the session as a whole."""


class People:
    """Who is known and who was counted, by cohort and perspective: a participant is one person of a cohort.

    A head count goes before what is known: people sit there who never speak, and a sticker beyond it is a slip of the
    pen as likely as a person. Who was linked by hand to a code of another cohort is one person. No attendance recorded means present
    throughout, and who speaks was there, whatever was recorded.
    """

    def __init__(self, records: Records) -> None:
        """Read participants and head counts; `add` takes those who are known from a remark alone."""
        self._known: dict[tuple[str, str], set[str]] = {}
        self._heads: dict[tuple[str, str], dict[str, int]] = {}
        self._sessions: dict[str, list[str]] = {}
        self._attended = {
            (each.session, each.participant): set(each.parts) for each in records.attendance.values() if each.parts is not None
        }
        self._links = sorted({tuple(sorted(group)) for group in same_people(records.participants).values()})
        self._cohort_of = {each.id: (each.cohort, each.perspective) for each in records.participants.values()}
        for participant in records.participants.values():
            self.add(participant.cohort, participant.perspective, participant.id)
        self._rooms: dict[str, int] = {}
        for session in records.sessions.values():
            self._sessions.setdefault(session.cohort, []).append(session.id)
            # A cohort that meets again is the same people in a room; an import's sessions share a cohort and no people.
            before = self._rooms.get(session.cohort, 0)
            self._rooms[session.cohort] = before + 1 if session.imported else max(before, 1)
            for perspective, count in session.present:
                self._heads.setdefault((session.cohort, perspective), {})[session.id] = count

    def add(self, cohort: str, perspective: str, participant: str) -> None:
        """Someone of this cohort is known."""
        self._known.setdefault((cohort, perspective), set()).add(participant)

    def spoke(self, participant: str, session: str, activity: int | None) -> None:
        """Someone said something there: no attendance that was recorded can say otherwise."""
        attended = self._attended.get((session, participant))
        if attended is not None and activity is None:
            del self._attended[session, participant]
        elif attended is not None and activity is not None:
            attended.add(activity)

    def groups(self) -> set[tuple[str, str]]:
        """Every (cohort, perspective) with people, known or counted."""
        return self._known.keys() | self._heads.keys()

    def members(self, cohort: str, perspective: str) -> list[str]:
        """Who is known by a code and was there at all, in one order."""
        known = self._known.get((cohort, perspective), set())
        return sorted(known - self.away(cohort, perspective)) if self._attended else sorted(known)

    def known(self, cohort: str, perspective: str) -> int:
        """How many are known by a code and were there at all."""
        return len(self.members(cohort, perspective))

    def away(
        self, cohort: str, perspective: str, sessions: Collection[str] | None = None, parts: Parts = lambda _session: None
    ) -> frozenset[str]:
        """Who is known and was in none of these parts of these sessions (of any of the cohort's, without any named)."""
        where = list(self._sessions.get(cohort, ()) if sessions is None else sessions)
        known = self._known.get((cohort, perspective), ()) if self._attended and where else ()
        return frozenset(person for person in known if not any(self._was_in(person, session, parts(session)) for session in where))

    def present(self, cohort: str, perspective: str, sessions: Collection[str] | None = None, parts: Parts = lambda _session: None) -> int:
        """How many were in these parts: the largest head count of these sessions (of all, without any named), else how many are known.

        A head count is of all who were ever there, so those who are known to have missed the parts are taken off it.
        """
        heads = self._heads.get((cohort, perspective), {})
        counts = [
            max(0, count - self._missed(cohort, perspective, session, parts(session)))
            for session, count in heads.items()
            if sessions is None or session in sessions
        ]
        return (
            max(counts)
            if counts
            else len(self._known.get((cohort, perspective), ())) - len(self.away(cohort, perspective, sessions, parts))
        )

    def room(self, cohort: str, perspective: str) -> int:
        """How many there can have been at one time at most: the largest head count, or who is known where that is more; 0 if uncounted."""
        counted = max(self._heads.get((cohort, perspective), {}).values(), default=0)
        return max(counted, self.known(cohort, perspective)) if counted else 0

    def twice(self, perspective: str, among: Callable[[str], Collection[str]]) -> int:
        """How many of these people are counted once too often, being linked. `among` gives the ids that are meant by cohort."""
        surplus = 0
        for group in self._links:
            own = [self._cohort_of[person] for person in group]
            there = [person in among(cohort) for person, (cohort, whose) in zip(group, own, strict=True) if whose == perspective]
            surplus += max(0, sum(there) - 1)
        return surplus

    def first_of(self, person: str) -> str:
        """By whom a person is counted: themselves, or the one in the first cohort of those that they were linked to."""
        group = next((group for group in self._links if person in group), (person,))
        return min(group, key=lambda each: (self._cohort_of.get(each, ("", "")), each))

    def _was_in(self, person: str, session: str, parts: Collection[int] | None) -> bool:
        attended = self._attended.get((session, person))
        if attended is None:
            return True
        return bool(attended) if parts is None else not attended.isdisjoint(parts)

    def _missed(self, cohort: str, perspective: str, session: str, parts: Collection[int] | None) -> int:
        """How many were in the session, as is known, and in none of its parts."""
        if parts is None or not self._attended:
            return 0
        known = self._known.get((cohort, perspective), ())
        return sum(bool(self._attended.get((session, person))) and not self._was_in(person, session, parts) for person in known)

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
        everybody = sum(self.present(cohort, group) for cohort, group in self.groups() if group == perspective)
        return everybody - self.twice(perspective, lambda cohort: set(self.members(cohort, perspective)))
