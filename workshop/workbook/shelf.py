"""The shelf: the folder in which a person's workshops stand, one folder each."""

import difflib
import os
import re
import secrets
import unicodedata
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from workshop.clocks import local_zone
from workshop.clocks import read as read_clock
from workshop.errors import NotSavedError, WorkshopError
from workshop.model.perspective import MIXED, NOTE_TAKER, PARENT, PRACTITIONER, UNKNOWN
from workshop.model.records import Verb
from workshop.model.records import Workshop as WorkshopRecord
from workshop.store.backup import copies_at
from workshop.store.copies import holds_journals, read_copy
from workshop.store.repository import Repository
from workshop.text import clean, clean_line, fold
from workshop.workbook.backing import restore_to
from workshop.workbook.book import Workbook
from workshop.workbook.desk import Clock

HOME_VARIABLE = "WORKSHOP_HOME"
_RESERVED = (MIXED, NOTE_TAKER, UNKNOWN)


@dataclass(frozen=True, slots=True)
class ShelfEntry:
    """One workshop on the shelf, as a list shows it. `trouble` says why it could not be read, "" where it could.

    `overdue` says that it was to be kept until a day that has gone by.
    """

    name: str
    folder: Path
    title: str = ""
    sessions: int = 0
    reflections: int = 0
    open_session: str = ""
    changed: datetime | None = None
    trouble: str = ""
    archived: bool = False
    keep_until: date | None = None
    overdue: bool = False


def home_folder(given: str | None = None, environ: Mapping[str, str] = os.environ) -> Path:
    """The shelf's folder: the one given, else `WORKSHOP_HOME`, else the user's own data folder on this machine, which no cloud syncs."""
    named = given or environ.get(HOME_VARIABLE)
    if named:
        return Path(named).expanduser()
    from platformdirs import user_data_path  # noqa: PLC0415  # 4 ms that `--home` and every test save

    return user_data_path("workshop", appauthor=False, roaming=False)


