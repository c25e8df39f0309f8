"""Reading back: which remarks their group can check, which it has found right, and which quotes wait to be finished.

Read back to the group they are of, without codes: nobody in the room is asked to own up to a sentence.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from workshop.model.capture import OFF
from workshop.model.keys import words_id
from workshop.model.perspective import NOTE_TAKER
from workshop.model.records import Records, Reflection


@dataclass(frozen=True, slots=True)
class Checked:
    """How many of a group's remarks can be read back, and how many of them were found right."""

    right: int
    remarks: int


def can_be_read_back(remark: Reflection) -> bool:
    """Whether it has words of somebody in the room: the note-taker's own are nobody's to correct."""
    return bool(remark.text.strip()) and OFF not in remark.kinds and remark.perspective != NOTE_TAKER


def to_read_back(records: Records, session: str) -> tuple[Reflection, ...]:
    """The remarks of a session (an id) that can be read back, in the order in which they were said."""
    mine = (each for each in records.reflections.values() if each.session == session and can_be_read_back(each))
    return tuple(sorted(mine, key=lambda each: each.id))


def checked_back(records: Records) -> Mapping[str, datetime]:
    """When each remark (an id) was found right, if the words that were read back are still its words."""
    found: dict[str, datetime] = {}
    for check in records.checks.values():
        remark = records.reflections.get(check.reflection)
        if remark is not None and check.words == words_id(records.workshop.salt, remark.text):
            found[remark.id] = max(check.at, found.get(remark.id, check.at))
    return found


def checked_by_perspective(records: Records) -> Mapping[str, Checked]:
    """How far each perspective's remarks were checked back, of those that can be."""
    right = checked_back(records)
    counts: dict[str, tuple[int, int]] = {}
    for remark in records.reflections.values():
        if can_be_read_back(remark):
            found, every = counts.get(remark.perspective, (0, 0))
            counts[remark.perspective] = (found + (remark.id in right), every + 1)
    return {perspective: Checked(*count) for perspective, count in counts.items()}
