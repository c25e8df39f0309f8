"""What is this remark to say?"""

from collections.abc import Callable
from datetime import datetime
from typing import ClassVar

from textual import on
from textual.widget import Widget

from workshop.model.capture import Context
from workshop.tui.screens.dialog import Dialog
from workshop.tui.widgets.captureline import CaptureLine
from workshop.tui.widgets.chips import Chips, understood


class WhatItSays(Dialog[str]):
    """The whole remark as a line: who, words, themes, marks. Its answer is the line that it is to be."""

    PURPOSE: ClassVar[str] = "The whole remark as you would type it: who, words, themes, marks. What it was before is kept."

    def __init__(self, reference: str, line: str, context: Context, now: Callable[[], datetime], fault: str = "") -> None:
        """`line` is what it says, read against `context`; `fault` why an earlier answer could not be saved."""
        super().__init__(f"What is {reference} to say?", "Enter saves it, what it was is kept  ·  Esc leaves it as it is")
        self._line, self._read_against, self._now, self._fault = line, context, now, fault

    def body(self) -> list[Widget]:
        """A line as the Room's, with what is understood under it."""
        return [CaptureLine(self._now, id="edited"), Chips(id="edited-chips")]

    def on_mount(self) -> None:
        """Put the remark into the line."""
        line = self.query_one(CaptureLine)
        line.context = self._read_against
        line.take_in(self._line)
        line.focus()
        self.object_to(self._fault)

    @on(CaptureLine.Typed)
    def _show_chips(self, event: CaptureLine.Typed) -> None:
        event.stop()
        self.query_one(Chips).show(understood(event, self._read_against))

    @on(CaptureLine.Offered)
    def _show_offer(self, event: CaptureLine.Offered) -> None:
        event.stop()
        self.query_one(Chips).offer(event.labels, event.chosen)

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
