"""What goes when somebody takes back their words: found by the fields that link one record to another, in whatever table it is.

A record of a new kind is taken along if it names a person in `participant`, a remark in `reflection`, or remarks in `sources`; and a
note on a recommendation, by `recommendation`, goes with that.
"""

from collections.abc import Callable, Collection, Iterable
from typing import Protocol, TypeVar

from workshop.model.recommendation import Recommendation
from workshop.model.records import Participant, Reflection
from workshop.text import fold

PERSON, REMARK, REMARKS = "participant", "reflection", "sources"
LINKS = (PERSON, REMARK, REMARKS)
"""The fields by which a record belongs to a person or a remark."""
FOLLOWS = "recommendation"
"""The field by which a note belongs to a recommendation."""
FEWEST_WORDS = 3
"""Shorter remarks are not looked for elsewhere: "yes" stands everywhere."""


class _Record(Protocol):
    @property
    def id(self) -> str: ...


Some = TypeVar("Some", bound=_Record)


def taken(every: Collection[Some], remarks: Collection[str], theirs: Callable[[Some], bool]) -> tuple[Some, ...]:
    """Of all records those that go: these remarks (ids), what is `theirs`, and what rests on a remark that goes.

    A statement goes with any of the remarks that it was built from; the answers that others gave to it stay. A recommendation goes
    likewise, with all notes on it.
    """
    gone = {*remarks, *(each.id for each in every if isinstance(each, Reflection) and theirs(each))}
    going = [each for each in every if theirs(each) or rests_on(each, gone)]
    followed = {each.id for each in going if isinstance(each, Recommendation)} | gone
    return (*going, *(each for each in every if getattr(each, FOLLOWS, None) in followed))


def speaker_of(record: object) -> str:
    """The id of the person that a record is of; empty where it is of nobody in particular."""
    return record.id if isinstance(record, Participant) else getattr(record, PERSON, None) or ""


def same_words(remarks: Iterable[str], others: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """The names of those of the others (name, text) in which all words of one of the remarks stand as they were said, however spelt."""
    sought = [words for words in map(fold, remarks) if len(words.split()) >= FEWEST_WORDS]
    if not sought:
        return ()
    folded = ((name, fold(text)) for name, text in others)
    return tuple(dict.fromkeys(name for name, text in folded if any(words in text for words in sought)))


def remarks_withdrawn(number: int) -> str:
    """All that is ever said of it."""
    return f"{number} {'remark' if number == 1 else 'remarks'} withdrawn"


def rests_on(record: object, remarks: Collection[str]) -> bool:
    """Whether the record is one of these remarks (ids), or goes with one of them."""
    if isinstance(record, Reflection):
        return record.id in remarks
    return getattr(record, REMARK, None) in remarks or any(one in remarks for one in getattr(record, REMARKS, ()))
