"""Lists that survive a narrow column, and tell without colour what is chosen."""

from rich.segment import Segment
from rich.style import Style as RichStyle
from textual.strip import Strip
from textual.widgets import OptionList

CHOSEN = "›"


class RoomyOptionList(OptionList):
    """An OptionList that survives a column of 4 cells or fewer, and tells the row that is chosen without colour.

    In 4 cells its own `get_content_height` raises "range() arg 3 must not be zero": https://github.com/OpenHands/OpenHands-CLI/issues/397
    """

    DEFAULT_CSS = """
    RoomyOptionList {
        min-width: 10;
        padding: 0;
    }
    RoomyOptionList > .option-list--option {
        padding: 0 1;
    }
    """
    marked_without_focus = True
    """Whether the row that is chosen has its sign while the keys go elsewhere."""

    def render_line(self, y: int) -> Strip:
        """Textual's protocol. The row that is chosen has a sign in its margin, where Textual's has but a colour."""
        strip = super().render_line(y)
        if self.highlighted is None or _option_of(strip) != self.highlighted or not (self.has_focus or self.marked_without_focus):
            return strip
        if (y > 0 and _option_of(super().render_line(y - 1)) == self.highlighted) or not strip.text.startswith(" "):
            return strip
        style = self.get_visual_style("option-list--option", "option-list--option-highlighted").rich_style
        return Strip.join([Strip([Segment(CHOSEN, style + RichStyle(bold=True))]), strip.crop(1)])


def _option_of(strip: Strip) -> int | None:
    """Which option a line of a list belongs to, as Textual notes it for the mouse; None for a blank one."""
    return next((segment.style.meta.get("option") for segment in strip if segment.style), None)
