"""Who is to be told now: what the plan says about safeguarding."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from workshop.tui.keys import key_name
from workshop.tui.screens.dialog import Dialog


class WhoIsToBeTold(Dialog[None]):
    """The contact card, until it is read. Of the remark nothing is shown any more."""

    PURPOSE: ClassVar[str] = "Whom to tell. Tell them in person; nothing is sent from here."
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "leave", "Read", show=False)]
    SCROLLS: ClassVar[bool] = True

    def __init__(self, ref: str, card: str) -> None:
        """`ref` is what the remark was called."""
        super().__init__(
            f"{ref} is put aside for safeguarding. Who is to be told:",
            f"Enter or Esc goes back  ·  {key_name('room.undo')} there takes it back",
        )
        self._card = card

    def body(self) -> list[Widget]:
        """The card's words."""
        return [Static(Content(self._card))]
