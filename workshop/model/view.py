"""The view: what a report may show, put in words already. It is all that a writer gets, so what isn't in it can't leak.

A number is `None`, and its text says what may be said, where an audience may not see it: "1 or 2 of 8" has no bar. Each text of
a person stands alone, without quotation marks or name, so that every writer escapes it in its own way.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from workshop.model.capture.kinds import ANSWERS, OFF
from workshop.model.showntiming import ShownTiming


class Section(StrEnum):
    """Where the report treats a finding (method.md, 2)."""

    SHARED = "shared"
    LED = "led"
    REST = "rest"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownGroup:
    """One of the perspectives that have people: "parent", "parents", 8, "8 parents"."""

    name: str
    plural: str
    people: int | None
    text: str


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
class ShownQuote:
    """Somebody's words. `person` is a code or ""; `name` is what the remark is called ("R12"), `session` where it was said.

    `answer` is the one to the statement on show that the words were said with; "" for an aside. `kinds` are all !marks of the remark.
    """

    name: str
    text: str
    perspective: str
    person: str
    answer: str
    verbatim: bool
    session: str
    kinds: tuple[str, ...] = ()

    @property
    def marks(self) -> tuple[str, ...]:
        """What the remark was marked as, but for its answer: "action", "silence"."""
        return tuple(kind for kind in self.kinds if kind not in (*ANSWERS, OFF))


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownFinding:
    """One theme: "F3". `groups` and `quotes` are by perspective; `statements` names those about it ("T2").

    `label` and `strength` are method.md's words, `label_text` and `strength_text` those for readers; `leader` is the perspective
    that raised it more, in a led theme only. `quotes` holds a few of each side, chosen to stand side by side. `one_session_text` says that
    all who raised it sat in one session; `mid_p` and `q` are for tables of numbers alone, on no screen and in no text.
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
    mid_p: float | None = None
    q: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownAnswer:
    """How many people of a group gave one of the four answers. `share` is of all who were asked."""

    answer: str
    people: int | None
    text: str
    share: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownAnswers:
    """What one group answered to a statement: `asked_text` is "of 8 asked", `sentence` "6 of 8 parents disagreed"; "" if not asked."""

    perspective: str
    plural: str
    answers: tuple[ShownAnswer, ...]
    asked: int | None
    asked_text: str
    label: str
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownRecommendation:
    """What should happen ("D4"), or with a `side` what that side will do; all in words, "" for what nobody said.

    `sources` names the remarks that it rests on, `statement` the contested one that it answers. `outcome` is what came of it.
    """

    name: str
    text: str
    side: str
    side_plural: str
    lead: str
    due: str
    status: str
    overdue: bool
    outcome: str
    themes: tuple[str, ...]
    sources: tuple[str, ...]
    statement: str
    session: str
    notes: tuple[str, ...]

    @property
    def whose(self) -> str:
        """Who commits to it, and who leads it: "practitioners, Harbour Advice"."""
        return ", ".join(part for part in (self.side_plural, self.lead) if part)

    @property
    def stands(self) -> str:
        """How far it has got: "done: it runs until ten"."""
        return ": ".join(part for part in (f"{self.status}, overdue" if self.overdue else self.status, self.outcome) if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownStatement:
    """Something put to the groups: "T2"; `ref` is what the file that it came from calls it.

    `answers` are by perspective, zeros for a group that wasn't asked; `reasons`, by perspective, are what people said to it, and `sources`
    the remarks that it was made from, or else some that its makers made on its theme. `answered_back` and `back_words` are what its
    makers answered once they had heard the others, and `now` what each side will do about it. `finding` names the theme's finding
    ("F3") or is ""; `raised_text` tells how many of its makers raised that theme.
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

    @property
    def answers_first(self) -> tuple[ShownAnswers, ...]:
        """What each group answered before anything was answered back; its makers are left out where they were asked only then."""
        back_only = self.answered_back is not None
        return tuple(each for each in self.answers.values() if each.asked_text or each.perspective != self.made_by or not back_only)

    def words_of(self, perspective: str) -> tuple[ShownQuote, ...]:
        """In their words: what it was made from, of its makers; of others, why they answered as they did."""
        return self.sources if perspective == self.made_by else self.reasons.get(perspective, ())


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownVoice:
    """How much one group in a session was noted: people `present`, `heard` of them by code, and remarks."""

    perspective: str
    plural: str
    present: str
    heard: str
    remarks: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownSession:
    """One session. `name` is "Session 1"; `group`, `date` ("" where nobody knows) and `people` are in words; `shown` names statements."""

    name: str
    title: str
    group: str
    group_text: str
    date: str
    place: str
    people: str
    shown: tuple[str, ...]
    voices: tuple[ShownVoice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownReflection:
    """One remark in full, as it may be passed on: `quote`, its themes' titles, where and how it came, whether its group found it right."""

    quote: ShownQuote
    themes: tuple[str, ...]
    activity: str
    lane: str
    at: datetime | None
    elicited: str
    statement: str
    highlight: bool
    unfinished: bool
    hands: int | None
    checked_back: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownResponse:
    """One answer to a statement: a person's (`answer`) or a show of hands (four counts: agree, partly, disagree, unsure).

    `back`: its makers gave it once they had heard the others.
    """

    statement: str
    statement_text: str
    perspective: str
    person: str
    session: str
    answer: str
    hands: tuple[int, int, int, int] | None
    at: datetime | None
    back: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownRank:
    """What one group gave to a theme: `text` is "1st, 9 dots from 5 of 8", or "none". `share` is of the people who voted."""

    text: str
    rank: int | None
    points: int | None
    people_text: str
    share: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPriority:
    """One theme that was voted on; `finding` names its finding ("F3"), `groups` is by perspective."""

    theme: str
    finding: str
    groups: Mapping[str, ShownRank]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPriorities:
    """The votes of one kind: "V1". Groups that gave nothing at all are left out.

    `voted` says by perspective how many voted, `alike_text` how alike the ranks are, or why not, `how_text` how they are counted.
    """

    name: str
    kind: str
    title: str
    voted: Mapping[str, str]
    themes: tuple[ShownPriority, ...]
    alike_text: str
    how_text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownVote:
    """What one voter gave to one theme, of the votes that count and those that were changed later; `person` is a code or ""."""

    theme: str
    perspective: str
    person: str
    session: str
    activity: str
    kind: str
    amount: int
    at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPerson:
    """One participant, by code."""

    code: str
    perspective: str
    organisation: str
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """All that a report for one `audience` may show. `marking` stands on every page; `made` is when it was made.

    `groups` are the perspectives with people, the two of `between` first. `notes` are the fixed sentences that every report carries,
    `method` the sentences on thresholds and limits. `statements` has the contested first. `comparison` is the JSON object of
    the comparison, as far as this audience may have it. `ranked` has what votes came to, one of each kind, and is empty without any;
    `timings` has the sessions that were run by the clock.

    `exploratory` and `narrowed` say in a sentence what this is a comparison of, where not the workshop's own, or not of all of it; both
    begin `at_a_glance` too.
    """

    title: str
    audience: str
    marking: str
    cover: str
    made: datetime
    between: tuple[str, str]
    took_part: str
    groups: tuple[ShownGroup, ...]
    sessions: tuple[ShownSession, ...]
    checked_back: tuple[str, ...]
    at_a_glance: tuple[str, ...]
    findings: tuple[ShownFinding, ...]
    statements: tuple[ShownStatement, ...]
    notes: tuple[str, ...]
    method: tuple[str, ...]
    comparison: Mapping[str, object]
    people: tuple[ShownPerson, ...] = ()
    reflections: tuple[ShownReflection, ...] = ()
    responses: tuple[ShownResponse, ...] = ()
    ranked: tuple[ShownPriorities, ...] = ()
    recommendations: tuple[ShownRecommendation, ...] = ()
    votes: tuple[ShownVote, ...] = ()
    exploratory: str = ""
    narrowed: str = ""
    timings: tuple[ShownTiming, ...] = ()

    def group(self, perspective: str) -> ShownGroup:
        """The group of this perspective; KeyError where it has no people."""
        for group in self.groups:
            if group.name == perspective:
                return group
        raise KeyError(perspective)

    @property
    def sides(self) -> tuple[ShownGroup, ShownGroup]:
        """The two groups that are compared, left and right."""
        return self.group(self.between[0]), self.group(self.between[1])

    @property
    def telling(self) -> tuple[ShownStatement, ...]:
        """The statements of one group that the other contests: the centre of the report."""
        return tuple(statement for statement in self.statements if statement.contested)

    def in_section(self, section: Section) -> tuple[ShownFinding, ...]:
        """The findings that the report treats there, in their order."""
        return tuple(finding for finding in self.findings if finding.section is section)

    @property
    def priorities(self) -> tuple[ShownFinding, ...]:
        """The findings on priority themes, in their order."""
        return tuple(finding for finding in self.findings if finding.priority)
