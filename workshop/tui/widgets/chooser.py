"""A list to choose from, however long: only what is in sight is made and laid out, so 100,000 rows cost what 20 do."""

from abc import abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, Generic, Protocol, TypeVar

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.visual import Visual

from workshop.tui.quirks import GrowsWithin

LEAST = 12
"""No row is laid out for fewer cells: in a narrower list it runs out of sight, and nothing crashes."""
MOVES: Mapping[str, str] = {"up": "go(-1)", "down": "go(1)", "pageup": "page(-1)", "pagedown": "page(1)", "home": "first", "end": "last"}
"""The keys that choose another row, and their actions."""
GAP = 1
"""Cells between what a row says and the scrollbar."""
_KEPT = 500
"""So many rows are kept as they were painted."""


class Chooser(GrowsWithin):
    """One row is chosen, any may be marked; a row has an id. It scrolls by rows, not by lines: `scroll_y` is the first row in sight.

    Subclasses make the `visual` of a row, and say by `mark_of` whether it is chosen and marked.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(key, action, show=False) for key, action in MOVES.items()),
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {"chooser--row", "chooser--chosen"}
    DEFAULT_CSS = """
    Chooser {
        height: 1fr;
        background: $background;
        overflow-x: hidden;
        scrollbar-gutter: stable;
        scrollbar-size: 0 1;
    }
    Chooser > .chooser--row { background: $background; color: $foreground; }
    Chooser > .chooser--chosen { background: $block-cursor-blurred-background; color: $block-cursor-blurred-foreground; }
    Chooser:focus > .chooser--chosen { background: $block-cursor-background; color: $block-cursor-foreground; }
    """
    can_focus = True
    ALLOW_SELECT = False

    cursor = reactive(0)

    @dataclass
    class Moved(Message):
        """Another row is chosen (its id, None in an empty list)."""

        list: "Chooser"
        chosen: str | None

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # Textual's own name for it
        """Empty until something is listed."""
        super().__init__(id=id)
        self._ids: Sequence[str] = ()
        self._marked: dict[str, None] = {}
        self._painted: dict[tuple[int, bool, int], list[Strip]] = {}
        self._page: tuple[tuple[int, int, int], list[Strip]] | None = None
        self._said: str | None = ""

    @property
    def chosen(self) -> str | None:
        """The id of the row that is chosen."""
        return self._ids[self.cursor] if self.cursor < len(self._ids) else None

    @property
    def marked(self) -> tuple[str, ...]:
        """The ids of those that are marked, in the order of the list."""
        return tuple(sorted(self._marked, key=self._place_of)) if self._marked else ()

    @property
    def targets(self) -> tuple[str, ...]:
        """What a verb acts on: those that are marked, else the one that is chosen."""
        return self.marked or ((self.chosen,) if self.chosen is not None else ())

    def __len__(self) -> int:
        """How many rows are listed."""
        return len(self._ids)

    def __bool__(self) -> bool:
        """A widget is one, however little it lists."""
        return True

    @abstractmethod
    def visual(self, row: str, *, chosen: bool) -> Visual:
        """What a row looks like; asked for what comes into sight."""

    def mark_of(self, row: str, *, chosen: bool) -> str:
        """Two cells: whether it is chosen, and whether it is marked."""
        return f"{'›' if chosen else ' '}{'✓' if row in self._marked else ' '}"

    def list_ids(self, ids: Sequence[str]) -> None:
        """List these. What was chosen stays chosen; where it is no longer listed, what came after it is."""
        here = set(ids)
        after = next((each for each in self._ids[self.cursor :] if each in here), None)
        self._ids = ids
        self._marked = {each: None for each in self._marked if each in here}
        at = self.cursor if after is None else self._place_of(after)
        self.repaint()
        self.set_reactive(Chooser.cursor, max(0, min(at, len(ids) - 1)))
        if self.styles.height is not None and self.styles.height.is_auto:
            self.refresh(layout=True)
        self._measure()
        self._into_sight()
        self._tell()

    def choose(self, row: str) -> None:
        """Choose this one, if it is listed."""
        if row in self._ids:
            self.cursor = self._place_of(row)

    def mark_these(self, rows: Iterable[str] = ()) -> None:
        """Mark these, of those that are listed, and no others."""
        self._marked = {each: None for each in rows if each in self._ids}
        self.repaint()

    # Keys and the mouse

    def toggle_mark(self) -> None:
        """Mark the chosen one, or take its mark off, and go on to the next."""
        if self.chosen is None:
            return
        if self.chosen in self._marked:
            del self._marked[self.chosen]
        else:
            self._marked[self.chosen] = None
        self.repaint()
        self.action_go(1)

    def action_go(self, by: int) -> None:
        """Choose the next, or the one before."""
        self.cursor = self.cursor + by

    def action_page(self, by: int) -> None:
        """Choose one a page away."""
        seen = self._in_sight()
        self.cursor = self.cursor + by * max(1, seen - 1)

    def action_first(self) -> None:
        """Choose the first."""
        self.cursor = 0

    def action_last(self) -> None:
        """Choose the last."""
        self.cursor = len(self._ids) - 1

    def on_click(self, event: events.Click) -> None:
        """Choose what was clicked."""
        y, index = 0, self._top
        while index < len(self._ids):
            y += len(self._strips(index))
            if event.y < y:
                self.cursor = index
                return
            index += 1

    def validate_cursor(self, cursor: int) -> int:
        """No further than the list goes."""
        return max(0, min(cursor, len(self._ids) - 1))

    def watch_cursor(self) -> None:
        """Bring it into sight, and tell."""
        self._into_sight()
        self._tell()

    # Layout: by rows

    @property
    def _top(self) -> int:
        return round(self.scroll_y)

    def on_resize(self) -> None:
        """Other widths make other heights."""
        self.repaint()
        self._measure()
        self._into_sight()

    def _measure(self) -> None:
        """As far as this can be scrolled: until the last row stands at the end."""
        height = self.scrollable_content_region.height
        last_top = self._top_for(len(self._ids) - 1) if self._ids else 0
        size = Size(self.scrollable_content_region.width, height + last_top)
        if size != self.virtual_size:
            self.virtual_size = size
            self._scroll_update(size)
        self.scroll_to(y=min(self._top, last_top), animate=False, immediate=True)

    def _top_for(self, index: int) -> int:
        """The first row in sight where this one stands at the end."""
        room = self.scrollable_content_region.height
        top = index
        room -= len(self._strips(index))
        while top > 0 and room > 0:
            room -= len(self._strips(top - 1))
            if room >= 0:
                top -= 1
        return top

    def _into_sight(self) -> None:
        if self._ids and self.scrollable_content_region.height:
            top = min(self.cursor, max(self._top, self._top_for(self.cursor)))
            self.scroll_to(y=top, animate=False, immediate=True)
        self._page = None
        self.refresh()

    def _in_sight(self) -> int:
        """How many rows are in sight, whole."""
        room, index = self.scrollable_content_region.height, self._top
        while index < len(self._ids):
            room -= len(self._strips(index))
            if room < 0:
                break
            index += 1
        return index - self._top

    def _tell(self) -> None:
        if self.chosen != self._said:
            self._said = self.chosen
            self.post_message(self.Moved(self, self.chosen))

    def _place_of(self, row: str) -> int:
        return self._ids.index(row)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002  # Textual's signature
        """Textual's protocol, for a list that is as high as its rows: no more of them are measured than a window shows."""
        across, lines = max(LEAST, width - self.scrollbar_size_vertical) - GAP, 0
        for row in self._ids:
            lines += self.visual(row, chosen=False).get_height({}, across)
            if lines >= viewport.height:
                break
        return lines

    # Painting

    def repaint(self) -> None:
        """What the rows say has changed."""
        self._painted.clear()
        self._page = None
        self.refresh()

    def notify_style_update(self) -> None:
        """Textual's protocol: other colours, or the keys came or went."""
        self.repaint()
        super().notify_style_update()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Textual's protocol."""
        width, height = self.scrollable_content_region.size
        key = (self._top, width, height)
        if self._page is None or self._page[0] != key:
            page: list[Strip] = []
            index = self._top
            while index < len(self._ids) and len(page) < height:
                page += self._strips(index)
                index += 1
            self._page = (key, page[:height])
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """Textual's protocol: the line `y` of those in sight."""
        page = self._page[1] if self._page is not None else []
        if y < len(page):
            return page[y]
        return Strip.blank(self.scrollable_content_region.width, self.get_visual_style("chooser--row").rich_style)

    def _strips(self, index: int) -> list[Strip]:
        """One row as it is painted, at least one line high."""
        width = max(LEAST, self.scrollable_content_region.width)
        chosen = index == self.cursor
        key = (index, chosen, width)
        if key not in self._painted:
            if len(self._painted) > _KEPT:
                self._painted.clear()
            style = self.get_visual_style("chooser--chosen" if chosen else "chooser--row")
            visual = self.visual(self._ids[index], chosen=chosen)
            strips = Visual.to_strips(self, visual, width - GAP, None, style) or [Strip.blank(width, style.rich_style)]
            self._painted[key] = [strip.extend_cell_length(width, style.rich_style) for strip in strips]
        return self._painted[key]


class HasId(Protocol):
    """A row as it is listed."""

    @property
    def id(self) -> str:
        """By which it is chosen."""


Row = TypeVar("Row", bound=HasId)


class RowChooser(Chooser, Generic[Row]):
    """A chooser of rows that are all at hand, by id in `rows`."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # Textual's own name for it
        """Empty until `show`."""
        super().__init__(id=id)
        self.rows: dict[str, Row] = {}

    def show(self, rows: Sequence[Row]) -> None:
        """List these."""
        self.rows = {row.id: row for row in rows}
        self.list_ids(tuple(self.rows))
