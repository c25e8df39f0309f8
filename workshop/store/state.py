"""The fold of journal lines: what the workshop holds now. Lines may come in any order and any number of times."""

import json
from collections.abc import Collection, Iterator, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from workshop.store.hlc import STAMP_LENGTH, time_of
from workshop.store.line import Document, Key, Line


class Change(NamedTuple):
    """A document as it is now: a fresh copy without its id, or None when it is gone (deleted or erased)."""

    table: str
    id: str
    document: Mapping[str, Any] | None


class Version(NamedTuple):
    """One version of a document, None where it was deleted. `time` is the writer's clock, which may have been wrong."""

    version: str
    document: Mapping[str, Any] | None
    writer: str
    time: datetime


class _Versions:
    """All versions of a document that has had more than one, and which of them were superseded by a later one."""

    __slots__ = ("known", "over", "superseded")

    def __init__(self) -> None:
        self.known: dict[str, Document | None] = {}
        self.superseded: set[str] = set()
        self.over: dict[str, list[str]] = {}
        """Which versions each version took the place of."""

    def heads(self) -> list[str]:
        """Versions that nobody has superseded, oldest first."""
        return sorted(self.known.keys() - self.superseded)

    def shown(self) -> str | None:
        """The newest head that is no deletion: an edit beats a concurrent deletion."""
        return next((version for version in reversed(self.heads()) if self.known[version] is not None), None)


def copied(value: Any) -> Any:
    """A copy of plain JSON data that shares nothing which could be changed."""
    if type(value) is dict:
        return {key: copied(part) if type(part) in _NESTED else part for key, part in value.items()}
    if type(value) is list:
        return [copied(part) if type(part) in _NESTED else part for part in value]
    return value


_NESTED = frozenset({dict, list})


