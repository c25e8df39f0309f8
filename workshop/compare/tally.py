"""Who raised what: one pass over the remarks, in people and not in remarks (method.md, 1.2)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from workshop.compare.denominators import Denominators
from workshop.compare.people import People
from workshop.compare.rounds import Rounds
from workshop.compare.salience import Raised
from workshop.model.comparison import GroupCount
from workshop.model.perspective import MIXED, NOTE_TAKER, UNKNOWN
from workshop.model.plan import Plan
from workshop.model.records import Coding, Elicited, Records, Reflection, Session

NOBODYS = frozenset({NOTE_TAKER, UNKNOWN, MIXED, ""})
"""What stands where a perspective does and is no group of people: shown, never counted."""


@dataclass(slots=True)
class Cell:
    """What one perspective said on one theme; people and unattributed notes by cohort."""

    people: dict[str, set[str]] = field(default_factory=dict)
    notes: dict[str, int] = field(default_factory=dict)
    sessions: set[str] = field(default_factory=set)
    reflections: int = 0
    prompted: int = 0


class Tally:
    """The counts behind a comparison, for every theme and perspective. The order of the records doesn't matter."""

    def __init__(self, records: Records, plans: Mapping[str, Plan]) -> None:
        """One pass over the remarks.

        `spoke_openly` holds (cohort, perspective); `sat` the (cohort, session) pairs of open remarks by perspective;
        `uncounted` is how many remarks are no group's.
        """
        self.people = People(records)
        self.rounds = Rounds(records, plans)
        self.cells: dict[tuple[str, str], Cell] = {}
        self.spoke_openly: set[tuple[str, str]] = set()
        self.sat: dict[str, set[tuple[str, str]]] = {}
        self.uncounted = 0
        self._records = records
        self._import = _cohort_of_imports(records)
        themes = themes_of(records.codings.values(), records.themes)
        for reflection in records.reflections.values():
            self._add(reflection, themes.get(reflection.id, ()))
        self.denominators = Denominators(self.people, self.rounds)

    def unheard(self) -> list[Session]:
        """Sessions that asked openly, with people counted in them, of which nothing at all was noted."""
        records = self._records
        noted = {each.session for table in (records.reflections, records.responses, records.votes) for each in table.values()}
        asked = (each for each in records.sessions.values() if self.rounds.asked(each.id) and any(count for _, count in each.present))
        return sorted((each for each in asked if each.id not in noted), key=lambda each: each.number)

    def _add(self, reflection: Reflection, themes: tuple[str, ...]) -> None:
        cohort, perspective = self.whose(reflection)
        if perspective in NOBODYS:
            self.uncounted += 1
            return
        if reflection.participant:
            self.people.add(cohort, perspective, reflection.participant)
        if reflection.elicited is Elicited.OPEN:
            self.spoke_openly.add((cohort, perspective))
            if reflection.participant:
                self.people.spoke(reflection.participant, reflection.session, reflection.activity)
            self.sat.setdefault(perspective, set()).add((cohort, reflection.session))
            self.rounds.add(reflection, cohort, themes)
        for theme in themes:
            cell = self.cells.get((theme, perspective))
            if cell is None:
                cell = self.cells[theme, perspective] = Cell()
            if reflection.elicited is not Elicited.OPEN:
                cell.prompted += 1
                continue
            cell.reflections += 1
            cell.sessions.add(reflection.session)
            if reflection.participant:
                cell.people.setdefault(cohort, set()).add(reflection.participant)
            else:
                cell.notes[cohort] = cell.notes.get(cohort, 0) + 1

    def whose(self, reflection: Reflection) -> tuple[str, str]:
        """The cohort and the perspective that a remark counts for: its participant's, or else those that it was noted under."""
        if reflection.perspective in NOBODYS:
            return "", reflection.perspective
        participant = self._records.participants.get(reflection.participant or "")
        if participant:
            return participant.cohort, participant.perspective
        session = self._records.sessions.get(reflection.session)
        return session.cohort if session else self._import, reflection.perspective

    def raised(self, theme: str, perspective: str) -> Raised:
        """The range of people who raised a theme, of those who could.

        In each cohort it is at least the people known by a code, or one where there are only notes that name no one,
        and at most one more for each such note; never more than were there.
        """
        could = self.denominators.could(perspective, theme)
        cell = self.cells.get((theme, perspective), Cell())
        low = high = 0
        for cohort in cell.people.keys() | cell.notes.keys():
            room = self.denominators.could_in(cohort, perspective, theme)
            people, notes = len(cell.people.get(cohort, ())), cell.notes.get(cohort, 0)
            low += min(room, people or 1)
            high += min(room, people + notes)
        twice = self.people.twice(perspective, lambda cohort: cell.people.get(cohort, ()))
        return Raised(max(low - twice, min(low, 1)), max(high - twice, min(high, 1)), could)

    def count(self, theme: str, perspective: str) -> GroupCount:
        """The range with the remarks behind it."""
        raised = self.raised(theme, perspective)
        cell = self.cells.get((theme, perspective), Cell())
        return GroupCount(
            raised=raised.low,
            raised_at_most=raised.high,
            could=raised.could,
            reflections=cell.reflections,
            not_attributed=sum(cell.notes.values()),
            prompted=cell.prompted,
        )

    def had_open_round(self, theme: str, perspective: str) -> bool:
        """Whether people of this perspective sat where the theme was openly in play, be they counted or not."""
        if self.denominators.could(perspective, theme):
            return True
        return any(self.rounds.sessions(cohort, theme) for cohort, group in self.spoke_openly if group == perspective)

    def only_session(self, theme: str, between: tuple[str, str]) -> str | None:
        """The session in which all of the two who raised a theme sat, where others of their groups had the chance elsewhere."""
        raisers = [group for group in between if (theme, group) in self.cells and self.cells[theme, group].reflections]
        sat = set[str]().union(*(self.cells[theme, group].sessions for group in raisers))
        cohorts = {cohort for group in raisers for cohort in self.people.cohorts(group)}
        in_play = set[str]().union(*(self.rounds.sessions(cohort, theme) for cohort in cohorts))
        return sat.pop() if len(sat) == 1 and len(in_play) > 1 else None


def themes_of(codings: Iterable[Coding], known: Mapping[str, object]) -> dict[str, tuple[str, ...]]:
    """The themes of each reflection, as the note-taker coded it, each once. Tuples: a set each would cost a million remarks a third more.

    A second coder codes the same remarks blind, to see how far two people agree: what comes of it counts once the note-taker has taken it
    over.
    """
    found: dict[str, tuple[str, ...]] = {}
    for coding in codings:
        if not coding.coder and coding.theme in known:
            before = found.get(coding.reflection, ())
            if coding.theme not in before:
                found[coding.reflection] = (*before, coding.theme)
    return found


def _cohort_of_imports(records: Records) -> str:
    """The cohort of imported remarks that name neither a session nor a person: the only one without sessions, if there is one."""
    with_sessions = {session.cohort for session in records.sessions.values()}
    imported = {participant.cohort for participant in records.participants.values()} - with_sessions
    return imported.pop() if len(imported) == 1 else ""
