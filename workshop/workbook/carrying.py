"""A whole workshop as documents, for our own json, and back to records."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from workshop.errors import WorkshopError
from workshop.model.capture.kinds import OFF
from workshop.model.keys import words_id
from workshop.model.paraphrase import Paraphrase
from workshop.model.records import Check, Entry, Records, Reflection, Workshop
from workshop.store.schema import Record, from_document, to_document
from workshop.text import clean_line

TABLES = (
    "sessions",
    "participants",
    "themes",
    "statements",
    "artworks",
    "reflections",
    "timeline",
    "attendance",
    "checks",
    "paraphrases",
    "codings",
    "responses",
    "votes",
    "recommendations",
    "followups",
    "watched",
)
"""What is carried, in an order in which little comes before what it names. What was withdrawn or put aside is not among it."""
_OWN = ("title", "cover", "perspectives", "thresholds", "chatham_house")
"""Of the workshop's own record; never the salt, which its ids are made with."""
_NO_DATE = "1970-01-01T00:00:00+00:00"
_CURE = "Export it once more, and change nothing in it."


def table_of(records: Records, table: str) -> Mapping[str, Any]:
    """One of TABLES, by id."""
    if table == "timeline":
        return {entry.id: entry for entries in records.timelines.values() for entry in entries}
    found: Mapping[str, Any] = getattr(records, table)
    return found


def documents_of(records: Records) -> dict[str, dict[str, Any]]:
    """All that the records hold, as JSON-ready documents by table and id, without the words of remarks off the record.

    Of checks and paraphrases only those of words that still stand are among them: by another workshop's salt nobody could tell.
    """
    own = to_document(records.workshop)
    found: dict[str, dict[str, Any]] = {"workshop": {name: own[name] for name in _OWN if name in own}}
    for table in TABLES:
        held = table_of(records, table).items()
        found[table] = {key: to_document(_without_words(each)) for key, each in held if _holds(each, records)}
    return found


def records_of(documents: Mapping[str, Any], name: str) -> Records:
    """The records in documents that `documents_of` made; `name` is the file's, for the error.

    Raises WorkshopError where one of them can't be a record: then nothing of the file is believed.
    """
    tables = {table: _table(documents.get(table, {}), table, name) for table in TABLES}
    timelines: dict[str, list[Entry]] = {}
    for entry in sorted(tables.pop("timeline").values(), key=lambda each: each.id):
        timelines.setdefault(entry.session, []).append(entry)
    return Records(
        workshop=_own_record(documents.get("workshop"), name),
        timelines={session: tuple(entries) for session, entries in timelines.items()},
        **tables,
    )


def _holds(record: Record, records: Records) -> bool:
    if not isinstance(record, Check | Paraphrase):
        return True
    said = records.reflections.get(record.reflection)
    return said is not None and record.words == words_id(records.workshop.salt, said.text)


def _without_words(record: Record) -> Record:
    return replace(record, text="") if isinstance(record, Reflection) and OFF in record.kinds else record


def _table(documents: Any, table: str, name: str) -> dict[str, Any]:
    if not isinstance(documents, Mapping):
        raise WorkshopError(f"{name}: {table} can't be read.", _CURE)
    found = {}
    for key, document in documents.items():
        try:
            found[clean_line(key)] = from_document(table, clean_line(key), document)
        except (ValueError, TypeError, KeyError, AttributeError) as fault:
            raise WorkshopError(f"{name}: a record of {table} can't be read ({clean_line(key)[:40]}).", _CURE) from fault
    return found


def _own_record(document: Any, name: str) -> Workshop:
    """What may be known of the other workshop. Its record is made for a moment, and stored nowhere."""
    try:
        told = {key: document[key] for key in _OWN if key in document}
        found = from_document("workshop", "workshop", {"salt": "", "created": _NO_DATE, **told})
    except (ValueError, TypeError, KeyError) as fault:
        raise WorkshopError(f"{name} doesn't say of what workshop it is.", _CURE) from fault
    if not isinstance(found, Workshop):
        raise WorkshopError(f"{name} doesn't say of what workshop it is.", _CURE)
    return found
