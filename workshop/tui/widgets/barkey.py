"""The heading above the first bars, and what their shades stand for."""

from collections.abc import Sequence

from textual.content import Content

from workshop.model.view.finding import ShownFinding
from workshop.model.view.group import ShownGroup
from workshop.tui.themes import colour_of
from workshop.tui.widgets.laidout import LaidOut, wrapped
from workshop.tui.widgets.mirror import AT_MOST, FILLS

PERHAPS = "perhaps more: no sticker was noted"
_APART = 3


class BarKey(LaidOut):
    """The heading, and beside it, or below it where there is no room, each side's shade; what notes could add where any do."""

    def __init__(self, heading: str, sides: tuple[ShownGroup, ShownGroup], findings: Sequence[ShownFinding]) -> None:
        """`findings` are all whose bars are shown."""
        self._heading = heading
        parts = [
            Content.assemble((FILLS[place], colour_of(side.name)), (f" {side.plural}", "$quiet not bold"))
            for place, side in enumerate(sides)
        ]
        if any(count.share != count.share_at_most for finding in findings for count in finding.groups.values()):
            parts.append(Content.styled(f"{AT_MOST} {PERHAPS}", "$quiet not bold"))
        self._key = Content(" " * _APART).join(parts)

    def lines(self, width: int) -> Sequence[Content]:
        """With an empty line below it where all of it is one line."""
        if len(self._heading) + _APART + self._key.cell_length <= width:
            return [Content.assemble(self._heading, " " * (width - len(self._heading) - self._key.cell_length), self._key), Content("")]
        return [*wrapped(self._heading, width), *wrapped(self._key, width)]
