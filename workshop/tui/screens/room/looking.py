"""What the facilitator looks at beside the clock: notes and cards, who has been heard, the room's display, everything else."""

from textual.content import Content

from workshop.tui.keys import Key, Place, keys_of
from workshop.tui.screens.display import DisplayScreen
from workshop.tui.screens.more import WhatElse
from workshop.tui.screens.room.base import Page, RoomBase
from workshop.tui.script import heard_words, script, upcoming


class Looking(RoomBase):
    """Pages in place of the list, while the line goes on; the display in place of it all."""

    def action_toggle_script(self) -> None:
        """The notes of this activity, what to read out and whom to tell, or the list again."""
        self._toggle(Page.SCRIPT)

    def action_toggle_heard(self) -> None:
        """Who has been heard, or the list again."""
        self._toggle(Page.HEARD)

    def action_display(self) -> None:
        """This window shows what the room may see, until Esc or the same key."""
        self.app.push_screen(DisplayScreen(self._book, self._session))

    def action_more(self) -> None:
        """All the verbs, a letter each. At once, and not in a worker: the letter that comes right behind Ctrl+K is for them."""
        verbs = [key for key in _verbs() if self.check_action(key.verb, ())]
        self.app.push_screen(WhatElse(verbs), self._do_verb)

    async def _do_verb(self, chosen: Key | None) -> None:
        if chosen is not None:
            await self.run_action(chosen.action)

    def _page_text(self, page: Page) -> Content:
        if page is Page.SCRIPT:
            plan = self._book.plan_of(self._session)
            activity = upcoming(self._plan, self._clock.current, self._clock.state.following)
            begins = bool(self._plan) and activity is self._plan[0]
            carried = self._book.carried(self._session, for_all=False).lines if begins else ()
            return script(plan, activity, carried)
        return heard_words(self._book.heard(self._session)) if page is Page.HEARD else super()._page_text(page)

    def _toggle(self, page: Page) -> None:
        self.show_page(None if self._open_page is page else page)


def _verbs() -> list[Key]:
    """The letters first, then the chords that do something to the session."""
    return [key for key in (*keys_of(Place.MORE), *keys_of(Place.ROOM)) if key.command and key.verb != "more" and not key.leads_out]
