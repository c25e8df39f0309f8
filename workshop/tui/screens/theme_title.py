"""What is the theme called? For a new one, one that gets another title, and one that is split off."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from workshop.text import clean_line, fold
from workshop.tui.quirks import Field
from workshop.tui.screens.dialog import Dialog


class WhatIsTheThemeCalled(Dialog[str]):
    """A title. Themes that are spelt much like it are named as it is typed: a hint, for people to judge."""

    PURPOSE: ClassVar[str] = "A short name for what remarks are about. Names that are much like it are shown, so that none is made twice."
    DEFAULT_CSS = """
    WhatIsTheThemeCalled #alike { color: $warning; height: auto; }
    """

    def __init__(self, question: str, title: str, alike: Callable[[str], Sequence[str]], *, more: str = "") -> None:
        """`title` stands in the field already; `alike` gives the titles that are spelt much like one; `more` is said below the question."""
        super().__init__(question, "Enter takes it  ·  Esc goes back")
        self._title = title
        self._alike = alike
        self._more = more

    def body(self) -> list[Widget]:
        """A field, and the hint."""
        said = [Static(Content(self._more))] if self._more else []
        return [*said, Field(self._title, placeholder="a word or two"), Static(Content(""), id="alike")]

    def on_input_changed(self, event: Input.Changed) -> None:
        """Say what is spelt alike."""
        event.stop()
        alike = [title for title in self._alike(clean_line(event.value)) if fold(title) != fold(self._title)]
        self.query_one("#alike", Static).update(Content(f"Spelt much like it: {', '.join(alike)}." if alike else ""))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take the title."""
        event.stop()
        title = clean_line(event.value)
        if fold(title):
            self.dismiss(title)
        else:
            self.object_to("A theme needs a title.")
