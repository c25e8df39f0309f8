"""Redo: an undo that was one too many is taken back."""

from collections.abc import Iterator

from workshop.errors import WorkshopError
from workshop.model.clock.undo import effect
from workshop.model.records import Entry, Verb
from workshop.store.steps import Step
from workshop.workbook.undoing import Back, Undoing


class Redoing(Undoing):
    """The verb that takes an undo back: the last one of this window, or else of this computer, as long as nothing was done since."""

    @property
    def redoable(self) -> bool:
        """Whether there is something to redo."""
        return self._last_undone() is not None

    def redo(self) -> str:
        """Take the last undo back, and say what it had undone. Raises WorkshopError where nothing was undone, or something done since."""
        found = self._last_undone()
        if found is None:
            raise WorkshopError("There is nothing to redo.", "An older version is brought back by: workshop choose WORKSHOP R12 NUMBER")
        version, undo = found
        self._earlier = None
        backs = self._kept(self._redone(undo))
        with self.repository.db.transaction():
            self._take_back(backs)
            self._steps.note_redone(version)
        self._done += [self._undone.pop(version)] if version in self._undone else []
        said = self._in_words(self._steps.step(version), self._done_here())
        return "; ".join([said, *dict.fromkeys(back.stays for back in backs if back.stays)])

    def _last_undone(self) -> tuple[str, Step] | None:
        """The version of the line that was undone last, by this window or before it, and what the undo did; None after anything new."""
        undos = self._steps.undone(self.laptop)
        found = next(((done, undo) for done, undo in undos if undo.version < self._opened or done in self._undone), None)
        if found is None or not any(self._redone(found[1])):
            return None
        last = next(self._steps_left(), None)
        return found if last is None or last.version < found[1].version else None

    def _redone(self, undo: Step) -> Iterator[Back]:
        """How what an undo did is taken back."""
        for key in undo.keys:
            change = self._steps.change(undo, key)
            entry = change.after if change else None
            if isinstance(entry, Entry) and entry.verb is Verb.UNDO:
                if entry.id in effect(self.records.timelines.get(entry.session, ())).standing:
                    yield Back(cancelled=entry)
            elif back := self._reversal(undo, key):
                yield back
