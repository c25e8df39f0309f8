"""Put this remark aside for safeguarding?"""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from workshop.tui.screens.dialog import Dialog
from workshop.tui.themes import colour_of
from workshop.tui.widgets.reflections import RemarkRow, words_of


class PutThisAside(Dialog[bool]):
    """True to put it aside. Its words are shown, so that it is the one that is meant; Enter alone, which saves remarks, is no answer."""

    PURPOSE: ClassVar[str] = "For a remark that somebody has to act on, to keep a person safe. It leaves every list and report."
    BINDINGS: ClassVar[list[BindingType]] = [Binding("y", "put_aside", "Put aside", show=False), Binding("n", "leave", "Keep", show=False)]
    SCROLLS: ClassVar[bool] = True

    def __init__(self, row: RemarkRow) -> None:
        """Show this remark."""
        super().__init__(
            f"Put {row.ref} aside for safeguarding, off every list, count and report?", "y puts it aside  ·  Esc leaves it where it is"
        )
        self._row = row

    def body(self) -> list[Widget]:
        """Who said it, and what."""
        row = self._row
        return [Static(Content.assemble((f"{row.speaker}  ", f"bold {colour_of(row.perspective)}"), *words_of(row)))]

    def action_put_aside(self) -> None:
        """Yes."""
        self.dismiss(True)
