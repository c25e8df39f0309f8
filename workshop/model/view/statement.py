"""A statement and what each group answered to it, as a report may show them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from workshop.model.comparison import CHALLENGED, DIVIDED
from workshop.model.cut import cut
from workshop.model.view.quote import ShownQuote
from workshop.model.view.recommendation import ShownRecommendation

HEADING = 60
"""At most so many letters of a statement that is its own heading."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownAnswer:
    """How many people of a group gave one of the four answers. `share` is of all who were asked."""

    answer: str
    people: int | None
    text: str
    share: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownAnswers:
    """What one group answered to a statement: `asked_text` is "of 8 asked", `sentence` "6 of 8 parents disagreed"; "" if not asked.

    `fragile`: leaving out one person would change the label, where that may be told. `unasked` is what was said of it by itself,
    "unasked, 2 parents disagreed", and "" where nothing was, or that may not be told.
    """

    perspective: str
    plural: str
    answers: tuple[ShownAnswer, ...]
    asked: int | None
    asked_text: str
    label: str
    sentence: str
    fragile: bool = False
    unasked: str = ""

    @property
    def contested_how(self) -> str:
        """How a group that contests a statement does: by its answers, "challenged", or by words of its own, "in the open round"."""
        return self.label if self.label in (CHALLENGED, DIVIDED) else "in the open round"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownStatement:
    """Something put to the groups: "T2"; `ref` is what the file that it came from calls it.

    `answers` are by perspective, zeros for a group that wasn't asked; `reasons`, by perspective, are what people said to it, and `sources`
    the remarks that it was made from, or else some that its makers made on its theme. `answered_back` and `back_words` are what its
    makers answered once they had heard the others, and `now` what each side will do about it. `finding` names the theme's finding
    ("F3") or is ""; `raised_text` tells how many of its makers raised that theme.

    `more` says by perspective how many reasons stand elsewhere: "and 3 more", "" for none; `back_more` and `sources_more` say it of the
    others.
    """

    id: str
    ref: str
    name: str
    text: str
    made_by: str
    made_by_plural: str
    theme: str | None
    finding: str
    raised_text: str
    contested: bool
    contested_by: tuple[str, ...]
    answers: Mapping[str, ShownAnswers]
    reasons: Mapping[str, tuple[ShownQuote, ...]]
    sources: tuple[ShownQuote, ...]
    answered_back: ShownAnswers | None = None
    back_words: tuple[ShownQuote, ...] = ()
    now: tuple[ShownRecommendation, ...] = ()
    more: Mapping[str, str] = field(default_factory=dict)
    back_more: str = ""
    sources_more: str = ""

    @property
    def heading(self) -> str:
        """What stands above it: its theme, else the beginning of its own words."""
        return self.theme or f"\u201c{cut(self.text, HEADING)}\u201d"

    @property
    def answers_first(self) -> tuple[ShownAnswers, ...]:
        """What each group answered before anything was answered back; its makers are left out where they were asked only then."""
        back_only = self.answered_back is not None
        return tuple(each for each in self.answers.values() if each.asked_text or each.perspective != self.made_by or not back_only)

    def words_of(self, perspective: str) -> tuple[ShownQuote, ...]:
        """In their words: what it was made from, of its makers; of others, why they answered as they did."""
        return self.sources if perspective == self.made_by else self.reasons.get(perspective, ())

    def more_of(self, perspective: str) -> str:
        """How many of `words_of` stand elsewhere: "and 3 more", "" for none."""
        return self.sources_more if perspective == self.made_by else self.more.get(perspective, "")
