"""The Pictures screen: what is shown to groups, and what each group read in it."""

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.getters import query_one
from textual.widgets import Static

from workshop.model.artwork import Artwork
from workshop.tui.artworkview import artwork_rows, readings_words
from workshop.tui.keys import Place, bindings, key_name
from workshop.tui.screens.artwork import PictureWanted, WhichPicture
from workshop.tui.screens.following import FollowingScreen
from workshop.tui.widgets.about import About
from workshop.tui.widgets.artworklist import ArtworkList
from workshop.tui.widgets.chips import Chips
from workshop.tui.widgets.keybar import KeyBar
from workshop.tui.widgets.picture import Picture
from workshop.workbook.book import Workbook

ON = "Tab: to what was read, PgDn reads on"


class ArtworksScreen(FollowingScreen):
    """All of one workshop. A verb acts on the one that is chosen."""

    QUIT_LEAVES: ClassVar[bool] = True
    CSS_PATH = "artworks.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.ARTWORKS)]
    AUTO_FOCUS = "#artworks"
    HORIZONTAL_BREAKPOINTS = [(0, "-slim"), (72, "-wide")]  # noqa: RUF012  # Textual declares it for instances
    VERTICAL_BREAKPOINTS = [(0, "-low"), (14, "-usual")]  # noqa: RUF012  # likewise

    rows = query_one("#artworks", ArtworkList)

    def __init__(self, book: Workbook) -> None:
        """Those of this workshop."""
        super().__init__(book)

    def compose(self) -> ComposeResult:
        """The list, the chosen one beside it, its readings below that (Tab goes there, and back), what was done, the keys."""
        yield About(Content(""), id="about")
        with Horizontal(id="main"):
            yield ArtworkList(id="artworks")
            with Vertical(id="chosen"):
                yield Picture(id="picture")
                with VerticalScroll(id="read"):
                    yield Static(id="readings")
                yield Static(Content(ON), id="on")
        yield Static(Content(f"No picture was added yet: {key_name('artworks.new')} adds one."), id="nothing")
        yield Chips(id="chips")
        yield KeyBar(Place.ARTWORKS)

    def on_chooser_moved(self, event: ArtworkList.Moved) -> None:
        """Another one is looked at."""
        event.stop()
        self._show_chosen()

    def look(self) -> None:
        """Look again."""
        rows = artwork_rows(self._book)
        self.rows.show(rows)
        self.set_class(not rows, "-nothing")
        parts = (self._book.workshop.title, "pictures", f"{len(rows)}")
        self.about.tell(Content("  ·  ").join(Content(part) for part in parts))
        self._show_chosen()

    def _show_chosen(self) -> None:
        chosen = self._chosen()
        self.query_one(Picture).show(chosen.content if chosen else b"", chosen.described if chosen else "")
        self.set_class(chosen is None or not chosen.picture, "-on-paper")
        words = "" if chosen is None else readings_words(self._book, chosen)
        self.query_one("#readings", Static).update(words)
        self.query_one("#read").scroll_home(animate=False)
        self.query_one("#on").set_class(chosen is None or not self._book.readings(chosen), "-nothing")
        self.refresh_bindings()

    # Verbs

    @work(group="asking")
    async def action_new(self) -> None:
        """Ask for a picture."""

        def save(wanted: PictureWanted) -> Artwork:
            return self._book.add_artwork(wanted.path, wanted.caption, wanted.made_by, alt=wanted.alt)

        made = await self._ask("Which picture?", PictureWanted(), save, whose=True)
        if made is not None:
            self.look()
            self.rows.choose(made.id)

    @work(group="asking")
    async def action_edit(self) -> None:
        """Change what stands under the chosen one, what is said of it, or the picture."""
        one = self._chosen()
        if one is None:
            return

        def save(wanted: PictureWanted) -> Artwork:
            return self._book.edit_artwork(one.id, caption=wanted.caption, alt=wanted.alt, file=wanted.path)

        await self._ask(f"{self._book.ref(one)}: what stands under it?", PictureWanted("", one.caption, "", one.alt), save, whose=False)

    async def _ask(self, question: str, wanted: PictureWanted, save: Callable[[PictureWanted], Artwork], *, whose: bool) -> Artwork | None:
        """Ask until it can be saved, or the asking is left."""
        makers = self._book.perspectives if whose else ()
        saved = await self._ask_until_saved(wanted, lambda begun, refused: WhichPicture(question, begun, makers, refused), save)
        if saved is not None:
            self.chips.say(f"saved {self._book.ref(saved)}")
        return saved

    @work(group="verbs")
    async def action_take_out(self) -> None:
        """Take the chosen one out of the list; undo brings it back."""
        one = self._chosen()
        if one is not None:
            ref = self._book.ref(one)
            await self._do(
                partial(self._book.remove_artwork, one.id), lambda _: f"{ref} is out of the list: {key_name('hearing.undo')} undoes it"
            )

    @work(group="verbs")
    async def action_undo(self) -> None:
        """Take back the last thing done in this window."""
        await self._do(self._book.undo_asking, lambda undone: f"undone: {undone}")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002  # Textual's signature
        """Some verbs need one to act on."""
        if action in ("edit", "take_out"):
            return self._chosen() is not None
        return action != "undo" or bool(self._book.undoable)

    def _chosen(self) -> Artwork | None:
        return self._book.records.artworks.get(self.rows.chosen or "")
