"""What happened in the room meanwhile? Asked of a session that was found open, or whose computer slept."""

from typing import ClassVar

from textual.content import Content
from textual.widget import Widget
from textual.widgets.option_list import Option

from workshop.model.clock.gap import Choice, Gap
from workshop.tui.screens.dialog import Dialog
from workshop.tui.widgets.rows import Rows


class WhatHappenedMeanwhile(Dialog[Choice]):
    """One of the choices that the gap offers."""

    PURPOSE: ClassVar[str] = "Some time went by that nobody saw. Say whether the session went on, so that the clock is right."

    def __init__(self, gap: Gap) -> None:
        """Ask in the gap's own words. The first choice is what holds until one is made."""
        super().__init__(gap.message, "Enter takes the one chosen  ·  Esc leaves it for later")
        self._choices = gap.choices

    def body(self) -> list[Widget]:
        """A row a choice."""
        return [Rows(*(Option(Content(choice.words)) for choice in self._choices))]

    def on_option_list_option_selected(self, event: Rows.OptionSelected) -> None:
        """Take it."""
        event.stop()
        self.dismiss(self._choices[event.option_index])
