"""The Room: a session as it runs. The clock, the agenda, the remarks as they come, and the line that takes them."""

from dataclasses import replace
from functools import partial
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.getters import query_one
from textual.widgets import Static

from workshop.clocks import local_zone
from workshop.errors import WorkshopError
from workshop.model.capture import Speaker
from workshop.model.clock import Clock, Phase, allowed
from workshop.model.clock.rules import LEFT
from workshop.model.plan import Kind
from workshop.model.reading import Reading
from workshop.model.records import Session, Verb
from workshop.tui.clockview import agenda_lines, clock_face, seconds_to_change
from workshop.tui.keys import Place, bindings
from workshop.tui.remarks import Remarks
from workshop.tui.roomwords import about, saved_words, speaker_words, withdrawn_words
from workshop.tui.screens.add_time import HowMuchTime
from workshop.tui.screens.end_session import EndTheSession
from workshop.tui.screens.new_statement import WhichStatementAndWhose
from workshop.tui.screens.paste import CaptureTheseLines
from workshop.tui.screens.strike import StrikeThis
from workshop.tui.screens.working import WorkingScreen
from workshop.tui.showing import neighbour, statement_on_show
from workshop.tui.widgets.about import About
from workshop.tui.widgets.agenda import Agenda
from workshop.tui.widgets.captureline import CaptureLine
from workshop.tui.widgets.chips import Chips, Concern, understood
from workshop.tui.widgets.clockface import ClockFace, Shown
from workshop.tui.widgets.keybar import KeyBar
from workshop.tui.widgets.reflections import Reflections
from workshop.workbook.book import Workbook

NOTHING_YET = 'Nothing noted yet. Type what is said, and Enter saves it. For example:\n\n    3: "we go without" #food'
NO_STATEMENT = "No statement of another group is here to be shown: Ctrl+Y makes one."
GONE_ON_ELSEWHERE = "The other window has gone on already."
GONE_ON_HERE = "Gone on already: one press is one activity."
_VERBS = {
    "toggle_clock": {Verb.START, Verb.PAUSE, Verb.RESUME},
    "next_activity": {Verb.NEXT},
    "back_activity": {Verb.BACK},
    "add_time": {Verb.ADD},
    "end_session": {Verb.END},
}
_TOGGLE = {Phase.NOT_STARTED: "Start", Phase.BETWEEN: "Start", Phase.RUNNING: "Pause", Phase.PAUSED: "Go on"}


