"""History: every version of a record, whose it is, and the choice where two people edited one at the same time."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, NamedTuple

from workshop.errors import WorkshopError
from workshop.model.artwork import Artwork
from workshop.model.consent import BearsConsent
from workshop.model.recommendation import Recommendation
from workshop.model.records import Participant, Reflection, Session, Statement, Theme, Workshop
from workshop.store.schema import Record, from_document, table_of_type, to_document, type_of_table
from workshop.store.state import Version
from workshop.store.steps import identity
from workshop.text import clean, clean_line, fold
from workshop.workbook.desk import Desk

_NUMBERED = r"[adrst]\d+[a-z]*"
"""What names a remark, a statement, a recommendation, an artwork or a session, whatever somebody's code may be."""
_NUMBERED_TABLES = {"S": "sessions", "T": "statements", "D": "recommendations", "R": "reflections", "A": "artworks"}
_TOLD_APART = 4
"""Letters of another computer's digest that are shown, to tell it from a third one."""


class Revision(NamedTuple):
    """One version of a record. `number` counts from 1, oldest first; `at` is the writer's clock, which may have been wrong.

    `writer` is the random name under which one window wrote, `where` the computer in words, as far as that is known. `record` is None
    where it was deleted, or can't be read (`trouble`). `shown` is the one that counts; `offered` are those that were written at the same
    time, and wait for a choice.
    """

    number: int
    version: str
    writer: str
    at: datetime
    record: Record | None
    trouble: str = ""
    shown: bool = False
    offered: bool = False
    where: str = ""

    @property
    def fields(self) -> dict[str, Any]:
        """What the record says, but for what stands at its default, as JSON-ready values; of a picture, how large it is."""
        found = to_document(self.record) if self.record else {}
        return found | {"picture": f"{len(found['picture']):,} letters of base64"} if "picture" in found else found

    def as_json(self) -> dict[str, Any]:
        """For machines."""
        return {
            "number": self.number,
            "version": self.version,
            "writer": self.writer,
            "where": self.where or None,
            "at": self.at.isoformat(),
            "shown": self.shown,
            "offered": self.offered,
            "deleted": self.record is None and not self.trouble,
            "trouble": self.trouble or None,
            "record": self.fields or None,
        }


class Conflict(NamedTuple):
    """A record that was edited at two places at the same time: the revision shown, then those on offer, newest first."""

    ref: str
    revisions: tuple[Revision, ...]

    def as_json(self) -> dict[str, Any]:
        """For machines."""
        return {"ref": self.ref, "versions": [each.as_json() for each in self.revisions]}


def tell_apart(revisions: Sequence[Revision]) -> tuple[str, ...]:
    """Each revision in words: its text or title, and whatever else is not alike in all of them."""
    every = [each.fields for each in revisions if each.record]
    names = {name for fields in every for name in fields if any(other.get(name) != fields[name] for other in every)}
    return tuple(_words(each, names) for each in revisions)


