"""What is there to try? A rehearsal's first screen: the handful of keys that a session needs, one after the other."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from workshop.tui.keys import key_name, naming_keys
from workshop.tui.screens.dialog import Dialog
from workshop.tui.widgets.hanging import Hanging

MARGIN = 10
STEPS = (
    ("room.toggle", "starts the clock, which runs {speed:g} times as fast as a real one"),
    ("line.save", 'saves what you have typed. Try  3: we walk to the shop #food  and then  "we go without" #food'),
    ("room.next", "goes to the next activity; the prompt and the agenda follow"),
    ("room.read", "in the activity where their words are shown, puts the next statement to the group. Try  4: !disagree they see it all"),
    ("room.undo", "takes back the last thing"),
    ("room.more", "has all the rest, a letter each: {more.catch-up} catches up when it is late, {more.heard} shows who has been heard"),
    ("help", "shows the keys and the marks, wherever you are"),
    ("room.end", "ends the session"),
    ("leave", "leaves it, then or at any time: next comes the comparison of the example"),
)
"""A verb's id, and what its key does."""
NOT_IN_IT = "without the rehearsal"
"""Beside the title of the comparison that comes after it."""
THROWN_AWAY = "No finding counts a rehearsal, and it is thrown away afterwards."


class WhatToTry(Dialog[bool]):
    """A short list, before the Room of a rehearsal; True where it is to begin."""

    PURPOSE: ClassVar[str] = "A few things to try in a rehearsal. It is thrown away afterwards."
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "begin", "Begin", show=False)]
    SCROLLS: ClassVar[bool] = True
    DEFAULT_CSS = """
    WhatToTry > #dialog { width: 76; }
    """

    def __init__(self, speed: float, *, comes_first: bool = False) -> None:
        """Of a rehearsal that runs so many times as fast as real time; where this `comes_first`, going back leaves the program."""
        super().__init__("A rehearsal: what is there to try?", "Enter begins  ·  Esc goes back")
        self.begun = False
        self._speed = speed
        self._comes_first = comes_first

    def body(self) -> list[Widget]:
        """A row a key, and what becomes of it."""
        rows = [Static(_row(name, naming_keys(does).format(speed=self._speed))) for name, does in STEPS]
        return [*rows, Static(Content(THROWN_AWAY), classes="said")]

    def action_begin(self) -> None:
        """Go into the Room."""
        self.begun = True
        self.dismiss(True)

    def action_leave(self) -> None:
        """Don't begin."""
        if self._comes_first:
            self.app.exit()
        else:
            super().action_leave()


def _row(name: str, does: str) -> Hanging:
    return Hanging([(key_name(name).partition(" or ")[0], "bold $primary")], [(does, "")], MARGIN)
