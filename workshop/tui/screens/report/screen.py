"""The Report screen: a list of what there is to choose, and below it what the report will show and keep back."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import mkdtemp
from threading import Event
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.getters import query_one
from textual.message import Message
from textual.widgets import Static

from workshop.clocks import local_zone
from workshop.errors import InTheWayError, NotSavedError, WorkshopError
from workshop.tui.compared import Scope
from workshop.tui.folder import open_folder
from workshop.tui.keys import Place, bindings, key_name
from workshop.tui.reportview import (
    CHECK,
    WRITE,
    Outlook,
    Wanted,
    outlook,
    outlook_words,
    report_rows,
    when_and_where,
    why_not_yet,
    written_words,
)
from workshop.tui.saying import not_done, on_screen
from workshop.tui.screens.report.asking import Asking
from workshop.tui.screens.report.flags import FlagsScreen
from workshop.tui.screens.report.over import WriteOverThese
from workshop.tui.screens.stands_for import WhatItStandsFor
from workshop.tui.screens.working import WorkingScreen
from workshop.tui.widgets.about import About
from workshop.tui.widgets.chips import Chips, Concern
from workshop.tui.widgets.choicelist import ChoiceList
from workshop.tui.widgets.keybar import KeyBar
from workshop.tui.widgets.laidout import Bulleted
from workshop.tui.widgets.ticklist import Tick
from workshop.workbook.book import Workbook

THROW_AWAY = "a new folder, which stays when this copy goes"
EVERYTHING = Scope()
WAIT = Outlook(why_not="Working it out ...")
STOPPED = "Stopped: nothing was written."
NOBODY_HAS = "Which published copies does nobody have any more?"
WHY_TAKEN_BACK = (
    "A report tells less where, with an earlier copy, small numbers could be worked out. Tick a copy when everybody has given it back, "
    "and it is deleted wherever it stood."
)


class ReportScreen(WorkingScreen):
    """One report, until it is as it should be; then it is written."""

    QUIT_LEAVES: ClassVar[bool] = True
    CSS_PATH = "report.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.REPORT)]
    AUTO_FOCUS = "#rows"

    rows = query_one("#rows", ChoiceList)

    @dataclass
    class Begun(Message):
        """A format of the report is being written."""

        name: str

    def __init__(self, book: Workbook, compared: Scope = EVERYTHING, part: str = "", *, throw_away: bool = False) -> None:
        """A report of this book. `part` says in words which part of it was `compared`; of a `throw_away` copy the reports stay."""
        super().__init__(book)
        self._compared = compared
        self._part = part if not compared.everything else ""
        self._throw_away = throw_away
        self._wanted = Wanted()
        self._known = WAIT
        self._begun = book.now().astimezone(local_zone())
        self._written: Sequence[Path] = ()
        self._stop: Event | None = None  # while files are being written
        self._missing = ""  # what has to be done first, as long as that is said
        self._to_undo = 0  # how much of what was done here can be undone

    def compose(self) -> ComposeResult:
        """What there is to choose; what would come of it, or what was written; what was done; the keys."""
        yield About(Content(""), id="about")
        yield ChoiceList(id="rows")
        with VerticalScroll(id="would"):
            yield Static(id="outlook")
        yield Chips(id="chips")
        yield KeyBar(Place.REPORT)

    def on_mount(self) -> None:
        """Show what is chosen as long as nobody has chosen."""
        self.about.tell(Content("  \u00b7  ").join((Content(self._book.workshop.title), Content("a report"))))
        self._show()
        self.look()
        self.follow_the_book()

    def on_screen_resume(self) -> None:
        """Flags may have been answered."""
        if self._known.disclosure is not None and self._stop is None:
            self._look_anew()

    @on(WorkingScreen.BookChanged)
    def _show_news(self, event: WorkingScreen.BookChanged) -> None:
        event.stop()
        if self.is_current:
            self.look()

    def _look_anew(self) -> None:
        """Look, and show nothing meanwhile: what was known is of other choices."""
        self._known = WAIT
        self._show()
        self.look()

    @work(group="looking", exclusive=True)
    async def look(self) -> None:
        """Find out in a thread what the report would show."""
        self._known = await self.aside(partial(outlook, self._book, self._wanted, self._compared))
        self._show()

    def _show(self) -> None:
        self.rows.show(report_rows(self._book, self._wanted, self._known, self._part, self._where))
        words = outlook_words(self._wanted, self._known)
        if self._written:
            words = [*written_words(self._written, self._throw_away), *words]
        self.query_one("#outlook", Static).update(Bulleted(words))
        if self._missing and self._missing != why_not_yet(self._wanted, self._known, self._where):
            self._missing = ""
            self.chips.say("")
        self.refresh_bindings()

    @property
    def _where(self) -> str:
        """Where the files would go, as it is shown; "" where that has to be said first."""
        return self._wanted.folder or (THROW_AWAY if self._throw_away else str(self._own_folder() or ""))

    def _own_folder(self) -> Path | None:
        """A folder of its own, so that no report is in the way of another; None in a locked workshop, in which nothing stands in clear."""
        name = f"{self._wanted.audience}-{self._begun:%Y-%m-%d-%H%M%S}"
        return None if self._book.codec.locked else self._book.folder / "reports" / name

    # Verbs

    @work(group="asking", exclusive=True)
    async def action_choose(self) -> None:
        """Ask for what the chosen row is about; what may point at somebody has a screen of its own."""
        about = self.rows.chosen
        if about == WRITE:
            self.action_write()
        elif about == CHECK:
            if self.check_action("flags", ()):
                self.action_flags()
        elif about is not None:
            own = THROW_AWAY if self._throw_away else str(self._own_folder() or "")
            try:
                wanted = await Asking(self.app, self._book, self._wanted, self._part, own).ask(about)
            except WorkshopError as fault:
                self._missing = ""
                self.chips.say(str(fault), Concern.ASKING)
                return
            if wanted is not None:
                self._wanted = wanted
                self.chips.say("")
                self._look_anew()

    def action_flags(self) -> None:
        """Look at what may point at somebody, and answer it."""
        self.app.push_screen(FlagsScreen(self._book, self._wanted.audience, self._wanted.for_group))

    def action_write(self) -> None:
        """Write it, or say what has to be done first."""
        self._missing = why_not_yet(self._wanted, self._known, self._where)
        if self._missing:
            self.chips.say(self._missing, Concern.ASKING)
        else:
            self._write()

    @work(group="exporting", exclusive=True)
    async def _write(self, *, force: bool = False) -> None:
        """Write it in a thread; each format is named as it is begun, and Esc stops it before the next one."""
        self._stop = Event()
        self.refresh_bindings()
        try:
            written = await self.aside(partial(self._export, self._stop, force))
        except InTheWayError as fault:
            self._ask_over(fault.lines)
        except WorkshopError as fault:
            self.chips.say(not_done(fault) if isinstance(fault, NotSavedError) else on_screen(fault), Concern.ASKING)
        else:
            self._written = written
            self._begun = self._book.now().astimezone(local_zone())
            files = "1 file" if len(written) == 1 else f"{len(written)} files"
            self.chips.say(f"written: {files} in {written[0].parent}  \u00b7  {key_name('report.open')} opens the folder")
            self.query_one("#would", VerticalScroll).scroll_home(animate=False)
        finally:
            self._stop = None
            self._show()

    def _export(self, stop: Event, force: bool) -> tuple[Path, ...]:
        """In a thread of its own."""

        def tell(name: str) -> None:
            if stop.is_set():
                raise WorkshopError(STOPPED)
            self.post_message(self.Begun(name))

        wanted, folder = self._wanted, self._folder()
        scope = wanted.scope(self._compared)
        try:
            return self._book.export(
                wanted.formats,
                folder,
                audience=wanted.audience,
                between=scope.between,
                sessions=scope.sessions,
                lane=scope.lane,
                themes=scope.themes,
                small=wanted.small,
                group=wanted.for_group,
                force=force,
                choices=wanted.choices(),
                tell=tell,
            )
        except WorkshopError:
            if self._throw_away and not wanted.folder:
                with suppress(OSError):  # a part of the files is there
                    folder.rmdir()
            raise

    def _folder(self) -> Path:
        """Where to write: of a throw-away copy a folder that nobody else on this computer can have made."""
        own = self._throw_away and not self._wanted.folder
        return Path(mkdtemp(prefix="workshop-report-") if own else self._where)

    @on(Begun)
    def _tell_progress(self, event: Begun) -> None:
        event.stop()
        formats = self._wanted.formats
        if self._stop is not None and not self._stop.is_set() and event.name in formats:
            self.chips.say(f"writing {event.name}, {formats.index(event.name) + 1} of {len(formats)} ...")

    @work(group="asking", exclusive=True)
    async def _ask_over(self, files: Sequence[str]) -> None:
        """Ask whether to write over what is there."""
        if await self.app.push_screen_wait(WriteOverThese(files)):
            self._write(force=True)
        else:
            self.chips.say("Nothing was written.")

    @work(group="asking", exclusive=True)
    async def action_taken_back(self) -> None:
        """Ask which published copies nobody has any more."""
        out = [Tick(id=str(number), title=f"report {number}", more=when_and_where(each)) for number, each in self._book.published().items()]
        ticked = await self.app.push_screen_wait(WhatItStandsFor(NOBODY_HAS, out, several=True, purpose=WHY_TAKEN_BACK))
        for number in map(int, ticked or ()):
            if await self._do(partial(self._book.take_back, number), lambda back: f"taken back: {when_and_where(back)}"):
                self._to_undo += 1
                self.refresh_bindings()

    @work(group="verbs")
    async def action_open_folder(self) -> None:
        """Open the folder of what was written last, or say where it is."""
        folder = self._written[0].parent
        opened = await self.aside(partial(open_folder, folder))
        self.chips.say(f"opened {folder}" if opened else f"No window can be opened from here. The files are in {folder}")

    @work(group="verbs")
    async def action_undo(self) -> None:
        """Take back the last thing done on this screen, which writes files and changes little else."""
        if await self._do(self._book.undo_asking, lambda undone: f"undone: {undone}"):
            self._to_undo -= 1
            self.refresh_bindings()

    def action_leave(self) -> None:
        """Go back; while files are written, stop that first."""
        if self._stop is None:
            super().action_leave()
        else:
            self._stop.set()
            self.chips.say("stopping ...")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002  # Textual's signature
        """Which keys do something now."""
        match action:
            case "choose" | "write":
                return self._stop is None
            case "flags":
                return self._wanted.whose.is_checked and self._known.disclosure is not None and self._stop is None
            case "open_folder":
                return bool(self._written)
            case "taken_back":
                return bool(self._book.published()) and self._stop is None
        return action != "undo" or self._to_undo > 0
