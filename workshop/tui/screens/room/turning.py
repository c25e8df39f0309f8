"""The Room's turns: whose it is, for how long, and who is next."""

from functools import partial

from textual import work

from workshop.model.capture import parse
from workshop.tui.screens.room.base import RoomBase
from workshop.tui.screens.whose_turn import WhoseTurn


class Turning(RoomBase):
    """Turns within the activity that is on."""

    @work(group="verbs")
    async def action_next_turn(self) -> None:
        """The turn goes to whoever has had the fewest."""
        await self._do(partial(self._book.turn, self._session, now=self._now()), lambda entry: f"{entry.text}'s turn")

    @work(group="asking")
    async def action_ask_turn(self) -> None:
        """Ask whose turn it is."""
        code = await self.app.push_screen_wait(WhoseTurn(self._book.turns_to_come(self._session), self._code_of))
        if code is not None:
            await self._do(partial(self._book.turn, self._session, code, self._now()))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Turns are taken in an activity."""
        if action in ("next_turn", "ask_turn"):
            return self._clock.current is not None
        return super().check_action(action, parameters)

    def _code_of(self, typed: str) -> str:
        """The code of a sticker, as the capture line would read it."""
        captured = parse(f"{typed}:", self.line.context)
        return captured.speaker.code if captured.speaker_given else ""
