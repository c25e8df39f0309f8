"""What there is to choose for a file that comes in: a row each."""

from collections.abc import Sequence
from dataclasses import dataclass

from workshop.tui.widgets.chooser import Chooser
from workshop.tui.widgets.hanging import Hanging

MARGIN = 24
LONGEST = 400
"""Letters of an example: more is never in sight."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IncomingRow:
    """`name` is what is chosen for, `value` what is chosen, `more` what stands in the file. Nothing comes in while it `lacks` a choice."""

    id: str
    name: str
    value: str
    more: str = ""
    lacks: bool = False


class IncomingList(Chooser):
    """One line a row, or more where the names are long."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # Textual's own name for it
        """Empty until `show`."""
        super().__init__(id=id)
        self._rows: dict[str, IncomingRow] = {}

    def show(self, rows: Sequence[IncomingRow]) -> None:
        """List these."""
        self._rows = {row.id: row for row in rows}
        self.list_ids(tuple(self._rows))

    def visual(self, row: str, *, chosen: bool) -> Hanging:
        """The name in the margin, what is chosen beside it."""
        found = self._rows[row]
        head = ((f"{self.mark_of(row, chosen=chosen)} ", "bold"), (found.name[: MARGIN - 5], "$quiet"))
        body = [(found.value, "bold $warning" if found.lacks else "bold"), (f"  {found.more[:LONGEST]}" if found.more else "", "$quiet")]
        return Hanging(head, body, MARGIN)
