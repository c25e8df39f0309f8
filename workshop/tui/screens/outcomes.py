"""The Outcomes screen: what each way of working came to, beside the comparison."""

from collections.abc import Iterator
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.getters import query_one
from textual.widgets import Static

from workshop.model.view.outcome import ShownOutcome, ShownOutcomeRow
from workshop.model.view.quote import ShownQuote
from workshop.tui.keys import Place, bindings
from workshop.tui.screens.level import Level
from workshop.tui.themes import colour_of
from workshop.tui.widgets.hanging import Hanging, Styled
from workshop.tui.widgets.keybar import KeyBar
from workshop.workbook.book import Workbook

NOTHING = (
    "Nothing of this kind yet.\n\nWhat stands here: remarks in lanes, such as safe and not safe; points on a scale; "
    "what each side has promised; questions marked !question and *; statements in better words."
)
MARGIN, INNER = 4, 6
MOST = 6
"""So many remarks of a cell are shown; the others stand in the report and on the command line."""


class OutcomesScreen(Level):
    """All of them below each other, to be scrolled."""

    CSS_PATH = "outcomes.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.OUTCOMES)]
    QUIT_LEAVES: ClassVar[bool] = True
    AUTO_FOCUS = "#outcomes"

    page = query_one("#outcomes", VerticalScroll)

    def __init__(self, book: Workbook) -> None:
        """Of this workshop, as its own working group may see them."""
        super().__init__()
        self._book = book

    def compose(self) -> ComposeResult:
        """Whose they are, the outcomes, the keys."""
        yield Static(Content(f"{self._book.workshop.title}  ·  what it came to"), id="about")
        yield VerticalScroll(id="outcomes")
        yield KeyBar(Place.OUTCOMES)

    def on_mount(self) -> None:
        """Look."""
        self.look()

    @work(exclusive=True, group="looking")
    async def look(self) -> None:
        """Work them out in a thread, and show them."""
        found = (await self.aside(self._book.view)).outcomes
        async with self.page.batch():
            await self.page.mount_all([Static(each) for outcome in found for each in _visuals(outcome)] or [Static(Content(NOTHING))])


def _visuals(outcome: ShownOutcome) -> Iterator[Content | Hanging]:
    """The title, what stands out, and a row a thing."""
    yield Content.styled(outcome.title, "bold $primary")
    for sentence in outcome.sentences:
        yield Content(sentence)
    for row in outcome.rows:
        yield Content.styled(f"\n{row.name}", "bold")
        yield from _cells(outcome, row)
    yield Content("\n")


def _cells(outcome: ShownOutcome, row: ShownOutcomeRow) -> Iterator[Hanging]:
    for column, cell in zip(outcome.columns, row.cells, strict=True):
        if cell:
            yield Hanging([("  ", "")], [(f"{column}: ", "$quiet"), (cell, "")], MARGIN)
        said = row.said.get(column, ())
        for quote in said[:MOST]:
            yield Hanging([("    -", "$quiet")], _words(quote), INNER)
        if len(said) > MOST:
            yield Hanging([("    ", "")], [(f"and {len(said) - MOST} more", "$quiet")], INNER)


def _words(quote: ShownQuote) -> list[Styled]:
    text = " ".join(quote.text.split())
    whose = f"  {quote.person or quote.perspective}, {quote.name}"
    return [(f"\u201c{text}\u201d" if quote.verbatim else text, ""), (whose, colour_of(quote.perspective))]
