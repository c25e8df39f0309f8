"""`JournalDB`: TinyDB over a folder of append-only journals, one for each writing process."""

import time
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast

from tinydb import TinyDB

from workshop.store.damage import Damage
from workshop.store.fs import FileSystem
from workshop.store.hlc import REMARKABLE
from workshop.store.journal import random_name
from workshop.store.line import LineCodec
from workshop.store.rewriting import Pending
from workshop.store.state import Change, Version, copied
from workshop.store.storage import JournalStorage
from workshop.store.table import JournalTable

__all__ = ["Change", "Damage", "JournalDB", "Pending", "Version"]


class JournalDB(TinyDB):
    """One workshop's documents. TinyDB's API, ids are text, every write is on the medium when it returns.

    Several processes, windows and laptops may have one folder open, or copies of it: each writes its own file, `refresh` reads what
    the others appended, and files put side by side are merged. May be used from several threads: reading never waits for the disk,
    writing waits for writing. Writes raise NotSavedError when they did not reach the disk; then nothing has changed.
    """

    table_class = JournalTable

    def __init__(
        self,
        folder: Path,
        *,
        fs: FileSystem | None = None,
        now: Callable[[], float] = time.time,
        name: Callable[[], str] = random_name,
        codec: LineCodec | None = None,
    ) -> None:
        """Open the folder, or make it (0700). Damage in it never hinders: see `damage`. WorkshopError if it can't be listed or made.

        LockedError if it is locked and `codec` isn't that of its lock. `now` gives seconds since 1970, `name` a fresh name (0-9, a-z)
        for each writer.
        """
        self._engine = JournalStorage(folder, fs or FileSystem(), now, name, codec or LineCodec())
        super().__init__(storage=lambda: self._engine)

    def table(self, name: str, **_options: Any) -> JournalTable:
        """The table of that name. TinyDB's options have no use here: others write too, so no query is cached; no table is kept empty."""
        return cast("JournalTable", super().table(name, cache_size=0))

    def tables(self) -> set[str]:
        """Names of the tables that hold a document."""
        with self._engine.memory:
            return super().tables()

    def drop_table(self, name: str) -> None:
        """Remove all documents of the table."""
        self.table(name).truncate()

    def drop_tables(self) -> None:
        """Remove all documents of all tables, in one line."""
        with self.transaction():
            for name in self.tables():
                self.drop_table(name)

    @contextmanager
    def transaction(self) -> Iterator[list[str]]:
        """All writes of the block become one line at its end, or none do: on an exception nothing is written.

        A block inside another joins it. Searches inside the block see what was there before it. What it gives holds, once the line is
        on the disk, the version that the line gave.
        """
        with self._engine.transaction() as transaction:
            yield transaction.version

    def new_id(self) -> str:
        """An id that no other writer gives, later ones sorting after earlier ones: 22 characters of 0-9 and a-z."""
        return self._engine.new_id()

    def refresh(self) -> tuple[Change, ...]:
        """What other writers have added since; cheap enough to ask five times a second. Never raises for want of a disk: see `damage`."""
        return self._engine.refresh()

    def compact(self, least: int, quiet: float = 0.0) -> int:
        """Fold small journals that are open nowhere into one, if they are so many at least; how many they were. Closing does it too."""
        return self._engine.compact(least, quiet)

    def subscribe(self, callback: Callable[[tuple[Change, ...]], None]) -> None:
        """Call it with the changes of every commit and refresh to come, in order, in the thread that made them.

        It may write, but must not wait for another thread that may.
        """
        self._engine.subscribe(callback)

    def changes(self) -> Iterator[Change]:
        """All documents as they are at this moment, table by table, in the order in which they came."""
        return self._engine.changes()

    @property
    def serial(self) -> int:
        """Grows with every change of what is shown."""
        return self._engine.serial

    @property
    def writer(self) -> str:
        """The name under which this process writes; it changes when a new file has to be begun."""
        return self._engine.writer

    @property
    def read_only(self) -> str:
        """Why nothing can be written here, or empty."""
        return self._engine.read_only

    @property
    def damage(self) -> tuple[Damage, ...]:
        """What could not be read, and what that means."""
        return self._engine.damage

    @property
    def later(self) -> frozenset[Damage]:
        """What of `damage` is none, but was written by a newer version, and is kept and not shown."""
        return self._engine.later

    @property
    def damaged(self) -> tuple[bytes, ...]:
        """The damaged stretches themselves, in clear as far as they can be decrypted."""
        return self._engine.damaged

    @property
    def notices(self) -> tuple[str, ...]:
        """What else a person should know: a clock that is far off, words in clear in a locked workshop."""
        ahead = self._engine.clock.ahead
        found = [f"{name} stood here in clear though the workshop is locked." for name in self._engine.in_clear]
        if ahead >= REMARKABLE:
            found.append(f"Something here was written {ahead.days} day(s) ahead of this computer's clock: one of the two clocks is wrong.")
        return tuple(found)

    @property
    def codec(self) -> LineCodec:
        """How lines are stored here: in clear, or encrypted. Whatever writes for this workshop elsewhere has to use it too."""
        return self._engine.codec

    @property
    def unsealed(self) -> tuple[Pending, ...]:
        """Journals that could not be made age files at closing, each with the reason: their lines are encrypted one by one."""
        return self._engine.unsealed

    def conflicts(self, table: str, id_: str) -> tuple[Version, ...]:
        """Versions written at the same time as the one shown, and saying something else: newest first, for a person's choice."""
        return self._engine.conflicts((table, id_))

    def history(self, table: str, id_: str) -> tuple[Version, ...]:
        """All versions known, oldest first; none once it has been erased."""
        return self._engine.history((table, id_))

    def settled(self, table: str, id_: str, version: str) -> tuple[Version, ...]:
        """The versions between which this one was the choice, oldest first; none where it was no choice."""
        with self._engine.memory:
            return self._engine.state.settled((table, id_), version)

    def version(self, table: str, id_: str) -> str:
        """The version that is shown, "" where nothing is."""
        with self._engine.memory:
            return self._engine.state.version((table, id_)) or ""

    def lines_of(self, writers: Collection[str], since: str) -> set[str]:
        """The versions that the lines of these writers gave, from this stamp on, as far as anything of them was not erased."""
        with self._engine.memory:
            return self._engine.state.lines_of(writers, since)

    def written(self, lines: Collection[str]) -> dict[str, list[tuple[str, str]]]:
        """(table, id) of what each of these lines wrote, by the version that it gave."""
        with self._engine.memory:
            return self._engine.state.written(lines)

    def deleted(self) -> tuple[Change, ...]:
        """Copies of documents that were deleted and not erased, as they last were: an undo brings them back, an erasure takes them too."""
        with self._engine.memory:
            return tuple(Change(table, id_, copied(document)) for (table, id_), document in self._engine.state.deleted())

    def contested(self) -> tuple[tuple[str, str], ...]:
        """(table, id) of the documents that have several versions at once: `conflicts` gives those not shown."""
        with self._engine.memory:
            return tuple(self._engine.state.contested())

    def settle(self, table: str, id_: str, document: Mapping[str, Any]) -> None:
        """Make this the document, and take every other version off the offer. An ordinary edit leaves concurrent ones on offer."""
        with self._engine.transaction() as transaction:
            transaction.settle((table, id_), document)

    def erase(self, keys: Iterable[tuple[str, str]]) -> None:
        """Erase these (table, id) for ever, here and wherever this folder is merged, and take their words out of the files now.

        What can't be rewritten yet is in `pending_erasures`, and is tried again at each refresh and opening. The ids are never free again.
        """
        with self._engine.transaction() as transaction:
            for key in keys:
                transaction.erase(key)

    @property
    def pending_erasures(self) -> tuple[Pending, ...]:
        """Files that still hold erased words, each with the reason."""
        return self._engine.pending
