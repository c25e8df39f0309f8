"""The shelf: the catalogue, and making, opening and restoring a workshop in it."""

import secrets
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from workshop.clocks import read as read_clock
from workshop.errors import NotSavedError, WorkshopError
from workshop.model.perspective import MIXED, NOTE_TAKER, PARENT, PRACTITIONER, UNKNOWN
from workshop.model.records import Workshop as WorkshopRecord
from workshop.store.backup import copies_at
from workshop.store.copies import read_copy
from workshop.store.repository import Repository
from workshop.text import clean, clean_line
from workshop.workbook.backing import restore_to
from workshop.workbook.book import Workbook
from workshop.workbook.catalogue import Catalogue, holds_workshop, slug
from workshop.workbook.instants import Clock

_RESERVED = (MIXED, NOTE_TAKER, UNKNOWN)


class Shelf(Catalogue):
    """The workshops in one folder, to work with."""

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

    def _free_name(self, stem: str) -> str:
        taken = {each.name.casefold() for each in (self.home.iterdir() if self.home.is_dir() else ())}
        return next(each for each in (stem, *(f"{stem}-{number}" for number in range(2, 10_000))) if each not in taken)


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
