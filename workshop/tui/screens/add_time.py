"""How much time to add to the activity?"""

from typing import ClassVar

from textual.binding import Binding, BindingType

from workshop.tui.screens.how_long import HowLong


class HowMuchTime(HowLong):
    """Seconds to add, below zero to take off."""

    BELOW_ZERO: ClassVar[bool] = True
    # Before the dialog's own, which scroll it where the window is small.
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "minutes(1)", "1 min more", show=False, priority=True),
        Binding("down", "minutes(-1)", "1 min less", show=False, priority=True),
        Binding("pageup", "minutes(5)", "5 min more", show=False, priority=True),
    ]

    def __init__(self, activity: str) -> None:
        """Ask for the activity of this title."""
        how = "Up +1 min  ·  Down -1  ·  PgUp +5  ·  Enter adds it  ·  Esc goes back"
        super().__init__(f"How much time to add to {activity}?", how, example="minutes, such as 5, or -5 to take off; 1h30, 90s")

    def action_minutes(self, minutes: int) -> None:
        """So many at once, whatever stands in the field."""
        self.dismiss(minutes * 60)
