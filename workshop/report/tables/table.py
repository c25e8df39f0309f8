"""`Table`: rows under named columns, for whatever kind of file writes it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

HIDDEN = "[c]"
"""What stands in a cell whose number this audience may not see."""
ANSWERS = ("agree", "partly", "disagree", "unsure")

Cell = str | int | float | bool | datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One table. `name` is that of its file, `title` that of its sheet, and `about` says what a row is; no two columns are called alike.

    An empty cell (None) is nothing, and never zero.
    """

    name: str
    title: str
    about: str
    columns: tuple[str, ...]
    rows: Sequence[Sequence[Cell]]


def hidden(number: int | None) -> int | str:
    """A number, or the mark that it may not be seen."""
    return HIDDEN if number is None else number
