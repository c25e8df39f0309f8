"""The repository: typed records in and out, and immutable snapshots of all of them. Hides TinyDB from everyone else."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, MutableMapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from threading import RLock
from types import MappingProxyType
from typing import Any, cast

from tinydb.table import Document

from workshop.errors import WorkshopError
from workshop.model.consent import Asked, lowest
from workshop.model.perspective import PARENT, PRACTITIONER
from workshop.model.records import Consent, Entry, Participant, Records, Reflection, Session, Withdrawal, Workshop
from workshop.model.shown import Lens, lens
from workshop.store.database import Change, JournalDB
from workshop.store.hlc import STAMP_LENGTH
from workshop.store.line import Key, LineCodec
from workshop.store.numbers import Numbers
from workshop.store.ownrecord import stand_in_salt
from workshop.store.schema import Record, from_document, laid_over, table_of_type, to_document, type_of_table

UNREADABLE_TITLE = "(its title can't be read)"
_PEOPLE = "participants"
"""Their ids stay usable after an erasure: the document of the person who speaks again is called ID.1, then ID.2."""
_FLAGS, _MERGES, _THEMES = "safeguarding", "merges", "themes"
"""What the lens is made of (model/shown.py)."""


@dataclass(frozen=True, slots=True)
class News:
    """One record that is new or changed (`record`), or gone (None): `erased`, so that nothing brings it back, or only deleted."""

    table: str
    id: str
    record: Record | None
    erased: bool = False


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
        self._lens = Lens()
        self._views: dict[str, dict[str, Any]] = {}
        self._numbers = Numbers()
        self._withdrawn: set[Key] = set()
        self._salt = -1, ""
        """While the workshop's own record is damaged: the salt that stands in for its own, and the serial that it was made at."""
        self._listeners: list[Callable[[tuple[News, ...]], None]] = []
        self.problems: dict[tuple[str, str], str] = {}
        self._number_removed()
        self._apply(db.changes(), frozenset(db.contested()))
        db.subscribe(self._follow)

    @classmethod
    def open(cls, folder: Path, codec: LineCodec | None = None) -> "Repository":
        """Open the store in this folder, whatever state it is in; a locked one with the codec of its lock, else LockedError."""
        return cls(JournalDB(folder, codec=codec))

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
        """Everything there is now, as a value that later changes don't touch; but what is put aside, and merges are carried out."""
        with self._lock:
            views = {table: self._snapshot(table) for table in type_of_table if table not in ("workshop", "timeline")}
            return Records(workshop=self._workshop(), timelines=self._snapshot("timeline"), **views)

    def everything(self) -> Records:
        """The same as it is stored: with what is put aside, and the themes that were merged. For withdrawals and safeguarding."""
        with self._lock:
            tables = {table: dict(held) for table, held in self._tables.items() if table not in ("workshop", "timeline")}
            return Records(workshop=self._workshop(), timelines=self._snapshot("timeline"), **tables)

    @property
    def lens(self) -> Lens:
        """How what is stored is read now."""
        return self._lens

    def shown(self, table: str, key: str) -> Record | None:
        """The record of this id as `records` has it; None where it is put aside."""
        with self._lock:
            found: Record | None = self._view(table).get(key)
            return found

    def _workshop(self) -> Workshop:
        return next(iter(self._tables["workshop"].values()), None) or self._stand_in()

    def _stand_in(self) -> Workshop:
        """In place of a workshop's own record that is damaged: what was said is shown and can be taken along all the same."""
        if not any(self._tables.values()):
            raise WorkshopError("This folder holds no workshop.", "Make one with: workshop new TITLE")
        if self._salt[0] != self.serial:
            self._salt = self.serial, stand_in_salt(self._db.damaged, self._tables)
        created = datetime.fromtimestamp(0, UTC)
        return Workshop(title=UNREADABLE_TITLE, perspectives=(PARENT, PRACTITIONER), salt=self._salt[1], created=created)

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
        """Store these, each in place of the record of its id; one durable write. Raises NotSavedError, with nothing changed.

        WorkshopError for the workshop's own record where that is damaged: what stands in for it is not to take its place in other copies.
        """
        with self._db.transaction():
            for record in records:
                if isinstance(record, Workshop) and self.workshop() is None and any(self._tables.values()):
                    raise WorkshopError(
                        "The workshop's own record is damaged: its title and the like can't be changed.",
                        "Bring it back from a whole copy first: workshop merge WORKSHOP COPY",
                    )
                name, place = self.key(record)
                table = self._db.table(name)
                if not table.update(partial(_lay_over, record), doc_ids=[place]):
                    table.insert(Document(to_document(record), doc_id=place))  # type: ignore[arg-type]  # ids are text here

    def remove(self, *records: Record) -> None:
        """Delete these; a later undo can bring them back. One durable write."""
        with self._db.transaction():
            for record in records:
                name, place = self.key(record)
                self._db.table(name).remove(doc_ids=[place])

    def settle(self, record: Record) -> None:
        """Store it as `put` does, in place of every concurrent version too: none of them stays on offer."""
        name, place = self.key(record)
        held = self._db.table(name).get(doc_id=place)
        self._db.settle(name, place, laid_over(held or {}, record))

    def erase(self, keys: Iterable[Key], *records: Record) -> None:
        """Erase these (`key` gives them) for ever and store the records, in one durable write; the words leave the files at once.

        What can't be rewritten yet stays on `db.pending_erasures`.
        """
        with self._db.transaction():
            self._db.erase(keys)
            self.put(*records)

    def key(self, record: Record) -> Key:
        """The table and id that the store knows the record by."""
        table = table_of_type[type(record)]
        return table, self._place(record.id) if table == _PEOPLE else record.id

    def deleted(self) -> Iterator[Record]:
        """Records that were deleted, by an undo for one, and not erased: their words still stand in the files."""
        for table, place, document in self._db.deleted():
            if table in type_of_table:
                try:
                    record = _record(table, place, document)
                except (ValueError, TypeError, KeyError) as fault:
                    self.problems[table, place] = f"{table}: a deleted record could not be read ({type(fault).__name__}: {fault})"
                else:
                    yield record

    def removed(self, table: str, key: str) -> Record | None:
        """The record of this id as it last was, where it was deleted, by an undo say, and not erased: a choice brings it back."""
        if self.get(table, key) is not None:
            return None
        last = next((each.document for each in reversed(self._db.history(table, key)) if each.document is not None), None)
        try:
            return None if last is None else _record(table, key, last)
        except (ValueError, TypeError, KeyError):  # told, as that of any other deleted record, where they are looked through
            return None

    def stamp(self, record: Record) -> str:
        """When the record was first stored, as text that sorts: whoever had read it gives later ids only, whatever the clocks say."""
        versions = self._db.history(*self.key(record))
        return versions[0].version[:STAMP_LENGTH] if versions else ""

    def get(self, table: str, key: str) -> Record | None:
        """The record of this id, as it is stored now."""
        with self._lock:
            found: Record | None = self._tables[table].get(key)
            return found

    def next_number(self, table: str) -> int:
        """The number that the next session, reflection or statement is known by; none is given twice here, not even after an undo."""
        with self._lock:
            return self._numbers.following(table)

    def same_number(self, table: str, number: int) -> tuple[str, ...]:
        """The ids that bear this number, or bore it before they were deleted, oldest first; more than one where two laptops gave it."""
        with self._lock:
            return self._numbers.ids(table, number)

    def _follow(self, changes: tuple[Change, ...]) -> None:
        news = self._apply(changes)
        for listener in self._listeners:
            listener(news)

    def _apply(self, changes: Iterable[Change], contested: Collection[Key] | None = None) -> tuple[News, ...]:
        """Take changes in. `contested` are the only documents that may have rivals; None where that is not known."""
        news: list[News] = []
        with self._lock:
            for change in changes:
                if change.table in type_of_table:
                    news += self._take(change, contested)
            if any(each.table in (_FLAGS, _MERGES, _THEMES) for each in news):
                news += self._focus()
        return tuple(news)

    def _focus(self) -> Iterator[News]:
        """Read everything through the lens that holds now; what looks different for it."""
        before, tables = self._lens, self._tables
        self._lens = lens(tables[_FLAGS].values(), tables[_MERGES].values(), tables[_THEMES].keys())
        if before == self._lens and self._lens.clear:
            return
        self._snapshots.pop(_THEMES, None)
        looked, shown = self._views.pop(_THEMES, tables[_THEMES]), self._view(_THEMES)
        yield from (News(_THEMES, key, shown.get(key)) for key in looked.keys() | shown.keys() if looked.get(key) != shown.get(key))
        if before == self._lens:
            return
        self._views.clear()
        for table, held in tables.items():
            kind = type_of_table[table]
            if self._lens.touches(kind) or before.touches(kind):
                self._snapshots.pop(table, None)
                if table not in (_FLAGS, _THEMES):
                    for key, record in held.items():
                        if self._lens.differs(before, record):
                            yield News(table, key, self._lens.through(record))

    def _view(self, table: str) -> dict[str, Any]:
        """A table as it is read through the lens."""
        held = self._tables[table]
        if not self._lens.touches(type_of_table[table]):
            return held
        if table not in self._views:
            if table == _THEMES:
                self._views[table] = dict(self._lens.themes(held))
            else:
                seen = ((key, self._lens.through(record)) for key, record in held.items())
                self._views[table] = {key: record for key, record in seen if record is not None}
        return self._views[table]

    def _take(self, change: Change, contested: Collection[Key] | None) -> Iterator[News]:
        table, place, document = change
        erased = document is None and not self._db.history(table, place)
        if table == _PEOPLE:  # a later document of the person may have come first
            place = self._place(_identity(place))
            document = self._db.table(table).get(doc_id=place)
        record = self._read(table, place, document) if document is not None else None
        if isinstance(record, Participant | Session | Reflection) and (contested is None or (table, place) in contested):
            record = self._with_lowest_consent(table, place, record)
        key = _identity(place) if table == _PEOPLE else place
        self._hold(table, key, record)
        self._snapshots.pop(table, None)
        yield News(table, key, None if record is None else self._lens.through(record), erased)
        if isinstance(record, Withdrawal):
            self._withdrawn.update(record.erased)
            for of_table, gone in record.erased:
                if of_table == _PEOPLE:
                    yield from self._take(Change(of_table, gone, None), contested)

    def _read(self, table: str, place: str, document: Any) -> Record | None:
        try:
            record = _record(table, place, document)
        except (ValueError, TypeError, KeyError) as fault:
            self.problems[table, place] = f"{table}: a record could not be read ({type(fault).__name__}: {fault})"
            return None
        self.problems.pop((table, place), None)
        return record

    def _with_lowest_consent(self, table: str, place: str, shown: Asked) -> Asked:
        """The record with the least that any version on offer agrees to; one that can't be read is taken to agree to nothing."""
        others: list[Asked] = []
        for version in self._db.conflicts(table, place):
            if version.document is not None:
                try:
                    others.append(cast("Asked", _record(table, place, version.document)))
                except (ValueError, TypeError, KeyError):
                    others.append(replace(shown, consent=Consent.NONE, research=False))
        return lowest(shown, others)

    def _place(self, key: str) -> str:
        """The id of the document in which a person's record stands."""
        place, generation = key, 0
        while (_PEOPLE, place) in self._withdrawn:
            generation += 1
            place = f"{key}.{generation}"
        return place

    def _hold(self, table: str, key: str, record: Any) -> None:
        held = self._tables[table]
        if record is None:
            held.pop(key, None)
        else:
            held[key] = record
        if table in self._views and table != _THEMES:
            seen = None if record is None else self._lens.through(record)
            if seen is None:
                self._views[table].pop(key, None)
            else:
                self._views[table][key] = seen
        if record is not None:
            self._numbers.take_from(table, record)

    def _number_removed(self) -> None:
        """Take the numbers of what was deleted before this window was opened: none is given twice, after an undo and a restart either."""
        for table, key, document in self._db.deleted():
            if document is not None:
                self._numbers.take(table, key, document.get("number"))

    def _snapshot(self, table: str) -> MappingProxyType[str, Any]:
        if table not in self._snapshots:
            held = self._view(table)
            self._snapshots[table] = MappingProxyType(_timelines(held) if table == "timeline" else dict(held))
        return self._snapshots[table]


def _record(table: str, place: str, document: Any) -> Record:
    """Raises as `from_document` does."""
    return from_document(table, _identity(place) if table == _PEOPLE else place, document)


def _identity(place: str) -> str:
    """The person whose record stands in this document."""
    return place.partition(".")[0]


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
