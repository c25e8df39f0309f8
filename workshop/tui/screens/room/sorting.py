"""From the Room to the themes and to the people, and a remark put aside for safeguarding."""

from functools import partial

from textual import work

from workshop.tui.screens.contact_card import WhoIsToBeTold
from workshop.tui.screens.people import PeopleScreen
from workshop.tui.screens.put_aside import PutThisAside
from workshop.tui.screens.room.base import RoomBase
from workshop.tui.screens.themes import ThemesScreen


class Sorting(RoomBase):
    """What is said is brought together with what it is about, and with who said it."""

    def action_themes(self) -> None:
        """Sort the remarks; with one chosen in the list, begin with it."""
        chosen = self.reflections.highlighted_option if self.focused is self.reflections else None
        self.app.push_screen(ThemesScreen(self._book, chosen=(chosen and chosen.id) or ""))

    def action_people(self) -> None:
        """Who takes part, what they agreed to, who is here."""
        self.app.push_screen(PeopleScreen(self._book, self._session))

    @work(group="asking")
    async def action_flag(self) -> None:
        """Ask whether it is this remark, put it aside for safeguarding, and show who is to be told."""
        row = self.reflections.row(self.remark_meant())
        if row is None or not await self.app.push_screen_wait(PutThisAside(row)):
            return
        card = await self._do(partial(self._book.flag, row.id), lambda _: f"{row.ref} put aside")
        if card is not None:
            await self.app.push_screen_wait(WhoIsToBeTold(row.ref, card))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A remark is put aside where there is one."""
        if action == "flag":
            return self.reflections.option_count > 0
        return super().check_action(action, parameters)
