"""What somebody is shown of a file before it comes in."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody who speaks in a transcript ("" is nobody named): how often, and how they begin."""

    name: str
    turns: int
    begins: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word of the file in a field that knows only some, in so many rows; "" are blank cells. `meant` is None until that is said.

    `known` are the words of the field.
    """

    field: str
    word: str
    rows: int
    meant: str | None
    known: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What a file looks like: `rows` are its first, each as wide as the header; `fields` says by field which columns would fill it.

    `all_fields` are those that there are, of which some are `needed` and some may have `several` columns; `words` are to be given a
    meaning.
    Of a transcript there are `speakers`. `what` is "" where nothing tells it.
    """

    name: str
    what: str
    read_as: str
    header: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    count: int = 0
    fields: Mapping[str, tuple[str, ...]]
    all_fields: tuple[str, ...] = ()
    needed: tuple[str, ...] = ()
    several: tuple[str, ...] = ()
    words: tuple[Word, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    sheets: tuple[str, ...] = ()
