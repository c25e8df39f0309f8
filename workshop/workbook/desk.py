"""What every verb of a Workbook works on: the open repository, references as people type them, and undo."""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from workshop.clocks import read as read_clock
from workshop.errors import WorkshopError
from workshop.model.artwork import Artwork
from workshop.model.clock import Clock as SessionClock
from workshop.model.discarded import discarded, standing
from workshop.model.keys import digest, participant_id
from workshop.model.numbering import called
from workshop.model.perspective import Perspective, perspectives
from workshop.model.plan import Plan
from workshop.model.planfile import parse_plan
from workshop.model.recommendation import Recommendation
from workshop.model.records import Entry, Records, Reflection, Session, Statement, Workshop
from workshop.store.line import Key, LineCodec
from workshop.store.repository import News, Repository
from workshop.store.schema import Record, table_of_type
from workshop.store.steps import Steps, identity
from workshop.text import fold
from workshop.workbook.computer import computer
from workshop.workbook.instants import Clock

WITHDRAWN_SINCE = "what else was noted with something that is taken back since"
"""In place of words that may hold some which were withdrawn."""
_LAPTOP = 8
"""Letters of a computer's digest: enough to tell the laptops of a workshop apart, too few to try out names against."""
_LETTER_OF_TYPE = {Session: "S", Reflection: "R", Statement: "T", Recommendation: "D", Artwork: "A"}
Numbered = Session | Reflection | Statement | Recommendation | Artwork
"""What a person calls by a letter and a number."""
OfKind = TypeVar("OfKind", Session, Reflection, Statement, Recommendation, Artwork)


@dataclass(frozen=True, slots=True)
class Done:
    """Something that was done in this window, in the words of the verb that did it.

    `version` holds the one that its line gave, once that is on the disk; `before` the version of each record that was there already.
    """

    what: str
    version: list[str]
    keys: tuple[Key, ...]
    before: Mapping[Key, str]


