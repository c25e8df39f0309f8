"""Locking a workshop with a passphrase, opening a locked one, and taking the lock off. It must be open nowhere for any of this."""

from pathlib import Path
from typing import NamedTuple

from workshop.errors import LockedError, WorkshopError
from workshop.store import locking as store
from workshop.store.bundle import bundle_disk
from workshop.store.follow import is_locked
from workshop.store.fs import FileSystem
from workshop.store.line import LineCodec
from workshop.store.places import read_places
from workshop.store.rewriting import Pending

__all__ = ["Locked", "change_passphrase", "codec_of", "is_locked", "lock", "recover", "unlock"]

FORGOTTEN = "If the passphrase is forgotten, nobody can open this workshop again: there is no other way in, and nobody can make one."
"""What a person has to be told before locking."""
BEYOND_REACH = (
    "What stood here in clear was overwritten before it was removed. An SSD or a stick may still hold parts of it in blocks that no "
    "program can reach, and so may snapshots, a synchronised folder's history, and reports that were given away. The folder's name stays "
    "readable."
)
"""What is said whenever a workshop was locked."""
OLD_COPIES = (
    "Copies of the workshop that were made before still open with the old passphrase, and whoever opened it with that one may have kept "
    "the key. If somebody else knows it: unlock the workshop, lock it again, and make its backups and bundles anew."
)
"""What is said whenever a passphrase was changed: what that can't do."""


class Locked(NamedTuple):
    """What is still in clear after locking, or still locked after unlocking: `pending`, each with the reason.

    `strangers` are files in the folder that are not the workshop's own; `copies` backups and bundles that are known, as they were before.
    """

    pending: tuple[str, ...] = ()
    strangers: tuple[Path, ...] = ()
    copies: tuple[Path, ...] = ()

    def words(self) -> tuple[str, ...]:
        """In sentences, besides what is always said."""
        told = [f"Not done yet: {each}" for each in self.pending]
        if self.strangers:
            told.append("Not the workshop's own, and left as they are: " + ", ".join(map(str, self.strangers)))
        if self.copies:
            told.append("Copies that were made before are as they were: " + ", ".join(map(str, self.copies)))
        return tuple(told)


def codec_of(place: Path, passphrase: str | None) -> LineCodec:
    """What opens the copy at a place, a folder or a bundle: in clear where it isn't locked.

    LockedError when it is, and there is no passphrase; WrongPassphraseError; WorkshopError for a key file or bundle that is no good.
    """
    folder, fs = (Path(place.name), bundle_disk(place)) if place.is_file() else (place, FileSystem())
    if not is_locked(folder, fs):
        return LineCodec()
    if passphrase is None:
        raise LockedError(f"{place.name} is locked with a passphrase.")
    return store.open_codec(folder, passphrase, fs)


def lock(folder: Path, passphrase: str, recipient: str = "") -> Locked:
    """Lock the workshop in this folder; every later opening needs the passphrase, or the key of the recovery recipient (`age1...`).

    Of one that is locked already, with this passphrase, encrypt what is still in clear. Raises WorkshopError and NotSavedError.
    """
    if is_locked(folder):
        if recipient:
            raise WorkshopError("The workshop is locked already.", "To add a recovery recipient, unlock it, and lock it again.")
        return _told(folder, store.encrypt_the_rest(folder, store.open_codec(folder, passphrase)), copies=True)
    return _told(folder, store.lock(folder, passphrase, recipient), copies=True)


def unlock(folder: Path, passphrase: str) -> Locked:
    """Take the lock off for good: everything is in clear again. Raises WorkshopError and NotSavedError."""
    _check_locked(folder)
    return _told(folder, store.unlock(folder, store.open_codec(folder, passphrase)))


def change_passphrase(folder: Path, passphrase: str, new: str) -> None:
    """Let another passphrase open the workshop; see `OLD_COPIES` for what that can't do. Raises WorkshopError and NotSavedError."""
    _check_locked(folder)
    store.change_passphrase(folder, store.open_codec(folder, passphrase), new)


def recover(folder: Path, recovery: str, new: str) -> None:
    """Set another passphrase with the recovery recipient's key, the text of its identity file. Raises WorkshopError and NotSavedError."""
    _check_locked(folder)
    store.change_passphrase(folder, store.recover_codec(folder, recovery), new)


def _check_locked(folder: Path) -> None:
    if not is_locked(folder):
        raise WorkshopError("The workshop is not locked.", "Lock it with: workshop lock WORKSHOP")


def _told(folder: Path, turned: store.Turned, *, copies: bool = False) -> Locked:
    return Locked(
        tuple(map(_sentence, turned.pending)),
        tuple(folder / name for name in turned.strangers),
        tuple(place.path for place in read_places(folder)) if copies else (),
    )


def _sentence(pending: Pending) -> str:
    return f"{pending.file} ({pending.why})."
