"""Stating: what remarks say becomes a statement, to be put to the other group."""

from textual import work

from workshop.model.records import Statement
from workshop.tui.screens.states import States
from workshop.tui.screens.themes.filing import Filing


class Stating(Filing, States):
    """Makes a statement of the remarks that are marked, or of the one that is chosen."""

    @work(group="asking")
    async def action_new_statement(self) -> None:
        """Ask for the sentence until it can be saved, or the asking is left."""
        rows = [row for each in self.targets if self._view is not None and (row := self._view.row(each)) is not None]
        made = await self.ask_what_they_say(self._named(self.targets), [row.text for row in rows], [row.ref for row in rows])
        if made is not None:
            self.chips.say(self._said(made))
            self._start_afresh()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """It takes a remark."""
        return bool(self.targets) if action == "new_statement" else super().check_action(action, parameters)

    def _said(self, made: Statement) -> str:
        theme = self._book.records.themes.get(made.theme or "")
        return f"{self._book.ref(made)} made, about {theme.title if theme else 'no theme: the remarks share none'}"
