"""What the parts of the Room share: its state, what stands where, and painting what is so now."""

from dataclasses import replace
from enum import StrEnum
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.getters import query_one
from textual.widgets import Static

from workshop.clocks import local_zone
from workshop.model.capture import Speaker
from workshop.model.clock import Clock, Phase, Status, allowed
from workshop.model.discarded import discarded
from workshop.model.plan import Activity, Kind
from workshop.model.reading import Reading
from workshop.model.records import Session, Verb
from workshop.tui.clockview import (
    Beside,
    Countdown,
    agenda_lines,
    agenda_note,
    clock_face,
    countdown_face,
    seconds_to_change,
    to_next_second,
)
from workshop.tui.keys import Place, key_name, naming_keys
from workshop.tui.remarks import Remarks
from workshop.tui.roomwords import about, mark_of, speaker_words
from workshop.tui.screens.working import WorkingScreen
from workshop.tui.showing import on_show
from workshop.tui.widgets.about import About
from workshop.tui.widgets.agenda import Agenda
from workshop.tui.widgets.captureline import CaptureLine
from workshop.tui.widgets.chips import Chips, Concern
from workshop.tui.widgets.clockface import ClockFace
from workshop.tui.widgets.keybar import KeyBar
from workshop.tui.widgets.notice import Notice
from workshop.tui.widgets.reflections import Reflections
from workshop.workbook.book import Workbook
from workshop.workbook.loading import loading

NOTHING_YET = 'Nothing noted yet. Type what is said, and {line.save} saves it. For example:\n\n    3: "we go without" #food'
NO_STATEMENT = "No statement of another group is here to be shown: {room.statement} makes one."
THROWN_AWAY = "This session was thrown away in another window: a remark brings it back."
_TOGGLE = {Phase.NOT_STARTED: "Start", Phase.BETWEEN: "Start", Phase.RUNNING: "Pause", Phase.PAUSED: "Go on", Phase.ENDED: "Go on"}
WHAT_IS_SAID = frozenset({"reflections", "codings", "themes"})
"""The tables of which a change is nothing to the clock, the agenda or the statement on show."""
_SHORTEST = 0.2
"""Seconds between two paintings at least: in a rehearsal the session's seconds go by faster than anyone can read them."""


class Page(StrEnum):
    """What may stand in place of the list of remarks, while the line goes on taking them."""

    AGENDA = "agenda"
    SCRIPT = "script"
    HEARD = "heard"


