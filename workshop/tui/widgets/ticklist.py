"""A list in a dialog in which any rows are ticked, or one is chosen; a letter goes to the next row that begins with it.

It answers all its keys itself, one after the other. An action of a binding waits until its key has come up to the app: a Space that
came straight after a Down would tick the row before the cursor had left it.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from textual import events
from textual.geometry import Size

from workshop.text import clean_line, fold
from workshop.tui.quirks import Field, dropped_letter
from workshop.tui.widgets.chooser import MOVES, Chooser
from workshop.tui.widgets.hanging import Hanging

MOST_SHOWN = 12
SHARE = 45
"""Percent of the window's height that it takes at most."""
HEAD = 12
"""Cells for the tick and what kind of a thing a row is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A row: `kind` ("session", or "") stands before its `title`, `more` behind it."""

    id: str
    title: str
    kind: str = ""
    more: str = ""


class TickList(Chooser):
    """As high as its rows, up to a dozen and to half of the window; `✓` are those that are ticked."""

    DEFAULT_CSS = """
    TickList { height: auto; min-height: 1; }
    TickList, TickList > .chooser--row { background: $panel; }
    """

    def __init__(
        self, rows: Sequence[Tick], now: Collection[str] = (), *, several: bool = True, all_key: str = "", field: Field | None = None
    ) -> None:
        """List these. Those that hold `now`, by their ids, are ticked, or where only one may be (not `several`) the first is chosen.

        `all_key` is the letter that ticks all of them, or none. With a `field`, letters and what is pasted go there.
        """
        super().__init__()
        self._rows = {row.id: row for row in rows}
        self._begin_with = tuple(now)
        self._several = several
        self._all_key = all_key
        self._field = field
        self._head = HEAD if any(row.kind for row in rows) else 4

    def on_mount(self) -> None:
        """All of them, as it holds now."""
        self.list_ids(list(self._rows))
        if self._several:
            self.mark_these(self._begin_with)
        if self._begin_with:
            self.choose(self._begin_with[0])

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Textual's protocol. Not by `max-height`: what stands around a list counts all of its rows then."""
        most = min(MOST_SHOWN, viewport.height * SHARE // 100)
        return max(1, min(most, super().get_content_height(container, viewport, width)))

    def visual(self, row: str, *, chosen: bool) -> Hanging:
        """Its kind, its title and what is said of it."""
        tick = self._rows[row]
        body = [(tick.title, "")] + ([(f"  {tick.more}", "$quiet")] if tick.more else [])
        return Hanging([(f"{self.mark_of(row, chosen=chosen)} ", "bold"), (tick.kind, "$quiet")], body, self._head)

    async def on_key(self, event: events.Key) -> None:
        """The arrows choose, Space ticks, Backspace takes all ticks off; a letter looks for a row, or goes to the field."""
        letter = (event.character or "") if event.is_printable else dropped_letter(event)
        if event.key in MOVES:
            await self.run_action(MOVES[event.key])
        elif self._field is not None and letter and (letter != " " or self._field.value):
            self._type(letter)
        elif event.key == "space":
            if self._several:
                self.toggle_mark()
        elif event.key in ("backspace", "delete") and self._several:
            self.mark_these()
        elif letter and letter == self._all_key:
            self.mark_these(() if len(self.marked) == len(self._rows) else self._rows)
        elif letter:
            self._look_for(fold(letter))
        else:
            return
        event.stop()
        event.prevent_default()

    def on_paste(self, event: events.Paste) -> None:
        """What is pasted, or dragged here, goes to the field."""
        if self._field is not None:
            event.stop()
            self._type(clean_line(event.text))

    def _type(self, text: str) -> None:
        """Go on in the field with this."""
        if self._field is not None:
            self._field.insert_text_at_cursor(text)
            self.screen.set_focus(self._field)

    def _look_for(self, letter: str) -> None:
        ids = list(self._rows)
        for row in [*ids[self.cursor + 1 :], *ids[: self.cursor + 1]]:
            if fold(self._rows[row].title).startswith(letter):
                self.choose(row)
                return
