"""What a screen that works in a book does besides showing it: verbs in their turn, other windows followed, backups made when due."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from threading import Event, get_ident
from typing import TypeVar

from textual import work
from textual.getters import query_one
from textual.message import Message
from textual.worker import get_current_worker

from workshop.errors import NotSavedError, WorkshopError
from workshop.tui.backups import LOOK_EVERY, made_if_due
from workshop.tui.remarks import Change
from workshop.tui.screens.level import Level
from workshop.tui.widgets.about import About
from workshop.tui.widgets.chips import Chips, Concern
from workshop.workbook.book import Workbook

FOLLOW_EVERY = 0.4
"""Seconds between two looks at what other windows have written."""
Result = TypeVar("Result")


class WorkingScreen(Level):
    """A screen with an `About` and `Chips`, on which a book is worked in. Everything that waits for a disk is done in a thread."""

    about = query_one("#about", About)
    chips = query_one("#chips", Chips)

    @dataclass
    class BookChanged(Message):
        """Something was written: here, or `elsewhere`, by another window or laptop."""

        news: Sequence[Change]
        elsewhere: bool

    def __init__(self, book: Workbook) -> None:
        """Work in this book, through its verbs alone."""
        super().__init__()
        self._book = book
        self._turn = asyncio.Lock()  # what is done here is written in the order in which it was done
        self._writing = 0
        self._backing_up = asyncio.Lock()
        self._left = Event()

    def follow_the_book(self) -> None:
        """Begin to hear of every change, and to look for backups that are due."""
        self._book.subscribe(self._hear)
        self._follow()
        self.set_interval(LOOK_EVERY, self.back_up)

    async def _do(self, verb: Callable[[], Result], words: Callable[[Result], str] = lambda _result: "") -> Result | None:
        """Do something to the book in a thread, in its turn, say it in `words`, and give what came of it; None where it failed.

        Why it failed is said until something succeeds.
        """
        async with self._turn:
            try:
                result = await asyncio.to_thread(self._done_here, verb)
            except NotSavedError as fault:
                self.chips.say(f"not saved: {fault}", Concern.NOT_SAVED)
                return None
            except WorkshopError as fault:
                self.chips.say(str(fault), Concern.ASKING)
                return None
        self.chips.say(words(result))
        return result

    def _done_here(self, verb: Callable[[], Result]) -> Result:
        """Do it, noting in which thread, by which `_hear` tells what is this window's own."""
        self._writing = get_ident()
        try:
            return verb()
        finally:
            self._writing = 0

    def _hear(self, news: Sequence[Change]) -> None:
        """Called in the thread that wrote or refreshed; a message brings it to the screen's own."""
        self.post_message(self.BookChanged(news, elsewhere=get_ident() != self._writing))

    @work(thread=True, group="following")
    def _follow(self) -> None:
        """Take in what other windows write, until the screen is left: in a thread, so that nothing here wakes up where there is no news."""
        worker = get_current_worker()
        while not worker.is_cancelled and not self._left.wait(FOLLOW_EVERY):
            self._book.refresh()

    @work(group="saving")
    async def back_up(self) -> None:
        """Make the backups that are due, one round at a time; what failed is said until it doesn't."""
        if self._backing_up.locked():
            return
        async with self._backing_up:
            trouble = await asyncio.to_thread(made_if_due, self._book)
        if trouble is not None:
            self.about.warn(trouble)

    def on_unmount(self) -> None:
        """Stop following."""
        self._left.set()
