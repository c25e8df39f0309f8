"""The Incoming screen: a file that is to come in, what of it is not clear yet, and what would come of it. Nothing comes in unasked."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.getters import query_one
from textual.widgets import Input, Static

from workshop.errors import WorkshopError
from workshop.tui.incomingview import (
    BEGAN,
    CHOOSE,
    FIELD,
    NO_COLUMN,
    NOTHING,
    PEOPLE,
    SAYS,
    SESSION,
    SHEET,
    SPEAKER,
    WHAT,
    WORD,
    Chosen,
    called,
    incoming_rows,
    path_of,
    preview_lines,
    report_words,
)
from workshop.tui.keys import Place, bindings, key_name
from workshop.tui.quirks import Field
from workshop.tui.saying import on_screen
from workshop.tui.screens.stands_for import WhatItStandsFor
from workshop.tui.screens.working import WorkingScreen
from workshop.tui.widgets.about import About
from workshop.tui.widgets.chips import Chips
from workshop.tui.widgets.choicelist import ChoiceList
from workshop.tui.widgets.keybar import KeyBar
from workshop.tui.widgets.ticklist import Tick
from workshop.workbook.book import Workbook
from workshop.workbook.foreseen import Preview
from workshop.workbook.importreport import ImportReport

BEGIN = (
    "Type where the file is, or drag it here, and press Enter.\n\n"
    "Tables in csv, xlsx or ods; transcripts in txt, docx or vtt; a codebook as csv; our own json, or a bundle of another workshop.\n"
    "First you see what would come of it. All of a file comes in or none, and the same file twice adds nothing."
)
PURPOSE = "What it is in the file, so that each row goes where it belongs. Nothing comes in before you say so."
OTHER = {"words": "no speaker: words of whoever spoke before", "": "nobody whose words are wanted"}


class IncomingScreen(WorkingScreen):
    """One file at a time."""

    QUIT_LEAVES: ClassVar[bool] = True
    CSS_PATH = "incoming.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.INCOMING)]
    AUTO_FOCUS = "#path"

    rows = query_one("#rows", ChoiceList)

    def __init__(self, book: Workbook) -> None:
        """Bring files into this book."""
        super().__init__(book)
        self._path: Path | None = None
        self._chosen = Chosen()
        self._preview: Preview | None = None
        self._report: ImportReport | None = None

    def compose(self) -> ComposeResult:
        """Where the file is; what there is to choose; how it begins; what would come of it; the keys."""
        yield About(Content(""), id="about")
        yield Field(placeholder="the file, such as ~/Downloads/form.csv", id="path")
        yield ChoiceList(id="rows")
        yield Static(id="first")
        with VerticalScroll(id="would"):
            yield Static(Content(BEGIN), id="report")
        yield Chips(id="chips")
        yield KeyBar(Place.INCOMING)

    def on_mount(self) -> None:
        """Ask for a file."""
        self._tell()
        self.set_class(True, "-nothing")
        self.follow_the_book()

    def on_resize(self) -> None:
        """Other widths make other columns."""
        self._show_first()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Read the file that is named."""
        event.stop()
        if not event.value.strip():
            return
        try:
            self._path = path_of(event.value)
        except RuntimeError:  # ~somebody, of whom nothing is known here
            self.chips.say(f"there is no home of {event.value.strip().partition('/')[0]} here")
            return
        self._chosen = Chosen()
        self.look(first=True)

    @on(WorkingScreen.BookChanged)
    def _show_news(self, event: WorkingScreen.BookChanged) -> None:
        event.stop()
        self.refresh_bindings()

    @work(group="looking", exclusive=True)
    async def look(self, *, first: bool = False) -> None:
        """Read the file as it is chosen, and find out what would come of it."""
        if self._path is None:
            return
        how, path = self._chosen.how(), self._path
        preview = await self._attempt(partial(self._book.preview_import, path, how))
        if isinstance(preview, WorkshopError):
            self._preview = self._report = None
            self.set_class(True, "-nothing")
            self._say(on_screen(preview))
            return
        self._preview = preview
        report = await self._attempt(partial(self._book.import_file, path, how, dry_run=True)) if preview.what else None
        self._report = report if not isinstance(report, WorkshopError) else None
        self.set_class(False, "-nothing")
        self.rows.show(incoming_rows(preview, self._chosen))
        self._show_first()
        self._say("\n".join(report_words(report)) if isinstance(report, ImportReport) else _lacking(report))
        self._tell()
        self.chips.say("")
        if first:
            self.rows.choose(WHAT)
            self.rows.focus()

    @work(group="asking")
    async def action_choose(self) -> None:
        """Ask for what the chosen row is about."""
        preview, (about, _, which) = self._preview, (self.rows.chosen or "").partition(" ")
        if preview is None or not about:
            return
        asks = {
            WHAT: self._ask_what,
            SHEET: self._ask_sheet,
            FIELD: self._ask_columns,
            WORD: self._ask_word,
            SPEAKER: self._ask_speaker,
            SESSION: self._ask_session,
            PEOPLE: self._ask_people,
            BEGAN: self._ask_began,
        }
        changed = await asks[about](preview, which)
        if changed is not None:
            self._chosen = changed
            self.look()

    @work(group="saving")
    async def action_bring_in(self) -> None:
        """Bring in what would come."""
        if self._path is None or not self._may_come:
            return
        report = await self._do(partial(self._book.import_file, self._path, self._chosen.how()))
        if report is not None and not report.refused:
            self._path = self._preview = self._report = None
            self.query_one("#path", Input).value = ""
            self.set_class(True, "-nothing")
            self._say(f"{report.words()}\n\n{BEGIN}")
            self._tell()
            self.query_one("#path").focus()

    def action_another(self) -> None:
        """Name another file."""
        self.query_one("#path").focus()

    @work(group="verbs")
    async def action_undo(self) -> None:
        """Take back the last thing done in this window: an import goes as it came, all of it."""
        await self._do(self._book.undo_asking, lambda undone: f"undone: {undone}")
        self.look()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002  # Textual's signature
        """Which keys do something now."""
        if action in ("choose", "another"):  # without a file the one field has the cursor, and a letter is typed there
            return self._preview is not None
        if action == "bring_in":
            return self._may_come
        return action != "undo" or bool(self._book.undoable)

    @property
    def _may_come(self) -> bool:
        return self._report is not None and not self._report.refused

    async def _ask_what(self, preview: Preview, _which: str) -> Chosen | None:
        ticks = [Tick(id=kind, title=kind, more=f"  {says}") for kind, says in SAYS.items()]
        found = await self._ask(f"What is in {preview.name}?", ticks, preview.what)
        return self._chosen.as_what(found) if found is not None else None

    async def _ask_sheet(self, preview: Preview, _which: str) -> Chosen | None:
        found = await self._ask("Which sheet?", [Tick(id=name, title=name) for name in preview.sheets], self._chosen.sheet)
        return Chosen(sheet=found) if found is not None else None

    async def _ask_columns(self, preview: Preview, name: str) -> Chosen | None:
        several, now = name in preview.several, preview.fields.get(name, ())
        ticks = [Tick(id=title, title=title) for title in dict.fromkeys(filter(None, preview.header))]
        ticks += [] if several else [Tick(id="", title=f"({NO_COLUMN})")]
        question = f"Which column{'s are' if several else ' is'} {called(name)}?"
        dialog = WhatItStandsFor(question, ticks, now, several=several, about=f"{preview.count} rows in {preview.name}", purpose=PURPOSE)
        found = await self.app.push_screen_wait(dialog)
        return self._chosen.with_columns(name, tuple(filter(None, found))) if found is not None else None

    async def _ask_word(self, preview: Preview, which: str) -> Chosen | None:
        word = preview.words[int(which)]
        told = f"\u201c{word.word}\u201d" if word.word else "a blank cell"
        ticks = [Tick(id=known, title=known or NOTHING) for known in dict.fromkeys((*word.known, ""))]
        found = await self._ask(f"{called(word.field)}: what does {told} stand for?", ticks, word.meant)
        return self._chosen.with_word(word.field, word.word, found) if found is not None else None

    async def _ask_speaker(self, preview: Preview, which: str) -> Chosen | None:
        speaker = preview.speakers[int(which)]
        ticks = [Tick(id=each.name, title=each.plural) for each in self._book.perspectives]
        ticks += [Tick(id="nt", title="the note-taker"), Tick(id="?", title="nobody knows")]
        ticks += [Tick(id=key, title=title) for key, title in OTHER.items()]
        now = self._chosen.speakers.get(speaker.name)
        dialog = WhatItStandsFor(
            f"{speaker.name or 'Who is not named'}: who is it?",
            ticks,
            [now] if now is not None else [],
            about=f"Begins: {speaker.begins[:200]}\nThe name stays in the file.",
            typed="or one person, by a code such as p3",
            purpose=PURPOSE,
        )
        found = await self.app.push_screen_wait(dialog)
        return self._chosen.with_speaker(speaker.name, found[0]) if found is not None else None

    async def _ask_session(self, _preview: Preview, _which: str) -> Chosen | None:
        titles = [each.title for each in self._book.sessions() if each.title]
        ticks = [Tick(id="", title="none"), *(Tick(id=title, title=title) for title in dict.fromkeys(titles))]
        found = await self._ask("In which session was it said?", ticks, self._chosen.session, typed="or a new one, by its title")
        return replace(self._chosen, session=found) if found is not None else None

    async def _ask_people(self, _preview: Preview, _which: str) -> Chosen | None:
        of_sessions = {each.cohort for each in self._book.sessions() if not each.imported}
        cohorts = dict.fromkeys(each.cohort for each in self._book.participants() if each.cohort not in of_sessions)
        ticks = [Tick(id="", title="as in other files"), *(Tick(id=name, title=name) for name in cohorts)]
        found = await self._ask("Whose codes are these?", ticks, self._chosen.people, typed="or other people, by a name for the group")
        return replace(self._chosen, people=found) if found is not None else None

    async def _ask_began(self, _preview: Preview, _which: str) -> Chosen | None:
        found = await self._ask("When did the recording begin?", [Tick(id="", title="not known")], "", typed="or 2026-05-14 10:00")
        return replace(self._chosen, began=found) if found is not None else None

    async def _ask(self, question: str, ticks: list[Tick], now: str | None, typed: str = "") -> str | None:
        dialog = WhatItStandsFor(question, ticks, [now] if now is not None else [], typed=typed, purpose=PURPOSE)
        found = await self.app.push_screen_wait(dialog)
        return found[0] if found else None

    def _show_first(self) -> None:
        lines = preview_lines(self._preview, self.size.width - 4) if self._preview is not None else ()
        self.query_one("#first", Static).update(Content("\n").join(map(Content, lines)))

    def _say(self, words: str) -> None:
        self.query_one("#report", Static).update(Content(words))
        self.query_one("#would", VerticalScroll).scroll_home(animate=False)

    def _tell(self) -> None:
        parts = [self._book.workshop.title, "a file that comes in"]
        if self._preview is not None:
            rows = {"transcript": "turns", "workshop": ""}.get(self._preview.what, "rows")
            parts += [self._preview.name, *([f"{self._preview.count} {rows}"] if rows else []), self._preview.read_as]
        self.about.tell(Content("  ·  ").join(Content(part) for part in parts))
        self.refresh_bindings()


def _lacking(fault: WorkshopError | None) -> str:
    """What is to be done first."""
    if fault is None:
        return f"Say what it comes in as: {key_name('incoming.choose')} on the row that says {CHOOSE}."
    return "\n".join((fault.message, *fault.lines)) if "--" in fault.cure else str(fault)
