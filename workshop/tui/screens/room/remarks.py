"""The Room's list of remarks: looking back, choosing one, striking it."""

from functools import partial

from textual import work

from workshop.tui.roomwords import withdrawn_words
from workshop.tui.screens.room.base import RoomBase
from workshop.tui.screens.strike import StrikeThis


class Remarking(RoomBase):
    """What can be done with the remarks that are listed."""

    def action_focus_reflections(self) -> None:
        """Go up to the list: to its end, where nothing was chosen before."""
        self.reflections.focus()
        if self.reflections.highlighted is None:
            self.reflections.action_last()

    def action_scroll_reflections(self, pages: int) -> None:
        """Look at earlier or later remarks, or at more of what stands in their place, without leaving the line."""
        page = self.reflections if self._open_page is None else self.page
        page.scroll_relative(y=pages * max(1, page.size.height - 1), animate=False)

    @work(group="asking")
    async def action_strike(self) -> None:
        """Show what goes with the remark that is chosen, ask once, and take it back for good. Of its words nothing is said after that."""
        chosen = self.reflections.highlighted_option
        preview = await self._do(partial(self._book.striking, (chosen and chosen.id) or ""))
        if preview is None:
            return
        if await self.app.push_screen_wait(StrikeThis(preview)):
            await self._do(partial(self._book.withdraw, preview), withdrawn_words)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A remark is struck from the list, where one is chosen."""
        if action == "strike":
            return self.focused is self.reflections and self.reflections.highlighted is not None
        return super().check_action(action, parameters)
