"""What is the new workshop called?"""

from typing import ClassVar

from textual.widget import Widget
from textual.widgets import Input

from workshop.text import clean_line
from workshop.tui.quirks import Field
from workshop.tui.screens.dialog import Dialog


class WhatIsItCalled(Dialog[str]):
    """The title of a workshop."""

    PURPOSE: ClassVar[str] = "A title by which you will find it. A workshop is one piece of work on one question, with all its sessions."

    def __init__(self) -> None:
        """Ask for the question that the workshop is about."""
        super().__init__("What is the new workshop called?", "Enter makes it  ·  Esc goes back")

    def body(self) -> list[Widget]:
        """One field."""
        return [Field(placeholder="the question it is about: Parenting on a low income")]

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take any words."""
        event.stop()
        title = clean_line(event.value)
        if title:
            self.dismiss(title)
        else:
            self.object_to("A workshop needs a title.")