class RoomScreen(WorkingScreen):
    """One session, run by its clock."""

    QUIT_LEAVES: ClassVar[bool] = True
    CSS_PATH = "room.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.ROOM)]
    AUTO_FOCUS = "#line"
    HORIZONTAL_BREAKPOINTS = [(0, "-slim"), (110, "-wide")]  # noqa: RUF012  # Textual declares it for instances
    VERTICAL_BREAKPOINTS = [(0, "-least"), (4, "-tiny"), (9, "-low"), (14, "-usual")]  # noqa: RUF012  # likewise

    clock_face = query_one("#clock", ClockFace)
    reflections = query_one("#reflections", Reflections)
    line = query_one("#line", CaptureLine)

    def __init__(self, book: Workbook, session: Session) -> None:
        """Run this session; the screen reads and writes through the book's verbs alone."""
        super().__init__(book)
        self._session = session
        self._plan = book.plan_of(session).activities
        self._zone = local_zone()
        self._clock: Clock = book.clock(session)
        self._allowed: frozenset[Verb] = frozenset()
        self._remarks = Remarks(book, session)
        self._sticky: Speaker | None = None
        self._statement: Shown | None = None
        self._hint, self._shows = "", False
        self._agendas = (
            Agenda(compact=True, id="agenda"),
            Agenda(compact=False, id="long-agenda"),
            Agenda(compact=False, id="agenda-over"),
        )
        self._left_here: int | None = None
        self._saving = False
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
                yield Static(Content(NOTHING_YET), id="empty")
                with VerticalScroll(id="agenda-page", can_focus=False):
                    yield self._agendas[2]
                with Vertical(id="entry"):
                    yield CaptureLine(self._book.now, id="line")
                    yield Chips(id="chips")
        yield KeyBar(Place.ROOM)

    def on_mount(self) -> None:
        """Show what there is, and follow what happens."""
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
            self.refresh_bindings()
            self.paint()

    # What was typed

    @on(CaptureLine.Typed)
    def _show_chips(self, event: CaptureLine.Typed) -> None:
        event.stop()
        self._dropping = False
        self.chips.show(understood(event, self.line.context))

    @on(CaptureLine.Offered)
    def _show_offer(self, event: CaptureLine.Offered) -> None:
        event.stop()
        self.chips.offer(event.labels, event.chosen)

    @on(CaptureLine.Entered)
    def _save(self, event: CaptureLine.Entered) -> None:
        event.stop()
        if not self._saving:
            self._saving = True
            self._save_waiting()

    @work(group="saving")
    async def _save_waiting(self) -> None:
        """Save row after row until none waits or one can't be saved; the line keeps each until it is on disk."""
        line = self.line
        try:
            while (row := line.waiting) is not None:
                saved = await self._do(partial(self._book.capture, self._session, row.text, sticky=self._sticky, at=row.begun), saved_words)
                if saved is None:
                    line.refuse()
                    return
                line.accept()
                self._speaks_on(saved.sticky)
        finally:
            self._saving = False

    @on(CaptureLine.LinesPasted)
    @work(group="pasting")
    async def _capture_pasted(self, event: CaptureLine.LinesPasted) -> None:
        event.stop()
        context = replace(self.line.context, sticky=self._sticky)
        if not await self.app.push_screen_wait(CaptureTheseLines(event.lines, context)):
            self.chips.say("none of the pasted lines was captured")
            return
        for place, text in enumerate(event.lines):
            saved = await self._do(partial(self._book.capture, self._session, text, sticky=self._sticky))
            if saved is None:
                self.line.text = "\n".join(event.lines[place:])
                return
            self._speaks_on(saved.sticky)
        self.chips.say(f"saved {len(event.lines)} remarks")

    # Verbs of the clock

    async def action_toggle_clock(self) -> None:
        """Start, pause or go on."""
        verb = {Phase.RUNNING: Verb.PAUSE, Phase.PAUSED: Verb.RESUME}.get(self._clock.phase, Verb.START)
        self._act(verb)

    def action_next_activity(self) -> None:
        """Go on to the next activity."""
        self._move(Verb.NEXT, self._clock.current)

    def action_back_activity(self) -> None:
        """Go back to the one before."""
        self._move(Verb.BACK, self._clock.current)

    @work(group="asking")
    async def action_add_time(self) -> None:
        """Ask how much, and add it to the activity that is on."""
        current = self._clock.current
        if current is None:
            return
        seconds = await self.app.push_screen_wait(HowMuchTime(self._plan[current].title))
        if seconds:
            self._act(Verb.ADD, seconds=seconds)

    @work(group="asking")
    async def action_end_session(self) -> None:
        """Ask once, and end the session."""
        left = len(self._clock.at(self._book.read_clock()).upcoming)
        remaining = f"{left} of {len(self._plan)} activities would be left out." if left else ""
        if await self.app.push_screen_wait(EndTheSession(remaining)):
            self._act(Verb.END)

    def action_next_statement(self) -> None:
        """Put the next statement to the group."""
        self._show_statement(1)

    def action_last_statement(self) -> None:
        """Go back to the statement before."""
        self._show_statement(-1)

    @work(group="asking")
    async def action_new_statement(self) -> None:
        """Ask for the words of another group, and put them to this one."""
        makers = [each for each in self._book.perspectives if each.name != self._session.group]
        made = await self.app.push_screen_wait(WhichStatementAndWhose(makers))
        if made is not None:
            await self._do(partial(self._book.add_statement, made.text, made.made_by), lambda new: f"{self._book.ref(new)} made")

    @work(group="verbs")
    async def action_undo(self) -> None:
        """Take back the last thing done in this window."""
        await self._do(self._book.undo, lambda undone: f"undone: {undone}")

    @work(group="asking")
    async def action_strike(self) -> None:
        """Show what goes with the remark that is chosen, ask once, and take it back for good. Of its words nothing is said after that."""
        chosen = self.reflections.highlighted_option
        preview = await self._do(partial(self._book.striking, (chosen and chosen.id) or ""))
        if preview is None:
            return
        if await self.app.push_screen_wait(StrikeThis(preview)):
            await self._do(partial(self._book.withdraw, preview), withdrawn_words)

    # Around the screen

    def action_focus_reflections(self) -> None:
        """Go up to the list: to its end, where nothing was chosen before."""
        self.reflections.focus()
        if self.reflections.highlighted is None:
            self.reflections.action_last()

    def action_focus_line(self) -> None:
        """Come back to the line."""
        self.line.focus()

    def action_scroll_reflections(self, pages: int) -> None:
        """Look at earlier or later remarks, or at more of the agenda where it stands in their place, without leaving the line."""
        page = self.query_one("#agenda-page") if self.has_class("-slim", "-agenda") else self.reflections
        page.scroll_relative(y=pages * max(1, page.size.height - 1), animate=False)

    def action_toggle_agenda(self) -> None:
        """The full agenda in place of the list, and back."""
        self.toggle_class("-agenda")

    def action_leave(self) -> None:
        """Leave. What was entered is saved; text that never was is dropped at the second time of asking."""
        if self.line.unsaved and not self._dropping:
            self._dropping = True
            self.chips.say("Not saved yet: Enter saves it, leaving again drops it.", Concern.ASKING)
            return
        super().action_leave()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002  # Textual's signature
        """Which verbs work now."""
        if action == "new_statement":
            return self._shows and not self._plan[self._clock.current or 0].statements
        if action == "strike":
            return self.focused is self.reflections and self.reflections.highlighted is not None
        if action == "toggle_agenda":
            return self.has_class("-slim")
        if action in _VERBS:
            return bool(_VERBS[action] & self._allowed)
        if action in ("next_statement", "last_statement"):
            return self._statement is not None and self._statement.of > 1
        return action != "undo" or bool(self._book.undoable)

    # The book

    @work(group="verbs")
    async def _act(self, verb: Verb, seconds: float | None = None) -> None:
        """Write an entry of the timeline, as of the moment of the key press."""
        await self._do(partial(self._book.act, self._session, verb, seconds=seconds, now=self._book.read_clock()))

    @work(group="verbs")
    async def _move(self, verb: Verb, leaving: int | None) -> None:
        """Leave the activity that the screen showed at the key press, and no other."""
        await self._do(partial(self._leave_activity, verb, leaving, self._book.read_clock()))

    def _leave_activity(self, verb: Verb, leaving: int | None, now: Reading) -> None:
        try:
            self._book.act(self._session, verb, leaving=leaving, now=now)
        except WorkshopError as fault:
            if fault.message != LEFT.why:
                raise
            raise WorkshopError(GONE_ON_HERE if leaving == self._left_here else GONE_ON_ELSEWHERE) from fault
        self._left_here = leaving

    @work(group="verbs")
    async def _show_statement(self, step: int) -> None:
        """Put another statement to the group."""
        if self._clock.current is None:
            return
        statement = neighbour(self._book, self._session, self._clock.current, step)
        if statement is None:
            self.chips.say("That was the last statement." if step > 0 else "This is the first statement.")
            return
        await self._do(partial(self._book.show, self._session, statement, self._book.read_clock()))

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
        self._look_again()

    def _look_again(self) -> None:
        """Read the clock's state and what the line is read against anew: something was written."""
        self._clock = self._book.clock(self._session)
        self._allowed = allowed(self._clock)
        current = self._clock.current
        self._shows = shows = current is not None and self._plan[current].kind is Kind.SHOW
        self._statement = statement_on_show(self._book, self._session, current) if shows and current is not None else None
        self._hint = NO_STATEMENT if shows and self._statement is None else ""
        self.line.context = self._book.context(self._session, self._sticky, current)
        self._speaks_on(self._sticky)
        self.query_one(KeyBar).relabel({"room.toggle": _TOGGLE.get(self._clock.phase, "Start")})
        self.refresh_bindings()
        self.paint()

    def _speaks_on(self, sticky: Speaker | None) -> None:
        """Show who speaks on the next line, and read the line again as theirs."""
        self._sticky = sticky
        self.line.context = replace(self.line.context, sticky=sticky)
        self.line.border_title = Content(speaker_words(self.line.context.speaker, self.line.context))
        self.line.read()

    def paint(self) -> float:
        """Show the time as it is now, and give the seconds until it will look different."""
        status = self._clock.at(self._book.read_clock())
        self.clock_face.show(clock_face(status, self._plan, self._zone, self._statement, self._hint))
        lines = agenda_lines(status, self._zone)
        for agenda in self._agendas:
            agenda.lines = lines
        return seconds_to_change(status)

    def _tick(self) -> None:
        """Paint, and come back when a second has gone by on the screen: no more often, so that idling costs next to nothing."""
        self.set_timer(self.paint() + 0.01, self._tick)
