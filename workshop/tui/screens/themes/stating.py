"""Stating: what remarks say becomes a statement, to be put to the other group."""

from functools import partial

from textual import work

from workshop.errors import WorkshopError
from workshop.model.records import Statement
from workshop.tui.screens.made_of import WhatDoTheySay
from workshop.tui.screens.themes.filing import Filing


class Stating(Filing):
    """Makes a statement of the remarks that are marked, or of the one that is chosen."""

    @work(group="asking")
    async def action_new_statement(self) -> None:
        """Ask for the sentence until it can be saved, or the asking is left."""
        rows = [row for each in self.targets if self._view is not None and (row := self._view.row(each)) is not None]
        named, words = self._named(self.targets), tuple(row.text for row in rows)
        refused = begun = ""
        while (sentence := await self.app.push_screen_wait(WhatDoTheySay(named, words, refused, begun))) is not None:
            made = await self._attempt(partial(self._book.add_statement, sentence, sources=[row.ref for row in rows]))
            if not isinstance(made, WorkshopError):
                self.chips.say(self._said(made))
                self._start_afresh()
                return
            refused, begun = str(made), sentence

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """It takes a remark."""
        return bool(self.targets) if action == "new_statement" else super().check_action(action, parameters)

    def _said(self, made: Statement) -> str:
        theme = self._book.records.themes.get(made.theme or "")
        return f"{self._book.ref(made)} made, about {theme.title if theme else 'no theme: the remarks share none'}"
