"""A name that a workshop's reports are searched for before they go out."""

from dataclasses import dataclass

from workshop.model.keys import digest
from workshop.text import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """One entry of the watch list, as it was typed. Its id is a digest of its folded name, so that twice is once."""

    id: str
    name: str


def watched_id(salt: str, name: str) -> str:
    """The id of a name in the workshop of this salt."""
    return digest(salt, "watched", fold(name))
