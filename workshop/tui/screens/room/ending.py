"""The Room's end: of a session that was held, and of one that was begun by mistake."""

from functools import partial

from textual import work

from workshop.errors import WorkshopError
from workshop.model.clock import Phase
from workshop.model.records import Verb
from workshop.tui.keys import key_name
from workshop.tui.saying import on_screen
from workshop.tui.screens.discard import ThrowItAway
from workshop.tui.screens.end_session import EndTheSession
from workshop.tui.screens.room.clocking import Clocking
from workshop.tui.widgets.chips import Concern


class Ending(Clocking):
    """Ends the session, or throws it away where nothing was noted in it."""

    @work(group="asking")
    async def action_end_session(self) -> None:
        """Ask once, and end the session; one that never started can only be thrown away."""
        if self._clock.phase is Phase.NOT_STARTED:
            await self._discard()
            return
        left = len(self._clock.at(self._now()).upcoming)
        remaining = f"{left} of {len(self._plan)} activities would be left out." if left else ""
        if await self.app.push_screen_wait(EndTheSession(remaining)):
            self._act(Verb.END)

    @work(group="asking")
    async def action_discard(self) -> None:
        """Ask once, and throw the session away."""
        await self._discard()

    async def _discard(self) -> None:
        if not await self.aside(partial(self._book.is_empty, self._session)):
            start = f" {key_name('room.toggle')} starts it, then it can be ended." if self._clock.phase is Phase.NOT_STARTED else ""
            self.chips.say(f"Something was noted in it: it is kept.{start}")
            return
        ref = self._book.ref(self._session)
        if not await self.app.push_screen_wait(ThrowItAway(ref)):
            return
        refused = await self._attempt(partial(self._book.discard_session, self._session))
        if isinstance(refused, WorkshopError):
            self.chips.say(on_screen(refused), Concern.ASKING)
            return
        self.app.notify(f"{ref} is thrown away. To bring it back: workshop discard {self._book.folder.name} {ref} --back", markup=False)
        self.action_leave()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """An ended session can't be ended."""
        if action == "end_session":
            return self._clock.phase is not Phase.ENDED
        return super().check_action(action, parameters)
