"""Tables, their record types, and the one place where a record becomes a TinyDB document and back.

An instant is ISO 8601 text in UTC, a tuple a list, an enum its value; a field at its default is left out. Every text passes `clean()`
on the way in too: a journal may have been written by another hand.

Laptops with older and newer versions of the program share a workshop, so each document says itself which schema it has (nothing: the
first), and an older one is brought up to date as it is read; nothing on disk is rewritten for it.
"""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields
from datetime import UTC, date, datetime
from enum import StrEnum
from functools import cache
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from workshop.model.artwork import Artwork
from workshop.model.attendance import Attendance
from workshop.model.clearance import Clearance
from workshop.model.export import Export
from workshop.model.flag import Flag
from workshop.model.knownheader import KnownHeader
from workshop.model.merge import Merge
from workshop.model.paraphrase import Paraphrase
from workshop.model.recommendation import FollowUp, Recommendation
from workshop.model.records import (
    Check,
    Coding,
    Entry,
    Participant,
    Reflection,
    Response,
    Session,
    Statement,
    Theme,
    Tombstone,
    Vote,
    Withdrawal,
    Workshop,
)
from workshop.model.watched import Watched
from workshop.text import clean

type_of_table: dict[str, type[Any]] = {
    "workshop": Workshop,
    "sessions": Session,
    "timeline": Entry,
    "participants": Participant,
    "attendance": Attendance,
    "reflections": Reflection,
    "checks": Check,
    "themes": Theme,
    "merges": Merge,
    "codings": Coding,
    "statements": Statement,
    "responses": Response,
    "votes": Vote,
    "tombstones": Tombstone,
    "withdrawals": Withdrawal,
    "exports": Export,
    "safeguarding": Flag,
    "recommendations": Recommendation,
    "followups": FollowUp,
    "headers": KnownHeader,
    "artworks": Artwork,
    "paraphrases": Paraphrase,
    "watched": Watched,
    "clearances": Clearance,
}
table_of_type = {kind: table for table, kind in type_of_table.items()}

Record = (
    Workshop
    | Session
    | Entry
    | Participant
    | Attendance
    | Reflection
    | Check
    | Theme
    | Merge
    | Coding
    | Statement
    | Response
    | Vote
    | Tombstone
    | Withdrawal
    | Export
    | Flag
    | Recommendation
    | FollowUp
    | KnownHeader
    | Artwork
    | Paraphrase
    | Watched
    | Clearance
)


Migration = Callable[[dict[str, Any]], dict[str, Any]]
"""A document of one schema to the same one of the next."""
SCHEMA = 1
"""What this version writes. A new one comes with a new `line.VERSION` too, so that older programs open the workshop for reading only."""
MIGRATIONS: dict[int, dict[str, Migration]] = {}
"""By the schema that they begin at, then by table: those that SCHEMA has left behind. A table without one is as it was."""
_SCHEMA_FIELD = "schema"


def to_document(record: Record) -> dict[str, Any]:
    """The record as JSON-ready values, without its id and without what stands at its default."""
    document = {_SCHEMA_FIELD: SCHEMA} if SCHEMA > 1 else {}
    for name, default in _stored_fields(table_of_type[type(record)]):
        value = getattr(record, name)
        if default is MISSING or value != default:
            document[name] = _plain(value)
    return document


def laid_over(held: Mapping[str, Any], record: Record) -> dict[str, Any]:
    """The document of a record that takes the place of `held`, whose fields that this version doesn't know stay."""
    table = table_of_type[type(record)]
    known = {_SCHEMA_FIELD, *(name for name, _ in _stored_fields(table))}
    return {name: value for name, value in _migrated(table, held).items() if name not in known} | to_document(record)


def from_document(table: str, key: str, document: Mapping[str, Any]) -> Record:
    """The record of this id. Fields that this version doesn't know are passed over.

    Raises ValueError, TypeError or KeyError where the document can't be one.
    """
    kind = type_of_table[table]
    document = _migrated(table, document)
    values = {"id": key}
    for name, read, required in _readers(table):
        if name in document:
            values[name] = read(document[name])
        elif required:
            raise KeyError(name)
    record: Record = kind(**values)
    return record


def is_newer(document: Mapping[str, Any]) -> bool:
    """Whether a newer version's schema is in the document, so that this one can't read it."""
    schema = document.get(_SCHEMA_FIELD, 1)
    return type(schema) is int and schema > SCHEMA


def _migrated(table: str, document: Mapping[str, Any]) -> Mapping[str, Any]:
    """The document in today's schema. ValueError when a newer version wrote it."""
    schema = document.get(_SCHEMA_FIELD, 1)
    if schema == SCHEMA:
        return document
    if type(schema) is not int or not 1 <= schema <= SCHEMA:
        raise ValueError(f"it has schema {schema}, and this version knows up to {SCHEMA}")
    for step in range(schema, SCHEMA):
        migration = MIGRATIONS[step].get(table)
        document = migration(dict(document)) if migration else document
    return document


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value


@cache
def _stored_fields(table: str) -> tuple[tuple[str, Any], ...]:
    return tuple((each.name, each.default) for each in fields(type_of_table[table]) if each.name != "id")


@cache
def _readers(table: str) -> tuple[tuple[str, Callable[[Any], Any], bool], ...]:
    hints = get_type_hints(type_of_table[table])
    return tuple((name, _reader(hints[name]), default is MISSING) for name, default in _stored_fields(table))


def _reader(hint: Any) -> Callable[[Any], Any]:
    """How a value of this annotation is read from JSON; a value of another type raises."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is UnionType:
        inner = _reader(next(each for each in arguments if each is not type(None)))
        return lambda value: None if value is None else inner(value)
    if origin is tuple:
        if arguments[-1] is Ellipsis:
            item = _reader(arguments[0])
            return lambda value: tuple([item(each) for each in value])
        parts = [_reader(each) for each in arguments]
        return lambda value: tuple([part(each) for part, each in zip(parts, value, strict=True)])
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return hint
    return _READERS.get(hint) or _exactly(hint)


def _exactly(kind: type[Any]) -> Callable[[Any], Any]:
    def read(value: Any) -> Any:
        if type(value) is not kind:
            raise TypeError(value)
        return value

    return read


_READERS: dict[Any, Callable[[Any], Any]] = {str: clean, datetime: datetime.fromisoformat, date: date.fromisoformat, float: float}
