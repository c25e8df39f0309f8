"""What a screen that works in a book does besides showing it: verbs in their turn, other windows followed, backups made when due."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from threading import Event, get_ident
from typing import TypeVar

from textual import on, work
from textual.getters import query_one
from textual.message import Message
from textual.screen import Screen
from textual.worker import get_current_worker

from workshop.errors import NotSavedError, WorkshopError
from workshop.tui.backups import LOOK_EVERY, made_if_due
from workshop.tui.remarks import Change
from workshop.tui.saying import not_done, on_screen
from workshop.tui.screens.level import Level
from workshop.tui.widgets.about import About
from workshop.tui.widgets.chips import Chips, Concern
from workshop.workbook.book import Workbook

FOLLOW_EVERY = 0.5
"""Seconds between two looks at what other windows have written."""
DISK_EVERY = 5
"""Every so many of these looks, the first one too, it is asked whether the disk would take anything."""
Result = TypeVar("Result")
Answer = TypeVar("Answer")


class WorkingScreen(Level):
    """A screen with an `About` and `Chips`, on which a book is worked in. Everything that waits for a disk is done in a thread."""

    about = query_one("#about", About)
    chips = query_one("#chips", Chips)

    @dataclass
    class SavingChanged(Message):
        """From now on nothing can be saved, and `why`; or ("") it can again."""

        why: str

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
        self._amiss = {"saving": ""}  # what is worst comes first

    def follow_the_book(self) -> None:
        """Begin to hear of every change, and to look for backups that are due."""
        self._book.subscribe(self._hear)
        self._follow()
        self.set_interval(LOOK_EVERY, self.back_up)

    async def _do(self, verb: Callable[[], Result], words: Callable[[Result], str] = lambda _result: "") -> Result | None:
        """Do something to the book in a thread, in its turn, say it in `words`, and give what came of it; None where it failed.

        Why it failed is said until something succeeds.
        """
        result = await self._attempt(verb)
        if isinstance(result, WorkshopError):
            self.chips.say(not_done(result), Concern.NOT_SAVED if isinstance(result, NotSavedError) else Concern.ASKING)
            if isinstance(result, NotSavedError):  # the clock has gone on all the same, in memory
                self.post_message(self.BookChanged((), elsewhere=False))
            return None
        self.chips.say(words(result))
        return result

    async def _ask_until_saved(
        self, begun: Answer, ask: Callable[[Answer, str], Screen[Answer | None]], save: Callable[[Answer], Result]
    ) -> Result | None:
        """Ask until the answer can be saved, and give what came of it; None where the asking was left.

        `ask` makes the dialog: beginning with an answer, and saying why that could not be saved.
        """
        refused = ""
        while (answer := await self.app.push_screen_wait(ask(begun, refused))) is not None:
            saved = await self._attempt(partial(save, answer))
            if not isinstance(saved, WorkshopError):
                return saved
            begun, refused = answer, on_screen(saved)
        return None

    async def _attempt(self, verb: Callable[[], Result]) -> Result | WorkshopError:
        """Do something to the book in a thread, in its turn, and give what came of it, or why it failed."""
        async with self._turn:
            try:
                return await self.aside(partial(self._done_here, verb))
            except WorkshopError as fault:
                return fault

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
        worker, said, looks = get_current_worker(), "", 0
        while not worker.is_cancelled and not self._left.wait(FOLLOW_EVERY):
            self._book.refresh()
            looks += 1
            if looks % DISK_EVERY == 1:
                why = self._book.why_not_saved()
                if why != said:
                    said = why
                    self.post_message(self.SavingChanged(why))

    @work(group="saving")
    async def back_up(self) -> None:
        """Make the backups that are due, one round at a time; what failed is said until it doesn't."""
        if self._backing_up.locked():
            return
        async with self._backing_up:
            trouble = await self.aside(partial(made_if_due, self._book))
        if trouble is not None:
            self.warn("backups", trouble)

    @on(SavingChanged)
    def _say_whether_it_saves(self, event: SavingChanged) -> None:
        """Say it at once, and not only to whoever types next."""
        event.stop()
        self.warn("saving", f"not saved from here on: {event.why}" if event.why else "")
        if event.why:
            self.chips.say(f"nothing can be saved: {event.why}", Concern.NOT_SAVED)
        else:
            self.chips.say("it can be saved again")

    def warn(self, of: str, words: str) -> None:
        """Say in the top row what is amiss with one thing, beside what is amiss with others, until it is mended ("")."""
        if self._amiss.get(of, "") == words:
            return
        self._amiss[of] = words
        self.about.warn("  ·  ".join(each for each in self._amiss.values() if each))

    def on_unmount(self) -> None:
        """Stop following."""
        self._left.set()
