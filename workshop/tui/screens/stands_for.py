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

    PURPOSE: ClassVar[str] = "What is asked: one of the list, or several where they can be ticked."
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "take", show=False)]
    DEFAULT_CSS = """
    WhatItStandsFor .label { color: $quiet; margin-top: 1; }
    WhatItStandsFor #about { color: $quiet; margin-bottom: 1; }
    """

    def __init__(
        self,
        question: str,
        ticks: Sequence[Tick],
        now: Collection[str] = (),
        *,
        about: str = "",
        several: bool = False,
        all_key: str = "",
        typed: str = "",
        purpose: str = "",
    ) -> None:
        """Offer these, beginning with what holds `now`. `typed` says what may be typed instead, "" for nothing.

        `all_key` is the letter that ticks all of `several`, or none. `purpose` says what the answer changes, for the key of help.
        """
        every = f"  ·  {all_key} all or none" if all_key else ""
        how = f"Space ticks{every}  ·  Enter takes those ticked" if several else "Up and Down  ·  Enter takes it"
        super().__init__(question, f"{how}{'  ·  or type' if typed else ''}  ·  Esc goes back")
        self._ticks = tuple(ticks)
        self._now = tuple(now)
        self._about = about
        self._several = several
        self._all_key = all_key
        self._typed = typed
        self._purpose = purpose

    @property
    def purpose(self) -> str:
        """As whoever asks has it."""
        return self._purpose or self.PURPOSE

    def body(self) -> list[Widget]:
        """The list, and perhaps a field."""
        about: list[Widget] = [Static(Content(self._about), id="about")] if self._about else []
        field = Field(id="typed", select_on_focus=False) if self._typed else None
        typing: list[Widget] = [Static(Content(self._typed), classes="label"), field] if field is not None else []
        return [*about, TickList(self._ticks, self._now, several=self._several, all_key=self._all_key, field=field), *typing]

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
