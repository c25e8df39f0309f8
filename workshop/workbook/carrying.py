"""A whole workshop as documents, for our own json, and back to records."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from workshop.errors import WorkshopError
from workshop.model.capture.kinds import OFF
from workshop.model.clearance import Clearance
from workshop.model.keys import words_id
from workshop.model.paraphrase import Paraphrase
from workshop.model.records import Check, Entry, Records, Reflection, Workshop
from workshop.privacy.texts import words_at
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
    "clearances",
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

    Of checks, paraphrases and answers to flags only those to words that still stand are among them (`standing`).
    """
    records = standing(records)
    own = to_document(records.workshop)
    found: dict[str, dict[str, Any]] = {"workshop": {name: own[name] for name in _OWN if name in own}}
    for table in TABLES:
        found[table] = {key: to_document(_without_words(each)) for key, each in table_of(records, table).items()}
    return found


def standing(records: Records) -> Records:
    """The records with only those checks, paraphrases and answers to flags that are of words as they are now.

    Another workshop makes the digest of the words anew, with its own salt, and by that nobody could tell any more. An answer to a flag in
    what took the place of words, and one in a plan's titles and lanes, has no words here of which that could be made: it stays behind.
    """
    return replace(
        records,
        checks={key: each for key, each in records.checks.items() if _is_of(each, records)},
        paraphrases={key: each for key, each in records.paraphrases.items() if _is_of(each, records)},
        clearances={key: each for key, each in records.clearances.items() if _is_of_words(each, records)},
    )


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


def _is_of(record: Check | Paraphrase, records: Records) -> bool:
    said = records.reflections.get(record.reflection)
    return said is not None and record.words == words_id(records.workshop.salt, said.text)


def _is_of_words(answer: Clearance, records: Records) -> bool:
    words = words_at(records, answer.place)
    return words is not None and answer.words == words_id(records.workshop.salt, words)


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
