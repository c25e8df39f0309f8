"""Whose turn is it?"""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from workshop.tui.quirks import Field
from workshop.tui.screens.dialog import Dialog


class WhoseTurn(Dialog[str]):
    """A sticker's code as it is kept; empty to end the turns."""

    PURPOSE: ClassVar[str] = "A sticker's code gives that person the turn, so that everybody has one."

    def __init__(self, waiting: Sequence[str], code_of: Callable[[str], str]) -> None:
        """`waiting` have had the fewest turns; `code_of` tells the code of a sticker as it is typed, "" for none."""
        super().__init__("Whose turn is it?", "Enter takes it, an empty field ends the turns  ·  Esc goes back")
        self._waiting = waiting
        self._code_of = code_of

    def body(self) -> list[Widget]:
        """Who has waited longest, and a field."""
        waiting = Static(Content(f"Who has had the fewest turns: {', '.join(self._waiting)}"))
        return [*([waiting] if self._waiting else []), Field(placeholder="a sticker, such as 3")]

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take a sticker, or say that it is none."""
        event.stop()
        code = self._code_of(event.value.strip()) if event.value.strip() else ""
        if code or not event.value.strip():
            self.dismiss(code)
        else:
            self.object_to("That is no sticker: write it like 3 or p3.")
