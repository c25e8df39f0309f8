"""The room's own display: on a projector or a second screen, or for a while in the facilitator's own window."""

from functools import partial
from threading import Event
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.getters import query_one
from textual.message import Message
from textual.worker import get_current_worker

from workshop.clocks import local_zone
from workshop.errors import WorkshopError
from workshop.model.records import Session
from workshop.tui.displayview import shown
from workshop.tui.keys import Place, bindings
from workshop.tui.screens.level import Level
from workshop.tui.widgets.keybar import KeyBar
from workshop.tui.widgets.roomdisplay import RoomDisplay
from workshop.tui.widgets.wall import Wall
from workshop.workbook.book import Workbook

FOLLOW_EVERY = 0.3
"""Seconds between two looks at what was written: the room sees a change within half a second."""
KEYS_SECONDS = 6.0
"""For so long the keys stand at the bottom when it opens; after that F1 shows them."""


class DisplayScreen(Level):
    """Follows one session or, where none is given, whichever is open, and the next one after it."""

    QUIT_LEAVES: ClassVar[bool] = True
    CSS_PATH = "display.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.DISPLAY)]
    HORIZONTAL_BREAKPOINTS = [(0, "-slim"), (140, "-wide")]  # noqa: RUF012  # Textual declares it for instances
    VERTICAL_BREAKPOINTS = [(0, "-least"), (6, "-low"), (14, "-usual"), (32, "-tall")]  # noqa: RUF012  # likewise

    display_of_room = query_one(RoomDisplay)

    class Written(Message):
        """Something was written, here or elsewhere."""

    def __init__(self, book: Workbook, session: Session | None = None) -> None:
        """Show this session of the book, or the one that is open."""
        super().__init__()
        self._book = book
        self._given = session
        self._session = session
        self._wall: tuple[str, ...] = ()
        self._carried: tuple[str, ...] = ()
        self._zone = local_zone()
        self._left = Event()

    def compose(self) -> ComposeResult:
        """The display, and for a moment the keys."""
        yield RoomDisplay()
        yield KeyBar(Place.DISPLAY)

    def on_mount(self) -> None:
        """Show what there is, and follow what happens."""
        self.look()
        self._follow()
        self.set_interval(1.0, self.paint)
        self.add_class("-keys")
        self.set_timer(KEYS_SECONDS, self._hide_keys)

    def on_unmount(self) -> None:
        """Stop following."""
        self._left.set()

    def on_display_screen_written(self, event: Written) -> None:
        """Show it."""
        event.stop()
        self.look()

    def look(self) -> None:
        """Find the session anew, as it is now, and show it."""
        records = self._book.records.sessions
        if self._given is None:
            self._session = self._book.open_session() or self._session
        if self._session is not None:
            self._session = records.get(self._session.id)
        self._wall = self._book.wall(self._session) if self._session is not None else ()
        self._carried = self._book.carried(self._session).lines if self._session is not None else ()
        self.refresh_bindings()
        self.paint()

    def paint(self) -> None:
        """Show the time as it is now."""
        self.display_of_room.show(shown(self._book, self._session, self._zone, self._wall, self._carried))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002  # Textual's signature
        """There is a wall where there is a session, and pages of it where it is shown."""
        if action == "toggle_wall":
            return self._session is not None
        if action == "turn_wall":
            return self._session is not None and self._session.wall
        return True

    @work(group="verbs")
    async def action_toggle_wall(self) -> None:
        """Show what was said, or no longer."""
        if self._session is None:
            return
        try:
            await self.aside(partial(self._book.set_wall, self._session, not self._session.wall))
        except WorkshopError as fault:
            self.app.notify(str(fault), severity="warning", markup=False)
            return
        self.look()

    def action_turn_wall(self, pages: int) -> None:
        """Show earlier remarks, or later ones."""
        self.query_one(Wall).turn(pages)

    @work(thread=True, group="following")
    def _follow(self) -> None:
        """Tell the screen of every change, whoever wrote it, until it is left."""
        worker, seen = get_current_worker(), self._book.serial
        while not worker.is_cancelled and not self._left.wait(FOLLOW_EVERY):
            self._book.refresh()
            if self._book.serial != seen:
                seen = self._book.serial
                self.post_message(self.Written())

    def _hide_keys(self) -> None:
        self.remove_class("-keys")
