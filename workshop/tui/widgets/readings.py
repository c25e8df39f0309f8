"""A picture in the comparison: its caption, and one reading of each group beside the other's."""

from collections.abc import Sequence

from textual.content import Content

from workshop.compare.words import noun
from workshop.model.view.artwork import ShownArtwork
from workshop.tui.widgets.laidout import LaidOut, wrapped
from workshop.tui.widgets.voices import SideBySide

NOTHING = "read nothing in it that was written down"


class Readings(LaidOut):
    """The caption; below it the first reading of each group, or all of them where it is looked at closely (`whole`)."""

    def __init__(self, artwork: ShownArtwork, *, whole: bool = False) -> None:
        """Of this picture."""
        self._artwork = artwork
        self._whole = whole

    def lines(self, width: int) -> Sequence[Content]:
        """Groups beside or under each other; then how many readings stand elsewhere."""
        artwork = self._artwork
        found = wrapped(Content.assemble((f"{artwork.name}  ", "bold $primary"), (artwork.caption, "bold")), width)
        found += wrapped(f"from {artwork.made_by_plural}", width, "$quiet")
        groups = [(group, noun(2, group), quotes if self._whole else quotes[:1]) for group, quotes in artwork.readings.items()]
        found += [Content(""), *SideBySide(groups, NOTHING).lines(width)]
        more = [f"{noun(2, group)}: {text}" for group, text in artwork.more.items() if text] if self._whole else []
        return [*found, *([Content(""), *wrapped(", ".join(more), width, "$quiet")] if more else [])]
