"""The reflections of a session as they come: the newest at the bottom and in sight."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from textual.widgets.option_list import Option

from workshop.text import fold
from workshop.tui.quirks import GrowingOptionList
from workshop.tui.themes import colour_of
from workshop.tui.widgets.hanging import Hanging, Styled

MARGIN = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class RemarkRow:
    """One reflection as the list shows it. `ref` is "R12", `speaker` "p3" or "parents", `themes` are titles, `marks` further words."""

    id: str
    ref: str
    speaker: str
    perspective: str
    text: str
    verbatim: bool = False
    unfinished: bool = False
    highlight: bool = False
    themes: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()


class Reflections(GrowingOptionList):
    """A list of remarks that is quick to add to, however long it has grown."""

    DEFAULT_CSS = """
    Reflections {
        height: 1fr;
        border: none;
        padding: 0 1 0 0;
        background: $background;
        scrollbar-size-vertical: 1;
    }
    Reflections > .option-list--option {
        padding: 0;
    }
    Reflections > .option-list--option-highlighted {
        background: $background;
    }
    Reflections:focus {
        border: none;
        background-tint: $foreground 0%;
    }
    """

    marked_without_focus = False

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # Textual's own name for it
        """Empty until `show_all`."""
        super().__init__(id=id)
        self._rows: dict[str, RemarkRow] = {}
        self._following = True

    def on_resize(self) -> None:
        """Stay at the end where it was there: other widths make other heights."""
        if self._following:
            self._go_to_end()

    def watch_scroll_y(self, before: float, now: float) -> None:
        """Whoever scrolls up stops following, whoever comes back to the end follows again."""
        super().watch_scroll_y(before, now)
        self._following = self.is_vertical_scroll_end

    def show_all(self, rows: Iterable[RemarkRow]) -> None:
        """Put these in place of what is there, oldest first, and show the newest."""
        self._rows = {row.id: row for row in rows}
        self.set_options(_option(row) for row in self._rows.values())
        self._go_to_end()

    def show(self, row: RemarkRow) -> None:
        """Add one at the end, or put it in place of an earlier state of itself."""
        before = self._rows.get(row.id)
        self._rows[row.id] = row
        if before is None:
            following = self._following
            self.add_option(_option(row))
            if following:
                self.scroll_end(animate=False, immediate=True)
        elif before != row:
            self.replace_option_prompt(row.id, _prompt(row))

    def drop(self, row_id: str) -> None:
        """Take one out; the highlight stays on the remark that it was on."""
        if self._rows.pop(row_id, None) is None:
            return
        chosen = self.highlighted_option
        self.remove_option(row_id)
        if chosen is not None and chosen.id in self._rows:
            self.highlighted = self.get_option_index(chosen.id)

    def row(self, row_id: str) -> RemarkRow | None:
        """This remark as it is listed; None where it is not."""
        return self._rows.get(row_id)

    def _go_to_end(self) -> None:
        self.call_after_refresh(self.scroll_end, animate=False, immediate=True)

    def __contains__(self, row_id: object) -> bool:
        """Whether this remark is listed."""
        return row_id in self._rows


@lru_cache(maxsize=1024)
def tag(theme: str) -> str:
    """A theme as it is typed in the capture line: "#food-banks"."""
    return "#" + fold(theme).replace(" ", "-")


def _option(row: RemarkRow) -> Option:
    return Option(_prompt(row), id=row.id)


def _prompt(row: RemarkRow) -> Hanging:
    head = ((f" {row.ref:<4} ", "$quiet"), (row.speaker, f"bold {colour_of(row.perspective)}"))
    return Hanging(head, words_of(row), MARGIN)


def words_of(row: RemarkRow) -> list[Styled]:
    """What was said and what is to be said of it, in its styles: the words, whether they are to be finished, marks, themes."""
    words = f"“{row.text}{'' if row.unfinished else '”'}" if row.verbatim else row.text
    parts = [(words, "")] if row.text else []
    if row.unfinished:
        parts.append(("… to finish", "$warning"))
    if row.highlight:
        parts.append(("★", "$warning"))
    parts += [(mark, "italic $quiet") for mark in row.marks]
    parts += [(tag(theme), "$success") for theme in row.themes]
    gap = ("  ", "")
    return [each for part in parts for each in (part, gap)][:-1]
