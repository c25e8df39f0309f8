"""Lists that grow at little cost: at every remark the screen does as little as it can."""

from collections.abc import Callable
from typing import TypeVar, cast

from textual.css.styles import RenderStyles
from textual.geometry import Region, Size
from textual.reactive import Reactive
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBar
from textual.strip import Strip
from textual.style import Style

from workshop.tui.quirks.lists import RoomyOptionList
from workshop.tui.quirks.scrollbar import SteadyScrollBar

Kept = TypeVar("Kept")


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

    @property
    def vertical_scrollbar(self) -> ScrollBar:
        """Textual's protocol: the scrollbar, made when it is first asked for."""
        if self._vertical_scrollbar is None:
            self._vertical_scrollbar = SteadyScrollBar(vertical=True, name="vertical", thickness=self.scrollbar_size_vertical)
            self._vertical_scrollbar.display = False
            self.app._start_widget(self, self._vertical_scrollbar)
        return self._vertical_scrollbar


class GrowingOptionList(RoomyOptionList, GrowsWithin):
    """An OptionList that paints the rows that are new and moves those that it painted before.

    Textual's paints every row in sight whenever one is added, and works styles and size out for each of its lines
    (OptionList.render_line, https://github.com/Textualize/textual/blob/main/src/textual/widgets/_option_list.py).
    """

    _of_painting: dict[object, object] | None = None
    _painted: dict[object, Strip]
    _looks: object = None

    def render_lines(self, crop: Region) -> list[Strip]:
        """Textual's protocol."""
        self._update_lines()
        self._of_painting = {}
        try:
            return self._lines_of(crop)
        finally:
            self._of_painting = None

    def notify_style_update(self) -> None:
        """Textual's protocol: nothing looks as it was painted before."""
        self._looks = None
        super().notify_style_update()

    def _lines_of(self, crop: Region) -> list[Strip]:
        state = (self.highlighted, self._mouse_hovering_over, self.has_focus)
        looks = (crop.column_span, self.size, self.background_colors, state)
        before = self._painted if looks == self._looks else {}
        rows = {y: self._row_at(y) for y in crop.line_range}
        new = [y for y, row in rows.items() if row not in before]
        painted = {row: before[row] for row in rows.values() if row in before}
        if new:
            top, bottom = new[0], new[-1] + 1
            strips = super().render_lines(Region(crop.x, top, crop.width, bottom - top))
            painted |= {rows[y]: strip for y, strip in zip(range(top, bottom), strips, strict=True)}
        self._looks, self._painted = looks, painted
        return [painted[row] for row in rows.values()]

    def _row_at(self, y: int) -> object:
        """What is painted there: a line of what an option shows. The first in sight may bear the sign of the row that is chosen."""
        row = y - self.gutter.top
        try:
            index, line = self._line_cache.lines[self.scroll_offset.y + row]
        except IndexError:
            return y
        if not 0 <= row < self.content_size.height:
            return y
        return index, line, self.options[index].prompt, row == 0 and index == self.highlighted

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
