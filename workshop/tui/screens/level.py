"""What the screens share: leaving goes back one level, and from the first one out of the program."""

from typing import ClassVar

from textual.screen import Screen

from workshop.tui.quirks import SparingCompositor


class Level(Screen[None]):
    """A screen that can be left. `QUIT_LEAVES`: the key that quits goes back one level from here, and not out of the program."""

    QUIT_LEAVES: ClassVar[bool] = False

    def __init__(self) -> None:
        """As any screen, but painted sparingly."""
        super().__init__()
        self._compositor = SparingCompositor()

    @property
    def is_first(self) -> bool:
        """Whether the program began on it."""
        return self.app.screen_stack[0] is self

    def action_leave(self) -> None:
        """Go back; nothing is asked, since everything is saved."""
        if self.is_first:
            self.app.exit()
        else:
            self.dismiss(None)
