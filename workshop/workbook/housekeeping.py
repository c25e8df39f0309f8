"""Keeping house: a workshop's title, the shelf that it is taken off, how long it may be kept, and how it leaves a computer."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

from workshop.errors import NotSavedError, WorkshopError
from workshop.store import trouble
from workshop.store.adopt import differing
from workshop.store.backup import back_up, copy_place
from workshop.store.copies import Copy, read_copy
from workshop.store.line import LineCodec
from workshop.store.places import read_places
from workshop.store.repository import Repository
from workshop.store.wipe import holds_workshop, in_use, wipe_workshop
from workshop.text import clean_line
from workshop.workbook.desk import Desk

AN_SSD = (
    "Its files were overwritten before they were removed. An SSD or a stick may still hold parts of them in blocks that no program can "
    "reach, and so may snapshots, a synchronised folder's history, and reports that were given away."
)
"""What is said whenever a workshop has left a computer."""


class Housekeeping(Desk):
    """The verbs that keep house."""

    def rename(self, title: str) -> None:
        """Give the workshop another title; its folder keeps its name. Raises WorkshopError for an empty one."""
        name = clean_line(title)
        if not name:
            raise WorkshopError("A workshop needs a title.")
        self._do(f"the title {name}", replace(self.workshop, title=name))

    def archive(self) -> None:
        """Take it off the list of current workshops: here, and in every copy once it is merged."""
        self._do("archiving", replace(self.workshop, archived=True))

    def unarchive(self) -> None:
        """Put it back on the list of current workshops."""
        self._do("taking it out of the archive", replace(self.workshop, archived=False))

    def keep_until(self, day: date | None) -> None:
        """From the day after this one the shelf names the workshop as one to be deleted; None for no such day."""
        self._do("how long it is kept", replace(self.workshop, keep_until=day))


class Gone(NamedTuple):
    """What is left of a workshop that has gone: files in its folder that are not its own, copies that are known, `copy` where it went."""

    left: tuple[Path, ...]
    copies: tuple[Path, ...]
    copy: Path | None = None

    def words(self) -> str:
        """In sentences."""
        told = [AN_SSD]
        if self.left:
            told.append("These are not the workshop's own files, and stay: " + ", ".join(str(path) for path in self.left))
        if self.copies:
            told.append("Other copies were made, and are still where they were: " + ", ".join(str(path) for path in self.copies))
        return "\n".join(told)


def delete(folder: Path) -> Gone:
    """Overwrite the workshop in this folder and remove it. It must be open nowhere. Raises WorkshopError."""
    _check_closed(folder)
    copies = tuple(each.path for each in read_places(folder))
    return Gone(_wiped(folder), copies)


def take_away(folder: Path, stick: Path, codec: LineCodec | None = None) -> Gone:
    """Copy the workshop to a stick, see that the copy is whole, and only then delete it here. It must be open nowhere.

    `codec` opens it, where it is locked; the copy is locked alike. Raises WorkshopError and NotSavedError, with everything still here.
    """
    _check_closed(folder)
    source = read_copy(folder, codec=codec)
    if source.broken:
        raise NotSavedError(f"No copy was made: {source.broken[0]} in {folder} can't be opened.", "Move that file away first.")
    target = copy_place(stick.expanduser().absolute(), folder.resolve().name, source, codec)
    if not target.parent.is_dir():
        raise WorkshopError(f"There is no folder {target.parent}.", "Is the stick in?")
    if folder.resolve() in (target.resolve(), *target.resolve().parents):
        raise WorkshopError(f"{target} is inside the workshop's own folder.", "Name a stick or another drive.")
    try:
        done = back_up(folder, target, damaged=True, codec=codec)
    except NotSavedError as fault:
        cause = fault.__cause__
        why = f"{trouble.reason(cause)}." if isinstance(cause, FileNotFoundError) else fault.message.removeprefix("Not saved: ")
        raise NotSavedError(f"No copy could be made in {target.parent}: {why}", "Nothing was deleted here. Use another stick.") from fault
    if done.pending:
        raise WorkshopError(f"The copy in {target} still holds withdrawn words, in {done.pending[0].file}.", "Close it there first.")
    _compare(folder, target, source, codec)
    copies = tuple(each.path for each in read_places(folder) if each.path != target)
    return Gone(_wiped(folder), copies, target)


def _check_closed(folder: Path) -> None:
    try:
        ours, open_elsewhere = holds_workshop(folder), in_use(folder)
    except OSError as error:
        raise trouble.cannot_open(error, folder) from error
    if not ours:
        raise WorkshopError(f"{folder} holds no workshop.", "See what there is with: workshop list --all")
    if open_elsewhere:
        raise WorkshopError("The workshop is open in another window.", "Close it there first.")


def _compare(folder: Path, target: Path, source: Copy, codec: LineCodec | None) -> None:
    """See that the copy opens, and says record for record what the workshop says; one that had more before may say more."""
    copy = read_copy(target, codec=codec)
    more = copy.lines.keys() - source.lines.keys()
    here, there = Repository.open(folder, codec), Repository.open(target, codec)
    try:
        same = bool(more) or (here.records() == there.records() and here.problems == there.problems)
        if not same or differing(copy, source) or there.workshop() is None:
            raise NotSavedError(
                f"The copy in {target} does not say what the workshop says: nothing was deleted here.", "Use another stick."
            )
    finally:
        here.close()
        there.close()


def _wiped(folder: Path) -> tuple[Path, ...]:
    _check_closed(folder)
    try:
        return wipe_workshop(folder)
    except OSError as error:
        raise WorkshopError(
            f"Not all of {folder} could be deleted ({trouble.reason(error)}): what is left is still there.", "Allow it, and try again."
        ) from error
