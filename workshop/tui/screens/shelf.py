"""The Shelf: the workshops there are, a new one, the example."""

import asyncio
import importlib
from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import ClassVar, cast

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.getters import query_one
from textual.widgets import Static

from workshop.clocks import local_zone, read
from workshop.tui.keys import Place, bindings, key_of, naming_keys
from workshop.tui.quirks import RoomyOptionList
from workshop.tui.screens.level import Level
from workshop.tui.screens.new_workshop import WhatIsItCalled
from workshop.tui.typeahead import TypeAheadApp
from workshop.tui.widgets.keybar import KeyBar
from workshop.tui.widgets.offers import Offers
from workshop.tui.widgets.shelflist import ShelfList
from workshop.workbook.catalogue import Catalogue, ShelfEntry

TITLE = "Your workshops"
OPENING = "Your workshops  ·  one moment"
SOON = 0.3
"""Seconds that opening may take without a word."""
EMPTY = "No workshops here yet. Where to begin:"
ALL_ARCHIVED = "All workshops here are in the archive."
IS_OPEN = (
    "is open. {shelf.room} goes to it. There {room.end} ends it; {more.discard} throws it away while it is empty."
    " Then {shelf.start} starts the next."
)

NEEDS_ONE = frozenset(
    {"open_workshop", "room", "start_session", "compare", "outcomes", "themes", "recommendations", "pictures", "import_files", "report"}
)
"""What is done to the workshop chosen."""


