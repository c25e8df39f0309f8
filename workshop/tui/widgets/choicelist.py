"""What there is to choose for a file that comes in, or a report that goes out: a row each."""

from dataclasses import dataclass

from workshop.tui.widgets.chooser import RowChooser
from workshop.tui.widgets.hanging import Hanging

MARGIN = 25
LONGEST_NAME = MARGIN - 5
LONGEST = 400
"""Letters of an example: more is never in sight."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceRow:
    """`name` is what is chosen for, `value` what is chosen, `more` what is said of it. Nothing comes of it while it `lacks` a choice."""

    id: str
    name: str
    value: str
    more: str = ""
    lacks: bool = False


class ChoiceList(RowChooser[ChoiceRow]):
    """One line a row, or more where the names are long."""

    def visual(self, row: str, *, chosen: bool) -> Hanging:
        """The name in the margin, what is chosen beside it."""
        found = self.rows[row]
        head = ((f"{self.mark_of(row, chosen=chosen)} ", "bold"), (_cut(found.name), "$quiet"))
        body = [(found.value, "bold $warning" if found.lacks else "bold"), (f"  {found.more[:LONGEST]}" if found.more else "", "$quiet")]
        return Hanging(head, body, MARGIN)


def _cut(name: str) -> str:
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1]}\u2026"
