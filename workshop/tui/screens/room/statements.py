"""What the Room puts to the group: the next statement or picture, the one before, a new statement; the list of pictures."""

from functools import partial

from textual import work

from workshop.model.perspective import MIXED
from workshop.model.records import Statement
from workshop.tui.screens.artworks import ArtworksScreen
from workshop.tui.screens.better_words import BetterWords, HowIsItBetterSaid
from workshop.tui.screens.new_statement import EMPTY, WhichStatementAndWhose
from workshop.tui.screens.room.base import RoomBase
from workshop.tui.screens.states import States
from workshop.tui.showing import neighbour


class Showing(RoomBase, States):
    """Puts statements and pictures to the group."""

    def action_next_statement(self) -> None:
        """Put the next statement to the group."""
        self._show_statement(1)

    def action_last_statement(self) -> None:
        """Go back to the statement before."""
        self._show_statement(-1)

    def action_pictures(self) -> None:
        """The pictures that there are, and what was read in them."""
        self.app.push_screen(ArtworksScreen(self._book))

    @work(group="asking")
    async def action_new_statement(self) -> None:
        """Where statements are put to this group, ask for the words of another; elsewhere make one of what this group said."""
        if not self._shows:
            await self._make_of_remark()
            return
        if why_not := self._why_no_new_statement():
            self.chips.say(why_not)
            return
        makers = [each for each in self._book.perspectives if each.name != self._session.group]
        themes = [each.title for each in self._book.themes()]
        saved = await self._ask_until_saved(
            EMPTY,
            lambda begun, refused: WhichStatementAndWhose(makers, themes, begun, refused),
            lambda answer: self._book.add_statement(answer.text, answer.made_by, theme=answer.theme),
        )
        if saved is not None:
            self.chips.say(f"{self._book.ref(saved)} made")

    async def _make_of_remark(self) -> None:
        """Ask what the remark chosen in the list, from the line the last one, says to another group, until that can be saved."""
        remark = self._book.records.reflections.get(self.remark_meant())
        if remark is None:
            return
        ref = self._book.ref(remark)
        made = await self.ask_what_they_say(ref, [remark.text], [ref])
        if made is not None:
            self.chips.say(f"{self._book.ref(made)} made of {ref}: it comes where another group is shown what was said")

    def _why_no_new_statement(self) -> str:
        """Why one made now would not be put to the group: the activity shows what the plan says, or pictures. "" where it would be."""
        block = self._plan[self._clock.current or 0]
        if block.pictures or block.artworks:
            return "Pictures are shown here. A new statement is for an activity that shows statements."
        return "The plan says which statements are shown here: no new one." if block.statements or block.contested else ""

    @work(group="asking")
    async def action_reword(self) -> None:
        """Ask how a statement is better said, until that can be saved or the asking is left; it begins with the one on show."""
        shown = None if self._clock.current is None else self._book.on_show(self._session, self._clock.current)
        wanted = BetterWords(self._book.ref(shown) if isinstance(shown, Statement) else "", "")
        maker = "" if self._session.group == MIXED else self._session.group
        saved = await self._ask_until_saved(
            wanted, HowIsItBetterSaid, lambda answer: self._book.reword_statement(answer.statement, answer.text, maker)
        )
        if saved is not None:
            was = self._book.ref(self._book.statement(saved.replaces))
            self.chips.say(f"{self._book.ref(saved)} made: {was} in better words")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What can be shown now."""
        if action == "reword":
            return bool(self._book.records.statements)
        if action == "new_statement":
            return self._shows or self.reflections.option_count > 0
        if action in ("next_statement", "last_statement"):
            return self._beside.statement is not None and self._beside.statement.of > 1
        return super().check_action(action, parameters)

    @work(group="verbs")
    async def _show_statement(self, step: int) -> None:
        """Put another one to the group."""
        if self._clock.current is None:
            return
        statement = neighbour(self._book, self._session, self._clock.current, step)
        if statement is None:
            shown = self._beside.statement
            what = "picture" if shown is not None and shown.is_picture else "statement"
            self.chips.say(f"That was the last {what}." if step > 0 else f"This is the first {what}.")
            return
        await self._do(partial(self._book.show, self._session, statement, self._now()))
