"""The remarks of one session as rows of a list, kept up to date by what changes."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Protocol

from workshop.model.perspective import NOTE_TAKER, UNKNOWN, plural_of
from workshop.model.records import Answer, Coding, Records, Reflection, Session, Theme
from workshop.tui.widgets.reflections import RemarkRow
from workshop.workbook.book import Workbook


class Change(Protocol):
    """A record that is new or changed, or (None) gone: what a Workbook tells its subscribers."""

    @property
    def table(self) -> str:
        """The record's table."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def record(self) -> object:
        """What it is now."""


SEVERAL = "has several versions"
"""What is said of a remark that was edited in two places at once."""


@dataclass(frozen=True, slots=True)
class Difference:
    """What changes in the list: rows to show, each new or in place of itself, and the ids of those to drop."""

    shown: tuple[RemarkRow, ...]
    gone: tuple[str, ...]


@dataclass(slots=True)
class Remarks:
    """The rows of one session. It keeps which themes each remark has: to look through all codings would cost more at every remark."""

    book: Workbook
    session: Session
    _themes: dict[str, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))
    _coded: dict[str, str] = field(default_factory=dict)
    contested: set[str] = field(default_factory=set)
    """Ids of those of which other versions wait for a choice."""

    def rows(self) -> tuple[RemarkRow, ...]:
        """All rows, oldest first."""
        records = self.book.records
        for coding in records.codings.values():
            self._code(coding.id, coding)
        mine = sorted((each for each in records.reflections.values() if each.session == self.session.id), key=lambda each: each.id)
        return tuple(self._row(each, records) for each in mine)

    def take(self, news: Iterable[Change]) -> Difference:
        """What these changes do to the list."""
        touched: dict[str, None] = {}
        for change in news:
            if change.table == "reflections":
                touched[change.id] = None
            elif change.table == "codings":
                touched.update(dict.fromkeys(self._code(change.id, change.record if isinstance(change.record, Coding) else None)))
            elif change.table == "themes" and isinstance(change.record, Theme):
                touched.update(dict.fromkeys(self._coded_with(change.record.id)))
        records = self.book.records
        for key in tuple(touched):  # a number that two laptops gave names neither of them alone any more
            if key in records.reflections:
                touched.update(dict.fromkeys(self.book.twins(records.reflections[key])))
        shown, gone = [], []
        for key in touched:
            found = records.reflections.get(key)
            if found is None:
                gone.append(key)
                self.contested.discard(key)
            elif found.session == self.session.id:
                shown.append(self._row(found, records))
        return Difference(tuple(shown), tuple(gone))

    def _code(self, key: str, coding: Coding | None) -> tuple[str, ...]:
        """Note a coding, or that it is gone; the reflections that it is or was about."""
        before = self._coded.pop(key, None)
        if before is not None:
            self._themes[before].pop(key, None)
        if coding is None or coding.coder:
            return (before,) if before else ()
        self._coded[key] = coding.reflection
        self._themes[coding.reflection][key] = coding.theme
        return (coding.reflection,)

    def _coded_with(self, theme: str) -> list[str]:
        return [reflection for reflection, codings in self._themes.items() if theme in codings.values()]

    def _row(self, reflection: Reflection, records: Records) -> RemarkRow:
        themes = records.themes
        offers = self.book.has_offers(reflection)
        (self.contested.add if offers else self.contested.discard)(reflection.id)
        codings = self._themes.get(reflection.id, {})
        return RemarkRow(
            id=reflection.id,
            ref=self.book.ref(reflection),
            speaker=self._speaker(reflection, records),
            perspective=reflection.perspective,
            text=reflection.text,
            verbatim=reflection.verbatim,
            unfinished=reflection.unfinished,
            highlight=reflection.highlight,
            themes=tuple(themes[theme].title for theme in codings.values() if theme in themes),
            marks=(*marks_of(reflection), *((SEVERAL,) if offers else ())),
        )

    def _speaker(self, reflection: Reflection, records: Records) -> str:
        person = records.participants.get(reflection.participant or "")
        if person is not None:
            return person.code
        if reflection.perspective == self.session.group:
            return "group"
        return {NOTE_TAKER: "notes", UNKNOWN: "?"}.get(reflection.perspective) or plural_of(reflection.perspective)


def marks_of(reflection: Reflection) -> tuple[str, ...]:
    """What else is to be said of it, in words."""
    marks = [_SAID.get(kind, kind) for kind in reflection.kinds]
    if reflection.lane:
        marks.append(reflection.lane)
    if reflection.hands is not None:
        marks.append(f"{reflection.hands} hand{'' if reflection.hands == 1 else 's'}")
    return tuple(marks)


_SAID = {Answer.AGREE.value: "agrees", Answer.PARTLY.value: "partly", Answer.DISAGREE.value: "disagrees", "off": "off the record"}
