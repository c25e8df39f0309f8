"""End the session for everybody?"""

from typing import ClassVar

from textual.binding import Binding, BindingType

from workshop.tui.screens.dialog import Dialog


class EndTheSession(Dialog[bool]):
    """True to end it. Asked once, since it ends for every window that follows it; it can be undone."""

    PURPOSE: ClassVar[str] = "Ending it stops the clock in every window. What was noted stays, and undo opens it again."
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter,y", "end", "End", show=False), Binding("n", "leave", "Go on", show=False)]

    def __init__(self, remaining: str) -> None:
        """`remaining` says what would be left out, "" for nothing."""
        super().__init__("\n".join(part for part in ("End the session for everybody?", remaining) if part), "Enter ends it  ·  Esc goes on")

    def action_end(self) -> None:
        """Yes."""
        self.dismiss(True)