class ShelfScreen(Level):
    """Where the program begins."""

    CSS_PATH = "shelf.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.SHELF)]
    AUTO_FOCUS = "#list"

    list = query_one("#list", ShelfList)
    offers = query_one("#offers", Offers)

    def __init__(self, catalogue: Catalogue) -> None:
        """Show what this catalogue holds."""
        super().__init__()
        self._catalogue = catalogue
        self._entries: dict[str, ShelfEntry] = {}
        self._with_archive = False

    def compose(self) -> ComposeResult:
        """The list; what to do where it is empty; the keys."""
        yield Static(Content(TITLE), id="title")
        yield ShelfList(id="list")
        yield Static(id="empty", classes="-hidden")
        yield Offers(id="offers", classes="-hidden")
        yield KeyBar(Place.SHELF)

    def on_screen_suspend(self) -> None:
        """What was opened stands before it."""
        self._say_that_it_is_open()

    def _say_that_it_is_open(self) -> None:
        if not self.is_left:
            self.query_one("#title", Static).update(Content(TITLE))

    def on_screen_resume(self) -> None:
        """Look at the shelf whenever it comes into sight."""
        self.look()

    @work(exclusive=True, group="looking")
    async def look(self) -> None:
        """Show the workshops that there are now."""
        await self._read_all()

    async def _read_all(self, choose: str = "") -> None:
        """Read the workshops in a thread, since each is opened for it; `choose` is the name of the one to be chosen, else none changes."""
        entries = await self.aside(partial(self._catalogue.entries, archived=self._with_archive))
        names = await self.aside(self._catalogue.names) if not entries else ()
        self._entries = {entry.name: entry for entry in entries}
        self.list.show_all(entries, read().wall, local_zone())
        if choose in self._entries:
            self.list.highlighted = self.list.get_option_index(choose)
        self.list.set_class(not entries, "-hidden")
        self.query_one("#empty", Static).update(Content(ALL_ARCHIVED if names else EMPTY))
        self.query_one("#empty").set_class(bool(entries), "-hidden")
        self._offer(bool(entries), archived=bool(names))
        self._look_at_keys()

    def _offer(self, entries: bool, *, archived: bool) -> None:
        """Where nothing stands here the ways to begin do, and have the focus."""
        self.offers.set_class(entries, "-hidden")
        if not entries:
            self.offers.offer(archived=archived)
        wanted, other = (self.list, self.offers) if entries else (self.offers, self.list)
        if other.has_focus or self.focused is None:
            wanted.focus()

    def on_option_list_option_selected(self, event: RoomyOptionList.OptionSelected) -> None:
        """Enter on a workshop, or on a way to begin."""
        event.stop()
        if event.option_list is self.offers:
            self.call_next(self.run_action, key_of(event.option_id or "").action)
        else:
            self.action_open_workshop()

    def on_option_list_option_highlighted(self, event: RoomyOptionList.OptionHighlighted) -> None:
        """What can be done differs from workshop to workshop."""
        event.stop()
        self._look_at_keys()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002  # Textual's signature
        """Which keys do something with the workshop that is chosen."""
        entry = self._chosen()
        return action not in NEEDS_ONE or (entry is not None and not entry.trouble)

    def _look_at_keys(self) -> None:
        """Of starting a session and going to it only one does something; the other's key says why it doesn't, and is not shown."""
        entry = self._chosen()
        is_open = entry is not None and bool(entry.open_session)
        self.query_one(KeyBar).leave_out({"shelf.start" if is_open else "shelf.room"})
        self.refresh_bindings()

    def action_open_workshop(self) -> None:
        """Go into the running session, or else to the comparison."""
        entry = self._chosen()
        if entry is not None and not entry.trouble:
            self._visit("going on" if entry.locked else "room" if entry.open_session else "comparison")

    def action_room(self) -> None:
        """Go into the session that is open, else into the last one."""
        self._visit("room")

    def action_compare(self) -> None:
        """Go to the comparison."""
        self._visit("comparison")

    def action_themes(self) -> None:
        """Sort the remarks."""
        self._visit("themes")

    def action_outcomes(self) -> None:
        """What each way of working came to, of the one chosen."""
        self._visit("outcomes")

    def action_recommendations(self) -> None:
        """Look at what should happen, and what came of it."""
        self._visit("recommendations")

    def action_pictures(self) -> None:
        """Look at the pictures that are shown, add one, and see what was read in them."""
        self._visit("pictures")

    def action_import_files(self) -> None:
        """Bring in what other programs, or another workshop, have written."""
        self._visit("import")

    def action_report(self) -> None:
        """Write a report, or see what would be in it."""
        self._visit("report")

    def action_start_session(self) -> None:
        """Ask for plan and group, and go into the session; where one is open, say how it is ended."""
        entry = self._chosen()
        if entry is not None and entry.open_session:
            self.app.notify(f"{entry.open_session} {naming_keys(IS_OPEN)}", markup=False)
        else:
            self._visit("start")

    def action_toggle_archive(self) -> None:
        """Show the workshops in the archive too, or no longer."""
        self._with_archive = not self._with_archive
        self.look()

    def action_new_workshop(self) -> None:
        """Ask for a title, make it, and choose it."""
        self._set_out(self._make)

    def action_example(self) -> None:
        """Open the example in a throw-away copy."""
        self._set_out(self._look_around)

    def action_rehearse(self) -> None:
        """Rehearse a session of the example."""
        self._set_out(self._rehearse)

    def _visit(self, name: str) -> None:
        """Do with the workshop that is chosen what `visits.VISITS` calls by this name."""
        entry = self._chosen()
        if entry is not None:
            self._set_out(partial(self._go_into, name, entry.folder))

    def _set_out(self, verb: Callable[[], Awaitable[None]]) -> None:
        """While another screen is on its way, or the shelf shows what is new, no key is a command to what stands here."""
        self._app.begin_opening(self)
        self.set_timer(SOON, self._say_that_it_opens)
        self._carry_out(verb)

    def _say_that_it_opens(self) -> None:
        if self._app.is_opening_from(self):
            self.query_one("#title", Static).update(Content(OPENING))

    @work(group="visiting")
    async def _carry_out(self, verb: Callable[[], Awaitable[None]]) -> None:
        try:
            await verb()
        finally:
            self._app.end_opening(self)
            self._say_that_it_is_open()

    async def _make(self) -> None:
        title = await self.app.push_screen_wait(WhatIsItCalled())
        if title is not None:
            await self._read_all(await (await _visits()).make(self, self._catalogue.home, title))

    async def _look_around(self) -> None:
        await (await _visits()).example(self)

    async def _rehearse(self) -> None:
        await (await _visits()).rehearsal(self)

    async def _go_into(self, name: str, folder: Path) -> None:
        await (await _visits()).VISITS[name](self, folder)
        self.look()

    @property
    def _app(self) -> TypeAheadApp:
        return cast(TypeAheadApp, self.app)

    def _chosen(self) -> ShelfEntry | None:
        option = self.list.highlighted_option
        return self._entries.get(option.id or "") if option is not None else None


async def _visits() -> ModuleType:
    """What can be done with a workshop, loaded in a thread the first time: it costs as much as all that the Shelf itself needs."""
    return await asyncio.to_thread(importlib.import_module, "workshop.tui.visits")
