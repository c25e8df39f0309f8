"""What can be undone: which lines of the journals are something that a person did, on which laptop, and which of them were undone.

A line is one transaction, and the journals keep every version of every record. So what takes a remark, an answer or an entry of a clock
down needs nothing besides: its line says it all. Notes, in a table of their own and in the same line, tell the rest: which laptop a
writer belongs to (once a writer), what stood before where something was changed, and that a line was undone. A redo deletes the note of
the undo, so that the line can be undone again. No note holds a word that anybody said.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from tinydb.table import Document

from workshop.model.records import Entry, Reflection, Response, Verb
from workshop.store.database import JournalDB
from workshop.store.hlc import STAMP_LENGTH, stamp_at, time_of
from workshop.store.line import Key
from workshop.store.schema import Record, from_document, type_of_table

TABLE = "steps"
_UNDONE = "undone."
"""Begins the id of a note that a line was undone; the line's version follows, so that twice undone is undone."""
_TAKE_DOWN = ("reflections", "responses", "timeline")
_NO_DEED = (Verb.UNDO, Verb.OBSERVED)
"""Entries that nobody means who wants to undo the last thing done."""


class Step(NamedTuple):
    """Something that was done: the version that its line gave, the keys of what it changed, and the version that each had before."""

    version: str
    keys: tuple[Key, ...]
    before: Mapping[Key, str]

    @property
    def at(self) -> datetime:
        """When it was done, by the writer's clock."""
        return time_of(self.version[:STAMP_LENGTH])


class Change(NamedTuple):
    """A record that a step changed, as it was before it and after it; None where there was none."""

    before: Record | None
    after: Record | None


