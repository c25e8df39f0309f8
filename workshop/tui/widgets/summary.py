"""What a comparison comes to: first of all what one group said and the other contests."""

from collections.abc import Sequence

from textual.content import Content
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions

from workshop.compare.words import listed, noun
from workshop.model.view.statement import ShownStatement
from workshop.model.view.view import View
from workshop.tui.themes import colour_of
from workshop.tui.widgets.cut import cut
from workshop.tui.widgets.laidout import LaidOut, upper_first, wrapped

MOST_QUOTED = 2
"""How many contested statements are quoted; the list has them all."""
NARROW = 100
"""Below this many cells only what was disputed is told, the answer first: the list below has the most of a small window."""
MEANING = "contested: the other group said no, or was divided"


class Contested(LaidOut):
    """The contested statements, each with who said it and what was answered."""

    def __init__(self, view: View) -> None:
        """Those that one group of the comparison said and the other contests."""
        self._view = view

    def lines(self, width: int) -> Sequence[Content]:
        """A heading, and two paragraphs a statement; where it is narrow, one."""
        telling = self._view.telling
        if not telling:
            return wrapped("No statement of one group is contested by the other.", width) if self._view.statements else []
        if width < NARROW:
            return self._in_short(min(len(telling), MOST_QUOTED), width)
        found = [*wrapped(_heading(telling), width), *wrapped(MEANING, width, "$quiet")]
        for statement in telling[:MOST_QUOTED]:
            found += wrapped(f"“{statement.text}”", width, "bold")
            found += [line.pad_left(2) for line in wrapped(_answered(statement), width - 2)]
        if len(telling) > MOST_QUOTED:
            found += wrapped(_more(len(telling) - MOST_QUOTED), width, "$quiet")
        return found

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        """Textual's protocol: the rows; where there is no room for all, whole statements, and how many more there are."""
        lines = self.at(width)
        if height is not None and len(lines) > height:
            lines = self._within(width, height)
        return [strip for line in lines for strip in line.render_strips(width, 1, style, options)]

    def _within(self, width: int, height: int) -> Sequence[Content]:
        """Fewer statements, in short, until they fit; the first is cut where even that doesn't."""
        telling = self._view.telling
        for quoted in range(min(len(telling), MOST_QUOTED), 0, -1):
            found = self._in_short(quoted, width)
            if quoted < len(telling):
                found += wrapped(_more(len(telling) - quoted), width, "$quiet")
            if len(found) <= height:
                return found
        return cut(self._in_short(1, width) if telling else self.at(width), height, width)

    def _in_short(self, quoted: int, width: int) -> list[Content]:
        return [line for statement in self._view.telling[:quoted] for line in wrapped(_in_short(statement), width)]


def _more(several: int) -> str:
    return f"and {several} more, in the list below"


def _heading(telling: Sequence[ShownStatement]) -> Content:
    """Who contests whose words: "Parents contest 2 things that practitioners said"."""
    groups = list(dict.fromkeys(group for statement in telling for group in statement.contested_by))
    makers = list(dict.fromkeys(statement.made_by for statement in telling))
    what = "what" if len(telling) == 1 else f"{len(telling)} things that"
    by = Content(" and ").join(Content.styled(upper_first(noun(2, group)), f"bold {colour_of(group)}") for group in groups)
    return Content.assemble(by, (" contest ", "bold $warning"), f"{what} {listed(noun(2, maker) for maker in makers)} said:")


def _in_short(statement: ShownStatement) -> Content:
    """The answer and what it was to: "6 of 8 parents disagreed when practitioners said: ..."."""
    said = (f" when {statement.made_by_plural} said: ", "$quiet")
    return Content.assemble(_answered(statement), said, (f"“{statement.text}”", "bold"))


def _answered(statement: ShownStatement) -> Content:
    said = [
        Content.styled(statement.answers[group].sentence, f"bold {colour_of(group)}")
        for group in statement.contested_by
        if group in statement.answers and statement.answers[group].sentence
    ]
    return Content("; ").join(said) if said else Content.styled("contested in what they said themselves", "$quiet")