class Desk:
    """One workshop, open for work: what the verbs share. Use `Workbook`."""

    def __init__(self, folder: Path, repository: Repository, clock: Clock = read_clock) -> None:
        """Work on an open repository; `clock` is read for every instant that is recorded."""
        self.folder = folder
        self.repository = repository
        self.read_clock = clock
        self._plans: dict[str, Plan] = {}
        self._done: list[Done] = []
        self._undone: dict[str, Done] = {}
        """What was done in this window and undone, by the version of its line."""
        self._struck = False
        """Whether words were taken back for good since the last deed: no undo brings them back."""
        self._steps = Steps(repository.db)
        self._opened = repository.new_id()
        """Whatever bears a later stamp and was not done here was done in another window, or on another laptop."""
        self._clocks: dict[str, tuple[tuple[Entry, ...], SessionClock]] = {}
        repository.subscribe(self._forget_erased)

    @cached_property
    def laptop(self) -> str:
        """By which what was done on this computer is known again after a restart: no name, but the digest of one."""
        return digest(self.workshop.salt, "laptop", computer())[:_LAPTOP]

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

    def person_id(self, cohort: str, code: str) -> str:
        """The id of whoever bears the code in the cohort, known or not. People of a workshop that was brought in keep the ids of theirs."""
        key, known = participant_id(self.workshop.salt, cohort, code), self.records.participants
        if key in known:
            return key
        wanted = fold(code)
        return next((each.id for each in known.values() if each.cohort == cohort and fold(each.code) == wanted), key)

    def ref(self, record: Numbered) -> str:
        """What a person reads and types for a record: S1, R12, T3, D4, A1; R12a and R12b where two laptops gave one number."""
        twins = self.repository.same_number(table_of_type[type(record)], record.number)
        place = twins.index(record.id) if record.id in twins else 0
        return called(_LETTER_OF_TYPE[type(record)], record.number, place, len(twins))

    def twins(self, record: Numbered) -> tuple[str, ...]:
        """The ids of the others that bear this record's number: what they are called changes with it."""
        same = self.repository.same_number(table_of_type[type(record)], record.number)
        return tuple(key for key in same if key != record.id)

    def session(self, reference: str) -> Session:
        """The session that S1, 1 or an id names. Raises WorkshopError naming those there are."""
        records = self.records
        known = ", ".join(map(self.ref, standing(records))) or "none yet"
        found = self._numbered(Session, reference, f"Sessions here: {known}.")
        if reference != found.id and found.id in discarded(records):
            raise WorkshopError(
                f"{self.ref(found)} was thrown away.", f"To bring it back: workshop discard {self.folder.name} {self.ref(found)} --back"
            )
        return found

    def reflection(self, reference: str) -> Reflection:
        """The reflection that R12 or an id names. Raises WorkshopError."""
        return self._numbered(Reflection, reference, "Reflections are numbered as they were captured: R1, R2 ...")

    def statement(self, reference: str) -> Statement:
        """The statement that T3 or an id names. Raises WorkshopError."""
        return self._numbered(Statement, reference, "Statements are numbered as they were made: T1, T2 ...")

    def recommendation(self, reference: str) -> Recommendation:
        """The recommendation or commitment that D4 or an id names. Raises WorkshopError."""
        return self._numbered(Recommendation, reference, "They are numbered as they were made: D1, D2 ... See: workshop recommend WORKSHOP")

    def artwork(self, reference: str) -> Artwork:
        """The artwork that A1 or an id names. Raises WorkshopError."""
        return self._numbered(Artwork, reference, "They are numbered as they were added: A1, A2 ... See: workshop artwork WORKSHOP")

    def _do(self, what: str, *records: Record, settle: bool = False, gone: Collection[Record] = ()) -> None:
        """Store the records as one durable write that `undo` takes back; with `settle`, in place of every concurrent version too.

        Those `gone` are deleted in the same write. `what` says it in words, which no file keeps: they may hold those of a remark.
        """
        put = tuple((self.repository.key(each), each) for each in records)
        away = tuple(map(self.repository.key, gone))
        with self.repository.db.transaction() as version:
            before = self._steps.note(self.laptop, put, away, version)
            for record in records:
                (self.repository.settle if settle else self.repository.put)(record)
            self.repository.remove(*gone)
        self._done.append(Done(what, version, (*(key for key, _ in put), *away), before))
        self._struck = False

    def _forget_erased(self, news: tuple[News, ...]) -> None:
        """Let go of erased words: no list of what can be undone may show them. That no undo brings them back, the store sees to."""
        gone = {(each.table, each.id) for each in news if each.erased}
        if not gone:
            return

        def told(done: Done) -> Done:
            return replace(done, what=WITHDRAWN_SINCE) if any((table, identity(table, key)) in gone for table, key in done.keys) else done

        self._done = [told(done) for done in self._done]
        self._undone = {version: told(done) for version, done in self._undone.items()}

    def _numbered(self, kind: type[OfKind], reference: str, cure: str) -> OfKind:
        """The record of this type that the reference names. Raises WorkshopError with `cure`, or saying what became of it."""
        table, letter = table_of_type[kind], _LETTER_OF_TYPE[kind]
        found = self._find(table, letter, reference)
        if isinstance(found, kind):
            return found
        self._refuse_withdrawn(table, letter, reference)
        raise WorkshopError(f'There is no {kind.__name__.lower()} "{reference}".', cure)

    def _find(self, table: str, letter: str, reference: str) -> Record | None:
        key = self._id_of(table, letter, reference)
        found = self.repository.shown(table, key) if key else None
        return found or self.repository.shown(table, reference.strip())

    def _id_of(self, table: str, letter: str, reference: str) -> str:
        """The id that a reference such as R12b stands for, or stood for before it was withdrawn; empty for no such reference."""
        match = re.fullmatch(rf"{letter}?(\d+)([a-z]*)", reference.strip(), re.IGNORECASE)
        if match is None:
            return ""
        twins = self.repository.same_number(table, int(match[1]))
        names = [called(letter, int(match[1]), place, len(twins)) for place in range(len(twins))]
        if len(twins) > 1 and not match[2]:
            raise WorkshopError(
                f"{reference.strip()} may mean {' or '.join(names)}: two laptops gave one number.",
                "Add the letter: a list shows which is which.",
            )
        asked = f"{letter}{int(match[1])}{match[2].casefold()}"
        return dict(zip(names, twins, strict=True)).get(asked, "")

    def _removed(self, table: str, letter: str, reference: str) -> Record | None:
        """What R12 or an id named before it was deleted, by an undo say, as it was; None where it stands, or its words are gone."""
        return self.repository.removed(table, self._id_of(table, letter, reference) or reference.strip())

    def _refuse_withdrawn(self, table: str, letter: str, reference: str) -> None:
        typed = reference.strip()
        key = self._id_of(table, letter, reference) or typed
        tombstone = self.records.tombstones.get(key)
        name = typed if key != typed or tombstone is None else f"{letter}{tombstone.number}"
        if tombstone is not None:
            raise WorkshopError(f"{name} was withdrawn.")
        if self.repository.get(table, key) is not None:
            raise WorkshopError(f"{name if key != typed else 'That'} is put aside.", "See: workshop safeguarding WORKSHOP list")
        removed = self.repository.removed(table, key)
        if isinstance(removed, Reflection | Statement | Recommendation | Artwork):
            back = f"workshop choose WORKSHOP {letter}{removed.number} 1"
            raise WorkshopError(f"{letter}{removed.number} was undone, or taken out of the list.", f"To bring it back: {back}")
