"""The records of a workshop, as the store gives and takes them: frozen, typed, without behaviour.

Every `id` is unique in its table and for ever. A `number` is what a person reads and types: R12 is the reflection numbered 12; two
laptops may give one number twice, and `Workbook` then tells them apart by a letter. Instants are aware and in UTC.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from workshop.model.artwork import Artwork
from workshop.model.attendance import Attendance
from workshop.model.clearance import Clearance
from workshop.model.export import Export
from workshop.model.flag import Flag
from workshop.model.knownheader import KnownHeader
from workshop.model.merge import Merge
from workshop.model.paraphrase import Paraphrase
from workshop.model.recommendation import FollowUp, Recommendation
from workshop.model.watched import Watched


class Elicited(StrEnum):
    """Whether a remark came by itself or in answer to something shown."""

    OPEN = "open"
    PROMPTED = "prompted"


class Answer(StrEnum):
    """What someone answers when a statement is put to them. Silence is no answer: it is not asked, and not recorded."""

    AGREE = "agree"
    PARTLY = "partly"
    DISAGREE = "disagree"
    UNSURE = "unsure"


class Consent(StrEnum):
    """What may be done with somebody's words, from least to most: not used at all, counted in a theme, paraphrased, quoted."""

    NONE = "none"
    COUNT = "count"
    PARAPHRASE = "paraphrase"
    QUOTE = "quote"


class VoteKind(StrEnum):
    """What is given to themes in a vote: dots, raised hands, a rank (1 is first), or a share of a budget."""

    DOTS = "dots"
    HANDS = "hands"
    RANK = "rank"
    BUDGET = "budget"


class Verb(StrEnum):
    """What an entry of a session's timeline does (clock.md, 1); `SHOW` puts a statement or an artwork to the group.

    `STOP` ends the running activity and begins none. `STARTS_AT` and `ENDS_BY` fix the session's planned start and latest end.
    `OBSERVED` keeps what happened to the computer (it slept, its clock was set) and `NOTE` a remark: neither acts on the time.
    `INSERT` puts an activity into the agenda that the plan doesn't have, and `BREAK` one that begins at once.
    """

    START = "start"
    PAUSE = "pause"
    RESUME = "resume"
    ADD = "add"
    NEXT = "next"
    BACK = "back"
    END = "end"
    BACKDATE = "backdate"
    DISCOUNT = "discount"
    NOTE = "note"
    UNDO = "undo"
    SHOW = "show"
    STOP = "stop"
    STARTS_AT = "starts-at"
    ENDS_BY = "ends-by"
    CATCH_UP = "catch-up"
    DROP = "drop"
    MOVE = "move"
    TURN = "turn"
    OBSERVED = "observed"
    INSERT = "insert"
    BREAK = "break"


