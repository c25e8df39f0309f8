"""What a Word file is put together from, before it is XML: spans, paragraphs, tables."""

from collections.abc import Sequence
from dataclasses import dataclass

SOFT = "Workshop Soft"
STRONG = "Workshop Strong"
CELL = "Workshop Cell"
HEAD = "Workshop Head"
"""A cell that names its column or its row."""
WHOLE = 15
"""A table of at most so many rows goes to the next page rather than being cut between two."""


@dataclass(frozen=True, slots=True)
class Span:
    """Some words in a paragraph; `style` is a character style's name, `to` the bookmark that they lead to."""

    text: str
    style: str = ""
    to: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `style` is a paragraph style's name, `mark` the bookmark that it is. `keep` holds it on the page of the next one."""

    spans: tuple[Span, ...]
    style: str = "Normal"
    mark: str = ""
    keep: bool = False


Cell = tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table: its first row repeats on every page, and no row is cut. `title` is what a screen reader says it is.

    `widths` are the parts of the page's width that the columns take. `row_headers`: the first column names the rows.
    `keep` holds its last row on the page of what comes next.
    """

    title: str
    header: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[float, ...]
    row_headers: bool = True
    keep: bool = False

    @property
    def whole(self) -> bool:
        """Whether it stands on one page: a table of a few rows does."""
        return len(self.rows) <= WHOLE


def paragraph(*parts: str | Span, style: str = "Normal", mark: str = "", keep: bool = False) -> Paragraph:
    """A paragraph of words, some of them with a style of their own."""
    return Paragraph(tuple(Span(part) if isinstance(part, str) else part for part in parts), style, mark, keep)


def cell(*parts: str | Span | Paragraph) -> Cell:
    """A cell of a table: each paragraph as it is, and other words together in one."""
    words = tuple(part for part in parts if not isinstance(part, Paragraph))
    made = tuple(part for part in parts if isinstance(part, Paragraph))
    return (paragraph(*words, style=CELL), *made) if words or not made else made


def cells(texts: Sequence[str]) -> tuple[Cell, ...]:
    """A row of cells of plain words."""
    return tuple(cell(text) for text in texts)
