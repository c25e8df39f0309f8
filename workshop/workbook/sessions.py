"""Sessions and their clock: begin one, and run it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime

from workshop.errors import WorkshopError
from workshop.model.clock import Phase, Status
from workshop.model.clock.words import deed
from workshop.model.discarded import standing
from workshop.model.perspective import MIXED, plural_of
from workshop.model.plan import Kind, Plan
from workshop.model.reading import Reading
from workshop.model.records import Elicited, Entry, Session, Verb
from workshop.model.rehearsal import FASTEST, SLOWEST, is_superseded, taken_up
from workshop.store.schema import Record
from workshop.text import clean_line
from workshop.workbook.showing import Showing

MOST_PRESENT = 9999
"""More people than this are a slip of the finger."""


class Sessions(Showing):
    """The verbs that run a session."""

    def start_session(  # noqa: PLR0913  # all that is known of a session when it begins, each given by name
        self,
        plan: Plan | None,
        group: str,
        *,
        present: Mapping[str, int] | None = None,
        place: str = "",
        cohort: str = "",
        title: str = "",
        planned_start: datetime | None = None,
        ends_by: datetime | None = None,
        withdraw_until: date | None = None,
        rehearsal: float | None = None,
    ) -> Session:
        """Begin a session with a group (a perspective or "mixed"); its clock waits for `Verb.START`.

        `present` is the head count by perspective. Without a plan it is for typing up notes. Sessions of one named `cohort` share
        their stickers' codes; by default a session is a cohort of its own. `planned_start` and `ends_by` are when it should begin, and
        when it has to be over; `rehearsal` makes it one for ever, and says how many times as fast as real time it runs. Raises
        WorkshopError.
        """
        check_speed(rehearsal)
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
            withdraw_until=withdraw_until,
            rehearsal=rehearsal,
            private=bool(plan and plan.private),
        )
        named: list[Record] = [*self._statements_of_plan(plan, session), *self._artworks_of_plan(plan, session)] if plan else []
        self.repository.put(session, *self._beginnings(session, planned_start, ends_by), *named)
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
        """All sessions that were run or typed up here, oldest first; imported ones too, but none that was thrown away."""
        return standing(self.records)

    def open_session(self) -> Session | None:
        """The newest session that has a plan and has not ended, or None; a rehearsal only until one with people is begun."""
        sessions = self.sessions()
        found = [each for each in sessions if each.plan and not each.imported and self.clock(each).phase is not Phase.ENDED]
        return next((each for each in reversed(found) if not is_superseded(each, sessions)), None)

    def session_to_go_to(self) -> Session | None:
        """The session that is open, else the last one that was held or typed up here: its people and what they agreed to are there."""
        return self.open_session() or next(reversed(self._sessions_held()), None)

    def session_of_group(self, group: str) -> Session | None:
        """The newest session of a group that was neither imported nor a rehearsal, or None."""
        name = MIXED if group.strip().casefold() == MIXED else self.perspective(group).name
        return next((each for each in reversed(self._sessions_held()) if each.group == name), None)

    def activity_index(self, session: Session, number: int) -> int:
        """The index of the activity that a person calls `number`, from 1. Raises WorkshopError."""
        activities = self.activities(session)
        if not 1 <= number <= len(activities):
            raise WorkshopError(f"{self.ref(session)} has no activity {number}.", f"It has {len(activities)} activities.")
        return number - 1

    def status(self, session: Session, now: Reading | None = None) -> Status:
        """What the session's clock shows at an instant."""
        return self.clock(session).at(now or self.reading(session))

    def act(
        self,
        session: Session,
        verb: Verb,
        *,
        seconds: float | None = None,
        leaving: int | None = None,
        activity: int | None = None,
        now: Reading | None = None,
    ) -> Entry:
        """Write one entry into the session's timeline. Raises WorkshopError where the clock is in no state for it, and NotSavedError.

        `leaving` is the activity that was on before the eyes of whoever pressed next or back: when another window was quicker, it is
        refused and skips nothing. Without it the activity that is on now is left. `activity` is the one to start, or to add time to.
        """
        named = leaving if activity is None else activity
        if named is None and verb in (Verb.NEXT, Verb.BACK, Verb.ADD, Verb.DISCOUNT):
            named = self.clock(session).current
        entry = self._entry(session, verb, now, seconds=seconds, activity=named)
        self._enter(session, _words(verb, seconds), entry)
        return entry

    def undo_clock(self, session: Session) -> str:
        """Take back the last entry that acts on the time, whichever window wrote it, and say what it was. Raises WorkshopError."""
        entry = self.clock(session).undoes
        if entry is None:
            raise WorkshopError("The clock has nothing to undo.")
        done = deed(entry, self.activities(session))
        self._keep(session, "", self._entry(session, Verb.UNDO, None, cancels=entry.id))
        return done

    def redo_clock(self, session: Session) -> str:
        """Take back the last undo of the clock, and say what stands again. Raises WorkshopError."""
        undo = self.clock(session).redoes
        if undo is None:
            raise WorkshopError("The clock has nothing to do again.")
        self._keep(session, "", self._entry(session, Verb.UNDO, None, cancels=undo.id))
        again = next(each for each in self.timeline(session) if each.id == undo.cancels)
        return deed(again, self.activities(session))

    def last_session(self) -> Session:
        """The newest session that was run or typed up here. Raises WorkshopError where there is none."""
        found = [each for each in self.sessions() if not each.imported]
        if not found:
            raise WorkshopError("This workshop has no session yet.", "Begin one with: workshop run WORKSHOP --plan readback --group parent")
        return found[-1]

    def running(self, session: Session) -> int | None:
        """The index of the activity that is on, or None."""
        return self.clock(session).current

    def elicited_in(self, session: Session, activity: int | None) -> Elicited:
        """Whether what is said in an activity comes by itself or answers something shown, such as a list to be rated."""
        block = self._activity(session, activity)
        shown = block is not None and block.kind in (Kind.SHOW, Kind.RATE)
        return Elicited.PROMPTED if shown or self.plan_of(session).answers_back else Elicited.OPEN

    def _sessions_held(self) -> list[Session]:
        """Those with people in the room, oldest first: neither imported nor a rehearsal."""
        return [each for each in self.sessions() if not each.imported and each.rehearsal is None]

    def _beginnings(self, session: Session, planned_start: datetime | None, ends_by: datetime | None) -> list[Entry]:
        """The entries that stand before the first start."""
        real = self.read_clock()
        now = real if session.rehearsal is None else taken_up(real.wall, session.rehearsal, real)
        found = [] if session.rehearsal is None else [self._entry(session, Verb.OBSERVED, now, text="The rehearsal begins.")]
        fixed = ((Verb.STARTS_AT, planned_start), (Verb.ENDS_BY, ends_by))
        return found + [self._entry(session, verb, now, moment=moment) for verb, moment in fixed if moment is not None]


def check_speed(speed: float | None) -> None:
    """Raise WorkshopError where no rehearsal can run at this speed."""
    if speed is not None and not SLOWEST <= speed <= FASTEST:
        raise WorkshopError(f"A rehearsal can't run at {speed:g} times real time.", f"Give a speed from {SLOWEST:g} to {FASTEST:g}.")


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
        Verb.STOP: "the stop between two activities",
        Verb.END: "ending the session",
        Verb.BACKDATE: "starting earlier",
        Verb.DISCOUNT: "leaving time out",
    }.get(verb, verb.value)