class Shelf:
    """The workshops in one folder."""

    def __init__(self, home: Path, clock: Clock = read_clock) -> None:
        """Look at `home`; it is made with the first workshop. `clock` tells what is overdue."""
        self.home = home
        self._clock = clock

    def names(self) -> tuple[str, ...]:
        """The names of the workshops there are, in alphabetical order."""
        if not self.home.is_dir():
            return ()
        return tuple(sorted(each.name for each in self.home.iterdir() if holds_workshop(each)))

    def entries(self, *, archived: bool = False) -> tuple[ShelfEntry, ...]:
        """The workshops there are, those in the archive too where asked for, the one last changed first. Reads each."""
        found = [entry for entry in map(self.entry, self.names()) if archived or not entry.archived]
        return tuple(sorted(found, key=lambda each: each.changed or datetime.min.replace(tzinfo=UTC), reverse=True))

    def entry(self, name: str) -> ShelfEntry:
        """What a list shows of one workshop; one that can't be read is named with its trouble."""
        return self.entry_of(self.home / name)

    def entry_of(self, folder: Path) -> ShelfEntry:
        """The same of a workshop anywhere."""
        changed = max((each.stat().st_mtime for each in folder.glob("*.jsonl")), default=folder.stat().st_mtime)
        try:
            repository = Repository.open(folder)
            try:
                records = repository.records()
            finally:
                repository.close()
        except (WorkshopError, OSError) as fault:
            return ShelfEntry(folder.name, folder, trouble=str(fault))
        running = [each for each in records.sessions.values() if not each.imported and not _ended(records.timelines.get(each.id, ()))]
        newest = max(running, key=lambda each: each.id, default=None)
        return ShelfEntry(
            name=folder.name,
            folder=folder,
            title=records.workshop.title,
            sessions=len(records.sessions),
            reflections=len(records.reflections),
            open_session=f"S{newest.number}" if newest else "",
            changed=datetime.fromtimestamp(changed, UTC),
            archived=records.workshop.archived,
            keep_until=records.workshop.keep_until,
            overdue=self._is_over(records.workshop.keep_until),
        )

    def create(self, title: str, more_perspectives: Iterable[str] = ()) -> Workbook:
        """Make a workshop of this title, in a folder named after it, and open it. Raises WorkshopError."""
        title = clean_line(title)
        if not title:
            raise WorkshopError("A workshop needs a title.", 'For example: workshop new "Parenting on a low income"')
        return create_workshop(self.home / self._free_name(slug(title)), title, more_perspectives)

    def restore(self, place: Path) -> Path:
        """Make a workshop here of the copy at a place, a backup or a bundle, and return its folder. What was withdrawn stays away.

        Raises WorkshopError where there is no copy, or the workshop stands here already.
        """
        found = copies_at(place.expanduser().absolute())
        if len(found) != 1:
            names = ", ".join(str(path) for path in found) or "none"
            raise WorkshopError(f"{place} does not hold one copy of a workshop. It holds: {names}.", "Name the copy itself.")
        ((path, copy),) = found.items()
        if not copy.identities:
            raise WorkshopError(f"{path} holds no workshop, or its own record can't be read.", "Is there another copy?")
        for name in self.names():
            if read_copy(self.home / name).is_copy_of(copy):
                raise WorkshopError(
                    f"That workshop stands here already, as {name}.", f"To bring in what it lacks: workshop merge {name} {path}"
                )
        folder = self.home / self._free_name(slug(path.stem if path.is_file() else path.name))
        restore_to(folder, path, copy)
        return folder

    def open(self, reference: str) -> Workbook:
        """Open the workshop that `find` finds."""
        return open_workshop(self.find(reference))

    def find(self, reference: str) -> Path:
        """The folder of a workshop, named by its path, its name on the shelf, or its title. Raises WorkshopError with the nearest."""
        as_path = Path(reference).expanduser()
        if holds_workshop(as_path):
            return as_path
        names = self.names()
        if reference in names:
            return self.home / reference
        wanted = fold(reference)
        for name in names:
            if fold(name) == wanted or name == slug(reference):
                return self.home / name
        if as_path.is_dir() and (as_path.is_absolute() or os.sep in reference):
            raise WorkshopError(
                f"{reference} holds no workshop.", "Give the folder that `workshop new` printed, or a name from `workshop list`."
            )
        for name in names:
            if fold(self.entry(name).title) == wanted:
                return self.home / name
        near = difflib.get_close_matches(slug(reference), names, 1, 0.6)
        hint = f'Did you mean "{near[0]}"?' if near else "See what there is with: workshop list"
        raise WorkshopError(f'There is no workshop "{clean_line(reference)}".', hint)

    def _free_name(self, stem: str) -> str:
        taken = {each.name.casefold() for each in (self.home.iterdir() if self.home.is_dir() else ())}
        return next(each for each in (stem, *(f"{stem}-{number}" for number in range(2, 10_000))) if each not in taken)

    def _is_over(self, day: date | None) -> bool:
        return day is not None and day < self._clock().wall.astimezone(local_zone()).date()


def create_workshop(
    folder: Path, title: str, more_perspectives: Iterable[str] = (), cover: str = "", clock: Clock = read_clock
) -> Workbook:
    """Make a workshop in a new folder and open it. Raises WorkshopError."""
    names = [PARENT, PRACTITIONER]
    for each in more_perspectives:
        name = clean_line(each).casefold()
        if not name or name in _RESERVED:
            raise WorkshopError(f'A perspective can\'t be called "{each}".', "Choose a word for a group of people, such as: young person")
        if name not in names:
            names.append(name)
    record = WorkshopRecord(
        title=clean_line(title), perspectives=tuple(names), salt=secrets.token_hex(16), created=clock().wall, cover=clean(cover)
    )
    repository = Repository.open(folder)
    try:
        repository.put(record)
    except NotSavedError:
        repository.close()
        with suppress(OSError):  # an empty folder that can't be removed either says nothing that isn't said already
            folder.rmdir()
        raise
    return Workbook(folder, repository, clock)


def open_workshop(folder: Path) -> Workbook:
    """Open the workshop in this folder. Raises WorkshopError where there is none."""
    if not holds_workshop(folder):
        raise WorkshopError(f"{folder} holds no workshop.", "Give the folder that `workshop new` printed, or a name from `workshop list`.")
    book = Workbook(folder, Repository.open(folder))
    _ = book.workshop
    return book


def holds_workshop(folder: Path) -> bool:
    """Whether there is a journal in this folder."""
    return holds_journals(folder)


def slug(title: str) -> str:
    """A title as the name of a folder: ASCII letters, digits and hyphens, at most 60, never empty."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().casefold()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].strip("-") or "workshop"


def _ended(timeline: Iterable[object]) -> bool:
    verbs = [getattr(entry, "verb", None) for entry in timeline]
    return Verb.END in verbs
