"""What a search through everything comes upon."""

from dataclasses import dataclass
from enum import StrEnum


class Sort(StrEnum):
    """What was found."""

    REMARK = "remark"
    THEME = "theme"
    STATEMENT = "statement"
    RECOMMENDATION = "recommendation"
    NOTE = "note"
    ARTWORK = "artwork"


@dataclass(frozen=True, slots=True)
class Found:
    """One thing that has the words. `ref` is what a person types for it: R12, T3, D4, A1, a theme's title; a note has its recommendation's.

    `text` is what a list shows of it: its words, a theme's description, a picture's caption.
    """

    sort: Sort
    ref: str
    text: str
