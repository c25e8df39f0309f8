"""What the screens share on which recommendations are made: asking for one until it can be saved, or the asking is left."""

from collections.abc import Callable
from functools import partial

from workshop.errors import WorkshopError
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
        refused = ""
        while True:
            answer = await self.app.push_screen_wait(WhatShouldHappen(question, wanted, self._book.perspectives, refused))
            if answer is None:
                return None
            saved = await self._attempt(partial(save, answer))
            if not isinstance(saved, WorkshopError):
                self.chips.say(f"saved {self._book.ref(saved)}")
                return saved
            wanted, refused = answer, str(saved)
