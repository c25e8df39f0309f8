"""What activity? One that the plan doesn't have."""

from dataclasses import dataclass
from typing import ClassVar

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static
from textual.widgets.option_list import Option

from workshop.errors import WorkshopError
from workshop.model.duration import parse_duration
from workshop.model.plan import Kind
from workshop.text import clean_line
from workshop.tui.quirks import Field
from workshop.tui.screens.dialog import Dialog
from workshop.tui.widgets.rows import Rows

KINDS = {
    Kind.OPEN: "open: people say what they think",
    Kind.REFLECT: "reflect: people look at what was said",
    Kind.SHOW: "show: statements of another group, one at a time",
    Kind.VOTE: "vote: dots, hands or ranks",
    Kind.RECOMMEND: "recommend: what should happen, who, by when",
    Kind.BREAK: "break",
    Kind.CLOSE: "close: the last round",
}
"""Kinds that need nothing from a plan to be run."""


@dataclass(frozen=True, slots=True)
class NewActivity:
    """Its title, its kind, its minutes."""

    title: str
    kind: Kind
    minutes: float


class WhatActivity(Dialog[NewActivity]):
    """Title, length, kind."""

    PURPOSE: ClassVar[str] = "An activity that is not in the plan: its title, how long it takes, and of which kind it is."
    DEFAULT_CSS = """
    WhatActivity .label { color: $quiet; }
    WhatActivity Field { margin-bottom: 1; }
    """

    def __init__(self) -> None:
        """Ask."""
        super().__init__("What activity?", "Enter goes on, then adds it  ·  Esc goes back")

    def body(self) -> list[Widget]:
        """Two fields and a list."""
        return [
            Static(Content("title"), classes="label"),
            Field(id="title", compact=True),
            Static(Content("how long"), classes="label"),
            Field(id="length", placeholder="minutes, such as 10; or 1h30", compact=True),
            Static(Content("kind"), classes="label"),
            Rows(*(Option(Content(words), id=kind.value) for kind, words in KINDS.items())),
        ]

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go on to what is asked next."""
        event.stop()
        if event.input.id == "title":
            self.query_one("#length").focus()
        else:
            self.query_one(Rows).focus()

    def on_option_list_option_selected(self, event: Rows.OptionSelected) -> None:
        """Take it, or say what is missing."""
        event.stop()
        title = clean_line(self.query_one("#title", Input).value)
        if not title:
            self.object_to("An activity needs a title.")
            self.query_one("#title").focus()
            return
        try:
            seconds = parse_duration(self.query_one("#length", Input).value)
        except WorkshopError as fault:
            self.object_to(str(fault))
            self.query_one("#length").focus()
            return
        self.dismiss(NewActivity(title, Kind(event.option_id or ""), seconds / 60))
