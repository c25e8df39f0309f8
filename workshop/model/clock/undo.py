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
    """Apply the undos. An undo cancels one earlier entry, which may be an undo: then what that had cancelled counts again."""
    known: dict[str, Entry] = {}
    counts: dict[str, bool] = {}
    ignored: list[Ignored] = []
    redoable: list[Entry] = []
    for entry in entries:
        if entry.verb is Verb.UNDO:
            target = known.get(entry.cancels or "")
            if target is None or not counts[target.id]:
                ignored.append(Ignored(entry, "What it would undo is not there." if target is None else "It was undone already."))
                continue
            _switch(target, known, counts, on=False)
            redoable = [undo for undo in redoable if undo.id != target.id] if target.verb is Verb.UNDO else [*redoable, entry]
        elif entry.verb not in ASIDE:
            redoable = []
        known[entry.id] = entry
        counts[entry.id] = True
    in_effect = tuple(entry for entry in known.values() if counts[entry.id] and entry.verb is not Verb.UNDO)
    standing = frozenset(name for name, stands in counts.items() if stands)
    return Effect(in_effect, standing, tuple(ignored), redoable[-1] if redoable else None)


def _switch(entry: Entry, known: dict[str, Entry], counts: dict[str, bool], *, on: bool) -> None:
    counts[entry.id] = on
    while entry.verb is Verb.UNDO:
        on = not on
        entry = known[entry.cancels or ""]
        counts[entry.id] = on
