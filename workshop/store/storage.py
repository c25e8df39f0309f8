"""The engine: a folder of journals behind TinyDB's `Storage`, with transactions, following and erasure."""

import gc
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tinydb.storages import Storage

from workshop.errors import LockedError, NotSavedError
from workshop.store import damage, trouble
from workshop.store.compacting import LEAST, QUIET, Compactor
from workshop.store.damage import Damage
from workshop.store.erasure import Eraser
from workshop.store.follow import Follower
from workshop.store.fs import FileSystem
from workshop.store.guard import Guard
from workshop.store.hlc import Clock
from workshop.store.journal import Journal
from workshop.store.line import Key, Line, LineCodec, spellings
from workshop.store.names import SEALED
from workshop.store.ownrecord import OWN_RECORD, is_own_record
from workshop.store.rewriting import Pending
from workshop.store.sealing import IN_USE, Sealer
from workshop.store.state import Change, State, Version, copied
from workshop.store.transaction import Transaction

ERASURE_RETRY = 10.0
"""Seconds between two tries at files that could not be rewritten, while nothing else happens."""


class JournalStorage(Storage):
    """State and disk of one workshop.

    Two locks: `_writing` is held while a line is made and brought to the disk, `memory` only while the state is read or changed. So
    reading never waits for a disk. Subscribers are called in the thread that wrote or refreshed, with `_writing` held, and so in
    order: a subscriber must not wait for another thread that may write.
    """

    def __init__(self, folder: Path, fs: FileSystem, now: Callable[[], float], name: Callable[[], str], codec: LineCodec) -> None:
        """Open or make the folder. WorkshopError when it can be neither listed nor made; damage in it is no error."""
        self.folder = folder
        self.clock = Clock(now)
        self.writer = name()
        self.state = State()
        self.memory = threading.RLock()
        self.serial = 0
        self.read_only = ""
        self.damage: tuple[Damage, ...] = ()
        self.pending: tuple[Pending, ...] = ()
        self.codec = codec
        self.in_clear: tuple[str, ...] = ()
        self.unsealed: tuple[Pending, ...] = ()
        self._fs, self._now, self._name = fs, now, name
        self._writing = threading.RLock()
        self._follower = Follower(fs, folder, codec)
        self._eraser = Eraser(fs, folder, codec, name)
        self._sealer = Sealer(fs, folder, codec, name)
        self._compactor = Compactor(fs, folder, codec, name)
        self._journal: Journal | None = None
        self._transaction: Transaction | None = None
        self._voids: list[tuple[str, int]] = []
        self._carried = b""
        self._own_record: dict[str, Line] = {}
        self._remarks: list[Damage] = []
        self._closed = False
        self._outdated = False
        self._subscribers: list[Callable[[tuple[Change, ...]], None]] = []
        self._unpublished: deque[tuple[Change, ...]] = deque()
        self._publishing = False
        self._erasure_tried = 0.0
        try:
            fs.make_folder(folder)
            self._guard = Guard(fs, folder, codec)
            self._load()
        except OSError as error:
            raise trouble.cannot_open(error, folder) from error

    def read(self) -> dict[str, dict[str, Any]] | None:
        """All documents by table and id: the live ones, not to be changed; `JournalTable` copies what it hands out."""
        return self.state.documents

    def write(self, data: dict[str, dict[str, Any]]) -> None:  # noqa: ARG002 - TinyDB's signature
        """Refused: whoever replaces everything at once knows nothing of another window's words."""
        raise NotSavedError("Not saved: the store takes single documents, not a whole database at once.")

    def close(self) -> None:
        """Let go of the journal, and seal it in a locked workshop. What was read stays readable; nothing can be written any more.

        Whoever has written leaves the folder tidy: where there are many small journals, they become one.
        """
        with self._writing:
            seals = self.codec.locked and not self.read_only
            if self._journal is not None and self._journal.lines:
                self._subscribers = []
                self.compact(LEAST, QUIET)
            self._closed = True
            self.read_only = self.read_only or "the workshop has been closed"
            if self._journal is not None:
                self._journal.close()
                self._journal = None
            if seals:
                self._seal()

    def compact(self, least: int, quiet: float) -> int:
        """Fold small journals that no window has open, nobody has written for `quiet` seconds, if they are so many at least, into one.

        How many they were. It is housekeeping: where the disk refuses, nothing is lost, and another closing tries again.
        """
        with self._writing:
            if self._transaction is not None:
                return 0
            self._refresh()  # so that no word is copied that was erased meanwhile
            if self.read_only or self.pending or self.state.unclean:
                return 0
            try:
                folded = self._compactor.compact(least, self._now() - quiet)
            except OSError:
                folded = 0
            self._refresh()  # what was erased just now may stand in the new file
            return folded

    def _seal(self) -> None:
        """Make one age file of each journal that no window has open. Until that can be done, its lines are messages of their own."""
        try:
            self._check_place()
            self._check_lock()
            pending = self._sealer.seal([name for name in self._follower.names() if not name.endswith(SEALED)])
            self.unsealed = tuple(each for each in pending if each.why != IN_USE)  # whoever uses it seals it
        except OSError as error:
            self.unsealed = (Pending(str(self.folder), trouble.reason(error)),)
        except LockedError as error:
            self.unsealed = (Pending(str(self.folder), error.message),)

    # -- writing

    @contextmanager
    def transaction(self) -> Iterator[Transaction]:
        """What is staged in the block becomes one line at its end. A block inside another joins it, and falls away alone if it fails."""
        with self._writing:
            outer = self._transaction
            if outer is not None:
                before, whole = outer.savepoint(), False
                try:
                    yield outer
                    whole = True
                finally:
                    if not whole:
                        outer.restore(before)
                return
            self._transaction = transaction = Transaction(self.state)
            try:
                yield transaction
            finally:
                self._transaction = None
            writes = transaction.writes()
            if writes:
                transaction.version.append(self._commit(writes))

    def _commit(self, writes: list[list[Any]]) -> str:
        """Bring them to the disk as one line, and give the version that it gave."""
        if self.read_only:
            raise NotSavedError(f"Not saved: {self.read_only}.")
        try:
            journal = self._ready_journal()
            voids = [["void", *line] for line in self._voids]
            raw = self.codec.encode(Line(journal.writer, journal.number, self.clock.tick(), [*voids, *writes]))
            line = self.codec.decode(raw.rstrip(b"\n"))  # memory is made of what the disk holds, and before the disk holds it
            journal.append((b"" if journal.lines else self._repeated()) + self._carried + raw * (1 + is_own_record(line)))
        except OSError as error:
            raise trouble.not_saved(error, self.folder) from error
        except LockedError as error:
            raise NotSavedError(f"Not saved: {error.message}.") from error
        self._voids.clear()
        self._carried = b""
        self._publish(self._apply([line]))
        erased = {(write[1], write[2]) for write in line.writes if write[0] == "erase"}
        if erased:
            self.state.unclean |= erased
            self._clean_up()
        return line.version

    def _repeated(self) -> bytes:
        """What each journal begins with: the lines of the workshop's own record as it is now."""
        heads = self.state.heads(OWN_RECORD)
        return b"".join(self.codec.encode(self._own_record[version]) for version in heads if version in self._own_record)

    def _ready_journal(self) -> Journal:
        self._check_place()
        journal = self._journal
        if journal is not None and journal.trusted and not journal.intact():
            self._remarks.append(damage.taken_away(journal.name))
            self._carried += bytes(journal.lines)
            self._retire(journal)
        elif journal is not None and not journal.trusted:
            self._retire(journal)
        while self._journal is None:
            try:
                self._journal = self._new_journal()
            except FileExistsError:
                self.writer = self._name()
        return self._journal

    def _new_journal(self) -> Journal:
        journal = Journal(self._fs, self.folder, self.writer)
        try:
            self._check_lock()  # after the journal was made: whoever locks looks for journals in use, so that one sees the other
        except (OSError, LockedError):
            journal.close()
            raise
        return journal

    def _retire(self, journal: Journal) -> None:
        """Go on with another file. A line that may be left in this one though it was reported as not saved is never to count."""
        if not journal.trusted:
            self._voids.append((journal.writer, journal.number))
            with self.memory:
                self.state.voided.add((journal.writer, journal.number))
        journal.close()
        self._journal = None
        self.writer = self._name()

    def _check_place(self) -> None:
        self._guard.check_place({*self._follower.files, *([self._journal.name] if self._journal else [])})

    def _check_lock(self) -> None:
        try:
            self._guard.check_lock(self._follower.other_key)
        except LockedError as error:
            self.read_only = error.message
            raise

    def new_id(self) -> str:
        """An id that no other writer gives, later ones sorting after earlier ones: 22 characters of 0-9 and a-z."""
        return self.clock.tick() + self.writer

    @property
    def later(self) -> frozenset[Damage]:
        """Which of the damage is none, but what a newer version wrote."""
        return frozenset(fault.damage for fault in self._follower.faults() if fault.whole)

    @property
    def damaged(self) -> tuple[bytes, ...]:
        """The bytes of damaged stretches."""
        return tuple(fault.raw for fault in self._follower.faults())

    # -- following

    def refresh(self) -> tuple[Change, ...]:
        """Take in what other writers appended. Nothing is read while another thread writes, or inside a transaction."""
        if not self._writing.acquire(blocking=False):
            return ()
        try:
            return () if self._transaction is not None or self._closed else self._refresh()
        finally:
            self._writing.release()

    def _refresh(self) -> tuple[Change, ...]:
        lines: list[Line] = []
        replaced: list[str] = []
        touched: dict[Key, None] = {}
        unreachable: tuple[Damage, ...] = ()
        try:
            self._check_place()
            if self.codec.locked:  # else reading the names tells
                self._check_lock()
            lines, replaced = self._follower.poll(own=self._journal.name if self._journal else "")
            touched = self._apply(lines)
            self._outdated = self._outdated or bool(replaced)
            if self._outdated:
                touched |= self._rebuilt(replaced)
        except OSError as error:
            unreachable = (damage.unreachable(str(self.folder), trouble.reason(error)),)
        except LockedError:
            self.read_only = self.read_only or "the workshop was locked in another window: open it again"
            unreachable = (damage.shut(str(self.folder), self.read_only),)
        self.damage = (*unreachable, *self._remarks, *self._follower.damage())
        changes = self._publish(touched)
        if lines or replaced or (self.pending and abs(self._now() - self._erasure_tried) >= ERASURE_RETRY):
            self._clean_up()
        return changes

    def _load(self) -> None:
        lines, _ = self._follower.poll()
        collecting = gc.isenabled()
        gc.disable()  # it would look through all documents again and again while they come in
        try:
            self._apply(lines)
        finally:
            if collecting:
                gc.enable()
        if self._outdated:
            self._rebuilt([])
        self.damage = self._follower.damage()
        if self._follower.newer:
            self.read_only = "a newer version of workshop has written in this folder, and this one must not"
        self._clean_up()
        self.in_clear = tuple(self._follower.in_clear)
        if self.in_clear and not self.read_only:
            self._seal()

    def _apply(self, lines: Sequence[Line]) -> dict[Key, None]:
        touched: dict[Key, None] = {}
        with self.memory:
            voided = set(self.state.voided)
            for line in lines:
                self.state.apply(line, touched)
        self.clock.observe(line.stamp for line in lines)
        self._own_record |= {
            line.version: line for line in lines if line.writes and line.writes[0][1] == OWN_RECORD[0] and is_own_record(line)
        }
        if any(self._follower.has(*line) for line in self.state.voided - voided):
            self._outdated = True  # the line may have been taken in before it was known not to count
        return touched

    def _rebuilt(self, replaced: Iterable[str]) -> dict[Key, None]:
        """Read everything afresh, now that these files are others; the keys of what differs. OSError leaves all as it is."""
        follower = self._follower.afresh(replaced)
        lines, _ = follower.poll()
        own = self._carried + bytes(self._journal.lines if self._journal else b"")
        lines += [line for line in self.codec.decode_all(own.split(b"\n")) if isinstance(line, Line)]
        older, state = self.state, State(frozenset(self.state.voided))
        for line in lines:
            state.apply(line, {})
        self.clock.observe(line.stamp for line in lines)
        with self.memory:
            self._follower, self.state = follower, state
        self._outdated = False
        return dict.fromkeys(state.changed_since(older))

    def _publish(self, touched: Iterable[Key]) -> tuple[Change, ...]:
        with self.memory:
            changes = tuple(self.state.change(key) for key in touched)
            self.serial += bool(changes)
        if changes:
            self._unpublished.append(changes)
        if self._publishing:  # a subscriber wrote: its changes come after those that it is being told of
            return changes
        self._publishing = True
        try:
            while self._unpublished:
                told = self._unpublished.popleft()
                for subscriber in tuple(self._subscribers):
                    subscriber(told)
        finally:
            self._publishing = False
        return changes

    def _clean_up(self) -> None:
        """Take erased words out of the files that hold them, as far as that can be done now."""
        if self.read_only:
            return
        self._erasure_tried = self._now()
        damaged = [fault.raw for fault in self._follower.faults()]
        hidden = {key for key in self.state.erased if any(id_ in raw for raw in damaged for id_ in spellings(key[1]))} if damaged else set()
        keys = self.state.unclean | hidden
        try:
            pending = self._eraser.finish()
            if keys:
                if self._journal is not None and self._eraser.holds(self._journal.name, keys):
                    self._retire(self._journal)
                names = self._follower.names()
                healed = set(self._follower.healed)
                spare = [fault.raw for fault in self._follower.faults() if fault.damage in healed]
                undone, replaced = self._eraser.rewrite(names, keys, spare)
                self._follower.forget(set(names) - set(replaced))
                pending += undone
        except OSError as error:
            pending = [Pending(str(self.folder), trouble.reason(error))]
        self.pending = tuple(pending)
        if not pending:
            self.state.unclean.clear()

    # -- telling

    def conflicts(self, key: Key) -> tuple[Version, ...]:
        """Concurrent versions that are not shown and say something else, newest first."""
        with self.memory:
            return self.state.conflicts(key)

    def history(self, key: Key) -> tuple[Version, ...]:
        """All versions, oldest first."""
        with self.memory:
            return self.state.history(key)

    def changes(self) -> Iterator[Change]:
        """All documents as they are now, copied one by one as they are asked for."""
        with self.memory:
            snapshot = [(table, list(documents.items())) for table, documents in self.state.documents.items()]
        return (Change(table, id_, copied(document)) for table, documents in snapshot for id_, document in documents)

    def subscribe(self, callback: Callable[[tuple[Change, ...]], None]) -> None:
        """Call it with the changes of each commit and refresh from now on."""
        with self._writing:
            self._subscribers.append(callback)
