"""What is known of a theme: what it means, its other names, what it stands under, who leads, whether it is agreed."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Checkbox, Input, Static

from workshop.model.records import Theme
from workshop.text import clean_line, fold
from workshop.tui.quirks import Field
from workshop.tui.screens.dialog import Dialog


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeKnown:
    """What was typed of a theme; `parent` is a title, "" for none."""

    description: str
    aliases: tuple[str, ...]
    parent: str
    lead: str
    agreed: bool
    priority: bool


class WhatIsKnownOfTheTheme(Dialog[ThemeKnown]):
    """Fields below each other; Tab goes from one to the next."""

    PURPOSE: ClassVar[str] = "What a theme means, its other names and who leads on it: for those who file remarks later."
    DEFAULT_CSS = """
    WhatIsKnownOfTheTheme .label { color: $quiet; }
    WhatIsKnownOfTheTheme Field { margin-bottom: 1; }
    WhatIsKnownOfTheTheme Checkbox { border: none; padding: 0; margin: 0; background: $panel; width: 100%; height: 1; }
    WhatIsKnownOfTheTheme Checkbox > .toggle--button { color: $border-blurred; background: $border-blurred; }
    WhatIsKnownOfTheTheme Checkbox.-on > .toggle--button { color: $background; background: $primary; }
    """

    def __init__(self, theme: Theme, parent: str, titles: Sequence[str]) -> None:
        """Begin with what is known; `parent` is its parent's title, `titles` are those that may be one."""
        super().__init__(f"{theme.title}: what is known of it?", "Tab moves on  ·  Space ticks  ·  Enter saves  ·  Esc goes back")
        self._theme = theme
        self._under = parent
        self._titles = {fold(title): title for title in titles}

    def body(self) -> list[Widget]:
        """A field each, labelled."""
        fields = (
            ("what it means", "description", self._theme.description.replace("\n", " ")),
            ("other names, with commas between them", "aliases", ", ".join(self._theme.aliases)),
            ("part of the theme", "parent", self._under),
            ("organisation that leads", "lead", self._theme.lead_organisation),
        )
        found: list[Widget] = []
        for label, name, value in fields:
            found += [Static(Content(label), classes="label"), Field(value, id=name, select_on_focus=False, compact=True)]
        return [
            *found,
            Checkbox(Content("agreed (else it is provisional)"), not self._theme.provisional, id="agreed"),
            Checkbox(Content("a priority"), self._theme.priority, id="priority"),
        ]

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take what was typed, or say that there is no such parent."""
        event.stop()
        parent = clean_line(self.query_one("#parent", Input).value)
        known = self._titles.get(fold(parent), "")
        if parent and not known:
            self.object_to(f'There is no theme "{parent}" that this could be part of.')
            self.query_one("#parent").focus()
            return
        aliases = (clean_line(each) for each in self.query_one("#aliases", Input).value.split(","))
        self.dismiss(
            ThemeKnown(
                description=clean_line(self.query_one("#description", Input).value),
                aliases=tuple(each for each in aliases if each),
                parent=known,
                lead=clean_line(self.query_one("#lead", Input).value),
                agreed=self.query_one("#agreed", Checkbox).value,
                priority=self.query_one("#priority", Checkbox).value,
            )
        )
