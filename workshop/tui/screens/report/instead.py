"""What stands in place of what was flagged?"""

from typing import ClassVar

from textual.widget import Widget
from textual.widgets import Input, Static

from workshop.model.clearance import Decision
from workshop.text import clean_line
from workshop.tui.flagview import AROUND, in_context, offered
from workshop.tui.quirks import Field
from workshop.tui.screens.dialog import Dialog
from workshop.workbook.publishing import Doubt


class WhatStandsInstead(Dialog[str]):
    """The words: for what was flagged, or where it is paraphrased for the whole text."""

    PURPOSE: ClassVar[str] = "The words that the report has in place of what may point at somebody. The workshop keeps what was said."
    DEFAULT_CSS = """
    WhatStandsInstead #context { margin-bottom: 1; }
    """

    def __init__(self, flag: Doubt, decision: Decision) -> None:
        """`decision` is to replace or to paraphrase."""
        whole = decision is Decision.PARAPHRASE
        question = f"{flag.where}: how is all of it told in other words?" if whole else f"What stands in place of \u201c{flag.found}\u201d?"
        super().__init__(question, "Enter saves it  \u00b7  Esc goes back")
        self._flag = flag
        self._around = len(flag.words) if whole else AROUND
        given = flag.answer.instead if flag.answer is not None and flag.answer.decision is Decision.PARAPHRASE else ""
        self._offered = given if whole else offered(flag)

    def body(self) -> list[Widget]:
        """The words as they are, and a field."""
        return [Static(in_context(self._flag, self._around), id="context"), Field(self._offered)]

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take the words, if there are any."""
        event.stop()
        told = clean_line(event.value).strip()
        if told:
            self.dismiss(told)
        else:
            self.object_to("It needs words.")
