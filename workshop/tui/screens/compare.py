"""Compare: what the groups raised and answered, theme by theme, what is contested first."""

from dataclasses import replace
from functools import partial
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.getters import query_one
from textual.widgets import Static

from workshop.errors import WorkshopError
from workshop.tui.compared import EMPTY, Compared, Scope, compared
from workshop.tui.copying import copy
from workshop.tui.keys import Place, bindings, naming_keys
from workshop.tui.scopes import limits, sessions_to_tick, sides_to_tick
from workshop.tui.screens.between import BetweenWhom
from workshop.tui.screens.finding import FindingScreen
from workshop.tui.screens.level import Level
from workshop.tui.screens.only import OnlyWhichPart
from workshop.tui.screens.outcomes import OutcomesScreen
from workshop.tui.screens.recommendations import RecommendationsScreen
from workshop.tui.screens.report import ReportScreen
from workshop.tui.screens.room import RoomScreen
from workshop.tui.screens.themes import ThemesScreen
from workshop.tui.screens.why import WhyIsItCalledThis
from workshop.tui.widgets.chapterbar import ChapterBar
from workshop.tui.widgets.findings import Findings
from workshop.tui.widgets.keybar import KeyBar
from workshop.tui.widgets.summary import Contested
from workshop.workbook.book import Workbook

NOTHING = (
    "Nothing to compare yet: no theme was raised and no statement answered.\n\n"
    "Run a session with each group first: {shelf.start} on the shelf. Or bring in notes that were typed up: {shelf.import} there."
)
NOTHING_IN_THE_ROOM = (
    "Nothing to compare yet: no theme was raised and no statement answered.\n\n"
    "{ref} is open. What is typed in its Room comes here once it has a theme, as in  3: we walk to the shop #food"
)
NOTHING_HERE = (
    "Nothing was found in this part.\n\n{compare.only} compares another part, or with nothing ticked all of it; "
    "{compare.between} chooses between whom."
)
TINY, LOW, ENOUGH, TALL = "-tiny", "-low", "-enough", "-tall"
"""How high the window is."""


