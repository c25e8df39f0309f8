"""Merging: what another copy of this workshop has and this one lacks comes in. Nothing is asked, nothing is lost, nothing comes twice."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from workshop.errors import WorkshopError
from workshop.store.adopt import adopt
from workshop.store.backup import copies_at
from workshop.store.copies import Copy, read_copy
from workshop.store.line import LineCodec
from workshop.store.repository import Repository
from workshop.store.state import State
from workshop.text import clean_line
from workshop.workbook.desk import Desk
from workshop.workbook.withdrawing import Withdrawing

_NOUNS = {
    "reflections": ("reflection", "reflections"),
    "sessions": ("session", "sessions"),
    "statements": ("statement", "statements"),
    "responses": ("answer", "answers"),
    "recommendations": ("recommendation", "recommendations"),
    "followups": ("note on a recommendation", "notes on recommendations"),
    "themes": ("theme", "themes"),
    "artworks": ("picture", "pictures"),
    "participants": ("participant", "participants"),
}


class MergeReport(NamedTuple):
    """What came in: `new` records by table, reflections `changed` elsewhere and here not, records edited on `both` sides.

    `withdrawn` counts the reflections, and `struck` the statements, that were here before and have gone; `late` the reflections that came
    and were taken out at once, since who made them has withdrawn: none of them is new. `saves` counts the journals' lines, `copies`
    those merged; `damage` tells what of them could not be read.
    """

    new: Mapping[str, int]
    changed: int
    both: int
    withdrawn: int
    struck: int
    late: int
    saves: int
    copies: tuple[Path, ...]
    damage: tuple[str, ...]

    def words(self) -> str:
        """The report in sentences."""
        if not self.saves:
            return "Nothing new: all that is in the other copy was here already."
        told = [f"{_counted(self.new.get(table, 0), *nouns)} new" for table, nouns in _NOUNS.items() if self.new.get(table)]
        if self.changed:
            told.append(f"{_counted(self.changed, *_NOUNS['reflections'])} changed there and not here")
        if self.both:
            told.append(f"{self.both} edited on both sides (both kept)")
        if self.withdrawn:
            told.append(f"{_counted(self.withdrawn, *_NOUNS['reflections'])} withdrawn")
        if self.struck:
            told.append(f"{_counted(self.struck, *_NOUNS['statements'])} withdrawn")
        if self.late:
            told.append(f"{_counted(self.late, *_NOUNS['reflections'])} of people who have withdrawn, taken out again")
        return f"Merged: {', '.join(told) or 'no remarks, only what is behind them'}."

    def as_json(self) -> dict[str, Any]:
        """For machines."""
        return {
            "new": dict(self.new),
            "changed": self.changed,
            "edited_on_both_sides": self.both,
            "withdrawn": self.withdrawn,
            "withdrawn_statements": self.struck,
            "withdrawn_late": self.late,
            "saves": self.saves,
            "copies": [str(path) for path in self.copies],
            "damage": list(self.damage),
        }


class Merging(Desk):
    """The verb that merges."""

    def merge(self, place: Path) -> MergeReport:
        """Take in the copies of this workshop at a place, as `merge_into` does."""
        came = _take_in(self.folder, place, self.codec, self.codec)
        self.refresh()
        return _report(came, read_copy(self.folder, codec=self.codec).state)


def merge_into(folder: Path, place: Path, codec: LineCodec | None = None, theirs: LineCodec | None = None) -> MergeReport:
    """Take what the copies at `place` have into the workshop in `folder`, whatever state that is in, and withdraw what is to be.

    The place is a folder, a stick or a shelf with such folders in it, or a bundle; it is only read. `codec` opens the workshop, where
    it is locked, and `theirs` the other copies. Raises WorkshopError, with nothing taken in, where the place holds no copy of this
    workshop, and LockedError where a codec doesn't fit.
    """
    came = _take_in(folder, place, codec, theirs)
    Withdrawing(folder, Repository.open(folder, codec)).close()  # opening it carries out the withdrawals that came
    return _report(came, read_copy(folder, codec=codec).state)


class _Came(NamedTuple):
    """What was taken in: what the workshop held before, the copies, and how many lines were new."""

    before: State
    copies: Mapping[Path, Copy]
    saves: int


def _take_in(folder: Path, place: Path, codec: LineCodec | None, theirs: LineCodec | None) -> _Came:
    here = read_copy(folder, codec=codec)
    found = _fitting(here, folder, place, theirs)
    if here.newer or any(copy.newer for copy in found.values()):
        raise WorkshopError("A newer version of workshop has written in one of the two copies.", "Merge them with that version.")
    return _Came(here.state, found, sum(adopt(folder, copy, codec=codec).lines for copy in found.values()))


def _fitting(here: Copy, folder: Path, place: Path, theirs: LineCodec | None) -> dict[Path, Copy]:
    found = {path: copy for path, copy in copies_at(place, theirs).items() if not path.samefile(folder)}
    fitting = {path: copy for path, copy in found.items() if copy.is_copy_of(here)}
    if fitting:
        return fitting
    if not found:
        raise WorkshopError(f"There is no other copy of this workshop in {place}.", "Name another folder, a stick, or a bundle (.zip).")
    titles = {title_of(copy) for copy in found.values()} - {""}
    of_what = f": {', '.join(sorted(titles))}" if titles else ""
    raise WorkshopError(
        f"{place} holds no copy of this workshop, but of another one{of_what}.",
        "Only copies of one workshop can be merged: those that began as a copy or a bundle of one another.",
    )


def title_of(copy: Copy) -> str:
    """The title that the workshop has in this copy; "" where that can't be read."""
    document = copy.state.change(("workshop", "workshop")).document
    return clean_line(str(document.get("title", ""))) if document else ""


def _report(came: _Came, after: State) -> MergeReport:
    before = came.before
    arrived = {id_ for copy in came.copies.values() for id_ in _ids(copy.state, "reflections")} - _ids(before, "reflections")
    gone = {table: {id_ for of_table, id_ in after.erased - before.erased if of_table == table} for table in ("reflections", "statements")}
    new = {table: len(_ids(after, table) - _ids(before, table)) for table in _NOUNS}
    differing = {id_ for table, id_ in after.changed_since(before) if table == "reflections"}
    offered, offered_before = _offered(after), _offered(before)
    return MergeReport(
        new={table: count for table, count in new.items() if count},
        changed=sum(("reflections", id_) not in offered for id_ in differing & _ids(before, "reflections") & _ids(after, "reflections")),
        both=len(offered - offered_before),
        withdrawn=len(gone["reflections"] & _ids(before, "reflections")),
        struck=len(gone["statements"] & _ids(before, "statements")),
        late=len(gone["reflections"] & arrived),
        saves=came.saves,
        copies=tuple(came.copies),
        damage=tuple(clean_line(f"{path.name}, {each.file}: {each.meaning}") for path, copy in came.copies.items() for each in copy.damage),
    )


def _ids(state: State, table: str) -> set[str]:
    return set(state.documents.get(table, {}))


def _offered(state: State) -> set[tuple[str, str]]:
    """What has several versions, for a person's choice."""
    return {key for key in state.contested() if state.conflicts(key)}


def _counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
