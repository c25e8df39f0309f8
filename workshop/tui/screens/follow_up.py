"""What has come of it? A note on a recommendation, and how far it has got."""

from dataclasses import dataclass
from typing import ClassVar

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static
from textual.widgets.option_list import Option

from workshop.model.recommendation import Progress
from workshop.tui.quirks import Field
from workshop.tui.recommendationview import progress_words
from workshop.tui.screens.dialog import Dialog
from workshop.tui.widgets.rows import Rows

_AS_BEFORE = "as before"


@dataclass(frozen=True, slots=True)
class Noted:
    """What was typed, and how far it has got; None as before."""

    text: str
    progress: Progress | None


NOTHING_YET = Noted("", None)


class WhatHasComeOfIt(Dialog[Noted]):
    """The words, then how far it has got."""

    PURPOSE: ClassVar[str] = "What came of a recommendation, and how far it has got. The report tells it."
    DEFAULT_CSS = """
    WhatHasComeOfIt .label { color: $quiet; }
    WhatHasComeOfIt Field { margin-bottom: 1; }
    """

    def __init__(self, question: str, noted: Noted = NOTHING_YET, refused: str = "") -> None:
        """Begin with what was `noted` before that was `refused`."""
        super().__init__(question, "Enter goes on, then saves  ·  Esc goes back")
        self._noted = noted
        self._refused = refused

    def body(self) -> list[Widget]:
        """A field and a list."""
        options = [Option(Content(_AS_BEFORE), id=_AS_BEFORE)]
        options += [Option(Content(progress_words(each)), id=each.value) for each in Progress]
        return [
            Static(Content("what was done or heard"), classes="label"),
            Field(self._noted.text, select_on_focus=False, compact=True),
            Static(Content("how far it has got"), classes="label"),
            Rows(*options),
        ]

    def on_mount(self) -> None:
        """Choose what was chosen before, and say why it comes back."""
        self.query_one(Rows).highlighted = list(Progress).index(self._noted.progress) + 1 if self._noted.progress else 0
        if self._refused:
            self.object_to(self._refused)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go on to how far it has got."""
        event.stop()
        self.query_one(Rows).focus()

    def on_option_list_option_selected(self, event: Rows.OptionSelected) -> None:
        """Take the answer."""
        event.stop()
        chosen = None if event.option_id == _AS_BEFORE else Progress(event.option_id or "")
        self.dismiss(Noted(self.query_one(Field).value, chosen))
