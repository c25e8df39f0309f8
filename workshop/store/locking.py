"""Locking a workshop with a passphrase, opening a locked one, and taking the lock off.

A lock is an identity of its own (an age key pair) that is wrapped with the passphrase. Changing the passphrase wraps the same identity
again: a copy of the old key file, in a backup say, still opens everything with the old passphrase. Only unlocking and locking makes
another identity.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import NamedTuple

import pyrage

from workshop.errors import WorkshopError
from workshop.store import keys, trouble
from workshop.store.fs import FileSystem
from workshop.store.journal import random_name
from workshop.store.keyfiles import KeyFiles
from workshop.store.names import AGE, KEY_FILES, PASSPHRASE_KEY, RECIPIENT_KEY, SEALED, is_journal, journals, proper, tells_lock
from workshop.store.places import PLACES
from workshop.store.rewriting import Pending, Rewriter
from workshop.store.sealed import SealedCodec
from workshop.store.sealing import Sealer
from workshop.store.wipe import REPORTS


class Turned(NamedTuple):
    """What became of the files: those that could not be done, each with the reason, and strangers in the folder, left as they are."""

    pending: tuple[Pending, ...]
    strangers: tuple[str, ...]


def open_codec(folder: Path, passphrase: str, fs: FileSystem | None = None) -> SealedCodec:
    """What opens the locked workshop in this folder; about a second. WrongPassphraseError; WorkshopError for a key that is no good."""
    return _codec(folder, fs or FileSystem(), lambda found: keys.unwrap(found[PASSPHRASE_KEY], passphrase))


def recover_codec(folder: Path, recovery: str, fs: FileSystem | None = None) -> SealedCodec:
    """What opens it, by the text of the recovery recipient's identity file. WorkshopError when it doesn't fit."""

    def unwrap(found: dict[str, bytes]) -> pyrage.x25519.Identity:
        if RECIPIENT_KEY not in found:
            raise WorkshopError(f"{folder} was locked without a recovery recipient: the passphrase alone opens it.")
        return keys.unwrap_by_recovery(found[RECIPIENT_KEY], recovery)

    return _codec(folder, fs or FileSystem(), unwrap)


def lock(folder: Path, passphrase: str, recipient: str = "", fs: FileSystem | None = None) -> Turned:
    """Lock the workshop in this folder: every journal becomes an age file, and so does every report in it.

    WorkshopError, with nothing done, where the passphrase or the recipient won't do or a window has it open; NotSavedError. What is
    pending in the end is still in clear.
    """
    fs = fs or FileSystem()
    keys.check_passphrase(passphrase)
    identity = keys.new_identity()
    wrapped = {PASSPHRASE_KEY: keys.wrap(identity, passphrase)}
    if recipient:
        wrapped[RECIPIENT_KEY] = keys.wrap_for(identity, recipient)
    with _told(folder):
        _check_unused(fs, folder)
        KeyFiles(fs, folder, random_name).write(wrapped)
    codec = open_codec(folder, passphrase, fs)  # what is to open all this is read back before anything depends on it
    if str(codec.identity) != str(identity):
        raise WorkshopError(f"{folder} was not locked: its key file reads back differently.", "Use another disk.")
    return encrypt_the_rest(folder, codec, fs)


def encrypt_the_rest(folder: Path, codec: SealedCodec, fs: FileSystem | None = None) -> Turned:
    """Encrypt what is in clear in a locked workshop: all of it at first, later what a broken-off lock, or a report, left there."""
    fs = fs or FileSystem()
    done: set[str] = set()
    with _told(folder):
        pending = Rewriter(fs, folder, random_name).finish(is_journal)
        while files := {name for name in journals(fs.names(folder)) if not name.endswith(SEALED)} - done:
            pending += Sealer(fs, folder, codec, random_name).seal(sorted(files))
            done |= files  # a window that had not heard of the lock may have put another one there
        pending += _turn_reports(fs, folder, lambda name: name.removesuffix(AGE) + AGE, codec.seal)
        return Turned(tuple(pending), tuple(_strangers(fs, folder)))


def unlock(folder: Path, codec: SealedCodec, fs: FileSystem | None = None) -> Turned:
    """Take the lock off for good: everything in clear, the key files gone.

    WorkshopError, with nothing done, where a window has it open or a file can't be read whole; NotSavedError. Where something is
    pending in the end, the key files are still there, and it can be tried again.
    """
    fs = fs or FileSystem()
    with _told(folder):
        _check_unused(fs, folder)
        _check_whole(fs, folder, codec)
        pending = Sealer(fs, folder, codec, random_name).unseal(journals(fs.names(folder)))
        pending += _turn_reports(fs, folder, lambda name: name.removesuffix(AGE), partial(_opened, codec))
        if not pending:
            KeyFiles(fs, folder, random_name).remove()
        return Turned(tuple(pending), ())


def change_passphrase(folder: Path, codec: SealedCodec, passphrase: str, fs: FileSystem | None = None) -> None:
    """Wrap the identity with another passphrase; nothing else is written. WorkshopError where that won't do; NotSavedError."""
    keys.check_passphrase(passphrase)
    wrapped = keys.wrap(codec.identity, passphrase)
    with _told(folder):
        KeyFiles(fs or FileSystem(), folder, random_name).replace(wrapped)


