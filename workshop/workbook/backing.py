"""Backing up: copies in other places, made when asked for or every so many minutes; and withdrawals carried out in all of them."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from workshop.clocks import read as read_clock
from workshop.errors import WorkshopError
from workshop.store import trouble
from workshop.store.adopt import adopt
from workshop.store.backup import back_up, copy_place, is_copy
from workshop.store.bundle import bundle_bytes, read_bundle
from workshop.store.copies import Copy, holds_journals, read_copy
from workshop.store.line import LineCodec
from workshop.store.places import Kind, Place, read_places, write_places
from workshop.store.whole import write_whole
from workshop.store.wipe import wipe
from workshop.workbook.desk import Desk
from workshop.workbook.instants import Clock


class CopyMade(NamedTuple):
    """What became of one copy: how many saves were new there, or why it could not be made (`trouble`).

    `pending` names files in it that still hold withdrawn words, each with the reason; `caught_up` says that withdrawals were carried out in
    it that had not been.
    """

    place: Place
    saves: int = 0
    pending: tuple[str, ...] = ()
    trouble: str = ""
    caught_up: bool = False

    def words(self) -> str:
        """In a sentence."""
        if self.trouble:
            return f"No copy at {self.place.path}: {self.trouble}"
        grown = "nothing new since the last time" if not self.saves else f"{self.saves} new {'save' if self.saves == 1 else 'saves'}"
        still = "".join(f" Withdrawn words are still in {each}." for each in self.pending)
        gone = " What was withdrawn since the last time is gone from it now." if self.caught_up else ""
        return f"Copied to {self.place.path}: {grown}; read back and whole.{gone}{still}"


class Backing(Desk):
    """The verbs that keep copies elsewhere."""

    @cached_property
    def _tried(self) -> dict[Path, datetime]:
        """When this window last tried each copy: one that is out of reach is not tried every second."""
        return {}

    @property
    def places(self) -> tuple[Place, ...]:
        """The copies that were made from here and are not known to be gone. Raises WorkshopError where the list can't be read."""
        return read_places(self.folder)

    def backup_to(self, place: Path, every: int | None = None) -> CopyMade:
        """Back up to a place, remember it, and with `every` do so after so many minutes again whenever the workshop is open (0: no more).

        The place is a folder, which is made if the one that it is in is there. Raises WorkshopError and NotSavedError.
        """
        source = self._source()
        place = place.expanduser().absolute()
        if not place.parent.is_dir():
            raise WorkshopError(f"There is no folder {place.parent}.", "Is the stick in, or the drive connected?")
        target = copy_place(place, self.folder.resolve().name, source, self.codec)
        self._check_apart(target)
        known = next((each for each in self.places if each.path == target), None)
        minutes = every if every is not None else known.every if known else 0
        return self._backed_up(Place(Kind.BACKUP, target, self.now(), known.erased if known else 0, minutes))

    def backup_now(self) -> tuple[CopyMade, ...]:
        """Bring every backup up to date; one that is out of reach says so and hinders no other. WorkshopError for an unread list."""
        return self._renew([each for each in self.places if each.kind is Kind.BACKUP])

    def backup_due(self) -> bool:
        """Whether a backup was asked for every so many minutes, and they have gone by since it was made or tried."""
        return any(self._is_due(each, self.now()) for each in self.places)

    def forget_copy(self, path: Path) -> None:
        """Take a copy off the list: somebody deleted it, or gave it away, so that no withdrawal can reach it. WorkshopError if unknown."""
        wanted = path.expanduser().absolute()
        left = [each for each in self.places if wanted not in (each.path, each.path.parent)]
        if len(left) == len(self.places):
            raise WorkshopError(f"No copy at {path} is known here.", "Those that are: " + ", ".join(str(each.path) for each in self.places))
        self._write(left)

    def backup_every(self, minutes: int) -> tuple[Place, ...]:
        """Have every backup made again after so many minutes, while the workshop is open; 0 for no more. Raises WorkshopError."""
        if not any(each.kind is Kind.BACKUP for each in self.places):
            raise _no_backup()
        self._write([each._replace(every=minutes) if each.kind is Kind.BACKUP else each for each in self.places])
        return self.places

    def copies_behind(self) -> tuple[Place, ...]:
        """The copies made from here in which not all withdrawals are known to be carried out."""
        erased = len(self._source().erased)
        return tuple(each for each in self.places if each.erased < erased)

    def erase_in_copies(self) -> tuple[CopyMade, ...]:
        """Carry withdrawals out in every copy that is behind: backups and bundles. Those out of reach stay on the list, and say so."""
        return self._renew(self.copies_behind())

    def _renew(self, places: Sequence[Place]) -> tuple[CopyMade, ...]:
        source = self._source()
        made = []
        for place in places:
            self._tried[place.path] = self.now()
            try:
                made.append(self._renewed(place, source))
            except WorkshopError as error:
                made.append(CopyMade(place, trouble=" ".join(part for part in (error.message, error.cure) if part)))
        return tuple(made)

    def _renewed(self, place: Place, source: Copy) -> CopyMade:
        """The copy made anew where it was: never where it isn't, which may be the empty folder that a stick leaves behind."""
        reachable = holds_journals(place.path) if place.kind is Kind.BACKUP else place.path.is_file()
        if not reachable:
            raise WorkshopError("it is not there. Is the stick in, or the drive connected?")
        if place.kind is Kind.BUNDLE:
            return self._bundled_again(place, source)
        if not is_copy(place.path, source, self.codec):
            raise WorkshopError("another workshop stands there now.")
        return self._backed_up(place)

    def _backed_up(self, place: Place) -> CopyMade:
        is_old = holds_journals(place.path)
        done = back_up(self.folder, place.path, codec=self.codec)
        kept = place._replace(made=self.now(), erased=place.erased if done.pending else done.erased)
        self._remember(kept)
        pending = tuple(f"{each.file} ({each.why})" for each in done.pending)
        return CopyMade(kept, done.lines, pending, caught_up=is_old and not pending and kept.erased > place.erased)

    def _bundled_again(self, place: Place, source: Copy) -> CopyMade:
        if not read_bundle(place.path, self.codec).is_copy_of(source):
            raise WorkshopError("another workshop's bundle stands there now.")
        renewed = place.path.with_name(f"{place.path.name}.new")
        try:
            write_whole(renewed, bundle_bytes(source, self.codec))
            wipe(place.path)  # before the other gets its name: replacing a file leaves its words on the disk
            renewed.rename(place.path)
        except OSError as error:
            raise WorkshopError(f"it could not be replaced ({trouble.reason(error)}).") from error
        kept = place._replace(made=self.now(), erased=len(source.erased))
        self._remember(kept)
        return CopyMade(kept)

    def _source(self) -> Copy:
        return read_copy(self.folder, codec=self.codec)

    def _is_due(self, place: Place, now: datetime) -> bool:
        last = max(place.made, self._tried.get(place.path, place.made))
        return place.kind is Kind.BACKUP and place.every > 0 and now - last >= timedelta(minutes=place.every)

    def _check_apart(self, target: Path) -> None:
        here, there = self.folder.resolve(), target.resolve()
        if there == here or here in there.parents or there.parent == here.parent:
            raise WorkshopError(f"A copy in {target} would stand with the workshop itself, and be lost with it.", "Name another drive.")

    def _remember(self, kept: Place) -> None:
        others = [each for each in self.places if each.path != kept.path]
        self._write([*others, kept])

    def _write(self, places: Sequence[Place]) -> None:
        write_places(self.folder, sorted(places, key=lambda each: (each.kind, str(each.path))))


def restore_to(folder: Path, place: Path, copy: Copy, codec: LineCodec | None = None, clock: Clock = read_clock) -> None:
    """Fill a new folder from a copy, and remember where that stands: a withdrawal has to reach it. Raises NotSavedError."""
    adopt(folder, copy, unread=copy.newer, codec=codec)
    kind = Kind.BUNDLE if place.is_file() else Kind.BACKUP
    write_places(folder, [Place(kind, place, clock().wall.astimezone(UTC))])  # whether withdrawals are carried out there, nobody knows


def _no_backup() -> WorkshopError:
    return WorkshopError("This workshop has no backup yet.", "Name a place for one: workshop backup WORKSHOP PLACE")
