"""Which statement, and whose? One to put to the group, typed in the Room."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static
from textual.widgets.option_list import Option

from workshop.model.perspective import Perspective
from workshop.text import clean_line
from workshop.tui.quirks import Field, RoomyOptionList
from workshop.tui.screens.dialog import Dialog


@dataclass(frozen=True, slots=True)
class StatementToMake:
    """What was said, and the perspective whose words they are."""

    text: str
    made_by: str


class WhichStatementAndWhose(Dialog[StatementToMake]):
    """The words, then who said them."""

    PURPOSE: ClassVar[str] = "What one group said, to be put to the other for an answer. Use their words."
    DEFAULT_CSS = """
    WhichStatementAndWhose RoomyOptionList { height: auto; max-height: 8; border: tall $border-blurred; background: $background; }
    WhichStatementAndWhose RoomyOptionList:focus { border: tall $border; }
    WhichStatementAndWhose .label { color: $quiet; }
    """

    def __init__(self, makers: Sequence[Perspective]) -> None:
        """Offer these makers: the groups other than the one that will answer."""
        super().__init__("Which statement is put to the group?", "Enter goes on, then makes it  ·  Esc goes back")
        self._makers = tuple(makers)

    def body(self) -> list[Widget]:
        """A field and a list."""
        options = [Option(Content(each.plural), id=each.name) for each in self._makers]
        return [
            Field(placeholder="one sentence that people can agree or disagree with"),
            Static(Content("said by"), classes="label"),
            RoomyOptionList(*options),
        ]

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go on to who said it."""
        event.stop()
        if clean_line(event.value):
            self.object_to("")
            self.query_one(RoomyOptionList).focus()
        else:
            self.object_to("A statement needs words.")

    def on_option_list_option_selected(self, event: RoomyOptionList.OptionSelected) -> None:
        """Take the answer."""
        event.stop()
        text = clean_line(self.query_one(Field).value)
        if text:
            self.dismiss(StatementToMake(text, event.option_id or ""))
        else:
            self.object_to("A statement needs words.")
            self.query_one(Field).focus()
