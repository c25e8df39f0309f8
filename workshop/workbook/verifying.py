"""Verifying: what of a workshop is whole, what isn't, what that means for people's words, and what to do about it."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from workshop.errors import WorkshopError
from workshop.store import trouble
from workshop.store.copies import Copy, read_copy
from workshop.store.damage import Damage
from workshop.store.line import LineCodec
from workshop.store.names import AGE
from workshop.store.places import read_places
from workshop.store.repository import Repository
from workshop.store.schema import is_newer, type_of_table
from workshop.store.undamaging import damaged_files, wipe_damage
from workshop.text import clean_line
from workshop.workbook.desk import Desk
from workshop.workbook.strangers import strangers

_MEND = "If another copy is whole (a laptop, a backup, a bundle): workshop merge WORKSHOP COPY brings back what is missing."
_READ = "Make the file readable, or move it away."
_UPDATE = "Install the newer version of workshop on this computer too."


class Finding(NamedTuple):
    """Something that isn't whole: where (`line` 0 is the whole file), what it means, what to do."""

    file: str
    line: int
    meaning: str
    cure: str

    def as_json(self) -> dict[str, Any]:
        """For machines."""
        return {"file": self.file, "line": self.line, "meaning": self.meaning, "cure": self.cure}


class Verification(NamedTuple):
    """The state of one workshop.

    `saves` counts the whole lines of each journal, some of which stand in several; `saved` counts each
    once; `records` is what they add up to, by table.

    `findings` are damage. The rest is none: `healed` counts damaged lines whose words are whole in another place here, `later` is what
    a newer version wrote; `torn` counts ends of files that a save left which nobody was told of; then `notices`, `pending` (withdrawals not
    carried out everywhere yet), `conflicts` and `unknown`, the files here that are none of the workshop's.
    """

    folder: Path
    title: str
    saves: Mapping[str, int]
    saved: int
    records: Mapping[str, int]
    findings: tuple[Finding, ...]
    healed: int
    later: tuple[Finding, ...]
    pending: tuple[str, ...]
    notices: tuple[str, ...]
    conflicts: int
    read_only: str
    torn: int = 0
    unknown: tuple[str, ...] = ()

    @property
    def whole(self) -> bool:
        """Whether nothing is damaged."""
        return not self.findings

    def as_json(self) -> dict[str, Any]:
        """For machines."""
        return {
            "schema": "workshop.verification",
            "version": 1,
            "whole": self.whole,
            "folder": str(self.folder),
            "title": self.title,
            "journals": dict(self.saves),
            "saves": self.saved,
            "records": dict(self.records),
            "damage": [each.as_json() for each in self.findings],
            "healed": self.healed,
            "newer": [each.as_json() for each in self.later],
            "pending_erasures": list(self.pending),
            "notices": list(self.notices),
            "conflicts": self.conflicts,
            "read_only": self.read_only or None,
            "torn_ends": self.torn,
            "unknown_files": list(self.unknown),
        }


class Verifying(Desk):
    """The verb that verifies."""

    def verify(self) -> Verification:
        """What `verify` finds, all journals read again from the disk."""
        return _verification(self.folder, self.repository)


def verify(folder: Path, codec: LineCodec | None = None) -> Verification:
    """Verify the workshop in this folder, whatever state it is in; `codec` opens it, where it is locked.

    WorkshopError when the folder can't be listed.
    """
    repository = Repository.open(folder, codec)
    try:
        return _verification(folder, repository)
    finally:
        repository.close()


def damage_held(folder: Path, codec: LineCodec | None = None) -> dict[str, int]:
    """How many damaged stretches, in which words may still be read, each journal holds. Raises WorkshopError."""
    try:
        return damaged_files(folder, codec or LineCodec())
    except OSError as error:
        raise trouble.cannot_open(error, folder) from error


def erase_damage(folder: Path, codec: LineCodec | None = None) -> tuple[str, ...]:
    """Take them out for good: nobody can tell whose words stand in them. In words, what could not be done. Raises WorkshopError."""
    try:
        return tuple(f"{clean_line(each.file)}: {each.why}" for each in wipe_damage(folder, codec or LineCodec()))
    except OSError as error:
        raise trouble.cannot_open(error, folder) from error


def _verification(folder: Path, repository: Repository) -> Verification:
    db, workshop = repository.db, repository.workshop()
    copy = read_copy(folder, codec=db.codec)
    damage = dict.fromkeys((*copy.damage, *db.damage))  # of one that is open, also what it noticed while it was
    lost = [_finding(each, copy) for each in damage if not _is_later(each, copy) and each not in copy.healed]
    later = [Finding(clean_line(each.file), each.line, each.meaning, _UPDATE) for each in damage if _is_later(each, copy)]
    unread, unread_later = _unread(repository, copy)
    copies, unread_list = _copies_behind(folder, len(copy.erased))
    return Verification(
        folder=folder,
        title=workshop.title if workshop else "",
        saves=copy.saves,
        saved=len(copy.lines),
        records={table: len(copy.state.documents.get(table, {})) for table in type_of_table},
        findings=(*lost, *unread, *_identity(copy), *unread_list),
        healed=len(copy.healed),
        later=(*later, *unread_later),
        pending=(*(f"{clean_line(each.file)}: {each.why}" for each in db.pending_erasures), *copies),
        notices=db.notices,
        conflicts=sum(bool(db.conflicts(*key)) for key in db.contested()),
        read_only=db.read_only,
        torn=len(copy.torn),
        unknown=strangers(folder, tuple(_reports(folder, repository))),
    )


def _reports(folder: Path, repository: Repository) -> Iterator[Path]:
    """Where the register says that reports stand, encrypted or not."""
    for export in repository.everything().exports.values() if repository.workshop() else ():
        for name, _ in export.files:
            yield folder / export.folder / name
            yield folder / export.folder / f"{name}{AGE}"


def _finding(damage: Damage, copy: Copy) -> Finding:
    return Finding(clean_line(damage.file), damage.line, damage.meaning, _READ if damage.file in copy.unreadable else _MEND)


def _is_later(damage: Damage, copy: Copy) -> bool:
    return (damage.file, damage.line) in copy.later


def _unread(repository: Repository, copy: Copy) -> tuple[list[Finding], list[Finding]]:
    """Records that could not be read: those that are damaged, and those of a newer version."""
    damaged: list[Finding] = []
    later: list[Finding] = []
    for (table, key), why in sorted(repository.problems.items()):
        finding = Finding("", 0, f"{clean_line(why)}: {table}/{key} is not shown.", _UPDATE)
        document = copy.state.change((table, key)).document
        (later if document is not None and is_newer(document) else damaged).append(finding)
    return damaged, later


def _identity(copy: Copy) -> Iterator[Finding]:
    if not copy.identities:
        yield Finding(
            "",
            0,
            "The workshop's own record (title, perspectives) can't be read: parents and practitioners stand in for its perspectives.",
            _MEND,
        )
    if len(copy.identities) > 1:
        meaning = "Journals of two different workshops are in this folder, and their remarks are mixed."
        yield Finding("", 0, meaning, "Move the files that were copied in by mistake out again.")


def _copies_behind(folder: Path, erased: int) -> tuple[list[str], list[Finding]]:
    """Copies elsewhere in which not all withdrawals are carried out, and whether their list can be read."""
    try:
        places = read_places(folder)
    except WorkshopError as error:
        return [], [Finding("places.json", 0, error.message, error.cure)]
    return [
        f"{place.path}: withdrawals since {place.made:%d %b %Y} are not carried out there" for place in places if place.erased < erased
    ], []
