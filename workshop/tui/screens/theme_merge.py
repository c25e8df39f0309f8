"""Which theme does this one become part of?"""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from workshop.tui.codedview import matching
from workshop.tui.quirks import Field
from workshop.tui.screens.dialog import Dialog
from workshop.tui.widgets.themelist import ThemeList, ThemeRow


class MergeIntoWhich(Dialog[str]):
    """The id of the theme that is left. What will happen is said before it does."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "choose(-1)", show=False, priority=True),
        Binding("down", "choose(1)", show=False, priority=True),
    ]
    DEFAULT_CSS = """
    MergeIntoWhich ThemeList { height: 8; margin-top: 1; background: $panel; }
    MergeIntoWhich ThemeList > .chooser--row { background: $panel; }
    MergeIntoWhich #happens { height: auto; margin-top: 1; }
    """

    def __init__(self, title: str, others: Sequence[ThemeRow], sides: Sequence[str], happens: Callable[[str], str], alike: str) -> None:
        """Merge the theme of this title into one of the others; `happens` tells of one of them (an id) what that comes to.

        The list begins at the one that is spelt `alike` (an id, or ""), but nothing is merged until one was picked.
        """
        super().__init__(
            f"{title}: into which theme does it go?",
            "Type its name, or Up and Down  ·  Enter merges, Ctrl+Z takes it back  ·  Esc goes back",
        )
        self._others = tuple(others)
        self._sides = tuple(sides)
        self._happens = happens
        self._alike = alike
        self._picked = False

    def body(self) -> list[Widget]:
        """A field, the themes, what will happen."""
        return [Field(placeholder="name or number"), ThemeList(self._sides), Static(Content(""), id="happens")]

    def on_mount(self) -> None:
        """List the themes."""
        themes = self.query_one(ThemeList)
        themes.can_focus = False
        themes.show(self._others)
        themes.choose(self._alike)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Go to the theme that is meant."""
        event.stop()
        found = matching(event.value, self._others)
        self._picked = found is not None
        if found is not None:
            self.query_one(ThemeList).choose(found.id)

    def action_choose(self, by: int) -> None:
        """Go to the next, or the one before."""
        self._picked = True
        self.query_one(ThemeList).action_go(by)

    def on_chooser_moved(self, event: ThemeList.Moved) -> None:
        """Say what would happen."""
        event.stop()
        self.query_one("#happens", Static).update(Content(self._happens(event.chosen) if event.chosen else ""))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Merge into the one that is chosen."""
        event.stop()
        if self._picked:
            self.dismiss(self.query_one(ThemeList).chosen)
        else:
            self.object_to("No theme has a name like that." if event.value.strip() else "Say which: type its name, or press Up or Down.")
