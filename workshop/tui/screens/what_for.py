"""Help inside a dialog: what it is for, and the keys that answer it."""

from typing import Any, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from workshop.tui.screens.dialog import Dialog
from workshop.tui.widgets.hanging import Hanging

MARGIN = 18


class WhatIsThisFor(Dialog[None]):
    """A page about the dialog beneath; Esc, Enter or the key of help goes back to it, as it was left."""

    PURPOSE: ClassVar[str] = "Says what a question is for."
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "leave", "Back", show=False)]
    SCROLLS = True
    DEFAULT_CSS = """
    WhatIsThisFor > #dialog { width: 76; }
    """

    def __init__(self, about: Dialog[Any]) -> None:
        """About the dialog that is open."""
        super().__init__(about.question, "Esc goes back to it")
        self._about = about

    def body(self) -> list[Widget]:
        """The purpose, then a line a key, then what else is to be known."""
        keys = [part for line in self._about.how.split("\n") for part in line.split("  \u00b7  ")]
        told = [Static(Content(line)) for line in (self._about.purpose, "", "The keys that answer it:", *(f"  {key}" for key in keys))]
        more = [Static(Hanging([(f"  {name}", "bold")], [(meaning, "")], MARGIN)) for name, meaning in self._about.explained]
        return [*told, *([Static("")] if more else []), *more]
