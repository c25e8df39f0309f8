"""A number of people in a report that was written: what it was, and what the report told of it."""

from typing import NamedTuple

Row = tuple[str, int, tuple[int, ...], tuple[int, ...], tuple[int, ...], bool]
"""A figure as it is stored: its fields in their order."""


_ANSWERS, _BACK = "answers/", "back/"


class Figure(NamedTuple):
    """`counts` of `of` people, each told as something from `low` to `high`, alike where the number itself stands; four for answers.

    `place` says of what. `own`: as the rule for small numbers has it, with no regard to any earlier copy.
    """

    place: str
    of: int
    counts: tuple[int, ...]
    low: tuple[int, ...]
    high: tuple[int, ...]
    own: bool


def figure(row: Row) -> Figure | None:
    """The figure in a stored row; None where its numbers aren't those of its place, as in a file that was written by hand."""
    found = Figure(*row)
    wanted = 4 if found.place.startswith((_ANSWERS, _BACK)) else 1
    return found if {len(found.counts), len(found.low), len(found.high)} == {wanted} else None


def people_place(group: str) -> str:
    """How many people a group (a perspective) has."""
    return f"people/{group}"


def raised_place(theme: str, group: str, *, at_most: bool = False) -> str:
    """How many of a group raised a theme (an id), or at most did."""
    return f"raised/{theme}/{group}/{'most' if at_most else 'least'}"


def answers_place(statement: str, group: str) -> str:
    """What a group answered to a statement (an id)."""
    return f"{_ANSWERS}{statement}/{group}"


def back_place(statement: str) -> str:
    """What the makers of a statement (an id) answered back."""
    return f"{_BACK}{statement}"


def gave_place(kind: str, theme: str, group: str) -> str:
    """How many of a group gave a theme (an id) anything in a vote of this kind."""
    return f"gave/{kind}/{theme}/{group}"
