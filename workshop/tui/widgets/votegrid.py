"""The table of votes: a row a theme, a column a voter, and below each what they have given so far."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from textual.app import RenderResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from workshop.model.vote import LARGEST
from workshop.tui.themes import colour_of
from workshop.tui.widgets.laidout import left, right

NAME = 30
"""A theme's name has at most so many cells, and a third of the screen."""
CELL = 6
NOTHING = "·"


@dataclass(frozen=True, slots=True)
class Column:
    """A voter: how they are called in the capture line, what stands above, whose they are, what they have given by the theme's title."""

    who: str
    label: str
    perspective: str
    given: Mapping[str, int] = field(default_factory=dict)


class VoteGrid(Widget, can_focus=True):
    """Shows the table and takes numbers in the column that is chosen: a draft, until the screen takes its `changes` and goes on."""

    # Keys of its own, and no `on_key`: that would be heard before a key pressed earlier which the screen's bindings take.
    BINDINGS: ClassVar[list[BindingType]] = [Binding(f"{digit}", f"digit({digit})", show=False) for digit in range(10)]
    DEFAULT_CSS = """
    VoteGrid { height: 1fr; padding: 1 2 0 2; }
    """
    ALLOW_SELECT = False

    @dataclass
    class Weighed(Message):
        """What stands in the column now, not saved yet."""

        column: Column
        given: Mapping[str, int]

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # Textual's own name for it
        """Empty until the first `show`."""
        super().__init__(id=id)
        self._themes: Sequence[str] = ()
        self._columns: Sequence[Column] = ()
        self._totals: Mapping[str, str] = {}
        self._feet: Mapping[str, str] = {}
        self._row = self._place = 0
        self._draft: dict[str, int] | None = None
        self._typing = False
        self._largest = LARGEST

    @property
    def column(self) -> Column | None:
        """The column that is chosen."""
        return self._columns[self._place] if self._columns else None

    @property
    def changed(self) -> bool:
        """Whether something was typed that is not saved."""
        return self._draft is not None

    def limit(self, largest: int) -> None:
        """No number above this is typed."""
        self._largest = largest

    def show(self, themes: Sequence[str], columns: Sequence[Column], totals: Mapping[str, str], feet: Mapping[str, str]) -> None:
        """Show these; `totals` stand at the end of a theme's row, `feet` below a voter. What is being typed stays."""
        chosen = self.column
        self._themes, self._columns, self._totals, self._feet = themes, columns, totals, feet
        places = [each.who for each in columns]
        self._place = places.index(chosen.who) if chosen is not None and chosen.who in places else 0
        self._row = min(self._row, max(0, len(themes) - 1))
        self.refresh()

    def go(self, step: int) -> None:
        """To the next column, or the one before; what was typed in this one has been taken, or is gone."""
        self._draft, self._typing = None, False
        if self._columns:
            self._place = max(0, min(len(self._columns) - 1, self._place + step))
        self.refresh()

    def choose(self, who: str) -> None:
        """To the column of this voter, where there is one."""
        places = [each.who for each in self._columns]
        if who in places:
            self.go(places.index(who) - self._place)

    def foot(self, words: str) -> None:
        """What stands below the column that is being typed in."""
        if self.column is not None:
            self._feet = {**self._feet, self.column.who: words}
            self.refresh()

    def action_digit(self, digit: int) -> None:
        """A digit goes into the cell, behind those typed there before."""
        if self._themes and self.column is not None:
            theme = self._themes[self._row]
            before = self._amounts().get(theme, 0) if self._typing else 0
            typed = before * 10 + digit
            self._put(theme, digit if typed > self._largest else typed)  # one digit too many begins the number anew
            self._typing = True

    def _put(self, theme: str, amount: int) -> None:
        column = self.column
        if column is None:
            return
        self._draft = {**self._amounts(), theme: amount}
        self.post_message(self.Weighed(column, self.changes))
        self.refresh()

    def clear_cell(self) -> None:
        """Nothing for this theme."""
        if self._themes:
            self._put(self._themes[self._row], 0)
            self._typing = False

    def add(self, step: int) -> None:
        """One more for this theme, or one less."""
        if self._themes and self.column is not None:
            theme = self._themes[self._row]
            self._put(theme, max(0, self._amounts().get(theme, 0) + step))
            self._typing = False

    def move(self, step: int) -> None:
        """The theme below, or above."""
        self._typing = False
        self._row = max(0, min(len(self._themes) - 1, self._row + step)) if self._themes else 0
        self.refresh()

    def _amounts(self) -> dict[str, int]:
        column = self.column
        return dict(self._draft) if self._draft is not None else dict(column.given) if column else {}

    @property
    def changes(self) -> dict[str, int]:
        """All that the chosen voter gives now, and 0 for what is taken back."""
        saved = self.column.given if self.column else {}
        return {theme: amount for theme, amount in self._amounts().items() if amount or saved.get(theme)}

    def render(self) -> RenderResult:
        """As many rows and columns as there is room for, those around the cell that is chosen."""
        width, height = self.content_size
        name = max(4, min(NAME, width // 3, max((len(theme) for theme in self._themes), default=0)))
        places = _window(self._place, len(self._columns), max(1, (width - name - CELL) // CELL))
        rows = _window(self._row, len(self._themes), max(1, height - 3))
        lines = [self._line("", name, [right(Content.styled(self._columns[at].label, self._style(at)), CELL) for at in places], "all")]
        for row in rows:
            theme = self._themes[row]
            cells = [self._cell(row, at) for at in places]
            lines.append(self._line(theme, name, cells, self._totals.get(theme, ""), chosen=row == self._row))
        feet = [right(Content.styled(self._feet.get(self._columns[at].who, ""), "$quiet"), CELL) for at in places]
        lines += [Content(""), self._line("given", name, feet, "")]
        return Content("\n").join([line.truncate(width) for line in lines])

    def _style(self, place: int) -> str:
        return f"bold {colour_of(self._columns[place].perspective)}{' reverse' if place == self._place else ''}"

    def _cell(self, row: int, place: int) -> Content:
        here = place == self._place
        given = self._amounts() if here else self._columns[place].given
        amount = given.get(self._themes[row], 0)
        text = Content(f"{amount:>{CELL - 2}} " if amount else f"{NOTHING:>{CELL - 2}} ")
        chosen = here and row == self._row and self.has_focus
        return Content.assemble(" ", text.stylize("bold reverse" if chosen else "" if amount else "$quiet"))

    def _line(self, name: str, wide: int, cells: Sequence[Content], total: str, *, chosen: bool = False) -> Content:
        title = left(Content.styled(name, "bold" if chosen else "").truncate(wide, ellipsis=True), wide)
        return Content.assemble(title, *cells, right(Content.styled(total, "$quiet"), CELL))


def _window(chosen: int, count: int, room: int) -> range:
    """So many of them at most, the chosen one among them."""
    first = max(0, min(chosen - room // 2, count - room))
    return range(first, min(count, first + room))
