"""The Room's people: one more has come, one has left."""

from collections.abc import Callable, Mapping
from functools import partial

from textual import work

from workshop.compare.words import noun
from workshop.model.perspective import MIXED
from workshop.tui.screens.room.base import RoomBase
from workshop.tui.screens.who_is_it import WhoIsIt


class Coming(RoomBase):
    """One press is one person; of a mixed group it is asked of whom."""

    def action_arrived(self) -> None:
        """One more is here."""
        self._count("Who has come?", self._book.arrived)

    def action_left(self) -> None:
        """One has left."""
        self._count("Who has left?", self._book.left)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While text is selected, the key that counts a leaving cuts it, as people expect."""
        if action == "left":
            return self.focused is not self.line or self.line.selection.is_empty
        return super().check_action(action, parameters)

    @work(group="verbs")
    async def _count(self, question: str, verb: Callable[..., Mapping[str, int]]) -> None:
        if self._session.group == MIXED:
            self._ask_who(question, verb)
        else:
            await self._do(partial(verb, self._session), _here)

    @work(group="asking")
    async def _ask_who(self, question: str, verb: Callable[..., Mapping[str, int]]) -> None:
        who = await self.app.push_screen_wait(WhoIsIt(question, self._book.perspectives))
        if who is not None:
            await self._do(partial(verb, self._session, who), _here)


def _here(counts: Mapping[str, int]) -> str:
    told = ", ".join(f"{count} {noun(count, name)}" for name, count in counts.items() if count)
    return f"now {told} here" if told else "all who were counted have left"
