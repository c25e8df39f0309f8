"""How many are here, and when must it end? What a session is asked before it starts."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from workshop.errors import WorkshopError
from workshop.model.perspective import MIXED, Perspective
from workshop.tui.headcount import head_count
from workshop.tui.quirks import Field
from workshop.tui.screens.dialog import Dialog


@dataclass(frozen=True, slots=True)
class ToldFirst:
    """Head counts by perspective, empty where they weren't said; when it must be over, None where it need not."""

    present: Mapping[str, int]
    ends_by: datetime | None


class HowManyUntilWhen(Dialog[ToldFirst]):
    """Two fields, each of which may be left empty."""

    PURPOSE: ClassVar[str] = "How many are here says of how many people a count is. When it must end lets the clock warn you in time."
    DEFAULT_CSS = """
    HowManyUntilWhen .label { color: $quiet; }
    """

    def __init__(self, group: str, perspectives: Sequence[Perspective], end_of: Callable[[str], datetime]) -> None:
        """Ask of a session with this group; `end_of` tells which instant a time of day means, or raises WorkshopError."""
        how = "Enter moves on, from an empty field too  ·  Esc goes on without"
        super().__init__("Before it starts: how many are here, and when must it end?", how)
        self._group = group
        self._perspectives = tuple(perspectives)
        self._end_of = end_of

    def body(self) -> list[Widget]:
        """The fields with their labels."""
        return [
            Static(Content("how many are here"), classes="label"),
            Field(id="present", placeholder="such as p 5, r 8" if self._group == MIXED else "such as 8"),
            Static(Content("must end by"), classes="label"),
            Field(id="ends", placeholder="such as 14:45, or nothing"),
        ]

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Move on from the first; take both from the second, or say what is wrong with one."""
        event.stop()
        present, ends = (self.query_one(f"#{name}", Input).value.strip() for name in ("present", "ends"))
        asked = "present"
        try:
            counts = head_count(present, self._group, self._perspectives) if present else {}
            asked = "ends"
            ends_by = self._end_of(ends) if ends else None
        except WorkshopError as fault:
            self.object_to(str(fault))
            self.query_one(f"#{asked}").focus()
            return
        self.object_to("")
        if event.input.id == "present":
            self.query_one("#ends").focus()
        else:
            self.dismiss(ToldFirst(counts, ends_by))