class State:
    """Documents by table and id, their versions, and what was erased. Documents are replaced, never changed in place."""

    def __init__(self, voided: frozenset[tuple[str, int]] = frozenset()) -> None:
        """`voided` are lines known beforehand not to count."""
        self.documents: dict[str, dict[str, Document]] = {}
        self.erased: set[Key] = set()
        self.unclean: set[Key] = set()
        """Erased documents whose words were met in some file: their files have to be rewritten."""
        self.voided = set(voided)
        self._withheld: set[Key] = set()
        """Documents whose words stand in a line that does not count."""
        self._versions: dict[str, dict[str, str | _Versions]] = {}

    def apply(self, line: Line, touched: dict[Key, None]) -> None:
        """Take in a line; the keys of documents that may look different now are added to `touched`."""
        if self.voided and (line.writer, line.number) in self.voided:
            self._withhold(line)
            return
        version = line.version
        for write in line.writes:
            operation = write[0]
            if operation == "put":
                self._put(version, write, write[4], touched)
            elif operation == "del":
                self._put(version, write, None, touched)
            elif operation == "erase":
                self._erase((write[1], write[2]), touched)
            else:
                self.voided.add((write[1], write[2]))

    def _withhold(self, line: Line) -> None:
        keys = {(write[1], write[2]) for write in line.writes if write[0] == "put"}
        self._withheld |= keys
        self.unclean |= keys & self.erased

    def _put(self, version: str, write: list[Any], document: Document | None, touched: dict[Key, None]) -> None:
        key = table, id_ = write[1], write[2]
        if key in self.erased:
            if document is not None:
                self.unclean.add(key)
            return
        versions = self._versions.get(table)
        if versions is None:
            versions = self._versions[table] = {}
        known = versions.get(id_)
        if known is None and document is not None and not write[3]:  # nearly every line: the first version of a document
            versions[id_] = version
            self.documents.setdefault(table, {})[id_] = document
            touched[key] = None
        elif known != version:
            several = self._all_versions(table, id_)
            versions[id_] = several
            several.superseded.update(write[3])
            several.over.setdefault(version, write[3])
            several.known.setdefault(version, document)
            self._show(table, id_, several, touched)
            if len(several.heads()) > 1:  # what is shown may stay, but there is another version on offer
                touched[key] = None

    def _show(self, table: str, id_: str, versions: _Versions, touched: dict[Key, None]) -> None:
        shown = versions.shown()
        document = None if shown is None else versions.known[shown]
        documents = self.documents.setdefault(table, {})
        if documents.get(id_) is not document:
            touched[table, id_] = None
        if document is not None:
            documents[id_] = document
            return
        documents.pop(id_, None)
        if not documents:
            del self.documents[table]

    def _erase(self, key: Key, touched: dict[Key, None]) -> None:
        if key in self.erased:
            return
        table, id_ = key
        self.erased.add(key)
        versions = self._all_versions(table, id_)
        if key in self._withheld or any(document is not None for document in versions.known.values()):
            self.unclean.add(key)
        self._versions.get(table, {}).pop(id_, None)
        self._show(table, id_, _Versions(), touched)

    def _all_versions(self, table: str, id_: str) -> _Versions:
        known = self._versions.get(table, {}).get(id_)
        if isinstance(known, _Versions):
            return known
        versions = _Versions()
        if known is not None:
            versions.known[known] = self.documents[table][id_]
        return versions

    def version(self, key: Key) -> str | None:
        """The version shown, None where nothing is."""
        known = self._versions.get(key[0], {}).get(key[1])
        return known.shown() if isinstance(known, _Versions) else known

    def superseded_by_edit(self, key: Key) -> list[str]:
        """What an edit of the shown version supersedes: that one and concurrent deletions. Another concurrent edit stays on offer."""
        versions = self._all_versions(*key)
        shown = versions.shown()
        return [version for version in versions.heads() if version == shown or versions.known[version] is None]

    def heads(self, key: Key) -> list[str]:
        """All versions that nobody has superseded, oldest first: what a deletion supersedes, and a choice between versions."""
        return self._all_versions(*key).heads()

    def conflicts(self, key: Key) -> tuple[Version, ...]:
        """Concurrent versions that are not shown and say something else, newest first."""
        versions = self._all_versions(*key)
        shown = versions.shown()
        if shown is None:
            return ()
        text = _text(versions.known[shown])
        others = [version for version in reversed(versions.heads()) if version != shown and _text(versions.known[version]) != text]
        return tuple(_version(version, versions.known[version]) for version in others)

    def history(self, key: Key) -> tuple[Version, ...]:
        """All versions, oldest first."""
        versions = self._all_versions(*key)
        return tuple(_version(version, versions.known[version]) for version in sorted(versions.known))

    def settled(self, key: Key, version: str) -> tuple[Version, ...]:
        """The versions in whose place this one came, where it was a choice between several that say something: oldest first."""
        versions = self._all_versions(*key)
        over = [each for each in sorted(versions.over.get(version, ())) if versions.known.get(each) is not None]
        return tuple(_version(each, versions.known[each]) for each in over) if len(over) > 1 else ()

    def lines_of(self, writers: Collection[str], since: str) -> set[str]:
        """The versions that the lines of these writers gave, from this stamp on, as far as anything of them was not erased."""
        found = set()
        for of_table in self._versions.values():
            for known in of_table.values():
                for version in known.known if isinstance(known, _Versions) else (known,):
                    if version >= since and version[STAMP_LENGTH:] in writers:
                        found.add(version)
        return found

    def written(self, lines: Collection[str]) -> dict[str, list[Key]]:
        """The keys of what each of these lines wrote, by the version that it gave."""
        found: dict[str, list[Key]] = {}
        for table, of_table in self._versions.items():
            for id_, known in of_table.items():
                for version in known.known if isinstance(known, _Versions) else (known,):
                    if version in lines:
                        found.setdefault(version, []).append((table, id_))
        return found

    def change(self, key: Key) -> Change:
        """The document as it is now."""
        table, id_ = key
        return Change(table, id_, copied(self.documents.get(table, {}).get(id_)))

    def keys(self) -> Iterator[Key]:
        """Keys of all documents shown."""
        return ((table, id_) for table, documents in self.documents.items() for id_ in documents)

    def deleted(self) -> Iterator[tuple[Key, Document]]:
        """Documents that are shown no more and not erased, as they last were: their words still stand in the files."""
        for table, of_table in self._versions.items():
            for id_, versions in of_table.items():
                if isinstance(versions, _Versions) and versions.shown() is None:
                    last = next((versions.known[one] for one in sorted(versions.known, reverse=True) if versions.known[one]), None)
                    if last is not None:
                        yield (table, id_), last

    def contested(self) -> Iterator[Key]:
        """Keys of the documents with more than one version that nobody has superseded."""
        for table, of_table in self._versions.items():
            for id_, versions in of_table.items():
                if isinstance(versions, _Versions) and len(versions.heads()) > 1:
                    yield table, id_

    def changed_since(self, older: "State") -> set[Key]:
        """Keys of the documents whose shown version is another one than in the older state, or that are contested otherwise."""
        shown = {key for key in {*self.keys(), *older.keys()} if self.version(key) != older.version(key)}
        return shown | {key for key in {*self.contested(), *older.contested()} if self.heads(key) != older.heads(key)}


def _version(version: str, document: Document | None) -> Version:
    stamp = version[:STAMP_LENGTH]
    return Version(version, copied(document), version[STAMP_LENGTH:], time_of(stamp))


def _text(document: Document | None) -> str:
    return json.dumps(document, sort_keys=True)
