"""What the screens share on which a statement is made of remarks: asking what they say until it can be saved, or the asking is left."""

from collections.abc import Sequence

from workshop.model.records import Statement
from workshop.tui.screens.made_of import WhatDoTheySay
from workshop.tui.screens.working import WorkingScreen


class States(WorkingScreen):
    """A screen that asks what remarks say to another group."""

    async def ask_what_they_say(self, named: str, words: Sequence[str], refs: Sequence[str]) -> Statement | None:
        """Ask it of these remarks, called `named` ("R3", "2 remarks"), and save it; None where the asking was left."""
        return await self._ask_until_saved(
            "",
            lambda begun, refused: WhatDoTheySay(named, tuple(words), refused, begun),
            lambda sentence: self._book.add_statement(sentence, sources=refs),
        )
