"""Another workshop on its way in: its records among those that are here, nothing written."""

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any

from workshop.errors import WorkshopError
from workshop.model.attendance import Attendance
from workshop.model.clearance import Clearance
from workshop.model.codebook import named
from workshop.model.keys import check_id, coding_id, digest, words_id
from workshop.model.paraphrase import Paraphrase
from workshop.model.records import Check, Coding, Participant, Records, Theme, Workshop
from workshop.model.watched import Watched, watched_id
from workshop.model.withdrawal import FOLLOWS, REMARK, REMARKS, speaker_of
from workshop.privacy.audience import Audience
from workshop.privacy.doubts import clearance_id
from workshop.privacy.texts import WORKSHOP, place_of, words_at
from workshop.store.numbers import NUMBERED
from workshop.store.schema import Record
from workshop.text import fold
from workshop.workbook.carrying import TABLES, table_of

_PEOPLE, _THEMES, _WATCHED = "participants", "themes", "watched"
_NAMING: Mapping[str, str] = {"participant": _PEOPLE, "same_as": _PEOPLE, "theme": _THEMES, "choice": _THEMES, "parent": _THEMES}
"""Fields that hold the id of a person or a theme, which may be known here under another."""


class Arrival:
    """Puts the records of another workshop among those that are here: `new` are those to store.

    Ids stay as they are, so that the same file brings nothing twice and findings keep their names. A person or a theme that is known
    here under another id is that one; ids that are digests of others are made anew, with this workshop's own salt. What was withdrawn
    here stays out. `ruled`: the Chatham House Rule comes with them.
    """

    def __init__(self, here: Records, numbers: Mapping[str, int]) -> None:
        """`numbers` are the next free ones by table."""
        self.new: list[Record] = []
        self.added: dict[str, int] = {}
        self.already = self.withdrawn = 0
        self.ruled = False
        self._here = here
        self._salt = here.workshop.salt
        self._next = dict(numbers)
        self._taken = {table: {each.number for each in table_of(here, table).values()} for table in NUMBERED}
        self._people = {(each.cohort, fold(each.code)): each.id for each in here.participants.values()}
        self._named = dict(named(here.themes))
        self._codings = {(each.reflection, each.theme, each.coder) for each in here.codings.values()}
        self._erased = {key for each in here.withdrawals.values() for key in each.erased}
        self._left = {(each.cohort, fold(each.code)) for each in here.withdrawals.values() if each.participant}
        self._known_as: dict[str, dict[str, str]] = {_PEOPLE: {}, _THEMES: {}}
        self._gone: dict[str, set[str]] = {table: set() for table in TABLES}
        self._there = self._here
        self._own = here.workshop

    def take(self, there: Records) -> None:
        """Find out what of all that is new here. Raises WorkshopError for perspectives that this workshop doesn't have."""
        self._there = there
        self._settings(there.workshop)
        for table in TABLES:
            known = table_of(self._here, table)
            for key, record in table_of(there, table).items():
                if isinstance(record, Clearance) and not self._has_place(record):
                    continue
                if (table, key) in self._erased or self._is_gone(record):
                    self._gone[table].add(key)
                    self.withdrawn += table in (*NUMBERED, "responses", "votes")
                    continue
                found = self._as_here(record)
                if found.id in known or self._is_coded(found):
                    self.already += table in NUMBERED
                    continue
                self.new.append(self._numbered(table, found))
                self.added[table] = self.added.get(table, 0) + 1

    def _settings(self, there: Workshop) -> None:
        """Where nothing is here yet, thresholds, perspectives and cover come too: findings are as they were.

        The Chatham House Rule comes in any case, since a room was promised it; where it holds here it is never taken away.
        """
        here = self._here.workshop
        self.ruled = there.chatham_house and not here.chatham_house
        own = replace(here, chatham_house=here.chatham_house or there.chatham_house)
        empty = not any(table_of(self._here, table) for table in TABLES if table != _WATCHED)
        if empty:
            own = replace(own, perspectives=there.perspectives, thresholds=there.thresholds, cover=there.cover)
        self._own = own
        self.new += [own] if own != here else []
        if empty:
            return
        missing = [name for name in there.perspectives if name not in here.perspectives]
        if missing:
            cure = f'Import it into a workshop of its own: workshop new TITLE --perspective "{missing[0]}"'
            raise WorkshopError(f"This workshop has no perspective {', '.join(missing)}, which the file has.", cure)

    def _is_gone(self, record: Any) -> bool:
        """Whether it goes with something that stays out: by the fields that withdrawals go by."""
        if isinstance(record, Participant):
            return (record.cohort, fold(record.code)) in self._left
        remarks, notes = self._gone["reflections"], self._gone["recommendations"]
        return (
            speaker_of(record) in self._gone[_PEOPLE]
            or getattr(record, REMARK, None) in remarks
            or not remarks.isdisjoint(getattr(record, REMARKS, ()))
            or getattr(record, FOLLOWS, None) in notes
        )

    def _as_here(self, record: Any) -> Any:
        """The record with the ids that this workshop has for its people and themes, and for itself."""
        if isinstance(record, Participant):
            return self._known(_PEOPLE, record, self._people.get((record.cohort, fold(record.code))))
        if isinstance(record, Theme):
            same = self._named.get(fold(record.title))
            record = self._known(_THEMES, record, same.id if same else None)
        names = {each.name for each in fields(record)}
        changes = {name: self._called(table, getattr(record, name)) for name, table in _NAMING.items() if name in names}
        if "themes" in names:
            changes["themes"] = tuple(dict.fromkeys(self._called(_THEMES, each) for each in record.themes))
        found = replace(record, **changes)
        return self._answer(found) if isinstance(found, Clearance) else self._own_id(found)

    def _is_coded(self, record: Any) -> bool:
        """Whether a coding says what is said here already, of a theme that another was merged into."""
        return isinstance(record, Coding) and (record.reflection, record.theme, record.coder) in self._codings

    def _known(self, table: str, record: Any, key: str | None) -> Any:
        if key is None or key == record.id:
            return record
        self._known_as[table][record.id] = key
        return replace(record, id=key)

    def _called(self, table: str, key: Any) -> Any:
        return self._known_as[table].get(key, key)

    def _own_id(self, record: Any) -> Any:
        match record:
            case Attendance(session=session, participant=person):
                return replace(record, id=digest(self._salt, "attendance", session, person))
            case Coding(reflection=remark, theme=theme, coder=coder):
                return replace(record, id=coding_id(self._salt, remark, theme, coder))
            case Check(reflection=remark):
                text = self._words_of(remark)
                return replace(record, id=check_id(self._salt, remark, text), words=words_id(self._salt, text))
            case Paraphrase(reflection=remark):
                text = self._words_of(remark)
                return replace(record, id=digest(self._salt, "paraphrase", remark), words=words_id(self._salt, text))
            case Watched(name=name):
                return replace(record, id=watched_id(self._salt, name))
            case _:
                return record

    def _words_of(self, remark: str) -> str:
        said = self._there.reflections.get(remark)
        return said.text if said else ""

    def _has_place(self, answer: Clearance) -> bool:
        """Whether the text that an answer is to has come too, or stands here; of the workshop's own texts, whether they are the same."""
        table, key, field = place_of(answer.place)
        words = words_at(self._there, answer.place)
        if words is None or answer.audience not in list(Audience) or key in self._gone.get(table, ()):
            return False
        return table != WORKSHOP or getattr(self._own, field) == words

    def _answer(self, given: Clearance) -> Clearance:
        """The answer to the same flag, as this workshop calls it."""
        table, key, field = place_of(given.place)
        words, place = words_at(self._there, given.place) or "", f"{table}/{self._known_as.get(table, {}).get(key, key)}/{field}"
        found = words[given.start : given.start + given.length]
        made = clearance_id(self._salt, Audience(given.audience), place, words, found)
        return replace(given, id=made, place=place, words=words_id(self._salt, words))

    def _numbered(self, table: str, record: Any) -> Any:
        """With its own number where that is free here, else the next one."""
        if table not in NUMBERED or record.number not in self._taken[table]:
            if table in NUMBERED:
                self._taken[table].add(record.number)
                self._next[table] = max(self._next[table], record.number + 1)
            return record
        number = self._next[table]
        self._next[table] = number + 1
        self._taken[table].add(number)
        return replace(record, number=number)
