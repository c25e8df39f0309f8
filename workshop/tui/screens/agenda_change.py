"""What shall be different about what is to come? The agenda of a running session, to be changed."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from textual import work
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static
from textual.widgets.option_list import Option

from workshop.model.duration import spoken
from workshop.tui.screens.dialog import Dialog
from workshop.tui.screens.how_long import HowLong
from workshop.tui.screens.new_activity import NewActivity, WhatActivity
from workshop.tui.widgets.columns import Columns
from workshop.tui.widgets.rows import Rows


class Change(StrEnum):
    """What is done to an activity."""

    ADD = "add"
    DROP = "drop"
    UP = "up"
    DOWN = "down"
    RETIME = "retime"
    UNDO = "undo"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """An activity that is on (`on`) or to come. `index` is its own, `place` its place in the whole agenda; seconds."""

    index: int
    place: int
    title: str
    starts: str
    seconds: float
    on: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """A change to be carried out, to the activity of `index` at `place`; `new` where one is added there, `minutes` where it is re-timed."""

    change: Change
    index: int = 0
    place: int = 0
    minutes: float = 0.0
    new: NewActivity | None = None


class WhatShallCome(Dialog[None]):
    """Each change is carried out at once, and can be undone. Left by Esc."""

    PURPOSE: ClassVar[str] = "The rest of the agenda, to be changed: what comes, in which order, for how long."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "add", "Add", show=False),
        Binding("d,delete", "edit('drop')", "Drop", show=False),
        Binding("u,shift+up", "edit('up')", "Earlier", show=False),
        Binding("j,shift+down", "edit('down')", "Later", show=False),
        Binding("t", "retime", "Time", show=False),
        Binding("ctrl+z", "edit('undo')", "Undo", show=False),
    ]
    DEFAULT_CSS = """
    WhatShallCome > #dialog { width: 84; }
    """

    def __init__(self, lines: Sequence[Line], carry_out: Callable[[Edit], Awaitable[tuple[Sequence[Line], str]]]) -> None:
        """Show these; `carry_out` does what is wanted, and gives the agenda as it is then, with a word where it could not be done."""
        super().__init__("What shall come?", "a add  ·  d drop  ·  u earlier  ·  j later  ·  t time  ·  Ctrl+Z undo  ·  Esc goes back")
        self._lines = tuple(lines)
        self._carry_out = carry_out

    def body(self) -> list[Widget]:
        """A row an activity."""
        return [Rows(id="agenda"), Static(Content("Nothing is to come: a adds an activity."), id="nothing")]

    def on_mount(self) -> None:
        """Fill it, with the first that can be changed chosen."""
        self._show(next((line.index for line in self._lines if not line.on), None))

    @work(group="verbs")
    async def action_edit(self, change: str) -> None:
        """Drop it, or move it by one."""
        line = self._chosen()
        if Change(change) is Change.UNDO:
            await self._do(Edit(change=Change.UNDO), line.index if line else None)
        elif line is not None:
            await self._do(Edit(change=Change(change), index=line.index, place=line.place), line.index)

    @work(group="asking")
    async def action_retime(self) -> None:
        """Ask how long it shall take."""
        line = self._chosen()
        if line is None:
            return
        seconds = await self.app.push_screen_wait(HowLong(f"How long for {line.title}?", offered=f"{round(line.seconds / 60)}"))
        if seconds is not None:
            await self._do(Edit(change=Change.RETIME, index=line.index, minutes=seconds / 60), line.index)

    @work(group="asking")
    async def action_add(self) -> None:
        """Ask what, and put it before the one chosen; where none can be chosen, next."""
        line = self._chosen()
        new = await self.app.push_screen_wait(WhatActivity())
        if new is not None:
            place = 0 if line is None else line.place + line.on
            await self._do(Edit(change=Change.ADD, place=place, new=new), line.index if line else None)

    async def _do(self, edit: Edit, chosen: int | None) -> None:
        lines, fault = await self._carry_out(edit)
        self._lines = tuple(lines)
        self._show(chosen)
        self.object_to(fault)

    def _chosen(self) -> Line | None:
        place = self.query_one(Rows).highlighted
        return None if place is None or place >= len(self._lines) else self._lines[place]

    def _show(self, chosen: int | None) -> None:
        rows = self.query_one(Rows)
        before = rows.highlighted or 0
        rows.set_options(Option(_row(line)) for line in self._lines)
        places = [place for place, line in enumerate(self._lines) if line.index == chosen]
        rows.highlighted = None if not self._lines else places[0] if places else min(before, len(self._lines) - 1)
        self.query_one("#nothing").display = not self._lines


def _row(line: Line) -> Columns:
    """That an activity is on is said in words."""
    title = Content.assemble(line.title, (", is on" if line.on else "", "$quiet"))
    return Columns(title, [(line.starts, "$quiet", 5), (spoken(line.seconds), "", 12)])