@dataclass(frozen=True, slots=True, kw_only=True)
class Workshop:
    """One piece of work on one question. `salt` keys the digests that make ids of natural keys (store.md, 2).

    `archived` takes it off the list of current ones; on the day `keep_until` it is to be deleted. `thresholds` are its own, by name
    (model/thresholds.py). `chatham_house`: the room chose the Chatham House Rule, so no report says who took part.
    """

    id: str = "workshop"
    title: str
    perspectives: tuple[str, ...]
    salt: str
    created: datetime
    cover: str = ""
    archived: bool = False
    keep_until: date | None = None
    thresholds: tuple[tuple[str, float], ...] = ()
    chatham_house: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """One run of a plan with one group. `plan` is the TOML text that it runs, so that a later edit of the file changes nothing here.

    `group` is a perspective or "mixed"; `present` the head count by perspective of all who were ever here, where one was given, and
    `gone` how many of them have left; `cohort` the set of stickers in use: sessions of one cohort share their participants' codes.
    `consent` and `research` are what the room chose for remarks that were noted for the group (model/consent.py); until the end of the
    day `withdraw_until` people were promised to be able to take their words back. `wall`: the facilitator lets the room's display show
    what was said (model/wall.py). `rehearsal` is how many times as fast as real time a rehearsal runs; None is a session with people.
    `private`: what is said in it goes back to who said it, and into no comparison and no report. `discarded`: it was begun by mistake and
    thrown away, which holds as long as nothing was noted in it (model/discarded.py).
    """

    id: str
    number: int
    group: str
    cohort: str
    created: datetime
    title: str = ""
    plan_name: str = ""
    plan: str = ""
    place: str = ""
    present: tuple[tuple[str, int], ...] = ()
    imported: bool = False
    consent: Consent | None = None
    research: bool | None = None
    consent_at: datetime | None = None
    withdraw_until: date | None = None
    gone: tuple[tuple[str, int], ...] = ()
    wall: bool = False
    rehearsal: float | None = None
    private: bool = False
    discarded: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of a session's timeline. Entries are in order of their `id`, which no clock that is set back can change.

    `at` is the wall clock; `boot` a monotonic reading in seconds that counts suspension, comparable within one `boot_id` only.
    `seconds` belongs to add, backdate and discount; on a start, stop, pause, resume, next, back or end it says how long ago that really
    was. `activity` (an index from 0) is what next and back leave, and what start, add, discount and drop name; `cancels` belongs to undo,
    `moment` to starts-at and ends-by (None takes it away), `changes` (activity, seconds added) to catch-up, `position` (a place in the
    agenda, from 0) to move and insert. The `text` of a turn is the code of whose turn it is, empty when the turns are over.

    `dropped` are the activities that a catch-up leaves out. An insert and a break give the new activity its index (`activity`), title
    (`text`), `kind` (of an activity) and length (`seconds`).
    """

    id: str
    session: str
    verb: Verb
    at: datetime
    boot: float = 0.0
    boot_id: str = ""
    seconds: float | None = None
    activity: int | None = None
    cancels: str | None = None
    statement: str | None = None
    text: str = ""
    moment: datetime | None = None
    changes: tuple[tuple[int, float], ...] = ()
    position: int | None = None
    dropped: tuple[int, ...] = ()
    kind: str = ""
    artwork: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """A code within a cohort (sticker p3). Never a name. `consent` and `research` are as last agreed (`consent_at`); None is unset.

    `same_as` is the id of the same person's record in another cohort, where somebody linked the two by hand.
    """

    id: str
    cohort: str
    code: str
    perspective: str
    organisation: str = ""
    role: str = ""
    consent: Consent | None = None
    research: bool | None = None
    consent_at: datetime | None = None
    same_as: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reflection:
    """One remark. `at` is when it was said, as near as is known; `kinds` are the folded !marks that it carries.

    `participant` is None where the remark was noted for the group; `activity` an index into the session's plan; `statement` what it
    answers, or `artwork` what it reads, when it was prompted; `hands` a show of hands, which never counts as people who raised it.
    `consent` and `research` are agreed for this one remark, apart from its speaker's; None is as the speaker's, or the room's.
    """

    id: str
    number: int
    session: str
    text: str
    perspective: str
    at: datetime
    participant: str | None = None
    activity: int | None = None
    lane: str = ""
    verbatim: bool = False
    unfinished: bool = False
    highlight: bool = False
    hands: int | None = None
    kinds: tuple[str, ...] = ()
    elicited: Elicited = Elicited.OPEN
    statement: str | None = None
    consent: Consent | None = None
    research: bool | None = None
    consent_at: datetime | None = None
    artwork: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A remark was read back to its group, who found it right. `words` is a digest of what was read: other words were not checked."""

    id: str
    reflection: str
    words: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """An entry of the codebook. Its id is a digest of its folded title at birth, and stays when it is renamed.

    `split_from` is the id of the theme that it was a part of.
    """

    id: str
    title: str
    description: str = ""
    aliases: tuple[str, ...] = ()
    parent: str | None = None
    priority: bool = False
    lead_organisation: str = ""
    provisional: bool = True
    order: int = 0
    split_from: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Coding:
    """One reflection is about one theme, says one coder ("" is the note-taker, as the remark was captured).

    An empty `theme` says that the coder looked at it, and no theme fits.
    """

    id: str
    reflection: str
    theme: str
    coder: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Something put to a group for an answer. `ref` is the id it had in a file that it was imported from.

    `replaces` is the id of the statement that a group put in these better words; what was answered to that stays with it.
    """

    id: str
    number: int
    text: str
    made_by: str
    theme: str | None = None
    sources: tuple[str, ...] = ()
    ref: str = ""
    replaces: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """An answer to a statement: one person's (`participant` and `answer`) or a show of hands (`hands`: agree, partly, disagree, unsure).

    All are kept; who answers again has changed their mind: the last by (`at`, `order`, `id`) counts. A show of hands
    is replaced by the next one of the same session and perspective. `back`: its makers answered, having heard what others answered; that
    is counted apart from what they said of it before.
    """

    id: str
    statement: str
    perspective: str
    at: datetime
    session: str = ""
    participant: str | None = None
    answer: Answer | None = None
    hands: tuple[int, int, int, int] | None = None
    order: int = 0
    back: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote:
    """What one person, or a group without naming anybody (`participant` None), gave to one theme in an activity of a session.

    `amount` is in dots, hands, or the budget's money, or a rank from 1; 0 takes back what was given. All are kept; of one voter's for one
    `choice` in one activity the last by (`at`, `order`, `id`) counts. The choice is the theme as it was then: it may be part of another
    `theme` since, and what was given to both is added up.
    """

    id: str
    session: str
    activity: int
    theme: str
    perspective: str
    kind: VoteKind
    amount: int
    at: datetime
    choice: str = ""
    participant: str | None = None
    order: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Tombstone:
    """What is left of a remark, statement or artwork that was withdrawn (`table` says which): its id, its number, and nothing more.

    `ref` is the id that a statement had in a file: answers to it may be imported again.
    """

    id: str
    table: str
    number: int
    session: str = ""
    ref: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal:
    """What was erased at once, as (table, id). With a `participant` (an id) it is a standing order too.

    What that person said before and somebody else's laptop brings later goes as well; `cohort` and `code` let the person speak again.
    `since` is the store's stamp of the earliest that was erased: no export older than it can have held any of it.
    """

    id: str
    at: datetime
    since: str
    erased: tuple[tuple[str, str], ...]
    participant: str = ""
    cohort: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True)
class Records:
    """All the records of one workshop, by id; `timelines` by session, each in order. Live and read-only: nothing here can be changed."""

    workshop: Workshop
    sessions: Mapping[str, Session] = field(default_factory=dict)
    timelines: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)
    participants: Mapping[str, Participant] = field(default_factory=dict)
    attendance: Mapping[str, Attendance] = field(default_factory=dict)
    reflections: Mapping[str, Reflection] = field(default_factory=dict)
    checks: Mapping[str, Check] = field(default_factory=dict)
    themes: Mapping[str, Theme] = field(default_factory=dict)
    merges: Mapping[str, Merge] = field(default_factory=dict)
    codings: Mapping[str, Coding] = field(default_factory=dict)
    statements: Mapping[str, Statement] = field(default_factory=dict)
    responses: Mapping[str, Response] = field(default_factory=dict)
    votes: Mapping[str, Vote] = field(default_factory=dict)
    tombstones: Mapping[str, Tombstone] = field(default_factory=dict)
    withdrawals: Mapping[str, Withdrawal] = field(default_factory=dict)
    exports: Mapping[str, Export] = field(default_factory=dict)
    safeguarding: Mapping[str, Flag] = field(default_factory=dict)
    recommendations: Mapping[str, Recommendation] = field(default_factory=dict)
    followups: Mapping[str, FollowUp] = field(default_factory=dict)
    artworks: Mapping[str, Artwork] = field(default_factory=dict)
    paraphrases: Mapping[str, Paraphrase] = field(default_factory=dict)
    watched: Mapping[str, Watched] = field(default_factory=dict)
    headers: Mapping[str, KnownHeader] = field(default_factory=dict)
    clearances: Mapping[str, Clearance] = field(default_factory=dict)

    @property
    def merged(self) -> frozenset[str]:
        """Ids of the themes that were merged, and are not among `themes`: no new theme may have one of them."""
        return frozenset(each.theme for each in self.merges.values())
