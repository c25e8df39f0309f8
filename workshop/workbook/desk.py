"""What every verb of a Workbook works on: the open repository, references as people type them, and undo."""

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from workshop.clocks import read as read_clock
from workshop.errors import WorkshopError
from workshop.model.clock import Clock as SessionClock
from workshop.model.consent import BearsConsent, undone
from workshop.model.perspective import Perspective, perspectives
from workshop.model.plan import Plan
from workshop.model.planfile import parse_plan
from workshop.model.records import Entry, Records, Reflection, Session, Statement, Workshop
from workshop.store.line import LineCodec
from workshop.store.repository import News, Repository
from workshop.store.schema import Record, table_of_type
from workshop.workbook.instants import Clock

_LETTER_OF_TYPE = {Session: "S", Reflection: "R", Statement: "T"}


@dataclass(frozen=True, slots=True)
class Step:
    """Something that can be undone: what it was, in words, and how: by a call, or by putting back each record as it was before (or not)."""

    what: str
    undo: Callable[[], None] | None = None
    changed: tuple[tuple[Record, Record | None], ...] = ()


class Desk:
    """One workshop, open for work: what the verbs share. Use `Workbook`."""

    def __init__(self, folder: Path, repository: Repository, clock: Clock = read_clock) -> None:
        """Work on an open repository; `clock` is read for every instant that is recorded."""
        self.folder = folder
        self.repository = repository
        self.read_clock = clock
        self._plans: dict[str, Plan] = {}
        self._steps: list[Step] = []
        self._clocks: dict[str, tuple[tuple[Entry, ...], SessionClock]] = {}
        repository.subscribe(self._forget_erased)

    def close(self) -> None:
        """Let the folder go. Everything is on disk already."""
        self.repository.close()

    @property
    def codec(self) -> LineCodec:
        """How the workshop's lines are stored, in clear or encrypted: copies of it are stored alike."""
        return self.repository.db.codec

    @property
    def records(self) -> Records:
        """Everything there is now, as an immutable snapshot."""
        return self.repository.records()

    @property
    def workshop(self) -> Workshop:
        """The workshop's own record."""
        return self.records.workshop

    @property
    def serial(self) -> int:
        """Grows with every change, so that a screen knows when to ask again."""
        return self.repository.serial

    @property
    def perspectives(self) -> tuple[Perspective, ...]:
        """The perspectives of this workshop, with the letters of their stickers."""
        return perspectives(self.workshop.perspectives)

    def perspective(self, name: str) -> Perspective:
        """The perspective of this name, plural or letter. Raises WorkshopError naming those there are."""
        wanted = name.strip().casefold()
        for each in self.perspectives:
            if wanted in (each.name.casefold(), each.plural.casefold(), each.letter):
                return each
        known = ", ".join(each.name for each in self.perspectives)
        raise WorkshopError(f'This workshop has no perspective "{name}".', f"It has: {known}.")

    def refresh(self) -> bool:
        """Take in what other windows and laptops have written; whether there was anything."""
        return self.repository.refresh()

    def subscribe(self, listener: Callable[[tuple[News, ...]], None]) -> None:
        """Call the listener, in the thread that wrote or refreshed, after each change."""
        self.repository.subscribe(listener)

    def now(self) -> datetime:
        """The wall clock, aware, in UTC."""
        return self.read_clock().wall.astimezone(UTC)

    def plan_of(self, session: Session) -> Plan:
        """The plan that the session runs, as it was when the session began."""
        if session.id not in self._plans:
            name = session.plan_name or "plan"
            self._plans[session.id] = (
                parse_plan(session.plan, name) if session.plan else Plan(name=name, title=session.title, activities=())
            )
        return self._plans[session.id]

    def ref(self, record: Session | Reflection | Statement) -> str:
        """What a person reads and types for a record: S1, R12, T3; R12b where two laptops gave one number."""
        twins = self.repository.same_number(table_of_type[type(record)], record.number)
        place = twins.index(record.id) if record.id in twins else 0
        return f"{_LETTER_OF_TYPE[type(record)]}{record.number}{_twin_letters(place)}"

    def session(self, reference: str) -> Session:
        """The session that S1, 1 or an id names. Raises WorkshopError naming those there are."""
        found = self._find("sessions", "S", reference)
        if isinstance(found, Session):
            return found
        known = ", ".join(self.ref(each) for each in self.records.sessions.values()) or "none yet"
        raise WorkshopError(f'There is no session "{reference}".', f"Sessions here: {known}.")

    def reflection(self, reference: str) -> Reflection:
        """The reflection that R12 or an id names. Raises WorkshopError."""
        found = self._find("reflections", "R", reference)
        if isinstance(found, Reflection):
            return found
        self._refuse_withdrawn("reflections", "R", reference)
        raise WorkshopError(f'There is no reflection "{reference}".', "Reflections are numbered as they were captured: R1, R2 ...")

    def statement(self, reference: str) -> Statement:
        """The statement that T3 or an id names. Raises WorkshopError."""
        found = self._find("statements", "T", reference)
        if isinstance(found, Statement):
            return found
        self._refuse_withdrawn("statements", "T", reference)
        raise WorkshopError(f'There is no statement "{reference}".', "Statements are numbered as they were made: T1, T2 ...")

    @property
    def undoable(self) -> str:
        """What `undo` would take back, in words; "" where there is nothing."""
        return self._steps[-1].what if self._steps else ""

    def undo(self) -> str:
        """Take back the last thing done in this window and say what it was. Raises WorkshopError where there is nothing."""
        if not self._steps:
            raise WorkshopError("There is nothing to undo in this window.")
        step = self._steps[-1]
        if step.undo is not None:
            step.undo()
        else:
            self._put_back(step)
        self._steps.pop()
        return step.what

    def _do(self, what: str, *records: Record, settle: bool = False, gone: Collection[Record] = ()) -> None:
        """Store the records as one durable write that `undo` takes back; with `settle`, in place of every concurrent version too.

        Those `gone` are deleted in the same write.
        """
        changed = tuple((record, self.repository.get(table_of_type[type(record)], record.id)) for record in records)
        with self.repository.transaction():
            for record in records:
                (self.repository.settle if settle else self.repository.put)(record)
            self.repository.remove(*gone)
        self._steps.append(Step(what, changed=(*changed, *((record, record) for record in gone))))

    def _put_back(self, step: Step) -> None:
        with self.repository.transaction():
            for record, before in step.changed:
                if before is None:
                    self.repository.remove(record)
                else:
                    self.repository.put(_restored(before, record, self.repository.get(table_of_type[type(record)], record.id)))

    def _forget_erased(self, news: tuple[News, ...]) -> None:
        """Let go of erased words: no undo may bring them back, and no list of what can be undone may show them."""
        gone = {(each.table, each.id) for each in news if each.erased}
        if gone:
            self._steps = [left for left in (_without(step, gone) for step in self._steps) if left is not None]

    def _find(self, table: str, letter: str, reference: str) -> Record | None:
        key = self._id_of(table, letter, reference)
        found = self.repository.shown(table, key) if key else None
        return found or self.repository.shown(table, reference.strip())

    def _id_of(self, table: str, letter: str, reference: str) -> str:
        """The id that a reference such as R12b stands for, or stood for before it was withdrawn; empty for no such reference."""
        match = re.fullmatch(rf"{letter}?(\d+)([a-z]*)", reference.strip(), re.IGNORECASE)
        twins = self.repository.same_number(table, int(match[1])) if match else ()
        return next((key for place, key in enumerate(twins) if match and _twin_letters(place) == match[2].casefold()), "")

    def _refuse_withdrawn(self, table: str, letter: str, reference: str) -> None:
        if self._id_of(table, letter, reference) in self.records.tombstones:
            raise WorkshopError(f"{reference.strip()} was withdrawn.")
        if self.repository.get(table, self._id_of(table, letter, reference)) is not None:
            raise WorkshopError(f"{reference.strip()} is put aside.", "See: workshop safeguarding WORKSHOP list")


def _restored(before: Record, after: Record, now: Record | None) -> Record:
    """What undoing the change from `before` to `after` makes of the record as it is `now`."""
    if isinstance(before, BearsConsent) and isinstance(after, BearsConsent) and isinstance(now, BearsConsent):
        return undone(before, after, now)
    return before


def _without(step: Step, gone: Collection[tuple[str, str]]) -> Step | None:
    """The step without the records that were erased; None where nothing is left of it. Its name may hold their words."""
    left = tuple(pair for pair in step.changed if (table_of_type[type(pair[0])], pair[0].id) not in gone)
    if len(left) == len(step.changed):
        return step
    return Step("what is left of an earlier change", changed=left) if left else None


def _twin_letters(place: int) -> str:
    """Nothing for the first of one number, then b, c, ... z, bb."""
    return "" if place == 0 else (chr(ord("a") + place) if place < 26 else f"z{place}")
