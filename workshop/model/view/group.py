"""A group that took part, as a report may show it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownGroup:
    """One of the perspectives that have people: "parent", "parents", 8, "8 parents"."""

    name: str
    plural: str
    people: int | None
    text: str
