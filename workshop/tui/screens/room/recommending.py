"""The Room's recommendations: what is open from before, the list, and one made of a remark."""

from dataclasses import replace
from functools import partial

from textual import work

from workshop.model.clock import Phase
from workshop.model.plan import Kind
from workshop.tui.keys import key_name
from workshop.tui.screens.outcomes import OutcomesScreen
from workshop.tui.screens.recommendations import RecommendationsScreen
from workshop.tui.screens.recommends import Recommends
from workshop.tui.screens.room.base import RoomBase

NOTHING_CONTESTED = "Nothing that this group said was contested."


class Agreeing(RoomBase, Recommends):
    """Takes down what should happen, and what each side will do."""

    def on_mount(self) -> None:
        """A session that begins is told what is still open from before."""
        if self._clock.phase is not Phase.NOT_STARTED:
            return
        asked, open_ = self._book.carried(self._session, for_all=False).question, self._book.carried_over()
        told = [f"Our question: {asked}"] if asked else []
        told += [f"{open_}: {key_name('more.agreed')} shows them."] if open_ else []
        if told:
            self.notice.tell("\n".join(told))

    def action_recommendations(self) -> None:
        """What should happen, and what came of it."""
        self.app.push_screen(RecommendationsScreen(self._book, self._session))

    def action_outcomes(self) -> None:
        """What each way of working came to."""
        self.app.push_screen(OutcomesScreen(self._book))

    @work(group="asking")
    async def action_recommend(self) -> None:
        """Make a recommendation or a commitment of the remark chosen in the list, from the line of the last one."""
        remark = self._book.records.reflections.get(self.remark_meant())
        if remark is None:
            return
        question = f"What should happen, as {self._book.ref(remark)} has it?"
        wanted = self._book.recommend_of(remark.id)
        await self.ask_what_should_happen(question, wanted, partial(self._book.recommend, session=self._session))

    def _look_again(self) -> None:
        """Say how a recommendation is made, where the activity asks for some, and where there is nothing to answer back to."""
        super()._look_again()
        block = None if self._clock.current is None else self._plan[self._clock.current]
        hint = ""
        if block is not None and block.kind is Kind.RECOMMEND:
            makes, lists = key_name("more.recommend"), key_name("more.agreed")
            hint = f"Note each as a remark: {makes} makes a recommendation or a commitment of it, {lists} lists them."
        elif block is not None and block.contested and self._beside.statement is None:
            hint = NOTHING_CONTESTED
        if hint:
            self._beside = replace(self._beside, hint=hint)
            self.paint()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """One is made of a remark where there is one."""
        if action == "recommend":
            return self.reflections.option_count > 0
        return super().check_action(action, parameters)
