"""In which parts was somebody there?"""

from collections.abc import Collection, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from workshop.tui.screens.dialog import Dialog
from workshop.tui.widgets.chooser import Chooser
from workshop.tui.widgets.hanging import Hanging

MOST_SHOWN = 12
NONE = "With none ticked, the person was not there."


class PartList(Chooser):
    """The parts of a session, by their place in its plan; `✓` are those in which somebody was there."""

    DEFAULT_CSS = """
    PartList, PartList > .chooser--row { background: $panel; }
    """

    def __init__(self, titles: Sequence[str], there: Collection[int]) -> None:
        """List these, those ticked in which somebody was `there`, by their places."""
        super().__init__()
        self._there = tuple(map(str, there))
        self._titles = tuple(titles)
        self.styles.height = min(MOST_SHOWN, max(1, len(titles)))

    def on_mount(self) -> None:
        """All of them."""
        self.list_ids([str(place) for place in range(len(self._titles))])
        self.mark_these(self._there)

    def visual(self, row: str, *, chosen: bool) -> Hanging:
        """A number and a title."""
        return Hanging([(f"{self.mark_of(row, chosen=chosen)} {int(row) + 1}", "bold")], [(self._titles[int(row)], "")], 7)


class InWhichParts(Dialog[tuple[int, ...]]):
    """The places in the plan. All of them is throughout, none is absent."""

    PURPOSE: ClassVar[str] = "Who was not there for a part is not counted among those who could have spoken in it."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "mark", show=False),
        Binding("a", "all", show=False),
        Binding("enter", "take", show=False),
    ]

    def __init__(self, who: str, titles: Sequence[str], there: Collection[int]) -> None:
        """Begin with the parts in which `who` was there."""
        super().__init__(
            f"In which parts was {who} there?",
            "Space ticks  ·  a all or none  ·  Enter saves  ·  Esc goes back",
        )
        self._titles = tuple(titles)
        self._there = tuple(there)

    def body(self) -> list[Widget]:
        """The parts."""
        return [PartList(self._titles, self._there), Static(Content(NONE), classes="said")]

    def action_mark(self) -> None:
        """Tick the chosen part, or no longer."""
        self.query_one(PartList).toggle_mark()

    def action_all(self) -> None:
        """Throughout, or absent."""
        parts = self.query_one(PartList)
        everything = [str(place) for place in range(len(self._titles))]
        parts.mark_these(() if len(parts.marked) == len(everything) else everything)

    def action_take(self) -> None:
        """Take the answer."""
        self.dismiss(tuple(sorted(int(each) for each in self.query_one(PartList).marked)))
