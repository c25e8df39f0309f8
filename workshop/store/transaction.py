"""What is to be written as one line: all or nothing."""

from collections.abc import Iterator, Mapping
from typing import Any

from workshop.errors import WorkshopError
from workshop.store.line import Document, Key, plain
from workshop.store.state import State

_ABSENT = object()
"""What stood at a key where nothing was staged."""


class Transaction:
    """Writes that wait for their commit, one for each document: a later one takes the place of an earlier one."""

    def __init__(self, state: State) -> None:
        """Nothing yet; `state` is what the writes are made on."""
        self._state = state
        self._written: dict[Key, Document | None] = {}
        self._erased: dict[Key, None] = {}
        self._settled: dict[Key, None] = {}
        self._log: list[tuple[dict[Key, Any], Key, Any]] = []
        self.version: list[str] = []
        """The version that the line gave, once it is on the disk."""

    def put(self, key: Key, document: Mapping[str, Any]) -> None:
        """The document is to be this. TypeError or ValueError when JSON can't hold it, WorkshopError when it was erased."""
        if key in self._erased or key in self._state.erased:
            raise WorkshopError("That was withdrawn for good: it cannot be saved again.")
        self._note(self._written, key)
        self._written[key] = plain(document)

    def remove(self, key: Key) -> None:
        """The document is to be gone."""
        self._note(self._written, key)
        self._written[key] = None

    def erase(self, key: Key) -> None:
        """The document is to be gone for ever, with its words."""
        self._note(self._written, key)
        self._note(self._erased, key)
        self._written.pop(key, None)
        self._erased[key] = None

    def settle(self, key: Key, document: Mapping[str, Any]) -> None:
        """The document is to be this, and no other version stays on offer."""
        self.put(key, document)
        self._note(self._settled, key)
        self._settled[key] = None

    def get(self, key: Key) -> Document | None:
        """The document as it will be, not to be changed."""
        if key in self._written:
            return self._written[key]
        return None if key in self._erased else self._state.documents.get(key[0], {}).get(key[1])

    def items(self, table: str) -> Iterator[tuple[str, Document]]:
        """Ids and documents of the table as they will be, in a snapshot; the documents are not to be changed."""
        documents = dict(self._state.documents.get(table, {}))
        for of_table, id_ in (*self._written, *self._erased):
            if of_table == table:
                document = self.get((table, id_))
                if document is None:
                    documents.pop(id_, None)
                else:
                    documents[id_] = document
        return iter(documents.items())

    def savepoint(self) -> int:
        """A place to come back to; cheap, since an import stages a hundred thousand documents one by one."""
        return len(self._log)

    def restore(self, savepoint: int) -> None:
        """Be as at the savepoint."""
        while len(self._log) > savepoint:
            staged, key, before = self._log.pop()
            if before is _ABSENT:
                staged.pop(key, None)
            else:
                staged[key] = before

    def _note(self, staged: dict[Key, Any], key: Key) -> None:
        self._log.append((staged, key, staged.get(key, _ABSENT)))

    def writes(self) -> list[list[Any]]:
        """The line's writes, each with the versions that it supersedes."""
        return [*(["erase", *key] for key in self._erased), *(self._write(key, document) for key, document in self._written.items())]

    def _write(self, key: Key, document: Document | None) -> list[Any]:
        if document is None:
            return ["del", *key, self._state.heads(key)]
        superseded = self._state.heads(key) if key in self._settled else self._state.superseded_by_edit(key)
        return ["put", *key, superseded, document]