class RoomBase(WorkingScreen):
    """One session on a screen. A part subclasses it, adds its actions, and says in `check_action` which of them work now."""

    QUIT_LEAVES: ClassVar[bool] = True
    AUTO_FOCUS = "#line"
    HORIZONTAL_BREAKPOINTS = [(0, "-slim"), (110, "-wide")]  # noqa: RUF012  # Textual declares it for instances
    VERTICAL_BREAKPOINTS = [(0, "-least"), (4, "-tiny"), (9, "-low"), (14, "-usual")]  # noqa: RUF012  # likewise

    clock_face = query_one("#clock", ClockFace)
    reflections = query_one("#reflections", Reflections)
    line = query_one("#line", CaptureLine)
    notice = query_one("#notice", Notice)
    page = query_one("#page", VerticalScroll)

    def __init__(self, book: Workbook, session: Session) -> None:
        """Run this session; the screen reads and writes through the book's verbs alone."""
        super().__init__(book)
        self._session = session
        self._plan: tuple[Activity, ...] = book.activities(session)
        self._zone = local_zone()
        self._clock: Clock = book.clock(session)
        self._allowed: frozenset[Verb] = frozenset()
        self._remarks = Remarks(book, session)
        self._sticky: Speaker | None = None
        self._beside = Beside()
        self._shows = False
        self._seen: Status | None = None
        self._seen_at: Reading | None = None
        self._countdown: Countdown | None = None
        self._open_page: Page | None = None
        self._agendas = (
            Agenda(compact=True, id="agenda"),
            Agenda(compact=False, id="long-agenda"),
            Agenda(compact=False, id="agenda-over"),
        )
        self._dropping = False

    def compose(self) -> ComposeResult:
        """From top to bottom what the room needs to see; the agenda at the side where there is room."""
        yield About(about(self._book, self._session), id="about")
        yield self._agendas[0]
        with Horizontal(id="main"):
            with VerticalScroll(id="side", can_focus=False):
                yield self._agendas[1]
            with Vertical(id="centre"):
                yield ClockFace(id="clock")
                yield Reflections(id="reflections")
                yield Static(Content(naming_keys(NOTHING_YET)), id="empty")
                with VerticalScroll(id="page", can_focus=False):
                    yield self._agendas[2]
                    yield Static(id="page-text")
                with Vertical(id="entry"):
                    yield Notice(id="notice")
                    yield CaptureLine(lambda: self._now().wall, id="line")
                    yield Chips(id="chips")
        yield KeyBar(Place.ROOM)

    def on_mount(self) -> None:
        """Show what there is, and follow what happens."""
        with loading():
            rows = self._remarks.rows()
            self.reflections.show_all(rows)
        self.set_class(not rows, "-nothing-yet")
        self._look_again()
        self._tick()
        self.follow_the_book()

    def on_resize(self) -> None:
        """Other sizes have other shapes, and keys."""
        self.call_after_refresh(self._take_shape)

    def _take_shape(self) -> None:
        if self.is_mounted:
            if self._open_page is Page.AGENDA and not self.has_class("-slim"):
                self.show_page(None)
            self.refresh_bindings()
            self.paint()

    # Around the screen

    def show_page(self, page: Page | None) -> None:
        """Put a page in place of the list, or (None) the list in place of the page."""
        self._open_page = page
        self.set_class(page is not None, "-page")
        for each in Page:
            self.set_class(each is page, f"-{each}")
        self._write_page()
        self.page.scroll_home(animate=False)

    def _write_page(self) -> None:
        if self._open_page is not None:
            self.query_one("#page-text", Static).update(self._page_text(self._open_page))

    def _page_text(self, page: Page) -> Content:  # noqa: ARG002  # for the parts, each for its own page
        """For the parts: what stands on a page. The agenda is a widget of its own."""
        return Content("")

    def action_focus_line(self) -> None:
        """Come back to the line, and to the list of remarks where something stands in its place."""
        if self.focused is self.line and self._open_page is not None:
            self.show_page(None)
        self.line.focus()

    def action_toggle_agenda(self) -> None:
        """The full agenda in place of the list, and back."""
        self.show_page(None if self._open_page is Page.AGENDA else Page.AGENDA)

    def remark_meant(self) -> str:
        """The id of the remark that a verb is about: while one is in the list the one chosen there, from the line the last; "" for none."""
        chosen = self.reflections.highlighted_option if self.focused is self.reflections else None
        rows = self.reflections.options
        return (chosen.id if chosen else rows[-1].id if rows else None) or ""

    @work(group="verbs")
    async def action_undo(self) -> None:
        """Take back the last thing done in this window."""
        await self._do(self._book.undo_asking, lambda undone: f"undone: {undone}  ·  {key_name('more.redo')} brings it back")

    @work(group="verbs")
    async def action_redo(self) -> None:
        """Take the last undo back."""
        await self._do(self._book.redo, lambda redone: f"redone: {redone}")

    def action_leave(self) -> None:
        """Leave. What was entered is saved; text that never was is dropped at the second time of asking."""
        if self.line.unsaved and not self._dropping:
            self._dropping = True
            self.chips.say(naming_keys("Not saved yet: {line.save} saves it, leaving again drops it."), Concern.ASKING)
            return
        super().action_leave()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002  # Textual's signature
        """Which verbs work now."""
        if action == "toggle_agenda":
            return self.has_class("-slim")
        if action == "redo":
            return self._book.redoable
        return action != "undo" or bool(self._book.undoable)

    # What is so now

    @on(WorkingScreen.BookChanged)
    def _show_news(self, event: WorkingScreen.BookChanged) -> None:
        """Show what is new, and nothing else."""
        difference = self._remarks.take(event.news)
        if event.elsewhere:
            self.about.add_news([row.ref for row in difference.shown if row.id not in self.reflections])
        for row in difference.shown:
            self.reflections.show(row)
        for key in difference.gone:
            self.reflections.drop(key)
        if difference.shown or difference.gone:
            self.set_class(not self.reflections.option_count, "-nothing-yet")
        if event.news and all(change.table in WHAT_IS_SAID for change in event.news):
            self._look_at_what_is_said()  # a remark moves no clock: what is painted of it costs as much as the remark
        else:
            self._look_again()

    def _look_again(self) -> None:
        """Read the clock's state and what the line is read against anew: something was written."""
        book = self._book
        self._session = book.records.sessions.get(self._session.id, self._session)
        self.warn("session", THROWN_AWAY if self._session.id in discarded(book.records) else "")
        self._clock = book.clock(self._session)
        self._plan = book.activities(self._session)
        self._allowed = allowed(self._clock)
        current = self._clock.current
        self._shows = shows = current is not None and self._plan[current].kind is Kind.SHOW
        statement = on_show(book, self._session, current) if shows and current is not None else None
        self._beside = Beside(
            statement=statement,
            hint=self._nothing_to_show(current) if shows and statement is None else "",
            next_turn=next(iter(book.turns_to_come(self._session)), "") if self._has_turns(current) else "",
            mark=mark_of(self._session),
        )
        what = "picture" if statement is not None and statement.is_picture else "statement"
        labels = {"room.toggle": _TOGGLE.get(self._clock.phase, "Start"), "room.read": f"Next {what}", "room.reread": f"Previous {what}"}
        bar = self.query_one(KeyBar)
        bar.relabel(labels)
        bar.leave_out(frozenset() if shows else {"room.statement"})
        self.about.tell(about(book, self._session))
        self._look_at_what_is_said()
        self.paint()

    def _look_at_what_is_said(self) -> None:
        """Read what the line is read against anew: a remark may have brought a person or a theme."""
        context = self._book.context(self._session, self._sticky, self._clock.current)
        if context != self.line.context:
            self.line.context = context
            self._speaks_on(self._sticky)
        self._write_page()
        self.refresh_bindings()

    def _nothing_to_show(self, current: int | None) -> str:
        """What would make something to put to the group."""
        block = None if current is None else self._plan[current]
        if block is not None and (block.artworks or block.pictures):
            return f"No picture is here to be shown: {key_name('more.pictures')} adds one."
        return naming_keys(NO_STATEMENT)

    def _has_turns(self, current: int | None) -> bool:
        return current is not None and bool(self._clock.state.turns.get(current))

    def _speaks_on(self, sticky: Speaker | None) -> None:
        """Show who speaks on the next line, and read the line again as theirs."""
        self._sticky = sticky
        self.line.context = replace(self.line.context, sticky=sticky)
        self.line.border_title = Content(speaker_words(self.line.context.speaker, self.line.context))
        self.line.read()

    def _now(self) -> Reading:
        """The session's own time, which in a rehearsal is not the computer's."""
        return self._book.reading(self._session)

    def paint(self) -> float:
        """Show the time as it is now, and give the seconds of the session until it will look different."""
        now = self._now()
        status = self._clock.at(now)
        self._countdown = Countdown.of(status, now)
        self.clock_face.show(clock_face(status, self._plan, self._zone, self._beside))
        lines, note = agenda_lines(status, self._zone), agenda_note(status)
        for agenda in self._agendas:
            agenda.lines, agenda.note = lines, note
        before, self._seen = self._seen, status
        before_at, self._seen_at = self._seen_at, now
        if before is not None and before_at is not None:
            self._compare_looks(before, status, before_at, now)
        return seconds_to_change(status)

    def _compare_looks(self, before: Status, status: Status, before_at: Reading, now: Reading) -> None:
        """For the parts: what has happened to the time between two looks at it."""

    def _tick(self) -> None:
        """Paint, and come back when a second has gone by on the screen: no more often, so that idling costs next to nothing."""
        countdown = self._countdown
        left = None if countdown is None else countdown.left(self._now())
        if countdown is None or left is None:
            delay = self.paint()
        else:
            self.clock_face.show_time(countdown_face(left), countdown.share_passed(left))
            delay = to_next_second(left)
        self.set_timer(max(_SHORTEST, delay / (self._session.rehearsal or 1.0)) + 0.01, self._tick)
