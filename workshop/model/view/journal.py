"""What the facilitator noted on a session's clock, as a report may show it."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownNote:
    """One line of a session's journal; `session` is its name, `at` by the wall clock as it was then."""

    session: str
    text: str
    at: datetime
