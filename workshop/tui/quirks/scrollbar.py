"""A scrollbar that is painted when it looks different, not whenever its list has grown."""

from textual.geometry import Region
from textual.scrollbar import ScrollBar, ScrollBarRender
from textual.strip import Strip


class SteadyScrollBar(ScrollBar):
    """A vertical scrollbar that is kept as it was painted while its thumb stays where it is.

    Textual's is painted for every new size and position, though a row more among 10,000 moves the thumb by no eighth of a cell
    (Widget._scroll_update, https://github.com/Textualize/textual/blob/main/src/textual/widget.py).
    """

    _looks: object = None
    _painted: list[Strip]

    def render_lines(self, crop: Region) -> list[Strip]:
        """Textual's protocol."""
        bar = self.render()
        if not isinstance(bar, ScrollBarRender):
            return super().render_lines(crop)
        glyphs = bar.render_bar(self.size.height, bar.virtual_size, bar.window_size, bar.position, bar.thickness)
        looks = (crop, self.size, self.background_colors, bar.style, tuple(glyphs.segments))
        if looks != self._looks:
            self._looks, self._painted = looks, super().render_lines(crop)
        return self._painted
