"""What the screens share on which recommendations are made: asking for one until it can be saved, or the asking is left."""

from collections.abc import Callable

from workshop.model.recommendation import Recommendation
from workshop.tui.screens.recommendation import WhatShouldHappen
from workshop.tui.screens.working import WorkingScreen
from workshop.workbook.recommending import Wanted


class Recommends(WorkingScreen):
    """A screen that asks what should happen."""

    async def ask_what_should_happen(
        self, question: str, wanted: Wanted, save: Callable[[Wanted], Recommendation]
    ) -> Recommendation | None:
        """Ask, beginning with what is `wanted`, and save it; None where the asking was left."""
        saved = await self._ask_until_saved(
            wanted, lambda begun, refused: WhatShouldHappen(question, begun, self._book.perspectives, refused), save
        )
        if saved is not None:
            self.chips.say(f"saved {self._book.ref(saved)}")
        return saved
