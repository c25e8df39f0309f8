"""What the screens share: leaving goes back one level, and from the first one out of the program."""

import asyncio
from collections.abc import Callable
from typing import ClassVar, TypeVar

from textual.screen import Screen

from workshop.tui.quirks import SparingCompositor

Result = TypeVar("Result")


class Level(Screen[None]):
    """A screen that can be left. `QUIT_LEAVES`: the key that quits goes back one level from here, and not out of the program."""

    QUIT_LEAVES: ClassVar[bool] = False

    def __init__(self) -> None:
        """As any screen, but painted sparingly."""
        super().__init__()
        self._compositor = SparingCompositor()

    def before_key(self, pressed: str) -> None:
        """A key of this name is about to be taken. For screens that say why one does nothing."""

    @property
    def is_first(self) -> bool:
        """Whether the program began on it."""
        return self.app.screen_stack[0] is self

    @property
    def is_left(self) -> bool:
        """Whether it is no longer among the screens that are open: nothing can be shown on it."""
        return not self.is_attached or self not in self.app.screen_stack

    async def aside(self, verb: Callable[[], Result]) -> Result:
        """What the verb gives, done in a thread. Where the screen was left meanwhile, nothing after it is done."""
        result = await asyncio.to_thread(verb)
        if self.is_left:
            raise asyncio.CancelledError
        return result

    def action_leave(self) -> None:
        """Go back; nothing is asked, since everything is saved."""
        if self.is_first:
            self.app.exit()
        else:
            self.dismiss(None)
