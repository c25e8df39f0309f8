"""Painting no more than what is to be painted."""

from collections.abc import Iterable

from textual._compositor import Compositor
from textual.geometry import Region
from textual.strip import Strip


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
