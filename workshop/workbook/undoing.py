"""Undo, of any depth: what was done in this window, then what this computer did before it in the session that is on."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from typing import Any, NamedTuple

from workshop.clocks import local_zone
from workshop.errors import WorkshopError
from workshop.model.artwork import Artwork
from workshop.model.clock.undo import effect
from workshop.model.recommendation import Recommendation
from workshop.model.records import Entry, Participant, Records, Session, Statement, Theme, Verb
from workshop.model.reverting import reverted
from workshop.store.line import Key
from workshop.store.schema import Record, type_of_table
from workshop.store.steps import Change, Step, day_before, identity
from workshop.workbook.deeds import in_words
from workshop.workbook.sessions import Sessions

_LINKS = ("participant", "theme", "session", "statement", "parent", "same_as", "choice", "into", "recommendation", "themes", "artwork")
"""Fields by which others rest on a person, a theme, a session, a statement, a recommendation or an artwork."""
STRUCK = "A strike can't be undone: its words are gone."
"""Said once, to whoever presses undo by reflex: it would else take back an earlier deed unseen."""
_CHANGED = "what was changed elsewhere since stays"
_RESTED_ON = (Participant, Theme, Session, Statement, Recommendation, Artwork)


@dataclass(frozen=True, slots=True)
class Deed:
    """Something that can be undone: in words, when it was done, and whether in this window."""

    what: str
    at: datetime
    here: bool

    def as_json(self) -> dict[str, Any]:
        """For machines."""
        return {"what": self.what, "at": self.at.isoformat(), "here": self.here}


class Back(NamedTuple):
    """How one record is taken back: put as it was, deleted, or (an entry of a clock) cancelled; or why it is left as it is."""

    put: Record | None = None
    gone: Record | None = None
    cancelled: Entry | None = None
    stays: str = ""


class Undoing(Sessions):
    """The verbs that undo.

    First what was done in this window, then what this computer did before it was opened: since the open session began, or else in the
    last day. What another window does meanwhile, and other laptops did, is left to them; and of a record that was changed
    elsewhere since, what was changed there stays.
    """

    _next: tuple[tuple[int, int], str] = ((-1, 0), "")
    _undo_asked: tuple[int, str] = (-1, "")
    """What of an earlier window was named last, by its version, and when: what changes meanwhile has it named again."""
    _earlier: tuple[str, Step | None] | None = None
    """The last thing that was done in an earlier window, and how far back that was looked for; None where it has to be looked for."""

    @property
    def undoable(self) -> str:
        """What `undo` would take back, in words; "" where there is nothing. Looked for once a change, so a screen may ask at every key."""
        state = (self.serial, len(self._done))
        if self._next[0] != state:
            found = next(self._left_here(), None) or self._last_before()
            here = (done.what for done in reversed(self._done) if found and found.version in done.version)
            self._next = (state, self._in_words(found, {found.version: next(here, "")}) if found else "")
        return self._next[1]

    def deeds(self) -> tuple[Deed, ...]:
        """All that can be undone, in the order in which `undo` does it."""
        mine = self._done_here()
        return tuple(Deed(self._in_words(step, mine), step.at, step.version in mine) for step in self._steps_left())

    def undo(self) -> str:
        """Take back the last thing done and say what it was, and what of it stays. Raises WorkshopError where there is nothing."""
        step = next(self._steps_left(), None)
        if self._struck:
            self._struck = False
            then = f"Undo once more takes back what was done before it: {self._in_words(step, self._done_here())}." if step else ""
            raise WorkshopError(STRUCK, then)
        if step is None:
            raise WorkshopError("There is nothing to undo.", self._whose_is_next())
        mine = self._done_here()
        said = self._in_words(step, mine)
        self._earlier = None
        backs = self._kept(back for key in step.keys if (back := self._reversal(step, key)))
        stays = [*dict.fromkeys(back.stays for back in backs if back.stays), *self._left_out(step)]
        with self.repository.db.transaction():
            self._steps.note_undone(step.version, self.laptop, [self.repository.key(each) for each in _changed(backs)])
            self._take_back(backs)
        for done in self._done:
            if step.version in done.version:
                self._undone[step.version] = done
        self._done = [done for done in self._done if step.version not in done.version]
        if step.version not in mine:
            said += f" (done at {step.at.astimezone(local_zone()):%H:%M}, in an earlier window)"
        return "; ".join([said, *stays])

    def undo_asking(self) -> str:
        """As `undo`; but what was done before this window was opened is named first (WorkshopError), and undone when asked again."""
        step = next(self._steps_left(), None)
        if step is not None and not self._struck and step.version not in self._done_here():
            state = (self.serial, step.version)
            if self._undo_asked != state:
                self._undo_asked = state
                raise WorkshopError(
                    f"The last thing was done at {step.at.astimezone(local_zone()):%H:%M}, before this window was opened: "
                    f"{self._in_words(step, {})}.",
                    "Undo once more takes it back.",
                )
        return self.undo()

    def _left_out(self, step: Step) -> Iterator[str]:
        """Of a choice between versions that is taken back: where the others stand."""
        for key in step.keys:
            if self.repository.db.settled(*key, step.version):
                yield "the other version stands in its history, and is chosen from there"

    def _steps_left(self) -> Iterator[Step]:
        """What can be undone, the next one first. What earlier windows did is looked for only after this one's."""
        yield from self._left_here()
        yield from self._left_before()

    def _left_here(self) -> Iterator[Step]:
        for done in reversed(self._done):
            if done.version:  # else it never reached the disk
                step = Step(done.version[0], done.keys, done.before)
                if self._is_left(step):
                    yield step

    def _left_before(self) -> Iterator[Step]:
        mine = self._done_here()
        for step in self._steps.of(self.laptop, self._undo_reaches()):
            if step.version < self._opened and step.version not in mine and self._is_left(step):
                yield step

    def _last_before(self) -> Step | None:
        """The first of those, looked for anew only when it is gone: what comes in meanwhile is none of them, and may come often."""
        reach, kept = self._undo_reaches(), self._earlier
        if kept is None or kept[0] != reach or (kept[1] is not None and not self._is_left(kept[1])):
            kept = self._earlier = (reach, next(self._left_before(), None))
        return kept[1]

    def _undo_reaches(self) -> str:
        session = self.open_session()
        return session.id if session else day_before(self._opened)

    def _whose_is_next(self) -> str:
        """Whose the last thing is that can't be undone here, and what."""
        since = self._undo_reaches()
        windows = (each for each in self._steps.of(self.laptop, since) if each.version > self._opened and self._is_left(each))
        step = next(windows, None)
        if step is not None:
            return f"In another window on this computer the last was: {self._in_words(step, {})}. Undo it there."
        step = next((each for each in self._steps.of(self.laptop, since, others=True) if self._is_left(each)), None)
        return f"On another laptop the last was: {self._in_words(step, {})}. Undo it there." if step else ""

    def _done_here(self) -> dict[str, str]:
        """What was done in this window, in the words of its verbs, by the version of its line."""
        return {version: done.what for done in self._done for version in done.version}

    def _in_words(self, step: Step, mine: Mapping[str, str]) -> str:
        done = mine.get(step.version)
        if done and not any(self._is_put_aside(*key) for key in step.keys):
            return done
        return in_words([each for key in step.keys if (each := self._steps.change(step, key))], self)

    def _is_put_aside(self, table: str, key: str) -> bool:
        """Whether it is a remark whose words no ordinary list may show."""
        return table == "reflections" and self.repository.shown(table, key) is None and self.repository.get(table, key) is not None

    def _is_left(self, step: Step) -> bool:
        return any(self._reversal(step, key) for key in step.keys)

    def _kept(self, found: Iterable[Back]) -> list[Back]:
        """How all of it is taken back. What others rest on stays: another window's remark keeps its speaker and its themes."""
        backs = list(found)
        going = {back.gone.id for back in backs if isinstance(back.gone, _RESTED_ON)}
        rested = _rested_on(self.repository.everything(), backs, going) if going else set()
        left = [back for back in backs if not (back.gone and back.gone.id in rested)]
        return left or [Back(stays="it stays, since others rest on it")]

    def _reversal(self, step: Step, key: Key) -> Back | None:
        """How one record is taken back; None where there is nothing to do, because it was done already, or the record was withdrawn."""
        change = self._steps.change(step, key)
        if change is None:
            return None
        now = self.repository.get(key[0], identity(*key))
        if self._is_put_aside(key[0], identity(*key)):
            return Back(stays="it stays, being put aside")
        if isinstance(change.after, Entry) and change.before is None and ("sessions", change.after.session) not in step.keys:
            return Back(cancelled=change.after) if self._stands(change.after) else None
        return _back(change, now)

    def _stands(self, entry: Entry) -> bool:
        timeline = self.records.timelines.get(entry.session, ())
        return entry.verb not in (Verb.UNDO, Verb.OBSERVED) and entry.id in effect(timeline).standing

    def _take_back(self, backs: Sequence[Back]) -> None:
        for back in backs:
            if back.put:
                self.repository.put(back.put)
            if back.gone:
                self.repository.remove(back.gone)
        for entry in sorted((back.cancelled for back in backs if back.cancelled), key=lambda each: each.id, reverse=True):
            self._cancel(self.session(entry.session), entry)


