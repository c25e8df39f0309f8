"""What two groups said, side by side: on the left the one, on the right the other."""

from collections.abc import Sequence
from itertools import zip_longest

from textual.content import Content

from workshop.compare.words import noun
from workshop.model.view.quote import ShownQuote
from workshop.model.view.statement import ShownStatement
from workshop.tui.themes import colour_of
from workshop.tui.widgets.laidout import LaidOut, left, upper_first, wrapped

STACKED_BELOW = 60
"""Below this many cells the groups stand under each other."""


class SideBySide(LaidOut):
    """Two columns of quotes, each under its group's name."""

    def __init__(self, groups: Sequence[tuple[str, str, Sequence[ShownQuote]]], nothing: str) -> None:
        """Per group its perspective, plural and quotes; `nothing` stands where there are none."""
        self._groups = groups
        self._nothing = nothing

    def lines(self, width: int) -> Sequence[Content]:
        """The columns beside or under each other."""
        if width < STACKED_BELOW:
            return [line for group in self._groups for line in (*self._column(group, width), Content(""))]
        each = (width - 3) // 2
        columns = [self._column(group, each) for group in self._groups]
        blank = Content("")
        return [Content.assemble(left(one, each), "   ", other) for one, other in zip_longest(*columns, fillvalue=blank)]

    def _column(self, group: tuple[str, str, Sequence[ShownQuote]], width: int) -> list[Content]:
        perspective, plural, quotes = group
        found = wrapped(upper_first(plural), width, f"bold {colour_of(perspective)}")
        for number, quote in enumerate(quotes):
            found += [*([Content("")] if number else []), *wrapped(quoted(quote), width)]
        return found if quotes else [*found, *wrapped(self._nothing, width, "$quiet")]


def quoted(quote: ShownQuote) -> Content:
    """Somebody's words, in quotation marks only where they are their own, who said them, and what they were marked as."""
    words = f"“{quote.text}”" if quote.verbatim else quote.text
    who = ", ".join(part for part in (quote.person, *quote.marks, quote.name) if part)
    return Content.assemble(words, (f"  {who}", "$quiet"))


def reasons(statement: ShownStatement) -> Content | None:
    """What people said to a statement, under their group: "In their words: parents"; None where nobody said anything.

    Each stands with the answer that it was given with; what came with none is an aside, and last.
    """
    said = []
    for group, quotes in statement.reasons.items():
        lines = [Content.assemble((f"{quote.answer}  ", "$quiet"), quoted(quote)) for quote in quotes if quote.answer]
        asides = [quoted(quote) for quote in quotes if not quote.answer]
        if asides:
            lines += [Content.styled("Also said while it was shown", "$quiet"), *asides]
        if statement.more.get(group):
            lines.append(Content.styled(statement.more[group], "$quiet"))
        if lines:
            heading = Content.assemble(("In their words: ", "bold"), (noun(2, group), f"bold {colour_of(group)}"))
            said.append(Content("\n").join([heading, *lines]))
    return Content("\n\n").join(said) if said else None