class History(Desk):
    """The verbs that look back, and choose."""

    def edit(self, reference: str, text: str) -> Reflection:
        """Change the words of a reflection; what they were stays in its history. Raises WorkshopError where there are none."""
        reflection = self.reflection(reference)
        words = clean(text).strip()
        if not words:
            raise WorkshopError("A reflection needs words.", "To take it back altogether: undo, or withdraw it.")
        edited = replace(reflection, text=words)
        if edited != reflection:
            self._do(f"the edit of {self.ref(reflection)}", edited)
        return edited

    def history(self, reference: str) -> tuple[Revision, ...]:
        """All versions of what R12, T3, S1 or a conflict's `ref` names, oldest first. Raises WorkshopError where there is no such thing."""
        return self._revisions(self._named(reference))

    def conflicts(self) -> tuple[Conflict, ...]:
        """All records that have several versions for a person's choice, in order of their references."""
        db = self.repository.db
        contested = {key for key in db.contested() if db.conflicts(*key)}
        if not contested:
            return ()
        found = []
        for record in self._everything():
            if self.repository.key(record) in contested:
                revisions = self._revisions(record)
                offered = [each for each in reversed(revisions) if each.offered]
                found.append(Conflict(self.reference(record), (*(each for each in revisions if each.shown), *offered)))
        return tuple(sorted(found, key=lambda each: (each.ref[:1], len(each.ref), each.ref)))

    def choose(self, reference: str, version: str) -> Revision:
        """Make a version, named by its number in the history or by itself, the only one that counts. Raises WorkshopError.

        It may be any version there ever was: so this also goes back to an older one, and brings back what was undone, with what went in
        the same write.
        """
        record = self._named(reference)
        revisions = self._revisions(record)
        wanted = version.strip()
        chosen = next((each for each in revisions if wanted in (str(each.number), each.version)), None)
        if chosen is None:
            raise WorkshopError(f"{reference} has no version {version}.", f"It has {len(revisions)}: see `workshop history`.")
        if chosen.trouble:
            raise WorkshopError(f"Version {version} of {reference} cannot be read ({chosen.trouble}).")
        if chosen.record is None:
            self._do(f"the choice for {reference}", gone=(record,))
        else:
            self._do(f"the choice for {reference}", _agreeing_as(chosen.record, record), *self._gone_with(record), settle=True)
        return chosen

    def reference(self, record: Record) -> str:
        """What a person types for a record: R12, p3 (S1/p3 where that is not clear), theme/food-banks, workshop, else its table and id."""
        match record:
            case Session() | Reflection() | Statement() | Recommendation() | Artwork():
                return self.ref(record)
            case Participant():
                return self._person_ref(record)
            case Theme(title=title):
                return f"theme/{fold(title).replace(' ', '-')}"
            case Workshop():
                return "workshop"
        return "/".join(self.repository.key(record))

    def _person_ref(self, person: Participant) -> str:
        alike = [each for each in self.records.participants.values() if fold(each.code) == fold(person.code)]
        if len(alike) <= 1 and not re.fullmatch(_NUMBERED, person.code, re.IGNORECASE):
            return person.code
        sessions = sorted(each.id for each in self.records.sessions.values() if each.cohort == person.cohort)
        return f"{self.ref(self.records.sessions[sessions[0]]) if sessions else person.cohort}/{person.code}"

    def _named(self, reference: str) -> Record:
        typed = reference.strip()
        if not re.fullmatch(_NUMBERED, typed, re.IGNORECASE):
            found = next((each for each in self._everything() if fold(self.reference(each)) == fold(typed)), None)
            if found is not None:
                return found
            alike = [self.reference(each) for each in self.records.participants.values() if fold(each.code) == fold(typed)]
            if alike:
                raise WorkshopError(
                    f'"{clean_line(typed)}" is the code of more than one person.', f"Say which: {', '.join(sorted(alike))}."
                )
        letter = typed[:1].upper()
        table = _NUMBERED_TABLES.get(letter, "reflections")
        removed = self._removed(table, letter if letter in _NUMBERED_TABLES else "R", typed)
        if removed is not None:
            return removed
        named_by: Mapping[str, Callable[[str], Record]] = {
            "S": self.session,
            "T": self.statement,
            "D": self.recommendation,
            "A": self.artwork,
        }
        return named_by.get(letter, self.reflection)(typed)

    def _gone_with(self, record: Record) -> Iterator[Record]:
        """What was deleted in the same write as a record that is gone: who said it, its themes; as far as that is not back already."""
        db = self.repository.db
        last = db.history(*self.repository.key(record))[-1]
        for table, place in db.written(frozenset({last.version})).get(last.version, ()) if last.document is None else ():
            if (
                table in type_of_table
                and identity(table, place) != record.id
                and self.repository.get(table, identity(table, place)) is None
            ):
                with_it = self.repository.removed(table, place)
                if with_it is not None:
                    yield with_it

    def _everything(self) -> Iterator[Record]:
        records = self.records
        yield records.workshop
        for entries in records.timelines.values():
            yield from entries
        for table in type_of_table:
            if table not in ("workshop", "timeline"):
                yield from getattr(records, table).values()

    def _revisions(self, record: Record) -> tuple[Revision, ...]:
        db, (table, place) = self.repository.db, self.repository.key(record)
        offered = {each.version for each in db.conflicts(table, place)}
        document = db.table(table).get(doc_id=place)
        versions = db.history(table, place)
        shown = next((each.version for each in reversed(versions) if each.document == document and each.version not in offered), "")
        laptops = self._steps.laptops()
        return tuple(
            _revision(number, record, each)._replace(
                shown=each.version == shown, offered=each.version in offered, where=self._where(laptops.get(each.writer, ""))
            )
            for number, each in enumerate(versions, 1)
        )

    def _where(self, laptop: str) -> str:
        if not laptop:
            return ""
        return "this computer" if laptop == self.laptop else f"computer {laptop[:_TOLD_APART]}"

    def has_offers(self, record: Record) -> bool:
        """Whether other versions of it wait for a choice."""
        return bool(self.repository.db.conflicts(*self.repository.key(record)))


def _revision(number: int, record: Record, version: Version) -> Revision:
    found, trouble = None, ""
    if version.document is not None:
        try:
            found = from_document(table_of_type[type(record)], record.id, version.document)
        except (ValueError, TypeError, KeyError) as fault:
            trouble = clean_line(f"{type(fault).__name__}: {fault}")
    return Revision(number, version.version, version.writer, version.time, found, trouble)


def _words(revision: Revision, names: Collection[str]) -> str:
    if revision.record is None:
        return f"can't be read ({revision.trouble})" if revision.trouble else "taken back"
    fields = revision.fields
    main = next((name for name in ("text", "title", "code", "caption") if name in fields), "")
    rest = [f"{name}: {fields.get(name, 'none')}" for name in sorted(names) if name != main]
    return "; ".join([*([str(fields[main])] if main else []), *rest])


def _agreeing_as(record: Record, now: Record) -> Record:
    """The record with the consent that counts now: to choose between two wordings is not to agree to anything."""
    if isinstance(record, BearsConsent) and isinstance(now, BearsConsent):
        return replace(record, consent=now.consent, research=now.research, consent_at=now.consent_at)
    return record
