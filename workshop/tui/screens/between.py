"""Between whom? The two sides of a comparison."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from workshop.tui.screens.dialog import Dialog
from workshop.tui.widgets.ticklist import Tick, TickList

SIDES = 2
OTHERS = "Any other two are no finding, only to explore."


class BetweenWhom(Dialog[tuple[str, ...]]):
    """Two groups, or one group in two sessions or places; an empty answer is the two that the workshop is about."""

    PURPOSE: ClassVar[str] = "Which two groups the comparison sets side by side: two groups, or one group in two sessions or places."
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "take", show=False)]
    DEFAULT_CSS = """
    BetweenWhom > #dialog { width: 76; }
    """

    def __init__(self, sides: Sequence[Tick], now: Sequence[str]) -> None:
        """Offer these; an id is what `Workbook.compare` takes ("parent", "parent@S1"). `now` are the two that are compared."""
        super().__init__(
            "Compare whom with whom?",
            "Space ticks, two of them  ·  Enter compares  ·  Esc goes back\nBackspace: the workshop's own two",
        )
        self._sides = sides
        self._now = now

    def body(self) -> list[Widget]:
        """One list."""
        return [TickList(self._sides, self._now), Static(Content(OTHERS), classes="said")]

    def action_take(self) -> None:
        """Take the answer, or say what is wrong with it."""
        ticked = self.query_one(TickList).marked
        if len(ticked) in (0, SIDES):
            self.dismiss(ticked)
        else:
            self.object_to(f"A comparison is between two: {len(ticked)} {'is' if len(ticked) == 1 else 'are'} ticked.")
