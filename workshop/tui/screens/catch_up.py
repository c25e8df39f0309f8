"""Which times, so that it ends when it should? The proposal to catch up, as a table to look at and to change before it is applied."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import tzinfo
from functools import partial
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static
from textual.widgets.option_list import Option

from workshop.errors import WorkshopError
from workshop.model.catchup import Proposal, Row
from workshop.model.clock.words import clock_time
from workshop.model.duration import face
from workshop.tui.screens.dialog import Dialog
from workshop.tui.screens.how_long import HowLong
from workshop.tui.widgets.columns import Columns
from workshop.tui.widgets.rows import Rows

Propose = Callable[[Mapping[int, float], Collection[int]], Proposal | None]
"""What a proposal becomes with these lengths (in seconds) set by hand, and these activities left out; both by index."""
MINUTE = 60.0


@dataclass(frozen=True, slots=True)
class Taken:
    """The proposal as it stands when it is taken; None to leave all times as they are, and to start all the same."""

    proposal: Proposal | None


class WhichTimes(Dialog[Taken]):
    """Nothing is changed by looking at it."""

    PURPOSE: ClassVar[str] = "Shorter times with which the session still ends when it must. Nothing changes until you take them."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,minus", "lengthen(-1)", "Shorter", show=False),
        Binding("right,plus", "lengthen(1)", "Longer", show=False),
        Binding("space", "drop", "Leave out", show=False),
        Binding("l", "set_length", "Length", show=False),
        Binding("f", "free", "As proposed", show=False),
        Binding("s", "start", "Start as planned", show=False),
    ]
    DEFAULT_CSS = """
    WhichTimes > #dialog { width: 84; }
    WhichTimes Rows { max-height: 46vh; }
    WhichTimes #fits { margin-top: 1; }
    WhichTimes #head { color: $quiet; padding: 0 1; }
    """

    def __init__(self, question: str, propose: Propose, proposal: Proposal, zone: tzinfo, *, starting: bool = False) -> None:
        """Begin with `proposal`, which is what `propose` gives of nothing. Where the session is `starting`, it can without it."""
        answers = "Enter starts with these times  ·  s with the planned ones" if starting else "Enter takes these times"
        super().__init__(question, f"{answers}  ·  Esc goes back\n{_HOW}")
        self._starting = starting
        self._propose = propose
        self._proposal = proposal
        self._zone = zone
        self._pinned: dict[int, float] = {}
        self._dropped: set[int] = set()

    def body(self) -> list[Widget]:
        """What it is about, a row an activity, whether it fits."""
        head = Columns(Content("activity"), [("now", "", 7), ("then", "", 7), ("", "", 12)])
        return [Static(head, id="head"), Rows(id="times"), Static(id="fits")]

    def on_mount(self) -> None:
        """Fill it."""
        self._show()

    def on_option_list_option_selected(self, event: Rows.OptionSelected) -> None:
        """Enter takes it."""
        event.stop()
        self.dismiss(Taken(self._proposal))

    def action_start(self) -> None:
        """Start with the times as they are."""
        if self._starting:
            self.dismiss(Taken(None))

    def action_lengthen(self, minutes: int) -> None:
        """Set the length of the one chosen by hand: the next whole minute up or down from what it has."""
        row = self._chosen()
        if row is not None and not row.dropped:
            whole = row.after / MINUTE
            wanted = int(whole) + 1 if minutes > 0 else -int(-whole // 1) - 1
            self._pin(row.index, max(1, wanted) * MINUTE)

    def action_set_length(self) -> None:
        """Ask for its length."""
        row = self._chosen()
        if row is not None and not row.dropped:
            self.app.push_screen(HowLong(f"How long for {row.title}?"), partial(self._take_length, row.index))

    def action_drop(self) -> None:
        """Leave an optional one out, or take it in again."""
        row = self._chosen()
        if row is None:
            return
        if not row.optional and not row.dropped:
            self.object_to(f"{row.title} is not optional.")
            return
        self._pinned.pop(row.index, None)
        self._dropped ^= {row.index}
        self._again()

    def action_free(self) -> None:
        """Give the one chosen the length that is proposed for it."""
        row = self._chosen()
        if row is not None:
            self._pinned.pop(row.index, None)
            self._dropped.discard(row.index)
            self._again()

    def _chosen(self) -> Row | None:
        place = self.query_one(Rows).highlighted
        return None if place is None else self._proposal.rows[place]

    def _take_length(self, index: int, seconds: int | None) -> None:
        if seconds is not None:
            self._pin(index, float(seconds))

    def _pin(self, index: int, seconds: float) -> None:
        self._pinned[index] = seconds
        self._again()

    def _again(self) -> None:
        try:
            proposal = self._propose(self._pinned, self._dropped)
        except WorkshopError as fault:
            self.object_to(str(fault))
            return
        if proposal is not None:
            self._proposal = proposal
        self._show()

    def _show(self) -> None:
        rows = self.query_one(Rows)
        chosen = rows.highlighted or 0
        rows.set_options(Option(_row(row, row.index in self._pinned)) for row in self._proposal.rows)
        rows.highlighted = chosen
        ends = f"It then ends at {clock_time(self._proposal.target, self._zone)}." if self._proposal.fits else "It does not fit."
        self.query_one("#fits", Static).update(Content(f"{self._proposal.message} {ends}"))
        self.object_to("")


_HOW = "← → a minute  ·  l length  ·  Space leave out  ·  f as proposed"


def _row(row: Row, pinned: bool) -> Columns:
    said = "left out" if row.dropped else "by hand" if pinned else "protected" if row.protected else "optional" if row.optional else ""
    changed = row.dropped or row.after != row.before
    then = "–" if row.dropped else face(round(row.after))
    return Columns(Content(row.title), [(face(round(row.before)), "$quiet", 7), (then, "bold" if changed else "", 7), (said, "$quiet", 12)])
