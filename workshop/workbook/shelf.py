"""The shelf: the catalogue, and making, opening and restoring a workshop in it."""

import secrets
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from workshop.clocks import read as read_clock
from workshop.errors import LockedError, NotSavedError, WorkshopError
from workshop.model.perspective import AT, MIXED, NOTE_TAKER, PARENT, PRACTITIONER, UNKNOWN
from workshop.model.records import Workshop as WorkshopRecord
from workshop.store.backup import copies_at, is_copy
from workshop.store.line import LineCodec
from workshop.store.repository import Repository
from workshop.text import clean, clean_line
from workshop.workbook.backing import restore_to
from workshop.workbook.book import Workbook
from workshop.workbook.catalogue import Catalogue, holds_workshop, slug
from workshop.workbook.instants import Clock
from workshop.workbook.loading import loading
from workshop.workbook.locking import codec_of
from workshop.workbook.merging import title_of

_RESERVED = (MIXED, NOTE_TAKER, UNKNOWN)


class Shelf(Catalogue):
    """The workshops in one folder, to work with."""

    def __init__(self, home: Path, clock: Clock = read_clock, passphrase: Callable[[Path], str] | None = None) -> None:
        """As a catalogue; `passphrase` is asked for that of a locked workshop, a bundle or a copy, by its place."""
        super().__init__(home, clock)
        self._passphrase = passphrase

    def create(self, title: str, more_perspectives: Iterable[str] = ()) -> Workbook:
        """Make a workshop of this title, in a folder named after it, and open it. Raises WorkshopError."""
        title = clean_line(title)
        if not title:
            raise WorkshopError("A workshop needs a title.", 'For example: workshop new "Parenting on a low income"')
        return create_workshop(self.home / self._free_name(slug(title)), title, more_perspectives)

    def restore(self, place: Path) -> Path:
        """Make a workshop here of the copy at a place, a backup or a bundle, and return its folder. What was withdrawn stays away.

        The folder is called as the backup is, or after the title of what is in the bundle, since a bundle may be called anything. Of a
        locked one the copy is locked alike. Raises WorkshopError where there is no copy, or the workshop stands here already.
        """
        place = place.expanduser().absolute()
        codec = self.codec(place)
        found = copies_at(place, codec)
        if len(found) != 1:
            names = ", ".join(str(path) for path in found) or "none"
            raise WorkshopError(f"{place} does not hold one copy of a workshop. It holds: {names}.", "Name the copy itself.")
        ((path, copy),) = found.items()
        if not copy.identities:
            raise WorkshopError(f"{path} holds no workshop, or its own record can't be read.", "Is there another copy?")
        for name in self.names():
            if is_copy(self.home / name, copy, codec):
                raise WorkshopError(
                    f"That workshop stands here already, as {name}.", f"To bring in what it lacks: workshop merge {name} {path}"
                )
        folder = self.home / self._free_name(slug(title_of(copy) or path.stem if path.is_file() else path.name))
        restore_to(folder, path, copy, codec)
        return folder

    def open(self, reference: str) -> Workbook:
        """Open the workshop that `find` finds. LockedError where it is locked, and there is nobody to ask for the passphrase."""
        folder = self.find(reference)
        return open_workshop(folder, codec=self.codec(folder))

    def codec(self, place: Path) -> LineCodec:
        """What opens the copy at a place, a folder or a bundle: for a locked one the passphrase is asked. Raises as `open` does."""
        try:
            return codec_of(place, None)
        except LockedError:
            if self._passphrase is None:
                raise
        return codec_of(place, self._passphrase(place))

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
        if not name or name in _RESERVED or AT in name:
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


def open_workshop(folder: Path, passphrase: str | None = None, *, codec: LineCodec | None = None) -> Workbook:
    """Open the workshop in this folder. WorkshopError where there is none.

    A locked one needs its passphrase, or the codec that `codec_of` made of it: LockedError without, WrongPassphraseError. A passphrase
    takes about a second.
    """
    if not holds_workshop(folder):
        raise WorkshopError(f"{folder} holds no workshop.", "Give the folder that `workshop new` printed, or a name from `workshop list`.")
    with loading():
        book = Workbook(folder, Repository.open(folder, codec or codec_of(folder, passphrase)))
    _ = book.workshop
    return book
