"""Fields that take every letter and keep what is pasted clean."""

from unicodedata import category

from textual import events
from textual.geometry import Region
from textual.reactive import reactive
from textual.widgets import Input

from workshop.text import clean_line

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

    def on_focus(self) -> None:
        """Bring the cursor into sight: Textual's leaves it out of sight behind a value that is longer (Input._watch_selection, ibid.)."""
        self.call_after_refresh(self._into_sight)

    def _into_sight(self) -> None:
        self.scroll_to_region(Region(self._cursor_offset, 0, 1, 1), force=True, animate=False)

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
