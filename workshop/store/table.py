"""TinyDB's `Table`, its public methods only: writes go into one journal line, what comes out is a copy."""

from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping
from typing import Any, cast

from tinydb.queries import QueryLike
from tinydb.table import Document, Table

from workshop.store.state import copied
from workshop.store.storage import JournalStorage
from workshop.store.transaction import Transaction

Fields = Mapping[str, Any] | Callable[[MutableMapping[str, Any]], None]


class JournalDocument(Document):
    """A document of the caller's own: changing it, however deep, changes nothing in the store."""

    def __init__(self, value: Mapping[str, Any], doc_id: Any) -> None:
        """Copy the value."""
        super().__init__(copied(value), doc_id)


class JournalTable(Table):
    """A table whose ids are text. Where TinyDB's annotations say int for an id, it is str here.

    A table exists while it holds a document. Inside `transaction` searches see what was there before it; writes build on one another.
    """

    document_class = JournalDocument
    document_id_class = str  # type: ignore[assignment]  # TinyDB lets it be set, and annotates it as int

    @property
    def journals(self) -> JournalStorage:
        """The storage, as what it is."""
        return cast("JournalStorage", self.storage)

    def insert(self, document: Mapping[str, Any]) -> Any:
        """Insert a document; its id comes from a `Document`, else it is a new one. ValueError when the id is there, or it is no mapping."""
        return self.insert_multiple([document])[0]

    def insert_multiple(self, documents: Iterable[Mapping[str, Any]]) -> list[Any]:
        """Insert all or none."""
        ids = []
        with self.journals.transaction() as transaction:
            for document in documents:
                if not isinstance(document, Mapping):
                    raise ValueError("Document is not a Mapping")  # noqa: TRY004 - as TinyDB does
                id_ = str(document.doc_id) if isinstance(document, Document) else self.journals.new_id()
                if transaction.get((self.name, id_)) is not None:
                    raise ValueError(f"Document with ID {id_} already exists")
                transaction.put((self.name, id_), document)
                ids.append(id_)
        return ids

    def update(self, fields: Fields, cond: QueryLike | None = None, doc_ids: Iterable[Any] | None = None) -> list[Any]:
        """Set fields of the documents, or call the function on each: of these ids, else of those that match, else of all."""
        with self.journals.transaction() as transaction:
            chosen = self._chosen(transaction, cond, doc_ids)
            for id_, document in chosen:
                transaction.put((self.name, id_), _updated(copied(document), fields))
        return [id_ for id_, _ in chosen]

    def update_multiple(self, updates: Iterable[tuple[Fields, QueryLike]]) -> list[Any]:
        """Pass each document through all the updates whose condition it meets, one after another."""
        ids = []
        every = list(updates)
        with self.journals.transaction() as transaction:
            for id_, found in transaction.items(self.name):
                document = copied(found)
                for fields, cond in every:
                    if cond(document):
                        transaction.put((self.name, id_), _updated(document, fields))
                        ids.append(id_)
        return ids

    def upsert(self, document: Mapping[str, Any], cond: QueryLike | None = None) -> list[Any]:
        """Update the fields of the document with this id, or of those that match; insert it where there is none."""
        ids = [document.doc_id] if isinstance(document, Document) else None
        if ids is None and cond is None:
            raise ValueError("If you don't specify a search query, you must specify a doc_id. Hint: use a table.Document object.")
        with self.journals.transaction():
            return self.update(document, cond, ids) or [self.insert(document)]

    def replace(self, document: Document) -> Any:
        """Insert the document, or put it in the place of the one with its id: fields that it lacks are gone. Not in TinyDB."""
        id_ = str(document.doc_id)
        with self.journals.transaction() as transaction:
            transaction.put((self.name, id_), document)
        return id_

    def remove(self, cond: QueryLike | None = None, doc_ids: Iterable[Any] | None = None) -> list[Any]:
        """Remove the documents with these ids, or those that match. RuntimeError when neither is given."""
        if cond is None and doc_ids is None:
            raise RuntimeError("Use truncate() to remove all documents")
        return self._remove(cond, doc_ids)

    def truncate(self) -> None:
        """Remove all documents."""
        self._remove(None, None)

    def _remove(self, cond: QueryLike | None, doc_ids: Iterable[Any] | None) -> list[Any]:
        with self.journals.transaction() as transaction:
            chosen = self._chosen(transaction, cond, doc_ids)
            for id_, _ in chosen:
                transaction.remove((self.name, id_))
        return [id_ for id_, _ in chosen]

    def get(self, cond: QueryLike | None = None, doc_id: Any = None, doc_ids: Iterable[Any] | None = None) -> Any:
        """The document with the id, a list of those with the ids, or the first that matches; None where there is none."""
        stock: Any = super()  # its overloads leave out that all three may be None
        with self.journals.memory:
            return stock.get(cond, None if doc_id is None else str(doc_id), None if doc_ids is None else list(doc_ids))

    def contains(self, cond: QueryLike | None = None, doc_id: Any = None) -> bool:
        """Whether there is one with the id, or one that matches."""
        return super().contains(cond, doc_id)

    def search(self, cond: QueryLike) -> list[Document]:
        """All that match."""
        with self.journals.memory:
            return super().search(cond)

    def __iter__(self) -> Iterator[Document]:
        """Copies of all documents as they are at this moment."""
        with self.journals.memory:
            return iter(list(super().__iter__()))

    def _chosen(
        self, transaction: Transaction, cond: QueryLike | None, doc_ids: Iterable[Any] | None
    ) -> list[tuple[str, Mapping[str, Any]]]:
        if doc_ids is not None:
            asked = ((str(id_), transaction.get((self.name, str(id_)))) for id_ in doc_ids)
            return [(id_, document) for id_, document in asked if document is not None]
        return [(id_, document) for id_, document in transaction.items(self.name) if cond is None or cond(document)]


def _updated(document: dict[str, Any], fields: Fields) -> dict[str, Any]:
    if callable(fields):
        fields(document)
    else:
        document.update(fields)
    return document
