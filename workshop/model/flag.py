"""A safeguarding flag, as it is stored."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """A remark that is put aside for the safeguarding lead, and on no ordinary list; `handed_over` is when they got it."""

    id: str
    reflection: str
    at: datetime
    handed_over: datetime | None = None
