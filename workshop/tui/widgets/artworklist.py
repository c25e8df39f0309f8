"""Pictures as a list: what stands under each, whose it is, how much was read in it."""

from dataclasses import dataclass

from workshop.tui.themes import colour_of
from workshop.tui.widgets.chooser import RowChooser
from workshop.tui.widgets.hanging import Hanging, Styled

MARGIN = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class ArtworkRow:
    """One row, in words: "A1", its caption, "practitioners", "3 readings, on paper"."""

    id: str
    name: str
    caption: str
    made_by: str
    made_by_plural: str
    read: str


class ArtworkList(RowChooser[ArtworkRow]):
    """Three lines a row."""

    def visual(self, row: str, *, chosen: bool) -> Hanging:
        """What it is called in the margin, the rest beside it."""
        found = self.rows[row]
        head = ((f"{self.mark_of(row, chosen=chosen)} ", "bold"), (found.name, "bold $primary"))
        body: list[Styled] = [
            (found.caption, "bold"),
            ("\nfrom ", "$quiet"),
            (found.made_by_plural, colour_of(found.made_by)),
            (f"\n{found.read}", "$quiet"),
        ]
        return Hanging(head, body, MARGIN)
