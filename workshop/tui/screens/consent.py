"""What is agreed to? A level, and whether research may use it."""

from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from workshop.model.records import Consent
from workshop.tui.screens.dialog import Dialog
from workshop.tui.widgets.chooser import Chooser
from workshop.tui.widgets.hanging import Hanging

MEANS = {
    Consent.QUOTE: "their words may be quoted",
    Consent.PARAPHRASE: "in other words, never their own",
    Consent.COUNT: "counted in a theme, the words not used",
    Consent.NONE: "not used at all",
}


@dataclass(frozen=True, slots=True)
class Agreed:
    """A level, and yes or no to research; None where that was not said."""

    level: Consent
    research: bool | None


class LevelList(Chooser):
    """The levels, from most to least; the chosen one is marked, not by its colour alone."""

    DEFAULT_CSS = """
    LevelList { height: 4; background: $panel; }
    LevelList > .chooser--row { background: $panel; }
    """

    def on_mount(self) -> None:
        """All four."""
        self.list_ids([level.value for level in reversed(Consent)])

    def visual(self, row: str, *, chosen: bool) -> Hanging:
        """The level, and what it means."""
        return Hanging([(f"{self.mark_of(row, chosen=chosen)}{row}", "bold")], [(MEANS[Consent(row)], "")], 15)


class WhatIsAgreedTo(Dialog[Agreed]):
    """One list; research by a letter."""

    PURPOSE: ClassVar[str] = "Being quoted and research are asked about one by one. Reports keep to what was agreed."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("r", "research", "Research", show=False),
        Binding("enter", "take", "Save", show=False),
    ]

    def __init__(self, who: str, level: Consent | None, research: bool | None) -> None:
        """Ask what `who` agrees to, beginning with what is agreed by now."""
        super().__init__(f"{who}: what is agreed to?", "Up and Down choose  ·  r research  ·  Enter saves  ·  Esc goes back")
        self._level = level
        self._research = research

    def body(self) -> list[Widget]:
        """The levels, and research."""
        return [LevelList(), Static(self._research_words(), id="research")]

    def on_mount(self) -> None:
        """Begin with what is agreed by now; nothing asked yet counts as "count"."""
        self.call_after_refresh(self._begin)

    def action_research(self) -> None:
        """Yes, no, yes ..."""
        self._research = not self._research
        self.query_one("#research", Static).update(self._research_words())

    def action_take(self) -> None:
        """Take the answer."""
        self.dismiss(Agreed(Consent(self.query_one(LevelList).chosen or Consent.NONE), self._research))

    def _begin(self) -> None:
        self.query_one(LevelList).choose((self._level or Consent.COUNT).value)

    def _research_words(self) -> Content:
        said = {None: "not asked, which counts as no", True: "yes", False: "no"}[self._research]
        return Content.assemble("\n", ("r  ", "bold $primary"), f"research may use it: {said}")
