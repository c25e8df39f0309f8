"""What a comparison finds: per theme salience (who brought it up), per statement stance (what people answered). See compare/."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from workshop.model.priorities import Priorities

# Labels of a theme (method.md, 1.3 and 1.4); the two led ones come from `led`.
SHARED = "shared"
ONE_VOICE = "one voice"
FEW = "raised by a few"
NOT_RAISED = "not raised"
NOT_COMPARED = "not compared"
DEPENDS = "depends on unattributed notes"
# Labels of a theme for which only one group had an open round.
CONFIRMED = "shared (confirmed)"
CONTESTED = "contested"
UNSETTLED = "unsettled"
"""Also a stance: too many answered that they don't know."""
NOT_TOLD = "not told"
"""No finding: small numbers stand behind it, and the label would tell which (privacy/telling.py)."""

CLEAR = "clear"
LEANING = "leaning"

# Stances: what one group answered to one statement (method.md, 1.4).
ENDORSED = "endorsed"
QUALIFIED = "qualified"
CHALLENGED = "challenged"
DIVIDED = "divided"
MIXED_ANSWERS = "mixed"
TOO_FEW = "too few answers"
MISCOUNTED = "not comparable: too many hands"
"""No stance: more hands were counted than people were there, so that the numbers can't be right."""


def led(perspective: str) -> str:
    """The label of a theme that this perspective raised more: "parent-led"."""
    return f"{perspective}-led"


@dataclass(frozen=True, slots=True, kw_only=True)
class Thresholds:
    """The numbers behind the labels (method.md, 1.3, 1.4, 1.6): the project's own choice, printed with every comparison.

    Counts are people. `gap`, the levels and the shares lie between 0 and 1; gap and shares are read as the nearest fraction
    with a denominator up to 1,000, so that the comparison at a threshold is exact.
    """

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
class Shuffled:
    """`clear` differences as the people are; of the shuffles, the middle 95 % gave `low` to `high`, and `as_many` at least `clear`."""

    clear: int
    low: int
    high: int
    as_many: int
    shuffles: int


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupCount:
    """How many people of one perspective raised a theme. `raised_at_most` adds unattributed notes; `could` is the denominator.

    `reflections` is how many open remarks, `not_attributed` how many of those are noted for the group and not for a person;
    `prompted` how many remarks answered something shown: listed, counted nowhere else.
    """

    raised: int
    raised_at_most: int
    could: int
    reflections: int
    not_attributed: int = 0
    prompted: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeFinding:
    """One theme. `groups` is by perspective, `both` and `other` too where they have people.

    `number` is its place among the findings of the whole comparison, from 1: F3 stays F3 where only some of them are shown.
    `gap` is the share of `between`'s first minus that of its second, by the people who are known; `interval` (95 %) is
    wide enough for every count that the unattributed notes allow. Both are None where nothing is compared.
    `leader` is the perspective of a led label. `contested` and `confirmed` are how many statements made by one of the two
    were contested, and how many endorsed or qualified, by the other. `one_session` is the session in which all who
    raised it sat, where it was in play in others too.
    """

    id: str
    theme: str
    groups: Mapping[str, GroupCount]
    label: str
    strength: str = ""
    leader: str | None = None
    gap: float | None = None
    interval: tuple[float, float] | None = None
    contested: int = 0
    confirmed: int = 0
    fragile: bool = False
    one_session: str | None = None
    lead_organisation: str | None = None
    number: int = 0


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
class Unasked:
    """What a perspective said of a statement by itself: `people` known by a code, and remarks (`notes`) that name no one."""

    people: Answers = Answers()
    notes: Answers = Answers()


@dataclass(frozen=True, slots=True, kw_only=True)
class Miscount:
    """A show of hands that can't be: so many `hands` where so many people were `here`."""

    hands: int
    here: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementFinding:
    """One statement, its answers and stance label by perspective.

    `contested_by` names every perspective but its maker's that challenges it, is divided over it or disputes it in
    open remarks; `contested` says that it is a point between the two that are compared. `to_correct`: its own group
    challenged it, so the note of it is wrong (member checking), and it is no difference. `ref` is its id in the file
    that it was imported from. `answered_back` is what its makers answered once they had heard the others; nobody was asked where it is
    all noughts. `miscounted` has the perspectives whose answers can't be right, `back_miscounted` says it of what was answered back.
    `unasked` is what was said of it in open remarks, which is in no count of answers.
    """

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
    to_correct: bool = False
    ref: str = ""
    answered_back: Answers = Answers()
    miscounted: Mapping[str, Miscount] = field(default_factory=dict)
    back_miscounted: Miscount | None = None
    unasked: Mapping[str, Unasked] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """The whole finding between two perspectives. `people` is by perspective; themes are in the order of the report (method.md, 2).

    `confounded`: no session had people of both, so a difference between them may be one between sessions. `session_size` is
    the mean number of a perspective's people who sat together; imported without a session, people sat alone. `priorities` are what
    votes came to, one of each kind that there was.

    `exploratory` says in a sentence why this is no finding of the workshop, "" where it is one; `narrowed` which sessions, lane or themes
    alone it is about. `shuffled` is the shuffle check, None where it was not done, or can't be.
    """

    between: tuple[str, str]
    people: Mapping[str, int]
    thresholds: Thresholds
    themes: tuple[ThemeFinding, ...]
    statements: tuple[StatementFinding, ...]
    notes: tuple[str, ...]
    confounded: bool = False
    session_size: Mapping[str, float] = field(default_factory=dict)
    priorities: tuple[Priorities, ...] = ()
    exploratory: str = ""
    narrowed: str = ""
    shuffled: Shuffled | None = None
