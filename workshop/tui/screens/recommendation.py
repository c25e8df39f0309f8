"""What should happen? Who does it, by when, and what it rests on."""

from collections.abc import Sequence
from datetime import date
from typing import ClassVar

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from workshop.model.perspective import Perspective
from workshop.text import clean_line
from workshop.tui.quirks import Field
from workshop.tui.screens.dialog import Dialog
from workshop.workbook.recommending import NO_DAY, Wanted


class WhatShouldHappen(Dialog[Wanted]):
    """Fields below each other; Tab goes from one to the next."""

    PURPOSE: ClassVar[str] = "A recommendation: what should happen, who does it and by when. Later sessions ask what came of it."
    DEFAULT_CSS = """
    WhatShouldHappen .label { color: $quiet; }
    """

    def __init__(self, question: str, wanted: Wanted, perspectives: Sequence[Perspective], refused: str = "") -> None:
        """Begin with what is `wanted` so far; `refused` says why that could not be taken."""
        super().__init__(question, "Tab moves on  ·  Enter saves  ·  Esc goes back")
        self._wanted = wanted
        self._groups = ", ".join(each.name for each in perspectives)
        self._refused = refused

    def body(self) -> list[Widget]:
        """A field each, labelled."""
        wanted = self._wanted
        due = wanted.due.isoformat() if wanted.due and wanted.due != NO_DAY else ""
        fields = (
            ("what should happen, in one sentence", "text", wanted.text or ""),
            (f"whose commitment, if any: {self._groups}", "side", wanted.side or ""),
            ("who has said yes to these words, with commas between", "agreed", ", ".join(wanted.agreed or ())),
            ("who leads it: an organisation or a role, no name", "lead", wanted.lead or ""),
            ("by when, such as 2026-09-01", "due", due),
            ("themes, with commas between", "themes", ", ".join(wanted.themes or ())),
            ("the contested statement that it answers, such as T3", "statement", wanted.statement or ""),
        )
        found: list[Widget] = []
        for label, name, value in fields:
            found += [Static(Content(label), classes="label"), Field(value, id=name, select_on_focus=False, compact=True)]
        return found

    def on_mount(self) -> None:
        """Say why it comes back, where it does."""
        if self._refused:
            self.object_to(self._refused)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take what was typed, or say what is wrong with it."""
        event.stop()
        typed = {field.id: clean_line(field.value) for field in self.query(Field)}
        try:
            due = date.fromisoformat(typed["due"]) if typed["due"] else NO_DAY
        except ValueError:
            self.object_to(f'"{typed["due"]}" is no day. Write it like 2026-09-01.')
            self.query_one("#due", Field).focus()
            return
        agreed = tuple(each.strip() for each in typed["agreed"].split(",") if each.strip())
        self.dismiss(
            Wanted(
                text=typed["text"],
                side=typed["side"],
                lead=typed["lead"],
                due=due,
                themes=tuple(each.strip() for each in typed["themes"].split(",") if each.strip()),
                sources=self._wanted.sources,
                statement=typed["statement"],
                agreed=None if agreed == (self._wanted.agreed or ()) else agreed,  # to other words the old yes is none
            )
        )
