"""How much time to add to the activity?"""

from textual.widget import Widget
from textual.widgets import Input

from workshop.errors import WorkshopError
from workshop.model.duration import parse_duration
from workshop.tui.quirks import Field
from workshop.tui.screens.dialog import Dialog


class HowMuchTime(Dialog[int]):
    """Seconds to add, below zero to take off."""

    def __init__(self, activity: str) -> None:
        """Ask for the activity of this title."""
        super().__init__(f"How much time to add to {activity}?", "Enter adds it  ·  Esc goes back")

    def body(self) -> list[Widget]:
        """One field."""
        return [Field(placeholder="5, -5 to take off, 1h30, 90s")]

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take a length of time, or say how one is written."""
        event.stop()
        try:
            seconds = parse_duration(event.value)
        except WorkshopError as fault:
            self.object_to(str(fault))
            return
        self.dismiss(seconds)
