"""A merge of two themes, as it is stored."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """Somebody's decision that one theme is part of another. Its id is a digest of the theme that went.

    The theme and all that was coded with it stay as they were written, and are read as the other's (model/shown.py): so what another
    laptop codes with it at the same time is part of the merge too, and taking the merge back gives everything its own theme again.
    """

    id: str
    theme: str
    into: str
    at: datetime
