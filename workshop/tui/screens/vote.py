"""Voting: what people give to themes, in a table, by keyboard."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.getters import query_one
from textual.widgets import Static

from workshop.errors import WorkshopError
from workshop.model.perspective import MIXED
from workshop.model.records import Session, VoteKind
from workshop.model.vote import running
from workshop.tui.keys import Place, bindings, naming_keys
from workshop.tui.saying import not_done
from workshop.tui.screens.following import FollowingScreen
from workshop.tui.screens.person import WhoIsTheParticipant
from workshop.tui.widgets.about import About
from workshop.tui.widgets.chips import Chips, Concern
from workshop.tui.widgets.keybar import KeyBar
from workshop.tui.widgets.votegrid import Column, VoteGrid
from workshop.workbook.book import Workbook
from workshop.workbook.voting import Ballot, Cast

NO_THEMES = "No theme to vote for yet. Name some in the Room's line first, for example:\n\n    #buses"
PUT_RIGHT = "Type another number, or {hearing.undo} drops it; {hearing.back}, and that again, leaves without it."
_LARGEST_TYPED = 9_999
"""A number of five digits would stand in the next column."""
MOST_STICKERS = 60
"""More people than these get no column each; their votes are counted for the group."""
_WHAT = {
    VoteKind.DOTS: "{most} dots each",
    VoteKind.HANDS: "raised hands",
    VoteKind.RANK: "{most} themes in order: 1 is first",
    VoteKind.BUDGET: "{most} to give out, each",
}


class VoteScreen(FollowingScreen):
    """The votes of one activity of a session."""

    CSS_PATH = "vote.tcss"
    QUIT_LEAVES: ClassVar[bool] = True
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.VOTE)]
    AUTO_FOCUS = "#votes"

    grid = query_one("#votes", VoteGrid)

    def __init__(self, book: Workbook, session: Session, activity: int) -> None:
        """Take the votes of this activity, by its index."""
        super().__init__(book)
        self._session = session
        self._activity = activity
        self._form = book.vote_form(session, activity)
        self._objecting = False
        self._dropping = False

    def compose(self) -> ComposeResult:
        """What is voted on and how, the table, how it stands with saving."""
        title = self._book.activities(self._session)[self._activity].title
        how = _WHAT[self._form.kind].format(most=self._form.most)
        parts = [f"{self._book.ref(self._session)}, votes", title, how]
        yield About(Content("  ·  ").join(Content(part) for part in parts), id="about")
        yield VoteGrid(id="votes")
        yield Static(Content(NO_THEMES), id="empty")
        yield Chips(id="chips")
        yield KeyBar(Place.VOTE)

    def on_mount(self) -> None:
        """Take no larger number than could be meant."""
        self.grid.limit(max(_LARGEST_TYPED, self._form.most or 0))

    @on(VoteGrid.Weighed)
    def _weigh(self, event: VoteGrid.Weighed) -> None:
        """Say how far the voter has got, or what is wrong with it, before it is saved."""
        event.stop()
        amounts = {theme: amount for theme, amount in event.given.items() if amount}
        person = event.column.who not in self._groups()
        self._objecting = self._dropping = False
        self.grid.foot(self._foot(amounts, person=person))
        self.chips.say(f"{event.column.label}: {running(self._form, amounts, person=person)}")
        self.refresh_bindings()

    def action_voter(self, step: int) -> None:
        """Save what this one gives, and go to the next or the one before; what can't be right is not left."""
        column, given = self.grid.column, self.grid.changes
        if column is None or not self.grid.changed:
            self.grid.go(step)
        elif self._can_be(column, given):
            self.grid.go(step)  # at once: the next digit may have been pressed already, and is the next one's
            self._save(column, given)

    @work(group="saving")
    async def _save(self, column: Column, given: Mapping[str, int]) -> None:
        cast = await self._attempt(partial(self._book.vote, self._session, self._activity, column.who, given))
        if isinstance(cast, WorkshopError):
            self.chips.say(not_done(cast), Concern.NOT_SAVED)
        elif not self._objecting:  # what is wrong with the next one stays in sight
            self.chips.say(_saved(cast))

    def _can_be(self, column: Column, given: Mapping[str, int]) -> bool:
        """Whether a voter can give this; if not, why is said."""
        try:
            self._book.weigh(self._session, self._activity, column.who, given)
        except WorkshopError as fault:
            self._objecting = True
            self.chips.say(f"{fault} {naming_keys(PUT_RIGHT)}", Concern.ASKING)
            return False
        self._objecting = False
        return True

    def action_theme(self, step: int) -> None:
        """The theme below or above."""
        self.grid.move(step)

    def action_add(self, amount: int) -> None:
        """One more for this theme, or one less."""
        self.grid.add(amount)

    def action_clear_cell(self) -> None:
        """Nothing for this theme."""
        self.grid.clear_cell()

    @work(group="asking")
    async def action_add_person(self) -> None:
        """A sticker that no column has: save what was typed, ask for its code, and go to its column."""
        column, given = self.grid.column, self.grid.changes
        if column is not None and self.grid.changed:
            if not self._can_be(column, given):
                return
            self.grid.go(0)
            await self._save(column, given).wait()
        known = await self.app.push_screen_wait(WhoIsTheParticipant(None, self._book.perspectives))
        if known is None:
            return
        add = partial(self._book.add_participant, self._session, known.code, organisation=known.organisation, role=known.role)
        made = await self._do(partial(add, perspective=known.perspective), lambda new: f"{new.code} is known")
        if made is not None:
            self.look()
            self.grid.choose(made.code)

    @work(group="verbs")
    async def action_undo(self) -> None:
        """Drop what was typed, or take back the last thing done."""
        if self.grid.changed:
            self.grid.go(0)
            self._objecting = False
            self.look()
            self.chips.say("")
            return
        await self._do(self._book.undo_asking, lambda undone: f"undone: {undone}")

    def action_leave(self) -> None:
        """Save what was typed and go back; what can't be right is dropped at the second time of asking."""
        column, given = self.grid.column, self.grid.changes
        if column is None or not self.grid.changed or self._dropping:
            super().action_leave()
        elif self._can_be(column, given):
            self._save_and_leave(column, given)
        else:
            self._dropping = True

    @work(group="saving")
    async def _save_and_leave(self, column: Column, given: Mapping[str, int]) -> None:
        if await self._do(partial(self._book.vote, self._session, self._activity, column.who, given), _saved):
            super().action_leave()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002  # Textual's signature
        """Which keys do something now."""
        if action == "undo":
            return self.grid.changed or bool(self._book.undoable)
        if action in ("voter", "theme", "add", "clear_cell"):
            return not self.has_class("-no-themes")
        return True

    def look(self) -> None:
        book, session = self._book, self._book.records.sessions.get(self._session.id, self._session)
        self._session = session
        themes = [theme.title for theme in book.vote_themes(session, self._activity)]
        columns = list(self._columns(book.ballots(session, self._activity)))
        found = book.votes(session, self._activity)
        totals: dict[str, str] = {}
        for each in found.themes:
            points = sum(given.points for given in each.groups.values())
            totals[each.theme] = f"{points}" if points else ""
        groups = self._groups()
        feet = {each.who: self._foot(each.given, person=each.who not in groups) for each in columns}
        if self.grid.changed and self.grid.column is not None:
            typed = self.grid.column.who
            feet[typed] = self._foot(self.grid.changes, person=typed not in groups)
        self.grid.show(themes, columns, totals, feet)
        self.set_class(not themes, "-no-themes")
        self.refresh_bindings()

    def _groups(self) -> Mapping[str, str]:
        """The groups that votes may be counted for: how the line calls each, and its perspective."""
        whose = [each for each in self._book.perspectives if self._session.group in (each.name, MIXED)]
        present = dict(self._session.present)
        return {each.plural: each.name for each in whose if self._session.group != MIXED or present.get(each.name)}

    def _columns(self, ballots: tuple[Ballot, ...]) -> Iterator[Column]:
        """Everybody who has a sticker, by code, then the groups as a whole."""
        themes = self._book.records.themes
        given = {each.code or each.perspective: {themes[theme].title: amount for theme, amount in each.given.items()} for each in ballots}
        codes = {each.code: each.perspective for each in self._book.records.participants.values() if each.cohort == self._session.cohort}
        for each in self._book.perspectives:
            count = dict(self._session.present).get(each.name, 0)
            codes |= {f"{each.letter}{number}": each.name for number in range(1, min(count, MOST_STICKERS) + 1)}
        for code, perspective in sorted(codes.items(), key=lambda pair: (pair[1] != self._session.group, pair[1], len(pair[0]), pair[0])):
            yield Column(code, code, perspective, given.get(code, {}))
        for plural, perspective in self._groups().items():
            yield Column(plural, "group" if self._session.group != MIXED else plural[:5], perspective, given.get(perspective, {}))

    def _foot(self, given: Mapping[str, int], *, person: bool) -> str:
        """How much of how much: "2/3"."""
        amounts = [amount for amount in given.values() if amount]
        done = len(amounts) if self._form.kind is VoteKind.RANK else sum(amounts)
        limited = self._form.most is not None and (person or self._form.kind in (VoteKind.BUDGET, VoteKind.RANK))
        return f"{done}/{self._form.most}" if limited else f"{done or ''}"


def _saved(cast: Cast) -> str:
    return f"saved {cast.words}{f': {cast.doubt}' if cast.doubt else ''}"
