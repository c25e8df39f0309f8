"""A report that was written, as the register of exports has it."""

from dataclasses import dataclass
from datetime import datetime

from workshop.model.figure import Figure, Row, figure


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """A report that was written, or begun, and no word of it. `remarks` is how many it could show, `withdrawn` the withdrawals known then.

    `folder` is relative ("reports") where it is inside the workshop's own, else as on the laptop that wrote it, a home as "~". `files`
    are names with the SHA-256 of what was written, by which the file is known again. `told` are the figures of a published report, None
    where it was written before they were kept; `taken_back` is when somebody said that nobody has it any more.
    """

    id: str
    at: datetime
    audience: str
    formats: tuple[str, ...]
    folder: str
    files: tuple[tuple[str, str], ...] = ()
    remarks: int = 0
    withdrawn: tuple[str, ...] = ()
    told: tuple[Row, ...] | None = None
    taken_back: datetime | None = None

    @property
    def figures(self) -> dict[str, Figure]:
        """What is known to have been told, by its place."""
        return {each.place: each for each in map(figure, self.told or ()) if each is not None}
