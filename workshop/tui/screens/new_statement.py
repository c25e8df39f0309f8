"""Which statement, and whose? One to put to the group, typed in the Room."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static
from textual.widgets.option_list import Option

from workshop.model.perspective import Perspective
from workshop.text import clean_line, fold
from workshop.tui.quirks import Field
from workshop.tui.screens.dialog import Dialog
from workshop.tui.widgets.rows import Rows


@dataclass(frozen=True, slots=True)
class StatementToMake:
    """What was said, the perspective whose words they are, and the theme that they are about, as it was typed; "" for none."""

    text: str
    made_by: str
    theme: str = ""


EMPTY = StatementToMake("", "")
MOST_NAMED = 4
"""So many themes are named below what is typed of one."""


class WhichStatementAndWhose(Dialog[StatementToMake]):
    """The words, then who said them; the theme stands between, for who goes there."""

    PURPOSE: ClassVar[str] = "What one group said, to be put to the other for an answer. Use their words."
    DEFAULT_CSS = """
    WhichStatementAndWhose .label { color: $quiet; }
    """

    def __init__(
        self, makers: Sequence[Perspective], themes: Sequence[str] = (), begun: StatementToMake = EMPTY, refused: str = ""
    ) -> None:
        """Offer these makers: the groups other than the one that will answer. `themes` are titles, to be named as one is typed.

        `refused` says why what was `begun` could not be saved.
        """
        super().__init__("Which statement is put to the group?", "Enter goes on, at the end it makes it  ·  Esc goes back")
        self._makers = tuple(makers)
        self._themes = tuple(themes)
        self._begun = begun
        self._refused = refused

    def body(self) -> list[Widget]:
        """Two fields and a list."""
        options = [Option(Content(each.plural), id=each.name) for each in self._makers]
        return [
            Field(self._begun.text, id="words", placeholder="one sentence that people can agree or disagree with", select_on_focus=False),
            Static(Content("about which theme"), classes="label"),
            Field(self._begun.theme, id="theme", placeholder="it may be about none", compact=True, select_on_focus=False),
            Static(id="meant", classes="label"),
            Static(Content("said by"), classes="label"),
            Rows(*options),
        ]

    def on_mount(self) -> None:
        """Say why it comes back, where it does."""
        self.object_to(self._refused)
        self.query_one("#theme" if self._refused else "#words").focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Name the themes that the one typed may become."""
        event.stop()
        if event.input.id == "theme":
            typed = fold(event.value)
            meant = [title for title in self._themes if typed and fold(title).startswith(typed)]
            self.query_one("#meant", Static).update(Content(", ".join(meant[:MOST_NAMED])))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go on to the theme, then to who said it."""
        event.stop()
        if event.input.id == "words" and not clean_line(event.value):
            self.object_to("A statement needs words.")
            return
        self.object_to("")
        self.query_one("#theme" if event.input.id == "words" else Rows).focus()

    def on_option_list_option_selected(self, event: Rows.OptionSelected) -> None:
        """Take the answer."""
        event.stop()
        text, theme = (clean_line(self.query_one(name, Field).value) for name in ("#words", "#theme"))
        if text:
            self.dismiss(StatementToMake(text, event.option_id or "", theme))
        else:
            self.object_to("A statement needs words.")
            self.query_one("#words").focus()
