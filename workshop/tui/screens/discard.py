"""Throw a session away that was begun by mistake?"""

from typing import ClassVar

from textual.binding import Binding, BindingType

from workshop.tui.screens.dialog import Dialog


class ThrowItAway(Dialog[bool]):
    """True to throw it away. Asked once; undo brings it back."""

    PURPOSE: ClassVar[str] = "For a session begun by mistake. Its people no longer count as asked. Undo brings it back."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,y", "discard", "Throw away", show=False),
        Binding("n", "leave", "Keep", show=False),
    ]

    def __init__(self, session: str) -> None:
        """`session` is what it is called, such as S1."""
        super().__init__(f"Nothing was noted in {session}. Throw it away?", "Enter throws it away  \u00b7  Esc keeps it")

    def action_discard(self) -> None:
        """Yes."""
        self.dismiss(True)
