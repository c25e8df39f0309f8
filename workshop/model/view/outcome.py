"""What a way of working comes to, apart from the comparison: a table with the words that it rests on, as a report may show it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from workshop.model.view.quote import ShownQuote


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownOutcomeRow:
    """One example, place, step or promise. `cells` are in words, one a column; `said` are the words by column, where there are any."""

    name: str
    cells: tuple[str, ...]
    said: Mapping[str, tuple[ShownQuote, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownOutcome:
    """One table: "walk-the-place". `of` says what a row is, `sentences` what stands out; a cell of nothing is "".

    `name` is that of its file, and differs from those of all others.
    """

    name: str
    title: str
    of: str
    sentences: tuple[str, ...]
    columns: tuple[str, ...]
    rows: tuple[ShownOutcomeRow, ...]
