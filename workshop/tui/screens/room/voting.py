"""The Room's votes: a line of them is told as it is typed, the table of them opens, and what was noted is read back."""

from dataclasses import replace

from textual import on

from workshop.errors import WorkshopError
from workshop.model.capture import Chip, Role
from workshop.model.plan import Kind
from workshop.tui.keys import key_name
from workshop.tui.screens.readback import ReadBackScreen
from workshop.tui.screens.room.base import RoomBase
from workshop.tui.screens.vote import VoteScreen
from workshop.tui.widgets.captureline import CaptureLine
from workshop.workbook.voting import EXAMPLES, Cast


class Voting(RoomBase):
    """Takes votes, and reads back. Stands before the part that enters remarks: a vote is told as one."""

    @on(CaptureLine.Typed)
    def _show_vote(self, event: CaptureLine.Typed) -> None:
        """What a line of votes gives, with the running total, in place of what it would mean as a remark."""
        current = self._clock.current
        if current is None or not self._votes or event.half_typed or not event.row:
            return
        try:
            cast = self._book.vote_preview(self._session, current, event.row, self._sticky)
        except WorkshopError as fault:
            told = [Chip(fault.message, Role.HINT)]
        else:
            if cast is None:
                return
            told = list(_chips(cast))
        event.stop()
        event.prevent_default()
        self._dropping = False
        self.chips.show(told)

    def action_vote(self) -> None:
        """The table of votes."""
        current = self._clock.current
        if current is not None:
            self.app.push_screen(VoteScreen(self._book, self._session, current))

    def action_read_back(self) -> None:
        """What was noted, one by one, for the group to put right."""
        self.app.push_screen(ReadBackScreen(self._book, self._session))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Votes are taken in an activity that takes any; what was noted can be read back once there is something."""
        if action == "vote":
            return self._votes
        if action == "read_back":
            return bool(self._book.to_read_back(self._session))
        return super().check_action(action, parameters)

    @property
    def _votes(self) -> bool:
        current = self._clock.current
        return current is not None and self._plan[current].kind is Kind.VOTE

    def _look_again(self) -> None:
        """Say how a vote is written, and what the votes are so far."""
        super()._look_again()
        current = self._clock.current
        if current is None or not self._votes:
            return
        form = self._book.vote_form(self._session, current)
        found = self._book.votes(self._session, current)
        sums = [(each.theme, sum(given.points for given in each.groups.values())) for each in found.themes]
        voted = sum(found.voted.values())
        told = "  ".join(f"{theme} {points}" for theme, points in sorted(sums, key=lambda pair: -pair[1]) if points)
        so_far = f"{voted} voted:  {told}" if told else f"Type a vote a line, such as  {EXAMPLES[form.kind]}"
        self._beside = replace(self._beside, hint=f"{so_far}   ({key_name('more.vote')}: the table)")
        self.paint()


def _chips(cast: Cast) -> list[Chip]:
    """Who gives, how much to what, how far that goes, and what to look at again."""
    found = [Chip(cast.who, Role.SPEAKER)]
    found += [Chip(f"#{theme} {amount or 'taken back'}", Role.THEME) for theme, amount in cast.changed.items()]
    found.append(Chip(cast.running, Role.HANDS))
    return [*found, *([Chip(cast.doubt, Role.HINT)] if cast.doubt else [])]
