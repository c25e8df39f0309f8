"""The Shelf: the workshops there are, a new one, the example."""

import asyncio
import tempfile
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import ClassVar, TypeVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.getters import query_one
from textual.widgets import Static

from workshop.clocks import local_zone, read
from workshop.errors import WorkshopError
from workshop.model.records import Session
from workshop.plans import load_plan, plan_names
from workshop.tui import doors
from workshop.tui.keys import Place, bindings
from workshop.tui.screens.level import Level
from workshop.tui.screens.new_workshop import WhatIsItCalled
from workshop.tui.screens.start_session import WhichPlanWithWhom
from workshop.tui.widgets.keybar import KeyBar
from workshop.tui.widgets.shelflist import ShelfList
from workshop.workbook import Shelf, ShelfEntry, Workbook
from workshop.workbook.example import make_example

Result = TypeVar("Result")
EMPTY = "No workshops here yet.\n\n  n   makes a new one\n  d   opens the example, to look around"


class ShelfScreen(Level):
    """Where the program begins."""

    CSS_PATH = "shelf.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.SHELF)]
    AUTO_FOCUS = "#list"

    list = query_one("#list", ShelfList)

    def __init__(self, shelf: Shelf) -> None:
        """Show this shelf."""
        super().__init__()
        self._shelf = shelf
        self._entries: dict[str, ShelfEntry] = {}

    def compose(self) -> ComposeResult:
        """The list; what to do where it is empty; the keys."""
        yield Static(Content("Your workshops"), id="title")
        yield ShelfList(id="list")
        yield Static(id="empty", classes="-hidden")
        yield KeyBar(Place.SHELF)

    def on_screen_resume(self) -> None:
        """Look at the shelf whenever it comes into sight."""
        self.look()

    @work(exclusive=True, group="looking")
    async def look(self) -> None:
        """Read the workshops in a thread, since each is opened for it."""
        entries = await asyncio.to_thread(self._shelf.entries)
        self._entries = {entry.name: entry for entry in entries}
        self.list.show_all(entries, read().wall, local_zone())
        self.list.set_class(not entries, "-hidden")
        self.query_one("#empty", Static).update(Content(EMPTY))
        self.query_one("#empty").set_class(bool(entries), "-hidden")
        self.refresh_bindings()

    def on_option_list_option_selected(self, event: ShelfList.OptionSelected) -> None:
        """Enter on a workshop."""
        event.stop()
        self.action_open_workshop()

    def on_option_list_option_highlighted(self, event: ShelfList.OptionHighlighted) -> None:
        """What can be done differs from workshop to workshop."""
        event.stop()
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002  # Textual's signature
        """Which keys do something with the workshop that is chosen."""
        entry = self._chosen()
        if action == "room":
            return entry is not None and bool(entry.open_session)
        if action in ("open_workshop", "start_session", "compare"):
            return entry is not None and not entry.trouble and (action != "start_session" or not entry.open_session)
        return True

    def action_open_workshop(self) -> None:
        """Go into the running session, or else to the comparison."""
        entry = self._chosen()
        if entry is not None and not entry.trouble:
            self._visit(self._go_to_room if entry.open_session else self._go_to_comparison)

    def action_room(self) -> None:
        """Go into the session that is open."""
        self._visit(self._go_to_room)

    def action_compare(self) -> None:
        """Go to the comparison."""
        self._visit(self._go_to_comparison)

    def action_start_session(self) -> None:
        """Ask for plan and group, and go into the session."""
        self._visit(self._start)

    @work(group="visiting", exclusive=True)
    async def action_new_workshop(self) -> None:
        """Ask for a title, and make it."""
        title = await self.app.push_screen_wait(WhatIsItCalled())
        if title is None:
            return
        book = await self._try(lambda: self._shelf.create(title))
        if book is not None:
            await asyncio.to_thread(book.close)
            self.look()

    @work(group="visiting", exclusive=True)
    async def action_example(self) -> None:
        """Open the example in a throw-away copy."""
        with tempfile.TemporaryDirectory(prefix="workshop-example-", ignore_cleanup_errors=True) as scratch:
            book = await self._try(lambda: make_example(Path(scratch) / "parenting-on-a-low-income"))
            if book is not None:
                with book:
                    await self.app.push_screen_wait(doors.comparison(book, note="the example, a throw-away copy"))

    @work(group="visiting", exclusive=True)
    async def _visit(self, visit: Callable[[Workbook], Awaitable[None]]) -> None:
        """Open the workshop that is chosen for as long as the visit lasts."""
        entry = self._chosen()
        if entry is None:
            return
        book = await self._try(lambda: self._shelf.open(str(entry.folder)))
        if book is not None:
            with book:
                await visit(book)
            self.look()

    async def _go_to_room(self, book: Workbook) -> None:
        session = book.open_session()
        if session is None:
            self.app.notify("No session is open any more.", markup=False)
            return
        await self._enter(book, session)

    async def _go_to_comparison(self, book: Workbook) -> None:
        await self.app.push_screen_wait(doors.comparison(book))

    async def _start(self, book: Workbook) -> None:
        plans = await asyncio.to_thread(lambda: [load_plan(name) for name in plan_names()])
        wanted = await self.app.push_screen_wait(WhichPlanWithWhom(plans, book.perspectives))
        if wanted is None:
            return
        session = await self._try(lambda: book.start_session(wanted.plan, wanted.group, present=wanted.present, place=wanted.place))
        if session is not None:
            await self._enter(book, session)

    async def _enter(self, book: Workbook, session: Session) -> None:
        await self.app.push_screen_wait(doors.room(book, session))

    async def _try(self, verb: Callable[[], Result]) -> Result | None:
        """Do something in a thread; None, and a word about it, where it could not be done."""
        try:
            return await asyncio.to_thread(verb)
        except WorkshopError as fault:
            self.app.notify(str(fault), title="That could not be done", severity="warning", markup=False)
            return None

    def _chosen(self) -> ShelfEntry | None:
        option = self.list.highlighted_option
        return self._entries.get(option.id or "") if option is not None else None
