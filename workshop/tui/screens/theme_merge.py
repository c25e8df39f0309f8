"""Which theme does this one become part of?"""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from workshop.tui.codedview import matching
from workshop.tui.keys import key_name
from workshop.tui.quirks import Field
from workshop.tui.screens.dialog import Dialog
from workshop.tui.widgets.themelist import ThemeList, ThemeRow

NOT_YET = "Say which: type its name, or press Up or Down."


class _Others(ThemeList):
    """The themes to merge into; until one was picked, none looks as if it were."""

    picked = False

    def mark_of(self, row: str, *, chosen: bool) -> str:
        """The cursor, once it is a choice."""
        return super().mark_of(row, chosen=chosen and self.picked)

    def pick(self, picked: bool) -> None:
        """Show the theme at the cursor as the one that is picked, or no longer."""
        self.picked = picked
        self.set_class(picked, "-picked")
        self.repaint()


class MergeIntoWhich(Dialog[str]):
    """The id of the theme that is left. What will happen is said before it does."""

    PURPOSE: ClassVar[str] = "Two themes that mean the same become one; what was filed under both stays filed."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "choose(-1)", show=False, priority=True),
        Binding("down", "choose(1)", show=False, priority=True),
    ]
    DEFAULT_CSS = """
    MergeIntoWhich ThemeList { height: 8; margin-top: 1; background: $panel; }
    MergeIntoWhich ThemeList > .chooser--row { background: $panel; }
    MergeIntoWhich ThemeList > .chooser--chosen { background: $panel; color: $foreground; }
    MergeIntoWhich ThemeList.-picked > .chooser--chosen { background: $block-cursor-background; color: $block-cursor-foreground; }
    MergeIntoWhich #happens { height: auto; margin-top: 1; }
    """

    def __init__(self, title: str, others: Sequence[ThemeRow], sides: Sequence[str], happens: Callable[[str], str], alike: str) -> None:
        """Merge the theme of this title into one of the others; `happens` tells of one of them (an id) what that comes to.

        The list begins at the one that is spelt `alike` (an id, or ""), but nothing is merged until one was picked.
        """
        super().__init__(
            f"{title}: into which theme does it go?",
            f"Type its name, or Up and Down  ·  Enter merges, {key_name('themes.undo')} takes it back  ·  Esc goes back",
        )
        self._others = tuple(others)
        self._sides = tuple(sides)
        self._happens = happens
        self._alike = alike

    def body(self) -> list[Widget]:
        """A field, the themes, what will happen."""
        return [Field(placeholder="name or number"), _Others(self._sides), Static(Content(""), id="happens")]

    def on_mount(self) -> None:
        """List the themes."""
        themes = self.query_one(_Others)
        themes.can_focus = False
        themes.show(self._others)
        themes.choose(self._alike)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Go to the theme that is meant."""
        event.stop()
        found = matching(event.value, self._others)
        if found is not None:
            self.query_one(_Others).choose(found.id)
        self._pick(found is not None)

    def action_choose(self, by: int) -> None:
        """Go to the next, or the one before; the first press picks the one where the list begins."""
        themes = self.query_one(_Others)
        if themes.picked:
            themes.action_go(by)
        self._pick(True)

    def on_chooser_moved(self, event: ThemeList.Moved) -> None:
        """Say what would happen."""
        event.stop()
        self._pick(self.query_one(_Others).picked)

    def _pick(self, picked: bool) -> None:
        """Show what is picked, and what would happen then."""
        themes = self.query_one(_Others)
        themes.pick(picked)
        happens = self._happens(themes.chosen) if picked and themes.chosen else NOT_YET
        self.query_one("#happens", Static).update(Content(happens))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Merge into the one that is chosen."""
        event.stop()
        themes = self.query_one(_Others)
        if themes.picked:
            self.dismiss(themes.chosen)
        else:
            self.object_to("No theme has a name like that." if event.value.strip() else NOT_YET)
