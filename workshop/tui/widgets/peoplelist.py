"""The people of a session as a list: the room as a whole, then each person with a code."""

from dataclasses import dataclass

from workshop.tui.themes import colour_of
from workshop.tui.widgets.chooser import RowChooser
from workshop.tui.widgets.parts import PartsBeside

THE_ROOM = "room"
"""The id of the first row, which is nobody's: what was noted for the group, and the head count."""
MARGIN = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRow:
    """One row. `known` is where the person comes from, `consent` and `there` are in words; `asked` is whether consent was asked for."""

    id: str
    name: str
    perspective: str
    known: tuple[str, ...]
    consent: tuple[str, ...]
    asked: bool
    there: str
    here: bool
    remarks: int


class PeopleList(RowChooser[PersonRow]):
    """Two lines a row: who it is and whether they are here; below it how much they said, and what they agreed to."""

    def visual(self, row: str, *, chosen: bool) -> PartsBeside:
        """The code in the margin, the rest beside it."""
        person = self.rows[row]
        head = ((f"{self.mark_of(row, chosen=chosen)} ", "bold"), (person.name, f"bold {colour_of(person.perspective)}"))
        said = f"{person.remarks} remark{'' if person.remarks == 1 else 's'}"
        known = [(part, "" if person.here else "$quiet") for part in (*person.known, person.there) if part]
        agreed = [(part, "$quiet" if person.asked else "$warning") for part in person.consent]
        return PartsBeside(head, (known, [(said, "" if person.here else "$quiet"), *agreed]), MARGIN)
