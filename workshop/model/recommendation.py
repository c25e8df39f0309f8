"""Recommendations and commitments: what should happen, or what one side will do, and what came of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Progress(StrEnum):
    """How far a recommendation has got."""

    OPEN = "open"
    UNDER_WAY = "under way"
    DONE = "done"
    DROPPED = "dropped"

    @property
    def closed(self) -> bool:
        """Whether nothing more is expected of it."""
        return self in (Progress.DONE, Progress.DROPPED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommendation:
    """What should happen: who leads it, by when, and the themes, remarks (`sources`) and contested statement that it rests on (ids).

    With a `side`, a perspective, it is a commitment: what that side will do itself. `session` is where it was made, "" for elsewhere.
    `agreed` are the perspectives that have said yes to these words.
    What has become of it stands in its follow-ups, so that two laptops which both note something never contradict each other.
    """

    id: str
    number: int
    text: str
    created: datetime
    side: str = ""
    lead: str = ""
    due: date | None = None
    themes: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    statement: str | None = None
    session: str = ""
    agreed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """A note on a recommendation (an id): what was done or heard, and how far it has got since then; None as before."""

    id: str
    recommendation: str
    at: datetime
    text: str = ""
    progress: Progress | None = None


@dataclass(frozen=True, slots=True)
class Followed:
    """A recommendation with its notes, oldest first, as it stands on a day."""

    recommendation: Recommendation
    notes: tuple[FollowUp, ...]
    overdue: bool

    @property
    def progress(self) -> Progress:
        """As the last note has it that says so."""
        return next((note.progress for note in reversed(self.notes) if note.progress), Progress.OPEN)

    @property
    def outcome(self) -> str:
        """What came of one that is done or dropped, in the words of the note that said so; "" as long as it is neither."""
        if not self.progress.closed:
            return ""
        return next(note.text for note in reversed(self.notes) if note.progress)


def followed(recommendations: Iterable[Recommendation], notes: Iterable[FollowUp], today: date) -> tuple[Followed, ...]:
    """Each with its notes: first what is overdue, then what is open, the earliest due first, then what is done or dropped."""
    by_id: dict[str, list[FollowUp]] = {}
    for note in sorted(notes, key=lambda each: (each.at, each.id)):
        by_id.setdefault(note.recommendation, []).append(note)
    found = [_stands(each, tuple(by_id.get(each.id, ())), today) for each in recommendations]
    return tuple(sorted(found, key=_order))


def by_statement(found: Iterable[Followed]) -> Mapping[str, tuple[Followed, ...]]:
    """Those that answer a statement, by its id, in the same order."""
    grouped: dict[str, tuple[Followed, ...]] = {}
    for each in found:
        if each.recommendation.statement:
            grouped[each.recommendation.statement] = (*grouped.get(each.recommendation.statement, ()), each)
    return grouped


def _stands(recommendation: Recommendation, notes: tuple[FollowUp, ...], today: date) -> Followed:
    open_ = not Followed(recommendation, notes, overdue=False).progress.closed
    return Followed(recommendation, notes, overdue=open_ and recommendation.due is not None and recommendation.due < today)


def _order(each: Followed) -> tuple[bool, bool, date, int, str]:
    one = each.recommendation
    return each.progress.closed, not each.overdue, one.due or date.max, one.number, one.id
