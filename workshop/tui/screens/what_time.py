"""At what time? Questions that a time of day answers."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from textual.widget import Widget
from textual.widgets import Input

from workshop.errors import WorkshopError
from workshop.tui.quirks import Field
from workshop.tui.screens.dialog import Dialog


@dataclass(frozen=True, slots=True)
class Fixed:
    """The instant that was given, aware; None to take the one that stands away."""

    moment: datetime | None


class AtWhatTime(Dialog[Fixed]):
    """An instant, from a time of day."""

    PURPOSE: ClassVar[str] = "A time of day. The clock then says whether you will be done by then."

    def __init__(self, question: str, read: Callable[[str], datetime], stands: str = "") -> None:
        """`read` tells which instant is meant, or raises WorkshopError; `stands` is the time of day that is fixed now."""
        super().__init__(question, "Enter fixes it, an empty field takes it away  ·  Esc goes back")
        self._read = read
        self._stands = stands

    def body(self) -> list[Widget]:
        """One field."""
        return [Field(self._stands, placeholder="14:45, 9:30 or 2pm")]

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take a time of day, or say how one is written."""
        event.stop()
        try:
            moment = self._read(event.value) if event.value.strip() else None
        except WorkshopError as fault:
            self.object_to(str(fault))
            return
        self.dismiss(Fixed(moment))
