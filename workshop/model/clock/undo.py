"""Which entries of a timeline are in effect, and what undo and redo would act on."""

from collections.abc import Sequence
from typing import NamedTuple

from workshop.model.records import Entry, Verb

ASIDE = frozenset({Verb.NOTE, Verb.OBSERVED, Verb.SHOW})
"""What an undo passes over: it doesn't act on the time, and whoever pressed a wrong next means that one, not the statement shown since."""


class Ignored(NamedTuple):
    """An entry that could not be, and why, in words: two windows may press the same key."""

    entry: Entry
    why: str


class Effect(NamedTuple):
    """The entries `in_effect`, in order; the ids of all that stand, undos too; the undos that undid nothing; what a redo would cancel."""

    in_effect: tuple[Entry, ...]
    standing: frozenset[str]
    ignored: tuple[Ignored, ...]
    redo: Entry | None


def effect(entries: Sequence[Entry]) -> Effect:
    """Apply the undos: an entry stands unless an undo that stands names it, so that the undo of an undo brings back what that took.

    An undo that names what is not there, or what was undone already, does nothing.
    """
    place: dict[str, int] = {}
    undos: list[list[int]] = []
    ignored: list[Ignored] = []
    redoable: list[int] = []
    for index, entry in enumerate(entries):
        undos.append([])
        if entry.verb is Verb.UNDO:
            target = place.get(entry.cancels or "")
            if target is None or not _stands(target, undos)[0]:
                ignored.append(Ignored(entry, "What it would undo is not there." if target is None else "It was undone already."))
                continue
            undos[target].append(index)
            redo = entries[target].verb is Verb.UNDO
            redoable = [each for each in redoable if each != target] if redo else [*redoable, index]
        elif entry.verb not in ASIDE:
            redoable = []
        place[entry.id] = index
    stands = _stands(0, undos)
    good = [index for index in place.values() if stands[index]]
    return Effect(
        in_effect=tuple(entries[index] for index in good if entries[index].verb is not Verb.UNDO),
        standing=frozenset(entries[index].id for index in good),
        ignored=tuple(ignored),
        redo=next((entries[index] for index in reversed(redoable) if stands[index]), None),
    )


def _stands(first: int, undos: Sequence[Sequence[int]]) -> list[bool]:
    """Which entries stand, from `first` on. Backwards, since what undoes an entry comes after it."""
    stands = [True] * (len(undos) - first)
    for index in range(len(undos) - 1, first - 1, -1):
        stands[index - first] = not any(stands[undo - first] for undo in undos[index])
    return stands
