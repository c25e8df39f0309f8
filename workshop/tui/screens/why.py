"""Why is it called this? The rule, the counts and the interval behind one label."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Static

from workshop.tui.screens.dialog import Dialog
from workshop.tui.widgets.laidout import Sentences


class WhyIsItCalledThis(Dialog[None]):
    """A few sentences to read; Esc, Enter or W closes it."""

    PURPOSE: ClassVar[str] = "The rule, the counts and the range behind a label, so that you can explain it to those who ask."
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter,w", "leave", "Back", show=False)]
    SCROLLS = True

    def __init__(self, name: str, sentences: Sequence[str]) -> None:
        """Of the row of this name."""
        super().__init__(f"Why is {name} called this?", "Up and Down scroll  ·  Esc closes this")
        self._sentences = sentences

    def body(self) -> list[Widget]:
        """The sentences."""
        return [Static(Sentences("", self._sentences))]
