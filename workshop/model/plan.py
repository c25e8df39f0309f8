"""A plan: the timed activities of one session, as read from its TOML file (planfile.py)."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What an activity does with the group."""

    OPEN = "open"
    REFLECT = "reflect"
    SHOW = "show"
    SORT = "sort"
    VOTE = "vote"
    RATE = "rate"
    RECOMMEND = "recommend"
    BREAK = "break"
    CLOSE = "close"


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity:
    """One timed block. `minutes`, `minimum` and `turns` are minutes; `starts_at` and `ends_by` are "HH:MM" of the session's day.

    How a `vote` is taken: `dots` for each person, `ranks` (each puts so many themes in order), a `budget` to give out, else hands.
    `show_time`: the room's display tells how much time is left. `contested`: a `show` puts to the group its own statements that another
    group contested, with what that group answered. `pictures` are captions; `artworks`: it shows all pictures that the workshop has.
    `words` is False where nothing that is said is kept: who spoke and the theme alone.
    """

    title: str
    kind: Kind
    minutes: float
    prompt: str = ""
    lanes: tuple[str, ...] = ()
    notes: str = ""
    protected: bool = False
    optional: bool = False
    minimum: float | None = None
    starts_at: str | None = None
    ends_by: str | None = None
    turns: float | None = None
    bell: bool = False
    auto_advance: bool = False
    themes: tuple[str, ...] = ()
    statements: tuple[str, ...] = ()
    pictures: tuple[str, ...] = ()
    scale: tuple[int, int] | None = None
    dots: int | None = None
    ranks: int | None = None
    budget: int | None = None
    materials: tuple[str, ...] = ()
    show_time: bool = True
    contested: bool = False
    artworks: bool = False
    words: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A script card: something to read out, such as the purpose, confidentiality and its limits, withdrawal."""

    title: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A session plan. `name` is its file's stem; `text` the TOML it was read from, kept with every session that runs it.

    `show_time` is for all activities: where it is False, no activity's time is on the room's display. `heading` is what the list of
    plans shows it under. `private`: what is said stays with who said it, and is in no comparison and no report. `leads_to` is the name of
    the plan that comes after it in the same workshop, if one does.
    """

    name: str
    title: str
    activities: tuple[Activity, ...]
    heading: str = ""
    purpose: str = ""
    perspectives: tuple[str, ...] = ()
    welcome: str = ""
    source: str = ""
    people: str = ""
    contact: str = ""
    cards: tuple[Card, ...] = ()
    materials: tuple[str, ...] = ()
    show_time: bool = True
    private: bool = False
    leads_to: str = ""
    text: str = ""

    @property
    def answers_back(self) -> bool:
        """Whether the group hears what another one said to its words: nothing that is said in such a session came by itself."""
        return any(activity.contested for activity in self.activities)

    @property
    def minutes(self) -> float:
        """The planned length of the whole session, in minutes."""
        return sum(activity.minutes for activity in self.activities)
