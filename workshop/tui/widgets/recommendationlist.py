"""Recommendations and commitments as a list: what should happen, who leads, by when, how it stands."""

from dataclasses import dataclass

from workshop.tui.themes import colour_of
from workshop.tui.widgets.chooser import RowChooser
from workshop.tui.widgets.hanging import Styled
from workshop.tui.widgets.parts import PartsBeside

MARGIN = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class RecommendationRow:
    """One row, in words. `side` is the perspective that commits itself, "" for a recommendation; `notes` the last of them, newest first."""

    id: str
    name: str
    text: str
    side: str
    whose: str
    due: str
    status: str
    overdue: bool
    closed: bool
    rests_on: tuple[str, ...]
    notes: tuple[str, ...]


class RecommendationList(RowChooser[RecommendationRow]):
    """Two lines a row and more; all its notes where it is chosen, else the last."""

    def visual(self, row: str, *, chosen: bool) -> PartsBeside:
        """What it is called in the margin, the rest beside it."""
        found = self.rows[row]
        head = ((f"{self.mark_of(row, chosen=chosen)} ", "bold"), (found.name, "bold $primary"))
        stands: list[Styled] = [
            (found.whose, colour_of(found.side) if found.side else "$quiet"),
            (found.due, "$quiet"),
            (found.status, "bold $warning" if found.overdue else "$quiet"),
        ]
        paragraphs = [[(found.text, "$quiet" if found.closed else "bold")], stands]
        if chosen and found.rests_on:
            paragraphs.append([(each, "$quiet") for each in found.rests_on])
        paragraphs += [[(note, "$quiet")] for note in (found.notes if chosen else found.notes[:1])]
        return PartsBeside(head, paragraphs, MARGIN)
