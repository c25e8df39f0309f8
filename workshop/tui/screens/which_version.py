"""Which version of this counts?"""

from collections.abc import Sequence
from typing import ClassVar

from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from workshop.clocks import local_zone
from workshop.tui.quirks import RoomyOptionList
from workshop.tui.screens.dialog import Dialog
from workshop.workbook.history import Revision, tell_apart


class WhichVersion(Dialog[str]):
    """Every version there was, the newest last, with when and where it was written. Its answer is the version that is to count."""

    PURPOSE: ClassVar[str] = "What the remark was, and what it is. The version that you choose is the one that counts."
    DEFAULT_CSS = """
    WhichVersion RoomyOptionList {
        height: auto;
        max-height: 60vh;
        border: none;
        padding: 0;
        background: $panel;
        scrollbar-size-vertical: 1;
    }
    WhichVersion RoomyOptionList:focus { border: none; }
    """

    def __init__(self, reference: str, revisions: Sequence[Revision]) -> None:
        """Those of what is called R12, as `Workbook.history` gives them."""
        waiting = sum(each.offered for each in revisions)
        asks = (
            f"{reference} was edited in {waiting + 1} places at once: which counts?" if waiting else f"{reference}, as it was and as it is"
        )
        self._alone = len(revisions) == 1
        if self._alone:
            super().__init__(f"{reference} was never changed", "Esc goes back")
        else:
            super().__init__(asks, "Enter makes it the one that counts  ·  Esc leaves it as it is")
        self._revisions = revisions

    def body(self) -> list[Widget]:
        """A list to choose from."""
        rows = zip(self._revisions, tell_apart(self._revisions), strict=True)
        return [RoomyOptionList(*(Option(_row(each, words), id=each.version, disabled=bool(each.trouble)) for each, words in rows))]

    def on_mount(self) -> None:
        """Begin at the one that counts now."""
        shown = next((place for place, each in enumerate(self._revisions) if each.shown), len(self._revisions) - 1)
        self.query_one(RoomyOptionList).highlighted = shown

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """This one; where there is no other, there is nothing to choose."""
        event.stop()
        self.dismiss(None if self._alone else event.option_id)


def _row(revision: Revision, words: str) -> Content:
    state = "  counts now" if revision.shown else "  on offer" if revision.offered else ""
    when = f"{revision.at.astimezone(local_zone()):%d %b %Y %H:%M:%S}"
    head = f"{revision.number}  {when}  {revision.where or f'window {revision.writer}'}"
    return Content("\n").join([Content.assemble((head, "$quiet"), (state, "$warning")), Content(words)])
