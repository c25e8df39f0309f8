"""The catalogue: which workshops stand in a folder, and which one a name means. Reads them; opens none for work.

It is apart from the shelf so that the first screen does not wait for everything that can be done with a workshop.
"""

import difflib
import os
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from workshop.clocks import local_zone
from workshop.clocks import read as read_clock
from workshop.errors import WorkshopError
from workshop.model.discarded import standing
from workshop.model.records import Entry, Verb
from workshop.model.rehearsal import is_superseded
from workshop.store.copies import holds_journals
from workshop.store.follow import is_locked
from workshop.store.repository import Repository
from workshop.text import clean_line, fold
from workshop.workbook.instants import Clock

HOME_VARIABLE = "WORKSHOP_HOME"
_PHASES = {Verb.START, Verb.PAUSE, Verb.RESUME, Verb.NEXT, Verb.BACK, Verb.STOP, Verb.END}


@dataclass(frozen=True, slots=True)
class ShelfEntry:
    """One workshop on the shelf, as a list shows it, rehearsals not counted. `trouble` says why it could not be read, "" where it could.

    `overdue` says that it was to be kept until a day that has gone by. Of one that is `locked` no more is known than its name.
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
    locked: bool = False


def home_folder(given: str | None = None, environ: Mapping[str, str] = os.environ) -> Path:
    """The shelf's folder: the one given, else `WORKSHOP_HOME`, else the user's own data folder on this machine, which no cloud syncs."""
    named = given or environ.get(HOME_VARIABLE)
    if named:
        return Path(named).expanduser()
    from platformdirs import user_data_path  # noqa: PLC0415  # 4 ms that `--home` and every test save

    return user_data_path("workshop", appauthor=False, roaming=False)


class Catalogue:
    """The workshops in one folder, to look at."""

    def __init__(self, home: Path, clock: Clock = read_clock) -> None:
        """Look at `home`; it is made with the first workshop. `clock` tells what is overdue."""
        self.home = home
        self._clock = clock

    def names(self) -> tuple[str, ...]:
        """The names of the workshops there are, in alphabetical order."""
        if not self.home.exists():
            return ()
        if not self.home.is_dir():
            raise WorkshopError(f"{self.home} is no folder.", "Name the folder in which your workshops stand, or a new one.")
        return tuple(sorted(each.name for each in self.home.iterdir() if holds_workshop(each)))

    def entries(self, *, archived: bool = False) -> tuple[ShelfEntry, ...]:
        """The workshops there are, the one last changed first. Reads each.

        Those in the archive too where asked for, or where they are to be deleted: nothing is kept too long because nobody sees it.
        """
        found = [entry for entry in map(self.entry, self.names()) if archived or not entry.archived or entry.overdue]
        return tuple(sorted(found, key=lambda each: each.changed or datetime.min.replace(tzinfo=UTC), reverse=True))

    def entry(self, name: str) -> ShelfEntry:
        """What a list shows of one workshop; one that can't be read is named with its trouble."""
        return self.entry_of(self.home / name)

    def entry_of(self, folder: Path) -> ShelfEntry:
        """The same of a workshop anywhere."""
        changed = max((each.stat().st_mtime for each in folder.glob("*.jsonl*")), default=folder.stat().st_mtime)
        if is_locked(folder):
            return ShelfEntry(folder.name, folder, changed=datetime.fromtimestamp(changed, UTC), locked=True)
        try:
            repository = Repository.open(folder)
            try:
                records = repository.records()
            finally:
                repository.close()
        except (WorkshopError, OSError) as fault:
            return ShelfEntry(folder.name, folder, trouble=str(fault))
        sessions = standing(records)
        running = [each for each in sessions if each.plan and not _ended(records.timelines.get(each.id, ()))]
        running = [each for each in running if not is_superseded(each, sessions)]
        newest = max(running, key=lambda each: each.id, default=None)
        rehearsed = {each.id for each in sessions if each.rehearsal is not None}
        return ShelfEntry(
            name=folder.name,
            folder=folder,
            title=records.workshop.title,
            sessions=len(sessions) - len(rehearsed),
            reflections=sum(each.session not in rehearsed for each in records.reflections.values()),
            open_session=f"S{newest.number}" if newest else "",
            changed=datetime.fromtimestamp(changed, UTC),
            archived=records.workshop.archived,
            keep_until=records.workshop.keep_until,
            overdue=self._is_over(records.workshop.keep_until),
        )

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

    def _is_over(self, day: date | None) -> bool:
        return day is not None and day < self._clock().wall.astimezone(local_zone()).date()


def holds_workshop(folder: Path) -> bool:
    """Whether there is a journal in this folder, or the key of a lock."""
    return holds_journals(folder) or is_locked(folder)


def slug(title: str) -> str:
    """A title as the name of a folder: ASCII letters, digits and hyphens, at most 60, never empty."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().casefold()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].strip("-") or "workshop"


def _ended(timeline: Iterable[Entry]) -> bool:
    """Whether the last entry that stands and changes the phase ends the session; an undo that stands takes away what it names."""
    undone = set()
    for entry in reversed(tuple(timeline)):
        if entry.id in undone:
            continue
        if entry.verb is Verb.UNDO and entry.cancels:
            undone.add(entry.cancels)
        elif entry.verb in _PHASES:
            return entry.verb is Verb.END
    return False
