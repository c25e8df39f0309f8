"""The timeline of a session: its entries and the clock that they make, and how an entry is written."""

from datetime import UTC
from pathlib import Path
from typing import NamedTuple

from workshop.clocks import local_zone
from workshop.clocks import read as read_clock
from workshop.model.clock import Clock as SessionClock
from workshop.model.clock import check, fold
from workshop.model.plan import Activity
from workshop.model.reading import Reading
from workshop.model.records import Entry, Session, Verb
from workshop.model.rehearsal import rehearsed, taken_up
from workshop.store.repository import Repository
from workshop.workbook.instants import Clock
from workshop.workbook.statements import Statements


class _Held(NamedTuple):
    """Entries that no disk took yet; `what` was done, empty where it is no step of its own to undo."""

    what: str
    entries: tuple[Entry, ...]


class Timeline(Statements):
    """What the verbs of the clock share.

    An entry that can't be saved raises NotSavedError as everything does, and yet the clock goes on with it, in memory: the room doesn't
    wait for a disk. It is saved with the next entry, or look, that can be.
    """

    def __init__(self, folder: Path, repository: Repository, clock: Clock = read_clock) -> None:
        """As a desk."""
        super().__init__(folder, repository, clock)
        self._held: dict[str, list[_Held]] = {}

    def reading(self, session: Session) -> Reading:
        """What the session's clocks read now: this computer's, or those of its rehearsal."""
        real = self.read_clock()
        if session.rehearsal is None:
            return real
        entries = self.timeline(session)
        return rehearsed(Reading.of(entries[-1]), real) if entries else taken_up(real.wall, session.rehearsal, real)

    def timeline(self, session: Session) -> tuple[Entry, ...]:
        """All entries in order, those too that are only in memory."""
        saved = self.records.timelines.get(session.id, ())
        held = [entry for each in self._held.get(session.id, ()) for entry in each.entries]
        return tuple(sorted((*saved, *held), key=lambda each: each.id)) if held else saved

    def clock(self, session: Session) -> SessionClock:
        """The session's clock, folded from its timeline; folded again only when that has changed."""
        entries = self.timeline(session)
        kept = self._clocks.get(session.id)
        if kept is None or kept[0] is not entries:
            kept = (entries, fold(self.plan_of(session).activities, entries, local_zone()))
            self._clocks[session.id] = kept
        return kept[1]

    def activities(self, session: Session) -> tuple[Activity, ...]:
        """The session's activities, by the index that entries and remarks name them by: the plan's, then those added as it ran."""
        return self.clock(session).state.activities

    def save_held(self, session: Session) -> None:
        """Save what is only in memory, if there is any. Raises NotSavedError."""
        held = self._held.get(session.id, [])
        while held:
            what, entries = held[0]
            if what:
                self._do(what, *entries)
            else:
                self.repository.put(*entries)
            held.pop(0)

    def _enter(self, session: Session, what: str, *entries: Entry) -> None:
        """Write entries into the timeline as one durable change that one undo takes back. WorkshopError where one could do nothing."""
        clock, before = self.clock(session), self.timeline(session)
        for count, entry in enumerate(entries, 1):
            check(clock, entry)
            if count < len(entries):
                clock = fold(self.plan_of(session).activities, (*before, *entries[:count]), local_zone())
        self._keep(session, what, *entries)

    def _keep(self, session: Session, what: str, *entries: Entry) -> None:
        self._held.setdefault(session.id, []).append(_Held(what, entries))
        self.save_held(session)

    def _cancel(self, session: Session, entry: Entry) -> None:
        self.repository.put(self._entry(session, Verb.UNDO, None, cancels=entry.id))

    def _entry(self, session: Session, verb: Verb, now: Reading | None, **more: object) -> Entry:
        reading = now or self.reading(session)
        return Entry(
            id=self.repository.new_id(),
            session=session.id,
            verb=verb,
            at=reading.wall.astimezone(UTC),
            boot=reading.boot,
            boot_id=reading.boot_id,
            **more,  # type: ignore[arg-type]  # the optional fields of Entry, passed on by name
        )
