"""The records in a bundle of another workshop, read as that workshop would show them."""

import errno
import os
from pathlib import Path

from workshop.errors import WorkshopError
from workshop.model.records import Records
from workshop.store.bundle import bundle_disk, read_bundle
from workshop.store.copies import Copy
from workshop.store.database import JournalDB
from workshop.store.fs import FileSystem, Stat
from workshop.store.repository import Repository


def records_in_bundle(path: Path, here: Copy) -> Records:
    """What the bundle's workshop holds, but for what is withdrawn there or put aside. It is only read, in memory.

    Raises WorkshopError for a zip that is no bundle, or one of this same workshop, and LockedError for one that is locked.
    """
    if read_bundle(path).is_copy_of(here):
        raise WorkshopError(f"{path.name} is a copy of this same workshop.", f"Merge it: workshop merge WORKSHOP {path.name}")
    folder = Path(path.name)
    repository = Repository(JournalDB(folder, fs=_OnlyRead(folder, bundle_disk(path))))
    try:
        return repository.records()
    finally:
        repository.close()


class _OnlyRead(FileSystem):
    """The members of a bundle as a folder that can be opened as any other, and takes nothing."""

    def __init__(self, folder: Path, members: FileSystem) -> None:
        self._folder = folder
        self._members = members

    def make_folder(self, folder: Path) -> None:
        """It is there."""

    def names(self, folder: Path) -> list[str]:
        """The members' names."""
        return self._members.names(folder)

    def stat(self, file: Path | int) -> Stat:
        """Of the folder, or of a member."""
        if file == self._folder:
            return Stat(0, -1, 0, 0, regular=False)
        try:
            return self._members.stat(file)
        except KeyError as error:
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(file)) from error

    def read(self, path: Path, offset: int = 0) -> bytes:
        """A member's bytes."""
        return self._members.read(path, offset)

    def create(self, path: Path) -> int:
        """Refused."""
        raise OSError(errno.EROFS, os.strerror(errno.EROFS), str(path))

    def open(self, path: Path) -> int:
        """Refused."""
        raise OSError(errno.EROFS, os.strerror(errno.EROFS), str(path))

    def rename(self, path: Path, target: Path) -> None:
        """Refused."""
        raise OSError(errno.EROFS, os.strerror(errno.EROFS), str(path), None, str(target))

    def unlink(self, path: Path) -> None:
        """Refused."""
        raise OSError(errno.EROFS, os.strerror(errno.EROFS), str(path))
