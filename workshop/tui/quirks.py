"""Workarounds for Textual, each with its issue; a test of each fails on the day that it is no longer needed (tests/tui/test_quirks.py)."""

import asyncio
import signal
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from traceback import extract_tb
from typing import TypeVar, cast
from unicodedata import category

from rich.segment import Segment
from rich.style import Style as RichStyle
from rich.text import Text
from textual import events
from textual._compositor import Compositor
from textual.app import App
from textual.css.styles import RenderStyles
from textual.geometry import Region, Size
from textual.reactive import Reactive, reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.style import Style
from textual.widgets import Input, OptionList

from workshop.text import clean_line

Kept = TypeVar("Kept")
CHOSEN = "›"
_NO_LETTERS = {"Cc", "Cs", "Zl", "Zp"}
"""Unicode's categories of what is no part of a line: controls, surrogates, separators of lines and paragraphs."""


def dropped_letter(event: events.Key) -> str:
    """The letter of a key that Textual's fields would drop, "" for any other key.

    They insert only what `str.isprintable` calls printable, which are neither the joiners of Persian, Hindi and family emoji, nor soft
    hyphens, non-breaking spaces, the letters of Scotland's flag, nor any emoji that is younger than this Python
    (Key.is_printable, https://github.com/Textualize/textual/blob/main/src/textual/events.py).
    """
    letter = event.character or ""
    return letter if len(letter) == 1 and not letter.isprintable() and category(letter) not in _NO_LETTERS else ""


class Field(Input):
    """An Input that takes every letter (see `dropped_letter`), and of what is pasted all words, but no control character.

    Textual's own takes the first line as it is, and sends C1 control characters in it on to the terminal
    (Input._on_paste, https://github.com/Textualize/textual/blob/main/src/textual/widgets/_input.py).
    Its cursor stands still: Textual's `animation_level` leaves it blinking (Input.cursor_blink, ibid.).
    """

    cursor_blink = reactive(False, init=False)

    def on_key(self, event: events.Key) -> None:
        """Insert what would be dropped."""
        if letter := dropped_letter(event):
            event.stop()
            event.prevent_default()
            self.replace(letter, *sorted(self.selection))

    def on_paste(self, event: events.Paste) -> None:
        """Take in what was pasted, cleaned, as one line."""
        event.stop()
        event.prevent_default()
        self.replace(clean_line(event.text), *sorted(self.selection))


class RoomyOptionList(OptionList):
    """An OptionList that survives a column of 4 cells or fewer, and tells the row that is chosen without colour.

    In 4 cells its own `get_content_height` raises "range() arg 3 must not be zero": https://github.com/OpenHands/OpenHands-CLI/issues/397
    """

    DEFAULT_CSS = """
    RoomyOptionList {
        min-width: 10;
        padding: 0;
    }
    RoomyOptionList > .option-list--option {
        padding: 0 1;
    }
    """
    marked_without_focus = True
    """Whether the row that is chosen has its sign while the keys go elsewhere."""

    def render_line(self, y: int) -> Strip:
        """Textual's protocol. The row that is chosen has a sign in its margin, where Textual's has but a colour."""
        strip = super().render_line(y)
        if self.highlighted is None or _option_of(strip) != self.highlighted or not (self.has_focus or self.marked_without_focus):
            return strip
        if (y > 0 and _option_of(super().render_line(y - 1)) == self.highlighted) or not strip.text.startswith(" "):
            return strip
        style = self.get_visual_style("option-list--option", "option-list--option-highlighted").rich_style
        return Strip.join([Strip([Segment(CHOSEN, style + RichStyle(bold=True))]), strip.crop(1)])


def _option_of(strip: Strip) -> int | None:
    """Which option a line of a list belongs to, as Textual notes it for the mouse; None for a blank one."""
    return next((segment.style.meta.get("option") for segment in strip if segment.style), None)


