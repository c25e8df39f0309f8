"""The guides: a page for who leads, who types, who organises, and what the words mean."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.getters import query_one
from textual.widgets import Static

from workshop.guide import PAGES, Heading, Items, Paragraph, Piece, Span, Steps, Terms, load_page
from workshop.tui.keys import KEYS, Place, bindings, key_of, naming_keys
from workshop.tui.screens.level import Level
from workshop.tui.widgets.hanging import Hanging, Styled
from workshop.tui.widgets.keybar import KeyBar
from workshop.tui.widgets.laidout import LaidOut

MARGIN = 4
WORD = 18
"""The column in which the words of the glossary stand."""


OTHER_KEYS = "The keys named here are those that the program comes with. You have changed some: {help} on a screen shows yours."


class PageView(VerticalScroll, inherit_bindings=False):
    """A page to be read. Its keys are in the table of keys, as those of the screen are."""


class GuidesScreen(Level):
    """One page at a time, with the names of all of them above it."""

    CSS_PATH = "guides.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.GUIDES)]
    QUIT_LEAVES: ClassVar[bool] = True
    AUTO_FOCUS = "#page"

    page = query_one("#page", PageView)

    def __init__(self, name: str = "facilitator") -> None:
        """Begin at the page of this name."""
        super().__init__()
        self._open_page = name

    def compose(self) -> ComposeResult:
        """Which pages there are, the page, the keys."""
        yield Static(id="names")
        yield PageView(id="page")
        yield KeyBar(Place.GUIDES)

    def on_mount(self) -> None:
        """Show the page that was asked for."""
        self.turn()

    def action_page(self, step: int) -> None:
        """Go to the next page, or to the one before."""
        names = list(PAGES)
        self._open_page = names[(names.index(self._open_page) + step) % len(names)]
        self.turn()

    def action_turn_over(self, way: int) -> None:
        """Go on by what is in sight, or back."""
        (self.page.scroll_page_down if way > 0 else self.page.scroll_page_up)(animate=False)

    def action_line(self, way: int) -> None:
        """Go on by a line, or back."""
        self.page.scroll_relative(y=way, animate=False)

    def action_top(self) -> None:
        """Go to where the page begins."""
        self.page.scroll_home(animate=False)

    def action_end(self) -> None:
        """Go to where it ends."""
        self.page.scroll_end(animate=False)

    @work(exclusive=True, group="looking")
    async def turn(self) -> None:
        """Put the page in place of the one that is there."""
        self.query_one("#names", Static).update(_Names(self._open_page))
        async with self.page.batch():
            await self.page.remove_children()
            page = load_page(self._open_page)
            pieces = _visuals(page.pieces, quoted=self.app.no_color)
            await self.page.mount_all([Static(Content.styled(page.title, "bold")), *map(Static, self._notes()), *map(Static, pieces)])
        self.page.scroll_home(animate=False)
        self.page.focus()

    def _notes(self) -> Iterator[Content]:
        """What is to be said before the page."""
        if any(key_of(key.id).keys != key.keys for key in KEYS):
            yield Content("")
            yield Content.styled(naming_keys(OTHER_KEYS), "$warning")


class _Names(LaidOut):
    """Which pages there are, and which is open; where there is no room for all, that one alone."""

    def __init__(self, open_page: str) -> None:
        """The page of this name is open."""
        self._open_page = open_page

    def lines(self, width: int) -> Sequence[Content]:
        """One line."""
        here = Content.assemble("› ", (self._open_page, "bold $primary"))
        names = Content("  ").join(here if name == self._open_page else Content.styled(f"  {name}", "$quiet") for name in PAGES)
        where = f"  ·  {list(PAGES).index(self._open_page) + 1} of {len(PAGES)}"
        return [names if names.cell_length <= width else Content.assemble(here, (where, "$quiet"))]


def _visuals(pieces: tuple[Piece, ...], *, quoted: bool) -> Iterator[Content | Hanging]:
    """A row a thing, a blank one between what is of another kind.

    What is typed is quoted where it is several words, which would run into the sentence; all of it where no colour tells it apart.
    """
    styled = partial(_styled, quoted=quoted)
    for piece in pieces:
        yield Content("")
        match piece:
            case Heading(text):
                yield Content.styled(text, "bold")
            case Paragraph(words):
                yield Content.assemble(*styled(words))
            case Items(items):
                for words in items:
                    yield Hanging([("  -", "$quiet")], styled(words), MARGIN)
            case Steps(items):
                for number, words in enumerate(items, 1):
                    yield Hanging([(f" {number}.", "$quiet")], styled(words), MARGIN)
            case Terms(terms):
                for term in terms:
                    yield Hanging([(" " + "".join(span.text for span in term.name), "bold")], styled(term.meaning), WORD)


def _styled(words: tuple[Span, ...], *, quoted: bool) -> list[Styled]:
    return [(f"`{span.text}`" if span.code and (quoted or " " in span.text) else span.text, _style(span)) for span in words]


def _style(span: Span) -> str:
    return "bold $primary" if span.code else "bold" if span.strong else ""
