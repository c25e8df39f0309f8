"""What should this remark say?"""

from collections.abc import Callable
from datetime import datetime
from typing import ClassVar

from textual import on
from textual.widget import Widget

from workshop.tui.screens.dialog import Dialog
from workshop.tui.widgets.captureline import CaptureLine


class WhatItShouldSay(Dialog[str]):
    """The words that the group wants there, without who said them: the room is looking on."""

    PURPOSE: ClassVar[str] = "The words that the group wants there. What was noted before is kept beside them."

    def __init__(self, words: str, now: Callable[[], datetime]) -> None:
        """`words` are what was noted."""
        super().__init__("What should it say?", "Enter saves it, what was noted is kept  ·  Esc leaves it as it is")
        self._words, self._now = words, now

    def body(self) -> list[Widget]:
        """A line as the Room's, which wraps."""
        return [CaptureLine(self._now, id="corrected")]

    def on_mount(self) -> None:
        """Put the words into the line."""
        line = self.query_one(CaptureLine)
        line.take_in(self._words)
        line.focus()

    @on(CaptureLine.Typed)
    @on(CaptureLine.Offered)
    def _say_nothing(self, event: CaptureLine.Typed | CaptureLine.Offered) -> None:
        event.stop()  # words are words here: a mark in them means nothing

    @on(CaptureLine.LinesPasted)
    def _refuse_lines(self, event: CaptureLine.LinesPasted) -> None:
        event.stop()
        self.object_to("A remark is one line: paste them one by one.")

    @on(CaptureLine.Entered)
    def _answer(self, event: CaptureLine.Entered) -> None:
        event.stop()
        waiting = self.query_one(CaptureLine).waiting
        if waiting is not None:
            self.dismiss(waiting.text)
