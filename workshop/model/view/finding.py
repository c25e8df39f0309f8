"""One theme's finding, as a report may show it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from workshop.model.view.quote import ShownQuote


class Section(StrEnum):
    """Where the report treats a finding (method.md, 2)."""

    SHARED = "shared"
    LED = "led"
    REST = "rest"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownCount:
    """How many people of one group raised a theme: "3-5" of "8" in `text` as "3-5 of 8".

    `share` is the length of its bar and `share_at_most` how far unattributed notes could lengthen it, both from 0 to 1.
    """

    text: str
    share: float | None
    share_at_most: float | None
    raised: int | None
    raised_at_most: int | None
    could: int | None
    reflections: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownFinding:
    """One theme: "F3". `groups` and `quotes` are by perspective; `statements` names those about it ("T2").

    `label` and `strength` are method.md's words, `label_text` and `strength_text` those for readers; `leader` is the perspective
    that raised it more, in a led theme only. `quotes` holds a few of each side, chosen to stand side by side. `one_session_text` says that
    all who raised it sat in one session, `fragile` that leaving out one person would change the label, where that may be told; `mid_p` and
    `q` are for tables of numbers alone, on no screen and in no text.
    """

    name: str
    theme: str
    description: str
    groups: Mapping[str, ShownCount]
    section: Section
    label: str
    label_text: str
    strength: str
    strength_text: str
    steadiness_text: str
    leader: str | None
    gap: float | None
    gap_text: str
    interval: tuple[float, float] | None
    interval_text: str
    contested: int
    contested_text: str
    priority: bool
    lead_organisation: str
    quotes: Mapping[str, tuple[ShownQuote, ...]]
    statements: tuple[str, ...]
    one_session_text: str = ""
    fragile: bool = False
    mid_p: float | None = None
    q: float | None = None
