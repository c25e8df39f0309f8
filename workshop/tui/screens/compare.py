"""Compare: what the groups raised and answered, theme by theme, what is contested first."""

import asyncio
from pathlib import Path
from tempfile import mkdtemp
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.getters import query_one
from textual.widgets import Static

from workshop.clocks import local_zone
from workshop.errors import WorkshopError
from workshop.model.comparison import Comparison
from workshop.model.view import View
from workshop.tui.keys import Place, bindings
from workshop.tui.screens.finding import FindingScreen
from workshop.tui.screens.level import Level
from workshop.tui.screens.room import RoomScreen
from workshop.tui.screens.themes import ThemesScreen
from workshop.tui.widgets.findings import Findings
from workshop.tui.widgets.keybar import KeyBar
from workshop.tui.widgets.summary import Contested
from workshop.workbook.book import Workbook

NOTHING = "Nothing to compare yet: no theme was raised and no statement answered.\n\nRun a session with each group first."


class CompareScreen(Level):
    """The comparison of one workshop."""

    CSS_PATH = "compare.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.COMPARE)]
    AUTO_FOCUS = "#findings"

    findings = query_one("#findings", Findings)

    def __init__(self, book: Workbook, note: str = "", *, throw_away: bool = False) -> None:
        """Compare the groups of this workshop; `note` stands beside its title. Reports on a `throw_away` copy stay when it goes."""
        super().__init__()
        self._book = book
        self._note = note
        self._throw_away = throw_away
        self._view: View | None = None
        self._comparison: Comparison | None = None

    def compose(self) -> ComposeResult:
        """What it comes to, then the findings."""
        parts = [self._book.workshop.title, "comparison", self._note]
        yield Static(Content("  ·  ").join(Content(part) for part in parts if part), id="about")
        yield Static(id="summary")
        yield Static(Content("Comparing ..."), id="working")
        yield Findings(id="findings")
        yield Static(id="word")
        yield KeyBar(Place.COMPARE)

    def on_mount(self) -> None:
        """Begin to work it out."""
        self.work_out()

    @work(exclusive=True, group="comparing")
    async def work_out(self) -> None:
        """Compare in a thread, and show it."""
        try:
            comparison, view = await asyncio.to_thread(lambda: (self._book.compare(), self._book.view()))
        except WorkshopError as fault:
            self.query_one("#working", Static).update(Content(str(fault)))
            return
        self._comparison, self._view = comparison, view
        if not view.findings and not view.statements:
            self.query_one("#working", Static).update(Content(NOTHING))
            return
        self.query_one("#summary", Static).update(Contested(view))
        self.findings.show(view)
        self.add_class("-worked-out")
        self.findings.focus()
        self.refresh_bindings()

    def on_option_list_option_selected(self, event: Findings.OptionSelected) -> None:
        """Enter on a finding."""
        event.stop()
        self.action_open_row()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002  # Textual's signature
        """Which keys do something now."""
        match action:
            case "open_row" | "export":
                return self.has_class("-worked-out")
            case "room":
                return self.is_first and self._book.open_session() is not None
            case "leave":
                return not self.is_first
        return True

    def action_open_row(self) -> None:
        """Look closer at the row that is chosen."""
        option = self.findings.highlighted_option
        if option is None or option.id is None or self._view is None or self._comparison is None:
            return
        self.app.push_screen(FindingScreen(self._view, self._comparison, option.id), self._came_back)

    def action_room(self) -> None:
        """Go into the session that is open."""
        session = self._book.open_session()
        if session is not None:
            self.app.push_screen(RoomScreen(self._book, session), self._work_out_again)

    def action_themes(self) -> None:
        """Sort the remarks; what that changes is compared anew."""
        self.app.push_screen(ThemesScreen(self._book), self._work_out_again)

    def _say(self, word: str) -> None:
        self.query_one("#word", Static).update(Content(word))
        self.query_one("#word").add_class("-said")

    def _work_out_again(self, _result: None) -> None:
        self.work_out()

    @work(group="exporting", exclusive=True)
    async def action_export(self) -> None:
        """Write the report as html in a folder of its own, and say where."""
        try:
            folder = await asyncio.to_thread(self._folder)
            (path,) = await asyncio.to_thread(self._book.export, ("html",), folder)
        except WorkshopError as fault:
            self._say(f"not written: {fault}")
            return
        self._say(f"report: {path}{' (it stays when you leave)' if self._throw_away else ''}")

    def _folder(self) -> Path:
        if self._throw_away:
            return Path(mkdtemp(prefix="workshop-report-"))
        return self._book.folder / "reports" / f"{self._book.now().astimezone(local_zone()):%Y-%m-%d-%H%M%S}"

    def _came_back(self, name: str | None) -> None:
        """Choose the finding that was looked at last."""
        if name is not None:
            self.findings.highlighted = self.findings.get_option_index(name)
