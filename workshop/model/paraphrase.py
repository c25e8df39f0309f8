"""A remark in other words, for readers to whom its speaker's own may not be passed on."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Paraphrase:
    """What stands in reports for the words of a `reflection` (an id). `words` is the digest of those that were paraphrased.

    Where the remark says something else since, the paraphrase is of other words, and stands nowhere.
    """

    id: str
    reflection: str
    text: str
    words: str
    at: datetime
