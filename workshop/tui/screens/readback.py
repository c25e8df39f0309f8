"""Reading back: the group sees what was noted, one remark at a time, in large letters and without codes, and puts it right."""

from functools import partial
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.getters import query_one
from textual.widgets import Static

from workshop.model.perspective import MIXED, plural_of
from workshop.model.records import Reflection, Session
from workshop.tui.keys import Place, bindings, naming_keys
from workshop.tui.roomwords import withdrawn_words
from workshop.tui.screens.correct import WhatItShouldSay
from workshop.tui.screens.strike import StrikeThis
from workshop.tui.screens.working import WorkingScreen
from workshop.tui.widgets.about import About
from workshop.tui.widgets.chips import Chips
from workshop.tui.widgets.keybar import KeyBar
from workshop.tui.widgets.poster import Poster
from workshop.workbook.book import Workbook

NOTHING = "Nothing was noted of this group yet: what is typed in the Room comes here, to be read back."
NOTHING_TO_FINISH = "Nothing is left to finish: {read.unfinished} shows all that was noted."


class ReadBackScreen(WorkingScreen):
    """What was noted of one session's group."""

    CSS_PATH = "readback.tcss"
    QUIT_LEAVES: ClassVar[bool] = True
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.READBACK)]
    AUTO_FOCUS = None

    poster = query_one("#words", Poster)

    def __init__(self, book: Workbook, session: Session) -> None:
        """Read back this session, from its first remark that is not checked yet."""
        super().__init__(book)
        self._session = session
        self._unfinished = False
        self._remarks = book.to_read_back(session)
        checked = book.checked_back()
        self._place = next((place for place, each in enumerate(self._remarks) if each.id not in checked), 0)

    def compose(self) -> ComposeResult:
        """How far we are, the words and how they stand, or that there are none."""
        yield About(Content(""), id="about")
        yield Poster(id="words")
        yield Static(id="state")
        yield Static(id="nothing")
        yield Chips(id="chips")
        yield KeyBar(Place.READBACK)

    def on_mount(self) -> None:
        """Show the first, and follow what happens."""
        self._show()
        self.follow_the_book()

    @property
    def remark(self) -> Reflection | None:
        """The one that is read back now."""
        return self._remarks[self._place] if self._remarks else None

    @on(WorkingScreen.BookChanged)
    def _show_news(self, event: WorkingScreen.BookChanged) -> None:
        event.stop()
        self._look_again()

    def action_step(self, step: int) -> None:
        """The next one, or the one before."""
        self._place = max(0, min(len(self._remarks) - 1, self._place + step))
        self._show()

    def action_toggle_unfinished(self) -> None:
        """Only the quotes to finish, or all again."""
        self._unfinished = not self._unfinished
        self._look_again()

    def action_right(self) -> None:
        """The group says that it is right as it stands: on to the next, at once."""
        remark = self.remark
        if remark is not None:
            self.action_step(1)
            self._note_right(remark)

    @work(group="verbs")
    async def _note_right(self, remark: Reflection) -> None:
        await self._do(partial(self._book.found_right, remark.id), lambda done: f"{self._book.ref(done)} is right as it stands")

    @work(group="asking")
    async def action_correct(self) -> None:
        """Ask what it should say."""
        remark = self.remark
        if remark is None:
            return
        words = await self.app.push_screen_wait(WhatItShouldSay(remark.text, self._book.now))
        if words is not None:
            await self._do(partial(self._book.correct, remark.id, words), lambda _: "corrected, what was noted is kept")

    @work(group="asking")
    async def action_strike(self) -> None:
        """Show what goes with it, ask once, and take it off the record for good."""
        remark = self.remark
        preview = await self._do(partial(self._book.striking, remark.id)) if remark else None
        if preview is None:
            return
        if await self.app.push_screen_wait(StrikeThis(preview)):
            await self._do(partial(self._book.withdraw, preview), withdrawn_words)

    @work(group="verbs")
    async def action_undo(self) -> None:
        """Take back the last thing done."""
        await self._do(self._book.undo_asking, lambda undone: f"undone: {undone}")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002  # Textual's signature
        """Which keys do something now."""
        if action == "undo":
            return bool(self._book.undoable)
        if action in ("right", "correct", "strike", "step"):
            return bool(self._remarks)
        return True

    def _look_again(self) -> None:
        """Read the remarks anew, and stay with the one that is shown, if it is still there."""
        shown = self.remark
        self._remarks = self._book.to_read_back(self._session, unfinished=self._unfinished)
        places = {each.id: place for place, each in enumerate(self._remarks)}
        self._place = places.get(shown.id if shown else "", min(self._place, max(0, len(self._remarks) - 1)))
        self._show()

    def _show(self) -> None:
        remark, checked = self.remark, self._book.checked_back()
        group = "the group" if self._session.group == MIXED else plural_of(self._session.group)
        right = sum(each.id in checked for each in self._remarks)
        what = "quotes to finish" if self._unfinished else f"what {group} said, read back"
        parts = [what]
        if remark is not None:
            parts += [f"{self._place + 1} of {len(self._remarks)}", f"{right} checked"]
        self.about.tell(Content("  ·  ").join(Content(part) for part in parts))
        self.poster.show(_quoted(remark) if remark else "")
        self.query_one("#nothing", Static).update(Content(naming_keys(NOTHING_TO_FINISH if self._unfinished else NOTHING)))
        self.set_class(remark is None, "-nothing")
        state = "" if remark is None else "to be finished" if remark.unfinished else "checked" if remark.id in checked else "Is that right?"
        self.query_one("#state", Static).update(Content.styled(state, "$success" if state == "checked" else "$quiet"))
        self.refresh_bindings()


def _quoted(remark: Reflection) -> str:
    """The words, in quotation marks where they are word for word."""
    return f"“{remark.text}”" if remark.verbatim else remark.text
