"""The Flags screen: what in a report may point at somebody, one by one, in its words; each is answered, and can be answered anew."""

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.getters import query_one
from textual.widgets import Static

from workshop.errors import WorkshopError
from workshop.model.clearance import Decision
from workshop.tui.flagview import answered, flag_rows, flag_words, next_open
from workshop.tui.keys import Place, bindings, key_name, naming_keys
from workshop.tui.screens.report.instead import WhatStandsInstead
from workshop.tui.screens.working import WorkingScreen
from workshop.tui.widgets.about import About
from workshop.tui.widgets.chips import Chips
from workshop.tui.widgets.choicelist import ChoiceList
from workshop.tui.widgets.keybar import KeyBar
from workshop.workbook.book import Workbook
from workshop.workbook.publishing import LIMITS, Audience, Doubt

ALL_ANSWERED = "Every flag is answered. {hearing.back} goes back to the report."


class FlagsScreen(WorkingScreen):
    """All flags for one audience. An answer is saved as it is given; then the next flag without one is chosen."""

    QUIT_LEAVES: ClassVar[bool] = True
    CSS_PATH = "report.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.FLAGS)]
    AUTO_FOCUS = "#flags"

    rows = query_one("#flags", ChoiceList)

    def __init__(self, book: Workbook, audience: str, group: str = "") -> None:
        """What is flagged in a report for this audience; `group` is whose copy for participants it is."""
        super().__init__(book)
        self._audience = audience
        self._group = group
        self._flags: Sequence[Doubt] = ()

    def compose(self) -> ComposeResult:
        """The list; the chosen one in its words; what the check can't do; the keys."""
        yield About(Content(""), id="about")
        yield ChoiceList(id="flags")
        with VerticalScroll(id="context", can_focus=False):
            yield Static(Content("Looking ..."), id="words")
        yield Static(Content(LIMITS), id="limits")
        yield Chips(id="chips")
        yield KeyBar(Place.FLAGS)

    def on_mount(self) -> None:
        """Begin at the first without an answer."""
        self.look(after="")
        self.follow_the_book()

    @on(WorkingScreen.BookChanged)
    def _show_news(self, event: WorkingScreen.BookChanged) -> None:
        event.stop()
        if event.elsewhere:
            self.look()

    def on_chooser_moved(self, event: ChoiceList.Moved) -> None:
        """Another one is looked at."""
        event.stop()
        self._show_chosen()

    @work(group="looking", exclusive=True)
    async def look(self, after: str | None = None) -> None:
        """Look through the report in a thread; `after` is the flag that was answered, from which to go on to the next without answer."""
        found = await self._attempt(partial(self._book.flags, self._audience, self._group))
        if isinstance(found, WorkshopError):
            self.chips.say(str(found))
            return
        self._flags = found
        self._show(after)

    def _show(self, after: str | None = None) -> None:
        """List the flags, and go on from the one that was answered."""
        self.rows.show(flag_rows(self._flags))
        onward = next_open(self._flags, after) if after is not None else None
        if onward is not None:
            self.rows.choose(onward)
        left = sum(flag.open for flag in self._flags)
        told = f"{left} of {len(self._flags)} to answer"
        parts = (told, f"the check before a report: {self._audience}", self._book.workshop.title)
        self.about.tell(Content("  \u00b7  ").join(Content(part) for part in parts))
        if self._flags and not left:
            self.chips.say(naming_keys(ALL_ANSWERED))
        self._show_chosen()

    def _show_chosen(self) -> None:
        flag = self._chosen()
        words = flag_words(flag) if flag is not None else Content("Nothing was flagged.")
        self.query_one("#words", Static).update(words)
        self.query_one("#context", VerticalScroll).scroll_home(animate=False)
        self.refresh_bindings()

    # Verbs

    def action_keep(self) -> None:
        """It stays as it is."""
        self._answer(Decision.KEEP)

    def action_drop(self) -> None:
        """The whole text is left out."""
        self._answer(Decision.DROP)

    @work(group="asking", exclusive=True)
    async def action_instead(self, decision: str) -> None:
        """Ask for what takes its place."""
        flag = self._chosen()
        if flag is None:
            return
        told = await self.app.push_screen_wait(WhatStandsInstead(flag, Decision(decision)))
        if told is not None:
            self._answer(Decision(decision), told, flag)

    @work(group="verbs")
    async def _answer(self, decision: Decision, instead: str = "", flag: Doubt | None = None) -> None:
        """Save an answer, to the chosen flag unless another is given, and go on."""
        flag = flag or self._chosen()
        if flag is None:
            return
        given = await self._do(
            partial(self._book.answer_flag, self._audience, flag, decision, instead),
            lambda _: f"saved; {key_name('hearing.undo')} undoes it",
        )
        if given is None:
            return
        found = answered(self._flags, flag, given)
        if found is None:
            self.look(after=flag.key)
        else:
            self._flags = found
            self._show(after=flag.key)

    def action_next_open(self) -> None:
        """Go to the next without an answer."""
        onward = next_open(self._flags, self.rows.chosen or "")
        if onward is None:
            self.chips.say(naming_keys(ALL_ANSWERED))
        else:
            self.rows.choose(onward)

    @work(group="verbs")
    async def action_keep_all(self) -> None:
        """Keep all that have no answer: in a copy for those who said it."""
        kept = await self._do(partial(self._book.keep_all, self._audience, self._group), lambda number: f"{number} kept")
        if kept is not None:
            self.look()

    @work(group="verbs")
    async def action_undo(self) -> None:
        """Take back the last thing done in this window."""
        await self._do(self._book.undo_asking, lambda undone: f"undone: {undone}")
        self.look()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002  # Textual's signature
        """Which keys do something now; for everybody's eyes there is no keeping of all."""
        match action:
            case "keep" | "drop" | "instead":
                return self._chosen() is not None
            case "keep_all":
                return self._audience != Audience.PUBLISHED and any(flag.open for flag in self._flags)
            case "next_open":
                return bool(self._flags)
        return action != "undo" or bool(self._book.undoable)

    def _chosen(self) -> Doubt | None:
        return next((flag for flag in self._flags if flag.key == self.rows.chosen), None)
