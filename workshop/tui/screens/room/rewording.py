"""The Room looks at what a remark was, and lets it be put otherwise."""

from functools import partial

from textual import on, work

from workshop.errors import WorkshopError
from workshop.tui.screens.edit_remark import WhatItSays
from workshop.tui.screens.room.base import RoomBase
from workshop.tui.screens.which_version import WhichVersion
from workshop.tui.widgets.captureline import CaptureLine


class Rewording(RoomBase):
    """Edits remarks, and chooses between their versions."""

    def action_edit_remark(self) -> None:
        """Edit the remark that is chosen."""
        self._edit(self._chosen_remark())

    @on(CaptureLine.Reopened)
    def _edit_the_last(self, event: CaptureLine.Reopened) -> None:
        """Edit what was noted last in this session."""
        event.stop()
        count = self.reflections.option_count
        if count:
            self._edit(self.reflections.get_option_at_index(count - 1).id or "")

    @work(group="asking")
    async def _edit(self, remark: str) -> None:
        """Ask what it is to say until that can be saved, or the asking is left."""
        try:
            reference = self._book.ref(self._book.reflection(remark))
            line = before = self._book.line_of(remark)
            context = self._book.edit_context(remark)
        except WorkshopError as fault:
            self.chips.say(str(fault))
            return
        refused = ""
        while (answer := await self.app.push_screen_wait(WhatItSays(reference, line, context, self._book.now, refused))) is not None:
            if answer == before:
                return
            edited = await self._attempt(partial(self._book.edit_line, remark, answer))
            if not isinstance(edited, WorkshopError):
                self.chips.say(f"saved {reference}, as it was is in its versions")
                return
            gone = remark not in self._book.records.reflections
            line, refused = answer, f"{reference} was taken back meanwhile; your words are still here." if gone else str(edited)

    @work(group="asking")
    async def action_versions(self) -> None:
        """Show every version of the remark that is chosen, and make one the only one that counts."""
        remark = self._book.records.reflections.get(self._chosen_remark())
        if remark is None:
            return
        reference = self._book.ref(remark)
        revisions = await self._do(partial(self._book.history, reference))
        if not revisions:
            return
        version = await self.app.push_screen_wait(WhichVersion(reference, revisions))
        chosen = next((each for each in revisions if each.version == version), None)
        if chosen is None or (chosen.shown and not any(each.offered for each in revisions)):
            return
        await self._do(partial(self._book.choose, reference, chosen.version), lambda done: f"version {done.number} of {reference} counts")

    def _look_at_what_is_said(self) -> None:
        """Say how many remarks wait for a choice between versions."""
        super()._look_at_what_is_said()
        waiting = len(self._remarks.contested)
        many = "1 remark has" if waiting == 1 else f"{waiting} remarks have"
        self.warn("versions", f"{many} several versions" if waiting else "")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Both are done from the list, where a remark is chosen."""
        if action in ("edit_remark", "versions"):
            return self.focused is self.reflections and bool(self._chosen_remark())
        return super().check_action(action, parameters)

    def _chosen_remark(self) -> str:
        chosen = self.reflections.highlighted_option
        return (chosen and chosen.id) or ""