class CompareScreen(Level):
    """The comparison of one workshop."""

    CSS_PATH = "compare.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.COMPARE)]
    AUTO_FOCUS = "#findings"
    VERTICAL_BREAKPOINTS = [(0, TINY), (9, LOW), (14, ENOUGH), (30, TALL)]  # noqa: RUF012  # Textual declares it as an instance's

    findings = query_one("#findings", Findings)

    def __init__(self, book: Workbook, note: str = "", *, throw_away: bool = False) -> None:
        """Compare the groups of this workshop; `note` stands beside its title. Reports on a `throw_away` copy stay when it goes."""
        super().__init__()
        self._book = book
        self._note = note
        self._throw_away = throw_away
        self._scope = Scope()
        self._compared: Compared | None = None
        self._everybody: Compared | None = None  # of which the sides to choose from are taken
        self._passing = False  # what is said at the bottom goes when another row is chosen

    def compose(self) -> ComposeResult:
        """What is compared, what it comes to, then the findings."""
        parts = [self._book.workshop.title, "comparison", self._note]
        yield Static(Content("  ·  ").join(Content(part) for part in parts if part), id="about")
        yield Static(id="scope")
        yield Static(id="summary")
        yield ChapterBar(id="parts")
        yield Static(Content("Comparing ..."), id="working")
        yield Findings(id="findings")
        yield Static(id="limits")
        yield Static(id="word")
        yield KeyBar(Place.COMPARE)

    def on_mount(self) -> None:
        """Begin to work it out."""
        self.work_out()

    @work(exclusive=True, group="comparing")
    async def work_out(self) -> None:
        """Compare in a thread, and show it."""
        try:
            found = await self.aside(partial(compared, self._book, self._scope))
        except WorkshopError as fault:
            self._show_nothing(str(fault))
            return
        if self._passing:
            self.query_one("#word").remove_class("-said")
        self._compared = found
        self._everybody = found if self._scope.everything else self._everybody
        said = filter(None, (found.comparison.exploratory, found.comparison.narrowed))
        self.query_one("#scope", Static).update(Content("\n").join(Content(each) for each in said))
        self.query_one("#scope").set_class(bool(found.comparison.exploratory or found.comparison.narrowed), "-said")
        if found.found_nothing:
            self._show_nothing(self._why_nothing())
            return
        self.query_one("#summary", Static).update(Contested(found.view))
        self.query_one("#limits", Static).update(Content("\n").join(Content(each) for each in limits(found, self._book)))
        self.findings.show(found)
        self.add_class("-worked-out")
        self.findings.focus()
        self._mark_part()
        self.refresh_bindings()

    def _why_nothing(self) -> str:
        """What would fill it: another session can't be started while one is open."""
        session = self._book.open_session()
        if not self._scope.everything:
            return naming_keys(NOTHING_HERE)
        if session is None or session.rehearsal is not None:
            return naming_keys(NOTHING)
        return NOTHING_IN_THE_ROOM.format(ref=self._book.ref(session))

    def _show_nothing(self, why: str) -> None:
        """Say why there is no comparison to look at; those that were there before are gone."""
        self.remove_class("-worked-out")
        self.query_one("#working", Static).update(Content(why))
        self.refresh_bindings()

    def on_option_list_option_selected(self, event: Findings.OptionSelected) -> None:
        """Enter on a finding."""
        event.stop()
        self.action_open_row()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002  # Textual's signature
        """Which keys do something now."""
        match action:
            case "open_row" | "export" | "why" | "copy" | "next_part":
                return self.has_class("-worked-out")
            case "only" | "between":
                return self._compared is not None
            case "room":
                return self.is_first and self._book.session_to_go_to() is not None
            case "leave":
                return not self.is_first
        return True

    def on_option_list_option_highlighted(self, event: Findings.OptionHighlighted) -> None:
        """Another row is chosen."""
        event.stop()
        self._mark_part()
        if self._passing:
            self.query_one("#word").remove_class("-said")

    @on(Findings.Asked)
    @on(ChapterBar.Clicked)
    def _go_to(self, event: Findings.Asked | ChapterBar.Clicked) -> None:
        """Go to a part, or say what would fill it."""
        event.stop()
        if self._compared is None or event.number > len(self._compared.chapters):
            return
        chapter = self._compared.chapters[event.number - 1]
        names = self._compared.names[chapter]
        if names:
            self.findings.open_at(names[0])
        else:
            self._say(naming_keys(EMPTY[chapter]), passing=True)

    def action_next_part(self, step: int) -> None:
        """Go to the next part that has anything, or the one before; the last is followed by the first."""
        if self._compared is None:
            return
        filled = [names for names in self._compared.names.values() if names]
        here = next((place for place, names in enumerate(filled) if self.findings.chosen in names), 0)
        self.findings.open_at(filled[(here + step) % len(filled)][0])

    def action_open_row(self) -> None:
        """Look closer at the row that is chosen; words that one group uses more are counted when they are asked for."""
        if self._compared is not None and self._compared.offers_words(self.findings.chosen):
            self._say("counting words ...", passing=True)
            self._scope = replace(self._scope, words=True)
            self.work_out()
        elif self._compared is not None and self.findings.chosen:
            self.app.push_screen(FindingScreen(self._compared, self.findings.chosen), self._came_back)

    def action_why(self) -> None:
        """Say why the row that is chosen is called what it is."""
        name = self.findings.chosen
        if self._compared is not None and name:
            self.app.push_screen(WhyIsItCalledThis(name, self._compared.why(name)))

    def action_copy(self) -> None:
        """Copy the row that is chosen as text."""
        if self._compared is not None and self.findings.chosen:
            self._say(copy(self.app, self._compared, self.findings.chosen), passing=True)

    @work(group="asking", exclusive=True)
    async def action_only(self) -> None:
        """Compare only a part of the workshop."""
        themes = [each.title for each in self._book.themes()]
        asked = OnlyWhichPart(sessions_to_tick(self._book), self._book.lanes(), themes, self._scope)
        await self._compare_with(await self.app.push_screen_wait(asked))

    @work(group="asking", exclusive=True)
    async def action_between(self) -> None:
        """Compare two others."""
        if self._everybody is None:
            return
        now = self._scope.between or self._everybody.view.between
        between = await self.app.push_screen_wait(BetweenWhom(sides_to_tick(self._book, self._everybody), now))
        await self._compare_with(None if between is None else replace(self._scope, between=between))

    async def _compare_with(self, scope: Scope | None) -> None:
        if scope is not None and scope != self._scope:
            self._scope = scope
            self._say("comparing ...", passing=True)
            self.work_out()

    def action_room(self) -> None:
        """Go into the session that is open, else into the last one."""
        session = self._book.session_to_go_to()
        if session is not None:
            self.app.push_screen(RoomScreen(self._book, session), self._work_out_again)

    def action_themes(self) -> None:
        """Sort the remarks; what that changes is compared anew."""
        self.app.push_screen(ThemesScreen(self._book), self._work_out_again)

    def action_recommendations(self) -> None:
        """Look at what should happen; what that changes of a finding is shown."""
        self.app.push_screen(RecommendationsScreen(self._book), self._work_out_again)

    def action_outcomes(self) -> None:
        """Look at what each way of working came to."""
        self.app.push_screen(OutcomesScreen(self._book))

    def _say(self, word: str, *, passing: bool = False) -> None:
        self._passing = passing
        self.query_one("#word", Static).update(Content(word))
        self.query_one("#word").add_class("-said")

    def _work_out_again(self, _result: None) -> None:
        self.work_out()

    def action_export(self) -> None:
        """Write a report, of the part that is compared unless that is chosen otherwise."""
        found = self._compared.comparison if self._compared is not None else None
        said = " ".join(filter(None, (found.exploratory, found.narrowed))) if found is not None else ""
        self.app.push_screen(ReportScreen(self._book, self._scope, said, throw_away=self._throw_away))

    def _mark_part(self) -> None:
        """Tell in which part the row that is chosen stands."""
        if self._compared is not None:
            empty = [chapter for chapter, names in self._compared.names.items() if not names]
            self.query_one("#parts", ChapterBar).show(self._compared.chapters, self._compared.chapter_of(self.findings.chosen), empty)

    def _came_back(self, name: str | None) -> None:
        """Choose the row that was looked at last."""
        if name is not None:
            self.findings.choose(name)
