"""Who is it, of a group in which several sit together?"""

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.content import Content
from textual.widget import Widget
from textual.widgets.option_list import Option

from workshop.model.perspective import Perspective
from workshop.tui.screens.dialog import Dialog
from workshop.tui.screens.start_session import WHO
from workshop.tui.widgets.rows import Rows


class WhoIsIt(Dialog[str]):
    """The name of a perspective."""

    PURPOSE: ClassVar[str] = "Which group this is about, so that what is said counts for it."

    def __init__(self, question: str, perspectives: Sequence[Perspective]) -> None:
        """Offer these, each by the letter of its stickers too."""
        super().__init__(question, "A letter, or Enter on the one chosen  ·  Esc goes back")
        self._by_letter = {each.letter: each for each in perspectives}

    def body(self) -> list[Widget]:
        """A row a perspective."""
        each_as_option = (
            Option(Content.assemble((f"{each.letter}  ", "bold $primary"), WHO.get(each.name, each.plural)), id=each.name)
            for each in self._by_letter.values()
        )
        return [Rows(*each_as_option)]

    def on_key(self, event: events.Key) -> None:
        """A letter answers."""
        if event.character in self._by_letter:
            event.stop()
            self.dismiss(self._by_letter[event.character].name)

    def on_option_list_option_selected(self, event: Rows.OptionSelected) -> None:
        """Enter, or a click."""
        event.stop()
        self.dismiss(event.option_id or "")
