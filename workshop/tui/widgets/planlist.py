"""The plans to choose from, under what they are for: a line each, with its title, its name, how long it takes and for whom it is."""

from collections.abc import Collection, Mapping, Sequence

from textual.content import Content
from textual.geometry import Region
from textual.widgets.option_list import Option

from workshop.model.perspective import plural_of
from workshop.model.plan import Plan
from workshop.tui.quirks import RoomyOptionList
from workshop.tui.widgets.cut import cut
from workshop.tui.widgets.laidout import LaidOut, left, right, wrapped

OTHERS = "Other plans"
"""The heading of those that have none of their own."""
ANY = "any group"
INDENT = 1
"""Cells by which a plan stands further in than its heading."""
LENGTH = 7
"""Cells of "105 min"."""
WHOM = 13
"""Cells of "practitioners"."""
WIDE = 90
WHOM_WIDE = 26
"""Cells of "parents or practitioners", and a few more, in a list that has so many."""
LONGEST_NAME = 24
SHORTEST_TITLE = 22


class PlanList(RoomyOptionList):
    """An option's id is the name of its plan. Each is one line high, the headings too, so an option's index is its line."""

    DEFAULT_CSS = """
    PlanList > .option-list--option-disabled { color: $quiet; text-style: bold; }
    """

    def __init__(self, plans: Mapping[str, Sequence[Plan]], known: Collection[str], *, id: str | None = None) -> None:  # noqa: A002  # Textual's own name for it
        """Plans by heading; a plan that is made for all the `known` groups says so."""
        every = [plan for grouped in plans.values() for plan in grouped]
        name = min(LONGEST_NAME, max((Content(plan.name).cell_length for plan in every), default=0))
        rows: list[Option] = []
        for heading, grouped in plans.items():
            rows.append(Option(Content(heading or OTHERS), disabled=True))
            rows += [Option(PlanRow(plan, made_for(plan, known), name), id=plan.name) for plan in grouped]
        super().__init__(*rows, id=id)

    def choose(self, name: str) -> None:
        """Choose the plan of this name."""
        self.highlighted = self.get_option_index(name)
        self.call_after_refresh(self._begin_at_heading)

    def on_resize(self) -> None:
        """The chosen one stays in sight, with what stands around it."""
        self._begin_at_heading()

    def scroll_to_highlight(self, top: bool = False) -> None:
        """Textual's own; the heading of the first plan below it comes into sight too, as no key goes to a heading."""
        super().scroll_to_highlight(top)
        above = (self.highlighted or 0) - 1
        if self.is_mounted and above >= 0 and self.get_option_at_index(above).disabled:
            both = Region(0, above, self.scrollable_content_region.width, 2)
            self.scroll_to_region(both, force=True, animate=False, immediate=True)

    def _begin_at_heading(self) -> None:
        """Scroll so that the heading of the chosen one stands first, as far as there is enough below it."""
        chosen = self.highlighted or 0
        headings = [index for index in range(chosen) if self.get_option_at_index(index).disabled]
        self.scroll_to(y=headings[-1] if headings else 0, animate=False, immediate=True)
        self.scroll_to_highlight()


class PlanRow(LaidOut):
    """One line, whatever its width: for whom it is, its name and its length go in this order where there is no room for them."""

    def __init__(self, plan: Plan, whom: str, name: int) -> None:
        """`whom` it is made for, in words; `name` is how many cells the names of plans have."""
        self._title = plan.title
        self._whom = whom
        self._rest = ((plan.name, name), (f"{plan.minutes:g} min", LENGTH))

    def lines(self, width: int) -> Sequence[Content]:
        """The title has what the others leave."""
        (name, cells), (length, _) = self._rest
        width -= INDENT
        whom = WHOM_WIDE if width >= WIDE else WHOM
        columns = [left(_cut(name, cells), cells), right(Content(length), LENGTH), left(_cut(self._whom, whom), whom)]
        while columns and width - sum(each.cell_length + 1 for each in columns) < SHORTEST_TITLE:
            columns.pop()
        title = width - sum(each.cell_length + 1 for each in columns)
        line = Content(" ").join([left(_cut(self._title, title), title), *(each.stylize("$quiet") for each in columns)])
        return [line.pad_left(INDENT)]


class PlanAbout(LaidOut):
    """Three lines about one plan: its name and for whom it is, in one; what it is for, in the others."""

    def __init__(self, plan: Plan, whom: str, style: str) -> None:
        """`whom` is in words, which may warn by their `style`."""
        self._first = (
            Content.assemble((plan.name, "bold"), ("  \u00b7  ", "$quiet"), (whom, style)) if whom else Content.styled(plan.name, "bold")
        )
        self._purpose = Content(plan.purpose)

    def lines(self, width: int) -> Sequence[Content]:
        """What doesn't fit ends in an ellipsis."""
        return [_cut(self._first, width), *cut(wrapped(self._purpose, width), 2, width)]


def made_for(plan: Plan, known: Collection[str]) -> str:
    """For whom a plan is, in words: "parents", "any group" of those known."""
    if set(known) <= set(plan.perspectives) or not plan.perspectives:
        return ANY
    return " or ".join(map(plural_of, plan.perspectives))


def _cut(text: str | Content, width: int) -> Content:
    found = Content(text) if isinstance(text, str) else text
    return found if found.cell_length <= width else found.truncate(max(0, width), ellipsis=True)
