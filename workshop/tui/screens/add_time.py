"""How much time to add to the activity?"""

from typing import ClassVar

from workshop.tui.screens.how_long import HowLong


class HowMuchTime(HowLong):
    """Seconds to add, below zero to take off."""

    BELOW_ZERO: ClassVar[bool] = True

    def __init__(self, activity: str) -> None:
        """Ask for the activity of this title."""
        super().__init__(
            f"How much time to add to {activity}?", "Enter adds it  ·  Esc goes back", example="5, +10m, -5 to take off, 1h30, 90s"
        )
