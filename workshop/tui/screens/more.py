"""What else? All the Room's verbs, a letter each, each a button too."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.widget import Widget
from textual.widgets.option_list import Option

from workshop.tui.keys import Key, Place, face, key_of
from workshop.tui.screens.dialog import Dialog
from workshop.tui.widgets.hanging import Hanging
from workshop.tui.widgets.rows import Rows

MARGIN = 8


class WhatElse(Dialog[Key]):
    """The verb that is wanted."""

    PURPOSE: ClassVar[str] = "All that a session needs, a letter each."

    def __init__(self, keys: Sequence[Key]) -> None:
        """Offer these: those that work now, and are no way to leave."""
        super().__init__("What else?", "A letter, or Enter on the one chosen  ·  Esc goes back")
        self._keys = {key.id: key for key in keys}

    def body(self) -> list[Widget]:
        """A row a verb."""
        return [Rows(*(Option(_row(key), id=key.id) for key in self._keys.values()))]

    def on_key(self, event: events.Key) -> None:
        """A letter, or the verb's own chord; the key that opened it goes back."""
        if event.key in key_of("room.more").keys.split(","):
            event.stop()
            self.action_leave()
            return
        wanted = next((key for key in self._keys.values() if event.key in key.keys.split(",")), None)
        if wanted is not None:
            event.stop()
            self.dismiss(wanted)

    def on_option_list_option_selected(self, event: Rows.OptionSelected) -> None:
        """Enter, or a click."""
        event.stop()
        self.dismiss(self._keys[event.option_id or ""])


def _row(key: Key) -> Hanging:
    name = key.keys if Place.MORE in key.places else face(key)
    return Hanging([(name, "bold $primary")], [(key.description, "")], MARGIN)
