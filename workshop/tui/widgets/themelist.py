"""The codebook as a list: each theme with how many remarks of each perspective are filed under it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from textual.content import Content

from workshop.model.perspective import plural_of
from workshop.tui.themes import colour_of
from workshop.tui.widgets.chooser import Chooser
from workshop.tui.widgets.laidout import LaidOut, left, right, wrapped

OTHERS = "others"


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeRow:
    """One theme. `number` is its place in the list, `depth` how many themes it stands under, `counts` are remarks by perspective."""

    id: str
    number: int
    title: str
    aliases: tuple[str, ...] = ()
    depth: int = 0
    provisional: bool = False
    counts: Mapping[str, int] = field(default_factory=dict)


class ThemeList(Chooser):
    """The themes. `✓` are those that Enter files under, `•` those that the chosen remark is filed under."""

    def __init__(self, sides: Sequence[str], *, id: str | None = None) -> None:  # noqa: A002  # Textual's own name for it
        """Count for these perspectives, and for all others together where there are any: `columns` says so in words."""
        super().__init__(id=id)
        self._sides = tuple(sides)
        self._rows: dict[str, ThemeRow] = {}
        self._holding: frozenset[str] = frozenset()
        self._digits = (1, 1)
        self.columns: tuple[str, ...] = ()

    def show(self, rows: Sequence[ThemeRow]) -> None:
        """List these."""
        self._rows = {row.id: row for row in rows}
        others = any(name not in self._sides for row in rows for name in row.counts)
        self.columns = (*map(plural_of, self._sides), *((OTHERS,) if others else ()))
        most = max((count for row in rows for count in row.counts.values()), default=0)
        self._digits = (max(2, len(str(len(rows)))), len(str(most)))
        self.list_ids(tuple(self._rows))

    def hold(self, themes: Collection[str]) -> None:
        """The chosen remark is filed under these (ids)."""
        if self._holding != frozenset(themes):
            self._holding = frozenset(themes)
            self.repaint()

    def visual(self, row: str, *, chosen: bool) -> "ThemeLine":
        """The theme with its counts at the right."""
        theme = self._rows[row]
        head = f"{self.mark_of(row, chosen=chosen)}{'•' if row in self._holding else ' '}"
        counts = [(theme.counts.get(name, 0), colour_of(name)) for name in self._sides]
        if len(self.columns) > len(self._sides):
            counts.append((sum(count for name, count in theme.counts.items() if name not in self._sides), colour_of(OTHERS)))
        return ThemeLine(theme, head, counts, self._digits)


class ThemeLine(LaidOut):
    """One theme: marks, number, title, and the counts in a column of their own."""

    def __init__(self, row: ThemeRow, marks: str, counts: Sequence[tuple[int, str]], digits: tuple[int, int]) -> None:
        """`counts` come with the styles that they are shown in; `digits` are those of the largest number, and of the largest count."""
        self._row = row
        self._marks = marks
        self._counts = counts
        self._digits = digits

    def lines(self, width: int) -> Sequence[Content]:
        """The title wraps in its own column."""
        for_number, for_count = self._digits
        counts = Content(" · ").join(Content.styled(f"{count:>{for_count}}", style if count else "$quiet") for count, style in self._counts)
        head = Content.assemble((self._marks, "bold"), (f"{self._row.number:>{for_number}} ", "$quiet"))
        indent = "  " * min(self._row.depth, 3)
        new = (" (new)", "italic $warning") if self._row.provisional else ""
        room = width - head.cell_length - len(indent) - counts.cell_length - 1
        if room < 8:
            return wrapped(Content.assemble(head, self._row.title, new, "  ", counts), width)
        titles = wrapped(Content.assemble(self._row.title, new), room)
        first = Content.assemble(head, indent, left(titles[0] if titles else Content(""), room), " ", right(counts, counts.cell_length))
        blank = Content(" " * (head.cell_length + len(indent)))
        return [first, *(Content.assemble(blank, line) for line in titles[1:])]


def heading(columns: Sequence[str], sides: Sequence[str]) -> Content:
    """What the counts are of: "parents · practitioners", each in its colour."""
    styles = [*map(colour_of, sides), colour_of(OTHERS)]
    return Content.styled(" · ", "$quiet").join(Content.styled(name, style) for name, style in zip(columns, styles, strict=False))
