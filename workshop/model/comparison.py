"""What a comparison finds: per theme salience (who brought it up), per statement stance (what people answered). See compare/."""

from collections.abc import Mapping
from dataclasses import dataclass, field

Labels = str  # the words of method.md, 1.3 and 1.4; workshop/compare/ spells each once


@dataclass(frozen=True, slots=True, kw_only=True)
class Thresholds:
    """The numbers behind the labels (method.md, 1.3, 1.4, 1.6): the project's own choice, printed with every comparison."""

    smallest_group: int = 4
    gap: float = 0.25
    clear_level: float = 0.95
    clear_count: int = 3
    leaning_level: float = 0.80
    leaning_count: int = 2
    shared_count: int = 2
    fewest_answers: int = 4
    unsure_share: float = 0.30
    divided_share: float = 1 / 3
    divided_count: int = 2
    disputers: int = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupCount:
    """How many people of one perspective raised a theme. `raised_at_most` adds unattributed notes; `could` is the denominator.

    `reflections` is how many remarks, `not_attributed` how many of those are noted for the group.
    """

    raised: int
    raised_at_most: int
    could: int
    reflections: int
    not_attributed: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeFinding:
    """One theme. `groups` is by perspective, `both` and `other` too where they have people.

    `gap` and `interval` (95 %) are shares of `between`, first minus second; None where nothing is compared.
    """

    id: str
    theme: str
    groups: Mapping[str, GroupCount]
    label: str
    strength: str = ""
    gap: float | None = None
    interval: tuple[float, float] | None = None
    contested: int = 0
    fragile: bool = False
    lead_organisation: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """The answers of one perspective to one statement, in people."""

    agree: int = 0
    partly: int = 0
    disagree: int = 0
    unsure: int = 0

    @property
    def asked(self) -> int:
        """How many answered at all, unsure included."""
        return self.agree + self.partly + self.disagree + self.unsure


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementFinding:
    """One statement, its answers and stance label by perspective, and whether another perspective than its maker's contests it."""

    id: str
    number: int
    statement: str
    made_by: str
    theme: str | None
    contested: bool
    contested_by: tuple[str, ...]
    answers: Mapping[str, Answers]
    label: Mapping[str, str]
    fragile: Mapping[str, bool] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """The whole finding between two perspectives. `people` is by perspective; themes are in the order of the report (method.md, 2)."""

    between: tuple[str, str]
    people: Mapping[str, int]
    thresholds: Thresholds
    themes: tuple[ThemeFinding, ...]
    statements: tuple[StatementFinding, ...]
    notes: tuple[str, ...]
