"""A list in a dialog in which any rows are ticked; a letter goes to the next row that begins with it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from textual import events

from workshop.text import fold
from workshop.tui.widgets.chooser import Chooser
from workshop.tui.widgets.hanging import Hanging

MOST_SHOWN = 12
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
    TickList { max-height: 45vh; min-height: 1; }
    TickList, TickList > .chooser--row { background: $panel; }
    """

    def __init__(self, rows: Sequence[Tick], ticked: Collection[str] = (), *, most: int = MOST_SHOWN) -> None:
        """List these, those `ticked` by their ids; at most so many in sight."""
        super().__init__()
        self._rows = {row.id: row for row in rows}
        self._begin_with = tuple(ticked)
        self._head = HEAD if any(row.kind for row in rows) else 4
        self.styles.height = min(most, max(1, len(rows)))

    def on_mount(self) -> None:
        """All of them."""
        self.list_ids(list(self._rows))
        self.mark_these(self._begin_with)

    def visual(self, row: str, *, chosen: bool) -> Hanging:
        """Its kind, its title and what is said of it."""
        tick = self._rows[row]
        body = [(tick.title, "")] + ([(f"  {tick.more}", "$quiet")] if tick.more else [])
        return Hanging([(f"{self.mark_of(row, chosen=chosen)} ", "bold"), (tick.kind, "$quiet")], body, self._head)

    def on_key(self, event: events.Key) -> None:
        """Space ticks; a letter looks for a row."""
        if event.key == "space":
            event.stop()
            self.toggle_mark()
        elif event.character is not None and event.is_printable:
            event.stop()
            self._look_for(fold(event.character))

    def _look_for(self, letter: str) -> None:
        ids = list(self._rows)
        for row in [*ids[self.cursor + 1 :], *ids[: self.cursor + 1]]:
            if fold(self._rows[row].title).startswith(letter):
                self.choose(row)
                return
