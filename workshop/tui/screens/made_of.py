"""What do these remarks say, in one sentence? A statement made of them, for the other group to answer."""

from typing import ClassVar

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from workshop.text import clean_line
from workshop.tui.quirks import Field
from workshop.tui.screens.dialog import Dialog
from workshop.tui.widgets.laidout import BULLET, Bulleted


class WhatDoTheySay(Dialog[str]):
    """One sentence. It begins with the words of the remark, where it is one."""

    PURPOSE: ClassVar[str] = (
        "One sentence that others can agree or disagree with. It rests on the remarks, and takes the theme that they share."
    )
    DEFAULT_CSS = """
    WhatDoTheySay #said { color: $quiet; height: auto; margin-bottom: 1; }
    """

    def __init__(self, named: str, words: tuple[str, ...], refused: str = "", begun: str = "") -> None:
        """`named` is what the remarks are called, "R3" or "2 remarks"; `refused` says why `begun`, an earlier answer, wasn't saved."""
        make = "makes" if len(words) == 1 else "make"
        super().__init__(f"What is the statement that {named} {make}?", "Enter makes it  ·  Esc goes back")
        self._words, self._refused = words, refused
        self._begun = begun or (words[0] if len(words) == 1 else "")

    def body(self) -> list[Widget]:
        """The remarks, and a field."""
        said = [Static(Bulleted([Content(f"{BULLET}{each}") for each in self._words]), id="said")] if len(self._words) > 1 else []
        return [*said, Field(clean_line(self._begun), placeholder="one sentence that people can agree or disagree with")]

    def on_mount(self) -> None:
        """Say why it could not be saved."""
        self.object_to(self._refused)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take the sentence."""
        event.stop()
        sentence = clean_line(event.value)
        if sentence:
            self.dismiss(sentence)
        else:
            self.object_to("A statement needs words.")
