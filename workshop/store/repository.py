"""The repository: typed records in and out, and immutable snapshots of all of them. Hides TinyDB from everyone else."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, MutableMapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from threading import RLock
from types import MappingProxyType
from typing import Any

from tinydb.table import Document

from workshop.errors import WorkshopError
from workshop.model.records import Entry, Records, Workshop
from workshop.store.database import Change, JournalDB
from workshop.store.schema import Record, from_document, laid_over, table_of_type, to_document, type_of_table

NUMBERED = ("sessions", "reflections", "statements")


@dataclass(frozen=True, slots=True)
class News:
    """One record that is new or changed (`record`), or gone (None)."""

    table: str
    id: str
    record: Record | None


class Repository:
    """All records of one workshop's folder, in memory, following the disk.

    Every write is durable when the call returns. Threads may share a repository: snapshots are immutable, writes are serialised.
    """

    def __init__(self, db: JournalDB) -> None:
        """Load all of an open store; a document that is no record of its table is left out and named in `problems`."""
        self._db = db
        self._lock = RLock()
        self._tables: dict[str, dict[str, Any]] = {table: {} for table in type_of_table}
        self._snapshots: dict[str, MappingProxyType[str, Any]] = {}
        self._numbers: dict[str, dict[int, set[str]]] = {table: defaultdict(set) for table in NUMBERED}
        self._highest = dict.fromkeys(NUMBERED, 0)
        self._listeners: list[Callable[[tuple[News, ...]], None]] = []
        self.problems: dict[tuple[str, str], str] = {}
        self._apply(db.changes())
        db.subscribe(self._follow)

    @classmethod
    def open(cls, folder: Path) -> "Repository":
        """Open the store in this folder, whatever state it is in."""
        return cls(JournalDB(folder))

    def close(self) -> None:
        """Let the folder go. Everything is on disk already."""
        self._db.close()

    @property
    def db(self) -> JournalDB:
        """The store itself: its damage, conflicts, history."""
        return self._db

    @property
    def serial(self) -> int:
        """Grows with every change of any record."""
        return self._db.serial

    def new_id(self) -> str:
        """An id that no other laptop can give too; ids sort by when they were made."""
        return self._db.new_id()

    def refresh(self) -> bool:
        """Take in what other windows and laptops have written; whether there was anything."""
        return bool(self._db.refresh())

    def subscribe(self, listener: Callable[[tuple[News, ...]], None]) -> None:
        """Call the listener, in the thread that wrote or refreshed, after each change."""
        self._listeners.append(listener)

    def records(self) -> Records:
        """Everything there is now, as a value that later changes don't touch."""
        with self._lock:
            workshop = next(iter(self._tables["workshop"].values()), None)
            if workshop is None:
                raise WorkshopError("This folder holds no workshop.", "Make one with: workshop new TITLE")
            views = {table: self._snapshot(table) for table in type_of_table if table not in ("workshop", "timeline")}
            return Records(workshop=workshop, timelines=self._snapshot("timeline"), **views)

    def workshop(self) -> Workshop | None:
        """The workshop's own record, or None in a folder that holds none."""
        with self._lock:
            return next(iter(self._tables["workshop"].values()), None)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Make every `put` and `remove` inside one durable write: all or nothing."""
        with self._db.transaction():
            yield

    def put(self, *records: Record) -> None:
        """Store these, each in place of the record of its id; one durable write. Raises NotSavedError, with nothing changed."""
        with self._db.transaction():
            for record in records:
                table = self._db.table(table_of_type[type(record)])
                if not table.update(partial(_lay_over, record), doc_ids=[record.id]):
                    table.insert(Document(to_document(record), doc_id=record.id))  # type: ignore[arg-type]  # ids are text here

    def remove(self, *records: Record) -> None:
        """Delete these; a later undo can bring them back. One durable write."""
        with self._db.transaction():
            for record in records:
                self._db.table(table_of_type[type(record)]).remove(doc_ids=[record.id])

    def get(self, table: str, key: str) -> Record | None:
        """The record of this id, as it is now."""
        with self._lock:
            found: Record | None = self._tables[table].get(key)
            return found

    def next_number(self, table: str) -> int:
        """The number that the next session, reflection or statement is known by; none is given twice here, not even after an undo."""
        with self._lock:
            return self._highest[table] + 1

    def same_number(self, table: str, number: int) -> tuple[str, ...]:
        """The ids that bear this number, oldest first; more than one where two laptops gave it."""
        with self._lock:
            return tuple(sorted(self._numbers[table].get(number, ())))

    def _follow(self, changes: tuple[Change, ...]) -> None:
        news = self._apply(changes)
        for listener in self._listeners:
            listener(news)

    def _apply(self, changes: Iterable[Change]) -> tuple[News, ...]:
        news = []
        with self._lock:
            for table, key, document in changes:
                if table not in type_of_table:
                    continue
                record = self._read(table, key, document) if document is not None else None
                self._hold(table, key, record)
                self._snapshots.pop(table, None)
                news.append(News(table, key, record))
        return tuple(news)

    def _read(self, table: str, key: str, document: Any) -> Record | None:
        try:
            record = from_document(table, key, document)
        except (ValueError, TypeError, KeyError) as fault:
            self.problems[table, key] = f"{table}: a record could not be read ({type(fault).__name__}: {fault})"
            return None
        self.problems.pop((table, key), None)
        return record

    def _hold(self, table: str, key: str, record: Any) -> None:
        held = self._tables[table]
        before = held.get(key)
        if record is None:
            held.pop(key, None)
        else:
            held[key] = record
        if table in NUMBERED:
            if before is not None:
                self._numbers[table][before.number].discard(key)
            if record is not None:
                self._numbers[table][record.number].add(key)
                self._highest[table] = max(self._highest[table], record.number)

    def _snapshot(self, table: str) -> MappingProxyType[str, Any]:
        if table not in self._snapshots:
            held: dict[str, Any] = self._tables[table]
            self._snapshots[table] = MappingProxyType(_timelines(held) if table == "timeline" else dict(held))
        return self._snapshots[table]


def _lay_over(record: Record, held: MutableMapping[str, Any]) -> None:
    """A field at its default is left out of documents: what stood there before has to go."""
    renewed = laid_over(held, record)
    held.clear()
    held.update(renewed)


def _timelines(entries: dict[str, Entry]) -> dict[str, tuple[Entry, ...]]:
    by_session: dict[str, list[Entry]] = defaultdict(list)
    for _, entry in sorted(entries.items()):
        by_session[entry.session].append(entry)
    return {session: tuple(found) for session, found in by_session.items()}
