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

    `place` names the text (privacy/texts.py), `words` is the digest of that text and `found` of what was flagged in it: in other words
    nothing was cleared. `reflection` is the id of the remark that the text is of, so that the answer goes when that is withdrawn.
    `instead` is what stands in its place: of a replacement for what was flagged, of a paraphrase for the whole text.
    """

    id: str
    audience: str
    place: str
    kind: str
    words: str
    found: str
    decision: Decision
    at: datetime
    instead: str = ""
    reflection: str = ""
    recommendation: str = ""
