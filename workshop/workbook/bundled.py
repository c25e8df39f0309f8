"""The records in a bundle of another workshop, read as that workshop would show them."""

from pathlib import Path

from workshop.errors import WorkshopError
from workshop.model.records import Records
from workshop.store.bundle import bundle_disk, read_bundle
from workshop.store.copies import Copy
from workshop.store.database import JournalDB
from workshop.store.repository import Repository


def records_in_bundle(path: Path, here: Copy) -> Records:
    """What the bundle's workshop holds, but for what is withdrawn there or put aside. It is only read, in memory.

    Raises WorkshopError for a zip that is no bundle, or one of this same workshop, and LockedError for one that is locked.
    """
    if read_bundle(path).is_copy_of(here):
        raise WorkshopError(f"{path.name} is a copy of this same workshop.", f"Merge it: workshop merge WORKSHOP {path.name}")
    repository = Repository(JournalDB(Path(path.name), fs=bundle_disk(path)))
    try:
        return repository.records()
    finally:
        repository.close()