def lock_alike(folder: Path, codec: SealedCodec, fs: FileSystem | None = None) -> None:
    """Give a copy the key files that this codec came from, as they are now; what is in clear there, the next opening encrypts.

    Whatever is encrypted there must be for the same key. NotSavedError when the disk refuses.
    """
    fs = fs or FileSystem()
    files = KeyFiles(fs, folder, random_name)
    with _told(folder):
        if not tells_lock(fs.names(folder)):
            files.write(codec.keys)
        elif files.read()[PASSPHRASE_KEY] != codec.keys[PASSPHRASE_KEY]:  # the passphrase was changed since
            files.replace(codec.keys[PASSPHRASE_KEY])


def _codec(folder: Path, fs: FileSystem, unwrap: Callable[[dict[str, bytes]], pyrage.x25519.Identity]) -> SealedCodec:
    try:
        found = KeyFiles(fs, folder, random_name).read()
    except OSError as error:
        raise trouble.cannot_open(error, folder) from error
    return SealedCodec(unwrap(found), found)


def _check_unused(fs: FileSystem, folder: Path) -> None:
    for name in fs.names(folder):
        if is_journal(proper(name)):
            handle = fs.open(folder / name)
            try:
                if not fs.lock(handle):
                    raise WorkshopError("Another window has this workshop open.", "Close it there first.")
            finally:
                fs.close(handle)


def _check_whole(fs: FileSystem, folder: Path, codec: SealedCodec) -> None:
    for name in journals(fs.names(folder)):
        fault = codec.unseal(fs.read(folder / name)).fault if name.endswith(SEALED) else ""
        if fault:
            raise WorkshopError(
                f"{name} can't be opened ({fault}), and without the key nobody could ever try again.",
                "Put a whole copy in its place, or move it away, and unlock again.",
            )


def _opened(codec: SealedCodec, data: bytes) -> bytes:
    text, fault = codec.unseal(data)
    return data if fault else text


def _turn_reports(fs: FileSystem, folder: Path, rename: Callable[[str], str], change: Callable[[bytes], bytes]) -> list[Pending]:
    """Put each report in another way; `rename` says what its file is called then."""
    reports = folder / REPORTS
    try:
        names = fs.names(reports)
    except (FileNotFoundError, NotADirectoryError):
        return []
    rewriter = Rewriter(fs, reports, random_name)
    pending = rewriter.finish(lambda name: name.endswith(AGE) or name + AGE in names)
    for name in sorted(fs.names(reports)):
        if rename(name) != name and fs.stat(reports / name).regular and not rewriter.replace(name, change, rename(name)):
            pending.append(Pending(f"{REPORTS}/{name}", "another program has it open"))
    return pending


def _strangers(fs: FileSystem, folder: Path) -> Iterator[str]:
    """Files in the folder that are not the workshop's, nor hidden."""
    for name in sorted(fs.names(folder)):
        ours = proper(name)
        if not (is_journal(ours) or ours in (*KEY_FILES, PLACES, REPORTS) or name.startswith(".")):
            yield name


@contextmanager
def _told(folder: Path) -> Iterator[None]:
    """A disk's refusal in words."""
    try:
        yield
    except OSError as error:
        raise trouble.not_saved(error, folder) from error
