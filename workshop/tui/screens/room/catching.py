"""The Room's ends: when it must be over, and how to catch up where it would be later."""

from collections.abc import Callable, Collection, Mapping
from datetime import datetime
from functools import partial

from textual import work

from workshop.model.catchup import Proposal
from workshop.model.clock import Phase
from workshop.model.clock.words import clock_time
from workshop.model.reading import Reading
from workshop.model.records import Verb
from workshop.tui.screens.catch_up import WhichTimes
from workshop.tui.screens.room.clocking import Clocking
from workshop.tui.screens.what_time import AtWhatTime

NOTHING_TO_WIN = "Nothing has to be won back: it ends in time."
_WHERE_IT_MAKES_SENSE = (Phase.NOT_STARTED, Phase.RUNNING, Phase.PAUSED, Phase.BETWEEN)


class Catching(Clocking):
    """Fixed times, and proposals to keep them."""

    def action_toggle_clock(self) -> None:
        """Start, pause or go on. A start that is late shows first how it could still end in time."""
        now = self._now()
        proposal = self._book.catch_up(self._session, now=now) if self._clock.phase is Phase.NOT_STARTED else None
        if proposal is None:
            super().action_toggle_clock()
        else:
            self._start_late(proposal, now)

    @work(group="asking")
    async def action_catch_up(self) -> None:
        """Show how what is left could be shorter, and apply it on yes."""
        now = self._now()
        proposal = self._book.catch_up(self._session, now=now)
        if proposal is None:
            self.chips.say(NOTHING_TO_WIN)
            return
        answer = await self.app.push_screen_wait(WhichTimes("Catch up?", self._propose(now), proposal, self._zone))
        if answer is not None and answer.proposal is not None:
            await self._apply(answer.proposal)

    @work(group="asking")
    async def action_ask_end(self) -> None:
        """Ask when it has to be over."""
        await self._fix("When must it be over, whatever happens?", self._clock.state.ends_by, self._book.end_of, self._book.set_ends_by)

    @work(group="asking")
    async def action_ask_start(self) -> None:
        """Ask when it should begin."""
        await self._fix("When should it begin?", self._clock.state.starts_at, self._book.moment_of, self._book.set_starts_at)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What can still be fixed."""
        if action in ("catch_up", "ask_end"):
            return self._clock.phase in _WHERE_IT_MAKES_SENSE
        if action == "ask_start":
            return self._clock.phase is Phase.NOT_STARTED
        return super().check_action(action, parameters)

    @work(group="asking")
    async def _start_late(self, proposal: Proposal, now: Reading) -> None:
        question = f"It starts late. Which times, so that it ends at {clock_time(proposal.target, self._zone)}?"
        answer = await self.app.push_screen_wait(WhichTimes(question, self._propose(now), proposal, self._zone, starting=True))
        if answer is not None and (answer.proposal is None or await self._apply(answer.proposal) is not None):
            await self._do(partial(self._book.act, self._session, Verb.START, now=self._now()))

    async def _apply(self, proposal: Proposal) -> object:
        """Carry it out; None where that failed, or where nothing is left to be changed."""
        apply = partial(self._book.apply_catch_up, self._session, proposal, now=self._now())
        return await self._do(apply, lambda _entry: _caught_up(proposal))

    def _propose(self, now: Reading) -> Callable[[Mapping[int, float], Collection[int]], Proposal | None]:
        return partial(self._book.catch_up, self._session, now=now)

    async def _fix(self, question: str, stands: datetime | None, read_as: Callable[..., datetime], fix: Callable[..., object]) -> None:
        read = partial(read_as, self._session)
        fixed = await self.app.push_screen_wait(AtWhatTime(question, read, clock_time(stands, self._zone) if stands else ""))
        if fixed is not None and fixed.moment != stands:
            await self._do(partial(fix, self._session, fixed.moment, self._now()))


def _caught_up(proposal: Proposal) -> str:
    shorter = len(proposal.changes)
    out = len(proposal.dropped)
    said = [f"{shorter} {'activity' if shorter == 1 else 'activities'} changed"] if shorter else []
    return ", ".join(["caught up", *said, *([f"{out} left out"] if out else [])])