class GrowsWithin(ScrollView):
    """A list of a fixed height that grows without a layout of the whole screen, which costs as much as a key press does.

    Textual lays out whenever `virtual_size` changes (`virtual_size = Reactive(..., layout=True)` in
    https://github.com/Textualize/textual/blob/main/src/textual/widget.py); what is inside a list moves nothing around it, but for the
    scrollbar on the day that it comes or goes.
    """

    virtual_size: Reactive[Size] = Reactive(Size(0, 0), layout=False)

    def watch_virtual_size(self, _before: Size, now: Size) -> None:
        """Lay out where the scrollbar comes or goes."""
        if (now.height > self.container_size.height) != self.show_vertical_scrollbar:
            self.refresh(layout=True)


class GrowingOptionList(RoomyOptionList, GrowsWithin):
    """An OptionList that grows at little cost: it works styles and size out once a painting, where Textual's does so once a line."""

    _of_painting: dict[object, object] | None = None

    def render_lines(self, crop: Region) -> list[Strip]:
        """Textual's protocol."""
        self._of_painting = {}
        try:
            return super().render_lines(crop)
        finally:
            self._of_painting = None

    def get_visual_style(self, *component_classes: str, partial: bool = False) -> Style:
        """Textual's own, kept while a painting lasts."""
        return self._once(
            (component_classes, partial), lambda: super(GrowingOptionList, self).get_visual_style(*component_classes, partial=partial)
        )

    def get_component_styles(self, *names: str) -> RenderStyles:
        """Textual's own, kept while a painting lasts."""
        return self._once(names, lambda: super(GrowingOptionList, self).get_component_styles(*names))

    @property
    def scrollable_content_region(self) -> Region:
        """Textual's own, kept while a painting lasts."""
        return self._once("region", lambda: super(GrowingOptionList, self).scrollable_content_region)

    def _once(self, what: object, work_out: Callable[[], Kept]) -> Kept:
        if self._of_painting is None:
            return work_out()
        if what not in self._of_painting:
            self._of_painting[what] = work_out()
        return cast(Kept, self._of_painting[what])


class SparingCompositor(Compositor):
    """A compositor that renders no widget in vain.

    Textual's asks every widget whose clip touches what is painted to render, whether the widget itself does or not: for three rows of
    numerals each second 14 widgets, of which 8 lie elsewhere (`crop_overlaps(clip)` in Compositor._get_renders,
    https://github.com/Textualize/textual/blob/main/src/textual/_compositor.py). That is a fifth of what an idle screen costs.
    """

    def _get_renders(self, crop: Region | None = None) -> Iterable[tuple[Region, Region, list[Strip]]]:
        if crop is None:
            return super()._get_renders()
        everything = self.visible_widgets
        self._visible_widgets = {widget: place for widget, place in everything.items() if place[0].overlaps(crop)}
        try:
            return list(super()._get_renders(crop))
        finally:
            self._visible_widgets = everything


class TidyApp(App[None]):
    """An app that leaves the terminal whole when it is told to end, and nobody's words on it when it crashes."""

    def watch_for_signals(self) -> None:
        """Leave in good order when the terminal is closed or the process is told to end.

        By itself the process dies with the terminal in raw mode: https://github.com/Textualize/textual/issues/5140
        """
        if sys.platform == "win32":
            return  # there its event loop takes no signal handlers, and a closed window leaves no terminal to repair
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGHUP):
            loop.add_signal_handler(number, self._end_by_signal, number)

    def _end_by_signal(self, number: int) -> None:
        self.exit(return_code=128 + number)

    def _fatal_error(self) -> None:
        """Say what broke and where, without the values of variables and without the exception's own text.

        Textual prints the local variables of every frame, so participants' words would stay in the scrollback; there is no option
        for it (`show_locals=True` in App._fatal_error, https://github.com/Textualize/textual/blob/main/src/textual/app.py).
        """
        error = sys.exc_info()[1]
        frames = extract_tb(error.__traceback__) if error is not None else []
        lines = [f"  {Path(frame.filename).name}:{frame.lineno} in {frame.name}" for frame in frames[-6:]]
        name = type(error).__name__ if error is not None else "an unknown error"
        words = "\n".join([f"Something went wrong inside workshop ({name}). What was saved is safe.", *lines])
        self._exit_renderables.append(Text(words))
        self._close_messages_no_wait()
