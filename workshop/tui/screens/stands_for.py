"""What does this stand for? One of several, or something typed."""

from collections.abc import Collection, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from workshop.text import clean_line
from workshop.tui.quirks import Field
from workshop.tui.screens.dialog import Dialog
from workshop.tui.widgets.ticklist import Tick, TickList


class WhatItStandsFor(Dialog[tuple[str, ...]]):
    """The ids of what was ticked, or where only one may be, of what was chosen; or what was typed in its place."""

    PURPOSE: ClassVar[str] = "What a word in the file means here, so that its rows go where they belong."
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "take", show=False)]
    DEFAULT_CSS = """
    WhatItStandsFor .label { color: $quiet; margin-top: 1; }
    WhatItStandsFor #about { color: $quiet; margin-bottom: 1; }
    """

    def __init__(
        self, question: str, ticks: Sequence[Tick], now: Collection[str] = (), *, about: str = "", several: bool = False, typed: str = ""
    ) -> None:
        """Offer these, beginning with what holds `now`. `typed` says what may be typed instead, "" for nothing."""
        how = "Space ticks  ·  Enter takes those ticked" if several else "Up and Down  ·  Enter takes it"
        super().__init__(question, f"{how}{'  ·  Tab to type' if typed else ''}  ·  Esc goes back")
        self._ticks = tuple(ticks)
        self._now = tuple(now)
        self._about = about
        self._several = several
        self._typed = typed

    def body(self) -> list[Widget]:
        """The list, and perhaps a field."""
        about: list[Widget] = [Static(Content(self._about), id="about")] if self._about else []
        field: list[Widget] = [Static(Content(self._typed), classes="label"), Field(id="typed")] if self._typed else []
        return [*about, TickList(self._ticks, self._now if self._several else ()), *field]

    def on_mount(self) -> None:
        """Begin at what holds now."""
        if self._now:
            self.call_after_refresh(self.query_one(TickList).choose, self._now[0])

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter in the field."""
        event.stop()
        self.action_take()

    def action_take(self) -> None:
        """Take the answer."""
        ticks = self.query_one(TickList)
        typed = clean_line(self.query_one("#typed", Input).value).strip() if self._typed else ""
        if typed:
            self.dismiss((typed,))
        elif self._several:
            self.dismiss(ticks.marked)
        elif ticks.chosen is not None:
            self.dismiss((ticks.chosen,))
