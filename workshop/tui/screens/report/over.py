"""Write over these files?"""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from workshop.tui.screens.dialog import Dialog


class WriteOverThese(Dialog[bool]):
    """True to write over them. Enter alone is no answer, since nothing brings them back."""

    PURPOSE: ClassVar[str] = "The files that are there would be lost. Another folder keeps both."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "write_over", "Write over", show=False),
        Binding("n", "leave", "Keep", show=False),
    ]
    SCROLLS: ClassVar[bool] = True

    def __init__(self, files: Sequence[str]) -> None:
        """`files` are their paths."""
        super().__init__("These are there already: write over them?", "y writes over them  \u00b7  Esc leaves them, and nothing is written")
        self._files = files

    def body(self) -> list[Widget]:
        """What would be gone."""
        return [Static(Content("\n".join(self._files)))]

    def action_write_over(self) -> None:
        """Yes."""
        self.dismiss(True)