class Steps:
    """The steps of one open store."""

    def __init__(self, db: JournalDB) -> None:
        """Look into this store."""
        self._db = db
        self._announced: list[str] = []

    def note(self, laptop: str, put: Collection[tuple[Key, Record]], gone: Collection[Key], version: list[str]) -> Mapping[Key, str]:
        """Note in an open transaction what its line can't say by itself; give the version of each of these that was there before.

        `version` is what the transaction gives.
        """
        before = {key: shown for key in (*(key for key, _ in put), *gone) if (shown := self._db.version(*key))}
        announced = self._announced and self._announced[0].endswith(self._db.writer)
        if before or not announced or not any(_is_deed(record) for _, record in put):
            self._insert(self._db.new_id(), {"on": laptop, "before": [[*key, shown] for key, shown in before.items()]})
            self._announced = version
        return before

    def note_undone(self, version: str, laptop: str, changed: Iterable[Key]) -> None:
        """Note in an open transaction that the line of this version was undone, and what stood before of what that changes."""
        before = [[*key, shown] for key in changed if (shown := self._db.version(*key))]
        self._insert(_UNDONE + version, {"on": laptop, "before": before})

    def note_redone(self, version: str) -> None:
        """Note in an open transaction that the undo of the line of this version was taken back."""
        self._db.table(TABLE).remove(doc_ids=[_UNDONE + version])

    def undone(self, laptop: str) -> Iterator[tuple[str, Step]]:
        """The lines that were undone on this laptop, each by its version, and what the undo did: the newest undo first."""
        notes = ((str(note.doc_id), note) for note in self._db.table(TABLE))
        mine = {key: note for key, note in notes if key.startswith(_UNDONE) and note.get("on") == laptop}
        for undo, key in sorted(((self._db.version(TABLE, key), key) for key in mine), reverse=True):
            yield key.removeprefix(_UNDONE), self._step(undo, _stood(mine[key]))

    def step(self, version: str) -> Step:
        """What was done in the line of this version."""
        return self._step(version, self._notes()[1].get(version, {}))

    def _step(self, version: str, before: Mapping[Key, str]) -> Step:
        keys = self._db.written(frozenset({version})).get(version, [])
        return Step(version, tuple(key for key in keys if key[0] in type_of_table), before)

    def of(self, laptop: str, since: str, *, others: bool = False) -> Iterator[Step]:
        """What was done on this laptop, or on all others, from a stamp on, and not undone: the newest first, found as asked for."""
        laptop_of, marked, undone = self._notes()
        writers = {writer for writer, on in laptop_of.items() if (on == laptop) != others}
        for lines in _pieces(sorted(self._db.lines_of(writers, since), reverse=True)):
            written = self._db.written(frozenset(lines))
            for version in lines:
                keys = written.get(version, [])
                if version in undone or any(table == TABLE and key.startswith(_UNDONE) for table, key in keys):
                    continue
                changed = tuple(key for key in keys if key[0] in type_of_table)
                if version in marked or self._takes_down(version, changed):
                    yield Step(version, changed, marked.get(version, {}))

    def laptops(self) -> Mapping[str, str]:
        """The laptop of each writer that is known."""
        return self._notes()[0]

    def change(self, step: Step, key: Key) -> Change | None:
        """What a step did to one of its records; None where that was erased, or can't be read."""
        try:
            return Change(self._as_of(key, step.before.get(key, "")), self._as_of(key, step.version))
        except LookupError:
            return None

    def _as_of(self, key: Key, version: str) -> Record | None:
        """The record in this version; None where that is none. LookupError where it was erased, or can't be read."""
        if not version:
            return None
        found = next((each for each in self._db.history(*key) if each.version == version), None)
        if found is None:
            raise LookupError(version)
        table, place = key
        try:
            return None if found.document is None else from_document(table, identity(table, place), found.document)
        except (ValueError, TypeError, KeyError) as fault:  # as the repository does, which has told it
            raise LookupError(version) from fault

    def _takes_down(self, version: str, keys: Iterable[Key]) -> bool:
        """Whether something new was taken down in a line that bears no note."""
        step = Step(version, (), {})
        for key in keys:
            if key[0] in _TAKE_DOWN and self._db.history(*key)[0].version == version:
                change = self.change(step, key)
                if change is not None and _is_deed(change.after):
                    return True
        return False

    def _notes(self) -> tuple[dict[str, str], dict[str, dict[Key, str]], set[str]]:
        """The laptop of each writer; what stood before, by the version of the line; the versions of the lines that were undone."""
        laptop_of: dict[str, str] = {}
        marked: dict[str, dict[Key, str]] = {}
        undone = set()
        for note in self._db.table(TABLE):
            key = str(note.doc_id)
            if key.startswith(_UNDONE):
                undone.add(key.removeprefix(_UNDONE))
                continue
            version = self._db.version(TABLE, key)
            laptop_of[version[STAMP_LENGTH:]] = str(note.get("on"))
            marked.setdefault(version, {}).update(_stood(note))
        return laptop_of, marked, undone

    def _insert(self, key: str, note: Mapping[str, object]) -> None:
        self._db.table(TABLE).replace(Document(note, doc_id=key))  # type: ignore[arg-type]  # ids are text here


def _stood(note: Mapping[str, Any]) -> dict[Key, str]:
    return {(table, place): shown for table, place, shown in note.get("before", ())}


def identity(table: str, place: str) -> str:
    """The id of the record that stands in a document: a person who spoke again after withdrawing stands in ID.1."""
    return place.partition(".")[0] if table == "participants" else place


def day_before(stamp: str) -> str:
    """The stamp of a day before this one."""
    return stamp_at(time_of(stamp[:STAMP_LENGTH]) - timedelta(days=1))


def _pieces(lines: Sequence[str]) -> Iterator[Sequence[str]]:
    """The lines in order, few at first and then ever more: mostly the first of them is all that is asked for."""
    start, size = 0, 32
    while start < len(lines):
        yield lines[start : start + size]
        start, size = start + size, size * 8


def _is_deed(record: object) -> bool:
    return isinstance(record, Reflection | Response) or (isinstance(record, Entry) and record.verb not in _NO_DEED)
