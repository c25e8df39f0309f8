"""How is it better said? A statement in the words of the group that reads it."""

from dataclasses import dataclass
from typing import ClassVar

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from workshop.text import clean_line
from workshop.tui.quirks import Field
from workshop.tui.screens.dialog import Dialog


@dataclass(frozen=True, slots=True)
class BetterWords:
    """Which statement, as it was typed, and what it should say."""

    statement: str
    text: str


class HowIsItBetterSaid(Dialog[BetterWords]):
    """The statement, then the words; Tab goes from one to the other."""

    PURPOSE: ClassVar[str] = "The statement stays as the group saw it; the better words stand beside it."
    DEFAULT_CSS = """
    HowIsItBetterSaid .label { color: $quiet; }
    """

    def __init__(self, wanted: BetterWords, refused: str = "") -> None:
        """Begin with what is `wanted` so far; `refused` says why that could not be taken."""
        super().__init__("How is it better said?", "Tab moves on  ·  Enter saves  ·  Esc goes back")
        self._wanted = wanted
        self._refused = refused

    def body(self) -> list[Widget]:
        """Two fields, labelled."""
        return [
            Static(Content("the statement, such as T3"), classes="label"),
            Field(self._wanted.statement, id="statement", select_on_focus=False, compact=True),
            Static(Content("what it should say: the old words are kept beside it"), classes="label"),
            Field(self._wanted.text, id="text", select_on_focus=False, compact=True),
        ]

    def on_mount(self) -> None:
        """Go to what is missing, and say why it comes back, where it does."""
        self.query_one("#text" if self._wanted.statement else "#statement", Field).focus()
        if self._refused:
            self.object_to(self._refused)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take what was typed; what is wrong with it the workbook says."""
        event.stop()
        statement, text = (clean_line(self.query_one(name, Field).value) for name in ("#statement", "#text"))
        if not statement or not text:
            self.object_to("Say which statement, and how it is better said.")
            return
        self.dismiss(BetterWords(statement, text))
