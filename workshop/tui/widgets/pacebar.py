"""A calm bar of how much of an activity's time has passed."""

from textual.app import RenderResult
from textual.content import Content
from textual.style import Style
from textual.widget import Widget

from workshop.tui.widgets.tint import step_of, tint


class PaceBar(Widget):
    """One line that fills from the left and grows warmer, then stays full: overtime is told in words and numerals, never by an alarm."""

    DEFAULT_CSS = """
    PaceBar {
        height: 1;
    }
    """
    ALLOW_SELECT = False

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # Textual's own name for it
        """Empty at first."""
        super().__init__(id=id)
        self._passed = 0.0

    def show(self, passed: float) -> None:
        """Fill to this share, from 0 to 1; painted only when a cell changes."""
        before = self._cells()
        self._passed = passed
        if self._cells() != before:
            self.refresh()

    def render(self) -> RenderResult:
        """Filled cells are heavy and the others light, so that it reads without colour too."""
        done = self._cells()
        filled = Style(foreground=tint(self, "primary", step_of(self._passed)))
        return Content.assemble(("━" * done, filled), ("─" * (self.content_size.width - done), "$quiet"))

    def _cells(self) -> int:
        return min(self.content_size.width, int(self.content_size.width * self._passed))
