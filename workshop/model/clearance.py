"""What was decided about a flag of the identifier check, as it is stored: apart from every report, and without the words."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Decision(StrEnum):
    """What becomes of words that may point at somebody: they stay, others take their place, or the whole text goes."""

    KEEP = "keep"
    REPLACE = "replace"
    PARAPHRASE = "paraphrase"
    DROP = "drop"


@dataclass(frozen=True, slots=True, kw_only=True)
class Clearance:
    """The answer to one flag, for one audience.

    `place` names the text (privacy/texts.py) and `words` is its digest: in other words nothing was cleared. What was flagged stands at
    `start` and has `length` letters. `instead` takes its place, or as a paraphrase that of the whole text. `reflection` is the id of the
    remark that the text is of, so that the answer goes when that is withdrawn; `recommendation` likewise.
    """

    id: str
    audience: str
    place: str
    kind: str
    words: str
    start: int
    length: int
    decision: Decision
    at: datetime
    instead: str = ""
    reflection: str = ""
    recommendation: str = ""
