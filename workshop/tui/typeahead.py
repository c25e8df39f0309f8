"""Keys typed ahead: while the screen that they are meant for is on its way, they are kept for it."""

from collections.abc import Sequence
from functools import partial
from itertools import count
from typing import Any
from weakref import WeakSet

from textual import events
from textual.message_pump import MessagePump
from textual.screen import Screen
from textual.widgets import Input, TextArea

from workshop.tui.quirks import TidyApp

AT_MOST = 0.5
"""Seconds for which a key keeps others waiting: what had the focus may be gone, and its answer with it."""


class TypeAheadApp(TidyApp):
    """An app in which no screen gets a key that was typed for the next one.

    Opening a workshop takes a moment, and a letter of the first remark would be a command to the shelf, or be lost: Textual sends a key
    to whatever screen is in front, whether the key before has opened another or not, and whether that one has a field for it yet or not
    (App.on_event, https://github.com/Textualize/textual/blob/main/src/textual/app.py).
    """

    def __init__(self) -> None:
        """Nothing is on its way."""
        super().__init__()
        self._coming: WeakSet[Screen[Any]] = WeakSet()
        self._opening: list[Screen[Any]] = []
        self._command = 0
        """Counts the keys that may open or close a screen; 0 while none is being carried out."""
        self._commands = count(1)
        self._kept: list[events.Key | events.Paste] = []

    def on_mount(self) -> None:
        """Look at each screen that comes to the front."""
        self.screen_change_signal.subscribe(self, self._await, immediate=True)
        self._await(self.screen)

    def begin_opening(self, screen: Screen[Any]) -> None:
        """From now on `screen` gets no keys: it opens another, and keys are for that one, or for what the opening comes to."""
        self._opening.append(screen)

    def end_opening(self, screen: Screen[Any]) -> None:
        """What it opened has come and gone, or could not be opened."""
        self._opening.remove(screen)
        self._hand_on()

    def is_opening_from(self, screen: Screen[Any]) -> bool:
        """Whether `screen` is in front, and another on its way from it."""
        return self.screen is screen and screen in self._opening

    async def on_event(self, event: events.Event) -> None:
        """Textual's protocol: the way of every key."""
        if not isinstance(event, (events.Key, events.Paste)) or event.is_forwarded:
            await super().on_event(event)
        elif self._keeps_keys:
            self._kept.append(event)
        elif isinstance(event, events.Paste) or self._is_typing(event):
            await super().on_event(event)
        else:
            self.before_key(event.key)
            self._command = command = next(self._commands)
            focused = self.focused or self.screen
            await super().on_event(event)
            way = [each for each in (focused, *focused.ancestors) if isinstance(each, MessagePump)]
            self.set_timer(AT_MOST, partial(self._carried_out, command, ()))
            self._carried_out(command, (*way, *way))

    def before_key(self, pressed: str) -> None:
        """A key that is no letter of a text is about to be taken by the screen in front."""

    @property
    def _keeps_keys(self) -> bool:
        return bool(self._command) or self.screen in self._coming or self.screen in self._opening

    def _is_typing(self, key: events.Key) -> bool:
        """Whether it goes into a text and nowhere else."""
        line = isinstance(self.focused, TextArea) and key.key == "enter"
        return line or (isinstance(self.focused, (Input, TextArea)) and key.is_printable)

    def _carried_out(self, command: int, way: Sequence[MessagePump]) -> None:
        """Go the way of a key and of what it sets off, behind them: from what has the focus up to the app. Then the next key may come."""
        if command != self._command:
            return
        for place, pump in enumerate(way, 1):
            if pump.call_later(self._carried_out, command, way[place:]):
                return
        self._command = 0
        self._hand_on()

    def _await(self, screen: Screen[Any]) -> None:
        """A screen has its focus, and is ready for keys, once it has been painted."""
        self._command = 0
        self._coming.add(screen)
        screen.call_after_refresh(self._arrive, screen)

    def _arrive(self, screen: Screen[Any]) -> None:
        self._coming.discard(screen)
        self._hand_on()

    def _hand_on(self) -> None:
        """Let what was kept go its way, in its order; what opens a screen again keeps those behind it."""
        if not self._keeps_keys:
            kept, self._kept = self._kept, []
            for event in kept:
                self.post_message(event)
