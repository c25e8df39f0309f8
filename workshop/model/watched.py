"""A name that a workshop's reports are searched for before they go out."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """One entry of the watch list, as it was typed. Its id is a digest of its folded name, so that twice is once."""

    id: str
    name: str
