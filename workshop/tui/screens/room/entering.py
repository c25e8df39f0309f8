"""The Room's line: what is typed is understood, saved, and kept until it is on disk."""

from dataclasses import replace
from functools import partial

from textual import on, work

from workshop.model.records import Session
from workshop.tui.roomwords import saved_words
from workshop.tui.screens.paste import CaptureTheseLines
from workshop.tui.screens.room.base import RoomBase
from workshop.tui.widgets.captureline import CaptureLine
from workshop.tui.widgets.chips import understood
from workshop.workbook.book import Workbook


class Entering(RoomBase):
    """Takes down what is typed and pasted."""

    def __init__(self, book: Workbook, session: Session) -> None:
        """Nothing is on its way to the disk."""
        super().__init__(book, session)
        self._saving = False

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