def _changed(backs: Iterable[Back]) -> Iterator[Record]:
    """The records that were there and are put back or deleted."""
    return (record for back in backs if (record := back.put or back.gone))


def _back(change: Change, now: Record | None) -> Back | None:
    """How a record is taken back that is no entry of a clock, as it is `now`."""
    before, after = change
    if before is None or now is None or after is None:
        if before is None and now is not None and after is not None:
            return Back(gone=now) if now == after else Back(stays=_CHANGED)
        return Back(put=before) if now is None and after is None else None
    put, whole = reverted(before, after, now)
    if put == now:
        return None if whole else Back(stays=_CHANGED)
    return Back(put=put, stays="" if whole else _CHANGED)


def _rested_on(records: Records, backs: Collection[Back], sought: Collection[str]) -> set[str]:
    """Which of those sought (ids) a record will name when all this is taken back."""
    put = {back.put.id: back.put for back in backs if back.put}
    gone = {back.gone.id for back in backs if back.gone}
    tables = (getattr(records, table).values() for table in type_of_table if table not in ("workshop", "timeline"))
    stays = (put.get(each.id, each) for each in chain(*tables, *records.timelines.values(), put.values()) if each.id not in gone)
    values = (getattr(record, link, None) for record in stays for link in _LINKS)
    named = (each for value in values for each in (value if isinstance(value, tuple) else (value,)))
    return {each for each in named if isinstance(each, str) and each in sought}
