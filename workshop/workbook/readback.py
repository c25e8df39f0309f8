"""Reading back: a group hears what was noted of what it said, before it counts, and says what is right and what isn't."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from workshop.errors import WorkshopError
from workshop.model.capture.marks import ends_in_dots
from workshop.model.checking import can_be_read_back, checked_back, to_read_back
from workshop.model.keys import check_id, words_id
from workshop.model.records import Check, Reflection, Session
from workshop.text import clean
from workshop.workbook.desk import Desk


class ReadingBack(Desk):
    """The verbs that check back."""

    def to_read_back(self, session: Session, *, unfinished: bool = False) -> tuple[Reflection, ...]:
        """What was said in a session, in its order, to be read back to the group; of the `unfinished`, the quotes to finish alone."""
        found = to_read_back(self.records, session.id)
        return tuple(each for each in found if each.unfinished) if unfinished else found

    def checked_back(self) -> Mapping[str, datetime]:
        """When each remark, by its id, was found right as it stands now."""
        return checked_back(self.records)

    def found_right(self, reference: str) -> Reflection:
        """The group says that a remark (R12) is right as it stands, and so not unfinished either. Raises WorkshopError."""
        return self._check(self._readable(reference), "found right")

    def correct(self, reference: str, text: str) -> Reflection:
        """Let a remark say what the group says it should; what was noted stays in its history. It is checked back by that.

        Words that still trail off stay on the list of quotes to finish, and unchecked. Raises WorkshopError where there are no words.
        """
        remark = self._readable(reference)
        words = clean(text).strip()
        if not words:
            raise WorkshopError("A reflection needs words.", "To take it back altogether, strike it.")
        corrected = replace(remark, text=words, unfinished=ends_in_dots(words))
        if not corrected.unfinished:
            return self._check(corrected, "corrected")
        if corrected != remark:
            self._do(f"{self.ref(remark)}, corrected", corrected)
        return corrected

    def _check(self, remark: Reflection, done: str) -> Reflection:
        finished = replace(remark, unfinished=False)
        salt = self.workshop.salt
        check = Check(id=check_id(salt, remark.id, remark.text), reflection=remark.id, words=words_id(salt, remark.text), at=self.now())
        before = self.records.reflections.get(remark.id)
        self._do(f"{self.ref(remark)}, {done}", *([finished] if finished != before else []), check)
        return finished

    def _readable(self, reference: str) -> Reflection:
        self.refresh()  # so that what another window has just corrected is not undone
        remark = self.reflection(reference)
        if not can_be_read_back(remark):
            raise WorkshopError(f"{self.ref(remark)} holds no words of the group to read back.")
        return remark
