"""The Recommendations screen: what should happen and what each side will do, what is overdue first, and what came of it."""

from functools import partial
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.getters import query_one
from textual.widgets import Static

from workshop.model.recommendation import Recommendation
from workshop.model.records import Session
from workshop.tui.keys import Place, bindings, naming_keys
from workshop.tui.recommendationview import recommendation_rows
from workshop.tui.screens.follow_up import NOTHING_YET, WhatHasComeOfIt
from workshop.tui.screens.following import FollowingScreen
from workshop.tui.screens.recommends import Recommends
from workshop.tui.widgets.about import About
from workshop.tui.widgets.chips import Chips
from workshop.tui.widgets.keybar import KeyBar
from workshop.tui.widgets.recommendationlist import RecommendationList
from workshop.workbook.book import Workbook
from workshop.workbook.recommending import Wanted

NOTHING = "Nothing was recommended yet: {recommend.new} makes one, and {more.recommend} in the Room makes one of a remark."
NOTHING_OPEN = "Nothing is open: {recommend.open} shows what is done or dropped."


class RecommendationsScreen(Recommends, FollowingScreen):
    """All of one workshop. A verb acts on the one that is chosen."""

    QUIT_LEAVES: ClassVar[bool] = True
    CSS_PATH = "recommendations.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.RECOMMENDATIONS)]
    AUTO_FOCUS = "#recommendations"

    rows = query_one("#recommendations", RecommendationList)

    def __init__(self, book: Workbook, session: Session | None = None) -> None:
        """New ones are made in this session, else in the one that is open."""
        super().__init__(book)
        self._session = session
        self._only_open = False

    def compose(self) -> ComposeResult:
        """What is open, the list, what was done, the keys."""
        yield About(Content(""), id="about")
        yield RecommendationList(id="recommendations")
        yield Static(id="nothing")
        yield Chips(id="chips")
        yield KeyBar(Place.RECOMMENDATIONS)

    def on_chooser_moved(self, event: RecommendationList.Moved) -> None:
        """Without a row there is nothing to change."""
        event.stop()
        self.refresh_bindings()

    @work(group="looking", exclusive=True)
    async def look(self) -> None:
        """Look again, in a thread."""
        rows = await self.aside(partial(recommendation_rows, self._book, only_open=self._only_open))
        self.rows.show(rows)
        overdue = sum(row.overdue for row in rows)
        parts = [self._book.workshop.title, "what should happen", f"{sum(not row.closed for row in rows)} open"]
        parts += [f"{overdue} overdue"] if overdue else []
        self.about.tell(Content("  ·  ").join(Content(part) for part in parts))
        self.query_one("#nothing", Static).update(Content(naming_keys(NOTHING_OPEN if self._only_open else NOTHING)))
        self.set_class(not rows, "-nothing")
        self.refresh_bindings()

    # Verbs

    @work(group="asking")
    async def action_new(self) -> None:
        """Ask what should happen."""
        made = await self.ask_what_should_happen(
            "What should happen?", Wanted(), lambda wanted: self._book.recommend(wanted, self._session)
        )
        if made is not None:
            await self.look().wait()
            self.rows.choose(made.id)

    @work(group="asking")
    async def action_edit(self) -> None:
        """Change what the chosen one says."""
        one = self._chosen()
        if one is not None:
            save = partial(self._book.edit_recommendation, one.id)
            await self.ask_what_should_happen(f"{self._book.ref(one)}: what should it say?", self._book.as_wanted(one), save)

    @work(group="asking")
    async def action_follow_up(self) -> None:
        """Ask what has come of the chosen one, until that can be saved or the asking is left."""
        one = self._chosen()
        if one is None:
            return
        ref = self._book.ref(one)
        saved = await self._ask_until_saved(
            NOTHING_YET,
            lambda begun, refused: WhatHasComeOfIt(f"{ref}: what has come of it?", begun, refused),
            lambda noted: self._book.follow_up(one.id, noted.text, noted.progress),
        )
        if saved is not None:
            self.chips.say(f"noted on {ref}")

    def action_toggle_open(self) -> None:
        """Only what is open, or all again."""
        self._only_open = not self._only_open
        self.look()

    @work(group="verbs")
    async def action_undo(self) -> None:
        """Take back the last thing done in this window."""
        await self._do(self._book.undo_asking, lambda undone: f"undone: {undone}")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002  # Textual's signature
        """Some verbs need one to act on."""
        if action in ("edit", "follow_up"):
            return self._chosen() is not None
        return action != "undo" or bool(self._book.undoable)

    def _chosen(self) -> Recommendation | None:
        return self._book.records.recommendations.get(self.rows.chosen or "")
