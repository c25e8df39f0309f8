"""What is the passphrase?"""

import asyncio
from collections.abc import Callable
from typing import ClassVar

from textual import work
from textual.widget import Widget
from textual.widgets import Input

from workshop.errors import WorkshopError
from workshop.tui.quirks import Field
from workshop.tui.screens.dialog import Dialog
from workshop.workbook.book import Workbook

PAINTED = 0.1
"""Seconds in which what is said reaches the terminal."""
OPENING = "Opening: this takes a few seconds."


class WhatIsThePassphrase(Dialog[Workbook]):
    """The locked workshop, open. The passphrase is handed to what opens it, and kept nowhere."""

    PURPOSE: ClassVar[str] = "This workshop is locked. Without its passphrase nobody can open it."

    def __init__(self, name: str, opened_with: Callable[[str], Workbook]) -> None:
        """`opened_with` opens the workshop of this name with a passphrase, or raises WorkshopError; it is called in a thread."""
        super().__init__(f"What is the passphrase of {name}?", "Enter opens it  ·  Esc gives up")
        self._opened_with = opened_with
        self._opening = False

    def body(self) -> list[Widget]:
        """One field, which shows no letter."""
        return [Field(password=True)]

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Try it, once at a time."""
        event.stop()
        if self._opening:
            return
        passphrase = event.value
        event.input.clear()
        if not passphrase:
            self.object_to("Type the passphrase.")
            return
        self._opening = True
        self.object_to(OPENING)
        self._open(passphrase)

    @work(group="looking")
    async def _open(self, passphrase: str) -> None:
        """Answer with the open workshop, or say why it stays shut."""
        await asyncio.sleep(PAINTED)  # while it is tried no other thread runs, the one that paints neither
        try:
            book = await asyncio.to_thread(self._opened_with, passphrase)
        except WorkshopError as fault:
            self._opening = False
            self.object_to(str(fault))
            return
        self.dismiss(book)

    def action_leave(self) -> None:
        """Give up; not while it opens, or it would stay open with nobody to close it."""
        if not self._opening:
            super().action_leave()
