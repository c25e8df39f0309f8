"""The capture line: one remark a row, kept until it is on disk."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from textual import events
from textual.actions import SkipAction
from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import TextArea
from textual.widgets.text_area import Edit, EditResult, Selection

from workshop.model.capture import Captured, Completion, Context, completions, parse
from workshop.text import clean, clean_line, fold
from workshop.tui.keys import Place, bindings
from workshop.tui.quirks import dropped_letter


@dataclass(frozen=True, slots=True)
class Waiting:
    """A row on its way to the disk, and when its first letter was typed."""

    text: str
    begun: datetime


class CaptureLine(TextArea):
    """Takes remarks. A row stays until `accept` says that it is saved; what is typed meanwhile goes on a row of its own below it.

    `context` is what the line is read against; set it whenever it changes.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.LINE)]
    DEFAULT_CSS = """
    CaptureLine {
        height: auto;
        min-height: 3;
        max-height: 7;
        border: round $border-blurred;
        padding: 0 1;
        background: $background;
        border-title-color: $quiet;
        border-subtitle-color: $quiet;
    }
    CaptureLine:focus {
        border: round $border;
    }
    """

    @dataclass
    class Typed(Message):
        """The `row` being typed means this; None where it is blank.

        `half_typed` is a theme's tag at the cursor that may still become a known one, "" for none.
        """

        captured: Captured | None
        half_typed: str = ""
        row: str = ""

    @dataclass
    class Offered(Message):
        """Tab offers these, `chosen` is the one that the line now shows; none where the offer is over."""

        labels: tuple[str, ...]
        chosen: int | None

    @dataclass
    class Entered(Message):
        """Enter was pressed and there is something to save: see `waiting`."""

    @dataclass
    class Reopened(Message):
        """Up was pressed in the empty line: the last remark is wanted back."""

    @dataclass
    class LinesPasted(Message):
        """Several lines were pasted. They are not in the line."""

        lines: tuple[str, ...]

    def __init__(self, now: Callable[[], datetime], *, id: str | None = None) -> None:  # noqa: A002  # Textual's own name for it
        """`now` is the wall clock, aware."""
        super().__init__(id=id, compact=False, highlight_cursor_line=False, placeholder=Content(""))
        self.set_reactive(TextArea.cursor_blink, False)  # nothing on the screen moves by itself, and idling costs nothing
        self.context = Context()
        self._now = now
        self._begun: list[datetime] = []
        self._leaving = 0
        self._accepting = False
        self._offer: tuple[Completion, ...] = ()
        self._offered_at: tuple[str, int] = ("", 0)
        self._chosen = 0

    @property
    def waiting(self) -> Waiting | None:
        """The row to be saved next, or None."""
        return Waiting(self.document.get_line(0), self._begun[0]) if self._leaving else None

    @property
    def unsaved(self) -> bool:
        """Whether there is text in the line."""
        return bool(self.text.strip())

    def accept(self) -> None:
        """The row that was waiting is saved: take it off."""
        only = self.document.line_count == 1
        self._accepting = True
        self.delete((0, 0), self.document.end if only else (1, 0), maintain_selection_offset=True)
        self._accepting = False
        self._leaving -= 1
        self._begun = self._begun[1:]
        self.history.clear()  # or Ctrl+Z in the empty line would bring back what is saved already

    def refuse(self) -> None:
        """The row that was waiting could not be saved: it and those behind it can be edited again, and Enter tries them all."""
        self._leaving = 0

    def take_in(self, text: str) -> None:
        """Insert pasted text: one line goes where the cursor is, several are handed over."""
        lines = tuple(line for line in map(clean_line, clean(text).split("\n")) if line)
        if len(lines) > 1:
            self.post_message(self.LinesPasted(lines))
        elif lines:
            result = self.replace(lines[0], *self.selection, maintain_selection_offset=False)
            self.move_cursor(result.end_location)

    def edit(self, edit: Edit) -> EditResult:
        """Textual's way in for every edit: rows on their way to the disk stay as they are, what is typed goes below them."""
        if self._leaving and not self._accepting and edit.top[0] < self._leaving:
            end = self.document.end
            below = "\n" if edit.text and self.document.line_count == self._leaving else ""
            edit = Edit(below + edit.text, end, end, maintain_selection_offset=False)
        return super().edit(edit)

    def on_key(self, event: events.Key) -> None:
        """Enter saves; Textual would begin a new row."""
        letter = dropped_letter(event)
        if event.key == "enter" or letter:
            event.stop()
            event.prevent_default()
        if letter:
            self.replace(letter, *self.selection, maintain_selection_offset=False)
        elif event.key == "enter":
            self._enter()

    def on_paste(self, event: events.Paste) -> None:
        """Take in what was pasted, cleaned."""
        event.stop()
        event.prevent_default()
        self.take_in(event.text)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Note when a row was begun, and tell what the row being typed means."""
        event.stop()
        rows = self.document.line_count
        used = rows - (not self.document.get_line(rows - 1).strip())
        self._begun = [*self._begun, *(self._now() for _ in range(used - len(self._begun)))][:used]
        self.read()
        if self._offer and (self.text, self.cursor_location[1]) != self._offered_at:
            self._withdraw_offer()

    def read(self) -> None:
        """Tell what the row being typed means, as the context is now."""
        row = self._row()
        self.post_message(self.Typed(parse(row, self.context) if row.strip() else None, self._half_typed(), row))

    def action_complete(self) -> None:
        """Complete the word at the cursor: at first as far as all the choices agree, then with each in turn."""
        if self._leaving == self.document.line_count:
            return
        row, column = self.cursor_location
        if self._offer:
            self._chosen = (self._chosen + 1) % len(self._offer)
            self._put(self._offer[self._chosen].line, self._offer[self._chosen].cursor)
            self.post_message(self.Offered(tuple(each.label for each in self._offer), self._chosen))
            return
        line = self.document.get_line(row)
        found = completions(line, column, self.context, alike=True)
        if len(found) == 1:
            self._put(found[0].line, found[0].cursor)
        elif found:
            self._offer, self._chosen = found, -1
            common = _common_start([each.line[: each.cursor].rstrip() for each in found])
            if len(common) > column:
                self._put(common + line[column:], len(common))
            else:
                self._offered_at = (self.text, column)
            self.post_message(self.Offered(tuple(each.label for each in found), None))

    def action_undo(self) -> None:
        """Undo typing while there is text; else leave the key to the screen."""
        if not self.unsaved:
            raise SkipAction
        if not self._leaving:
            super().action_undo()

    def action_cursor_up(self, select: bool = False) -> None:  # Textual's signature
        """In the empty line, ask for the last remark; else go up in it."""
        if self.unsaved:
            super().action_cursor_up(select)
        else:
            self.post_message(self.Reopened())

    def action_cursor_page_up(self) -> None:
        """Leave the key to the screen, which scrolls the list with it."""
        raise SkipAction

    def action_cursor_page_down(self) -> None:
        """Leave the key to the screen, which scrolls the list with it."""
        raise SkipAction

    def action_paste(self) -> None:
        """Paste what was copied in this program."""
        self.take_in(self.app.clipboard)

    def _enter(self) -> None:
        rows = self.text.split("\n")
        if not any(row.strip() for row in rows[self._leaving :]):
            return
        if not self._leaving and any(not row.strip() for row in rows):
            rows = [row for row in rows if row.strip()]
            self.text = "\n".join(rows)
        self._begun = [*self._begun, *(self._now() for _ in range(len(rows) - len(self._begun)))]
        self._leaving = len(rows)
        self.post_message(self.Entered())

    def _row(self) -> str:
        """The row being typed: the last one, unless it is on its way to the disk already."""
        last = self.document.line_count - 1
        return "" if last < self._leaving else self.document.get_line(self.cursor_location[0] if not self._leaving else last)

    def _half_typed(self) -> str:
        row, column = self.cursor_location
        line = self.document.get_line(row)
        word = line[:column].rpartition(" ")[2]
        possible = word.startswith("#") and len(word) > 1 and fold(word[1:]) not in self.context.themes
        return word[1:] if possible and completions(line, column, self.context) else ""

    def _put(self, line: str, cursor: int) -> None:
        row = self.cursor_location[0]
        self.replace(line, (row, 0), (row, len(self.document.get_line(row))), maintain_selection_offset=False)
        self.selection = Selection.cursor((row, cursor))
        self._offered_at = (self.text, cursor)

    def _withdraw_offer(self) -> None:
        self._offer = ()
        self.post_message(self.Offered((), None))


def _common_start(texts: list[str]) -> str:
    """The longest text, as the first one spells it, that all begin with, without regard to case."""
    first, *others = texts
    length = next(
        (at for at, letter in enumerate(first) if any(letter.casefold() != other[at : at + 1].casefold() for other in others)), len(first)
    )
    return first[:length]
