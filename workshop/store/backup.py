"""Copying a workshop to another place, whole: what grew is written, read back, and compared line by line.

A backup is a plain folder of journals, one more copy of the workshop: withdrawals are carried out in it by opening it, and it is merged
and restored as any other copy is.
"""

from collections.abc import Collection
from pathlib import Path
from typing import NamedTuple

from workshop.errors import LockedError, NotSavedError, WorkshopError
from workshop.store import trouble
from workshop.store.adopt import adopt, differing
from workshop.store.bundle import read_bundle
from workshop.store.compacting import LEAST, QUIET
from workshop.store.copies import Copy, holds_journals, names_any, read_copy
from workshop.store.database import JournalDB
from workshop.store.fs import FileSystem
from workshop.store.line import LineCodec
from workshop.store.names import BEGUN, DOOMED, SUFFIX
from workshop.store.rewriting import Pending

_MOST_NAMES = 100


class BackedUp(NamedTuple):
    """What a backup did: how many lines were new there, how many withdrawals the copy has carried out, and which files still hold words."""

    lines: int
    erased: int
    pending: tuple[Pending, ...]


def back_up(folder: Path, target: Path, *, damaged: bool = False, fs: FileSystem | None = None, codec: LineCodec | None = None) -> BackedUp:
    """Bring the copy in `target` up to date with the workshop in `folder`; a new one is made where there is none.

    With `damaged` what can't be read goes along as it is. Raises NotSavedError unless the copy holds every line, as it stands here.
    """
    source = read_copy(folder, fs, codec)
    if source.unreadable:
        raise NotSavedError(f"No copy was made: {source.unreadable[0]} in {folder} cannot be read.", "Make that file readable first.")
    unread = source.newer | source.damaged if damaged else source.newer
    adopted = adopt(target, source, unread=unread, fs=fs, codec=codec)
    copy, pending = adopted.before, tuple[Pending, ...]()
    names = (fs or FileSystem()).names(target)
    in_clear = codec is not None and codec.locked and any(name.endswith(SUFFIX) for name in names)
    if adopted.lines or in_clear or not _is_settled(copy, unread, names):
        pending = _carry_out(target, fs, codec)
        copy = read_copy(target, fs, codec)
    unread -= copy.newer | copy.damaged
    lost = len(differing(copy, source)) + sum(not names_any(raw, copy.erased) for raw in unread)
    if lost:
        raise NotSavedError(
            f"The copy in {target} is not whole: {lost} save(s) read back differently or not at all.", "Use another disk for it."
        )
    return BackedUp(adopted.lines, len(copy.erased), pending)


def _carry_out(target: Path, fs: FileSystem | None, codec: LineCodec | None) -> tuple[Pending, ...]:
    """Take withdrawn words out of what was in the copy before, and encrypt what is to be: opening it does. Each backup adds a journal."""
    db = JournalDB(target, fs=fs, codec=codec)
    db.compact(LEAST, QUIET)
    db.close()
    return db.pending_erasures


def _is_settled(copy: Copy, unread: frozenset[bytes], names: Collection[str]) -> bool:
    """Whether the copy, as it has just been read from the disk, has all that there is to bring, and no withdrawn words to take out."""
    unfinished = copy.rewritten or any(name.endswith((BEGUN, DOOMED)) for name in names)
    return not copy.state.unclean and not copy.damaged and unread <= copy.newer and not unfinished


def copy_place(place: Path, name: str, source: Copy, codec: LineCodec | None = None) -> Path:
    """The folder that a copy goes to when it is kept at `place`: the place itself where it is that copy, else one called `name` in it.

    Where `name` is taken by something else, a number is added. WorkshopError when the place can't be read.
    """
    try:
        if is_copy(place, source, codec):
            return place
        for number in range(1, _MOST_NAMES):
            target = place / (name if number == 1 else f"{name}-{number}")
            if not target.exists() or (target.is_dir() and not any(target.iterdir())):
                return target
            if is_copy(target, source, codec):
                return target
    except OSError as error:
        raise trouble.cannot_open(error, place) from error
    raise WorkshopError(f"{place} holds {_MOST_NAMES} folders called {name} already.", "Name another place.")


def copies_at(place: Path, codec: LineCodec | None = None) -> dict[Path, Copy]:
    """The copies of workshops at a place: the bundle that it is, the folder that it is, else the folders in it (on a stick, say).

    WorkshopError when there is nothing there, or it can't be read; LockedError when all there is is locked, and the codec doesn't fit.
    """
    if place.is_file():
        return {place: read_bundle(place, codec)}
    if not place.is_dir():
        raise WorkshopError(f"There is nothing at {place}.", "Name a folder, a stick, or a bundle (.zip). Is the stick in?")
    if holds_journals(place):
        return {place: read_copy(place, codec=codec)}
    try:
        inside = [each for each in sorted(place.iterdir()) if holds_journals(each)]
    except OSError as error:
        raise trouble.cannot_open(error, place) from error
    found, locked = {}, None
    for each in inside:
        try:
            found[each] = read_copy(each, codec=codec)
        except LockedError as error:
            locked = error
    if locked is not None and not found:
        raise locked
    return found


def is_copy(place: Path, source: Copy, codec: LineCodec | None) -> bool:
    """Whether a copy of the same workshop stands at a place, as far as that can be told: of one with another lock it can't."""
    try:
        return holds_journals(place) and read_copy(place, codec=codec).is_copy_of(source)
    except LockedError:
        return False
