"""Sessions and their clock: begin one, run it, put a statement to the group."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC

from workshop.clocks import local_zone
from workshop.errors import WorkshopError
from workshop.model.clock import Clock, Phase, Status, check
from workshop.model.clock import fold as fold_entries
from workshop.model.clock.words import deed
from workshop.model.perspective import MIXED, plural_of
from workshop.model.plan import Activity, Kind, Plan
from workshop.model.reading import Reading
from workshop.model.records import Elicited, Entry, Session, Statement, Verb
from workshop.text import clean_line, fold
from workshop.workbook.desk import Step
from workshop.workbook.statements import Statements

MOST_PRESENT = 9999
"""More people than this are a slip of the finger."""


class Sessions(Statements):
    """The verbs that run a session."""

    def start_session(
        self,
        plan: Plan | None,
        group: str,
        *,
        present: Mapping[str, int] | None = None,
        place: str = "",
        cohort: str = "",
        title: str = "",
    ) -> Session:
        """Begin a session with a group (a perspective or "mixed"); its clock waits for `Verb.START`.

        `present` is the head count by perspective. Without a plan it is for typing up notes. Sessions of one named `cohort` share
        their stickers' codes; by default a session is a cohort of its own. Raises WorkshopError.
        """
        name = MIXED if group.strip().casefold() == MIXED else self.perspective(group).name
        counts = tuple((self.perspective(each).name, count) for each, count in (present or {}).items())
        _check_present(counts)
        key = self.repository.new_id()
        session = Session(
            id=key,
            number=self.repository.next_number("sessions"),
            group=name,
            cohort=clean_line(cohort) or key,
            created=self.now(),
            title=clean_line(title) or (plan.title if plan else ""),
            plan_name=plan.name if plan else "",
            plan=plan.text if plan else "",
            place=clean_line(place),
            present=counts,
        )
        self.repository.put(session, *(self._statements_of_plan(plan, session) if plan else ()))
        return session

    def set_present(self, session: Session, present: Mapping[str, int]) -> Session:
        """Say how many of these perspectives are here, in place of what was said before. Raises WorkshopError."""
        given = {self.perspective(each).name: count for each, count in present.items()}
        counts = tuple((dict(session.present) | given).items())
        _check_present(counts)
        changed = replace(session, present=counts)
        self._do(f"the number of people in {self.ref(session)}", changed)
        return changed

    def sessions(self) -> tuple[Session, ...]:
        """All sessions that were run or typed up here, oldest first; imported ones too."""
        return tuple(sorted(self.records.sessions.values(), key=lambda each: each.id))

    def open_session(self) -> Session | None:
        """The newest session that has a plan and has not ended, or None."""
        found = [each for each in self.sessions() if each.plan and not each.imported and self.clock(each).phase is not Phase.ENDED]
        return found[-1] if found else None

    def session_of_group(self, group: str) -> Session | None:
        """The newest session of a group that was not imported, or None."""
        name = MIXED if group.strip().casefold() == MIXED else self.perspective(group).name
        found = [each for each in self.sessions() if each.group == name and not each.imported]
        return found[-1] if found else None

    def activity_index(self, session: Session, number: int) -> int:
        """The index of the plan's activity that a person calls `number`, from 1. Raises WorkshopError."""
        activities = self.plan_of(session).activities
        if not 1 <= number <= len(activities):
            raise WorkshopError(f"{self.ref(session)} has no activity {number}.", f"Its plan has {len(activities)} activities.")
        return number - 1

    def clock(self, session: Session) -> Clock:
        """The session's clock, folded from its timeline; folded again only when that has changed."""
        entries = self.records.timelines.get(session.id, ())
        kept = self._clocks.get(session.id)
        if kept is None or kept[0] is not entries:
            kept = (entries, fold_entries(self.plan_of(session).activities, entries, local_zone()))
            self._clocks[session.id] = kept
        return kept[1]

    def status(self, session: Session, now: Reading | None = None) -> Status:
        """What the session's clock shows at an instant."""
        return self.clock(session).at(now or self.read_clock())

    def act(
        self, session: Session, verb: Verb, *, seconds: float | None = None, leaving: int | None = None, now: Reading | None = None
    ) -> Entry:
        """Write one entry into the session's timeline. Raises WorkshopError where the clock is in no state for it, and NotSavedError.

        `leaving` is the activity that was on before the eyes of whoever pressed next or back: when another window was quicker, it is
        refused and skips nothing. Without it the activity that is on now is left.
        """
        reading = now or self.read_clock()
        clock = self.clock(session)
        leaves = (clock.current if leaving is None else leaving) if verb in (Verb.NEXT, Verb.BACK, Verb.ADD) else None
        entry = self._entry(session, verb, reading, seconds=seconds, activity=leaves)
        check(clock, entry)
        self.repository.put(entry)
        self._steps.append(Step(_words(verb, seconds), lambda: self._cancel(session, entry)))
        return entry

    def undo_clock(self, session: Session) -> str:
        """Take back the last entry that acts on the time, whichever window wrote it, and say what it was. Raises WorkshopError."""
        entry = self.clock(session).undoes
        if entry is None:
            raise WorkshopError("The clock has nothing to undo.")
        self._cancel(session, entry)
        return deed(entry, self.plan_of(session).activities)

    def last_session(self) -> Session:
        """The newest session that was run or typed up here. Raises WorkshopError where there is none."""
        found = [each for each in self.sessions() if not each.imported]
        if not found:
            raise WorkshopError("This workshop has no session yet.", "Begin one with: workshop run WORKSHOP --plan readback --group parent")
        return found[-1]

    def show(self, session: Session, statement: Statement, now: Reading | None = None) -> Entry:
        """Put a statement to the group: answers that follow are answers to it, until another is shown or the activity is left."""
        entry = self._entry(session, Verb.SHOW, now or self.read_clock(), activity=self.clock(session).current, statement=statement.id)
        self.repository.put(entry)
        self._steps.append(Step(f"showing {self.ref(statement)}", lambda: self._cancel(session, entry)))
        return entry

    def running(self, session: Session) -> int | None:
        """The index of the activity that is on, or None."""
        return self.clock(session).current

    def statement_on_show(self, session: Session, activity: int | None = None) -> Statement | None:
        """What is being put to the group in an activity (else the one that is on), or None; it begins with the first of its statements."""
        clock = self.clock(session)
        current = clock.current if activity is None else activity
        if current is None:
            return None
        deck = self.deck(session, current)
        shown = self.records.statements.get(clock.state.shown.get(current) or "")
        return shown or (deck[0] if deck else None)

    def deck(self, session: Session, activity: int) -> tuple[Statement, ...]:
        """The statements that a `show` activity puts to the group, in order: the plan's own, else all that another perspective made."""
        block = self._activity(session, activity)
        if block is None or block.kind is not Kind.SHOW:
            return ()
        statements = sorted(self.records.statements.values(), key=lambda each: each.id)
        if block.statements:
            wanted = {fold(text) for text in block.statements}
            return tuple(each for each in statements if fold(each.text) in wanted)
        return tuple(each for each in statements if each.made_by != session.group)

    def elicited_in(self, session: Session, activity: int | None) -> Elicited:
        """Whether what is said in an activity comes by itself or answers something shown."""
        block = self._activity(session, activity)
        return Elicited.PROMPTED if block is not None and block.kind is Kind.SHOW else Elicited.OPEN

    def _activity(self, session: Session, index: int | None) -> Activity | None:
        activities = self.plan_of(session).activities
        return activities[index] if index is not None and 0 <= index < len(activities) else None

    def _entry(self, session: Session, verb: Verb, reading: Reading, **more: object) -> Entry:
        return Entry(
            id=self.repository.new_id(),
            session=session.id,
            verb=verb,
            at=reading.wall.astimezone(UTC),
            boot=reading.boot,
            boot_id=reading.boot_id,
            **more,  # type: ignore[arg-type]  # the optional fields of Entry, passed on by name
        )

    def _cancel(self, session: Session, entry: Entry) -> None:
        self.repository.put(self._entry(session, Verb.UNDO, self.read_clock(), cancels=entry.id))


def _check_present(counts: tuple[tuple[str, int], ...]) -> None:
    for name, count in counts:
        if not 0 <= count <= MOST_PRESENT:
            raise WorkshopError(f"{count} is no number of {plural_of(name)} in a room.", f"Give one from 0 to {MOST_PRESENT}.")


def _words(verb: Verb, seconds: float | None) -> str:
    if verb is Verb.ADD and seconds is not None:
        return f"{'adding' if seconds > 0 else 'taking off'} {abs(seconds) / 60:g} min"
    return {
        Verb.START: "starting the clock",
        Verb.PAUSE: "the pause",
        Verb.RESUME: "going on",
        Verb.NEXT: "next activity",
        Verb.BACK: "back to the activity before",
        Verb.END: "ending the session",
    }.get(verb, verb.value)
