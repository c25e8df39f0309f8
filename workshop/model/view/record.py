"""Remarks, answers, votes and people one by one, for the files that carry them, as a report may show them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from workshop.model.view.quote import ShownQuote


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownReflection:
    """One remark in full, as it may be passed on: `quote`, its themes' titles, where and how it came, whether its group found it right.

    `statement` ("T2") or `artwork` ("A1") is what was on show. `coded_by` has the titles that others than the note-taker gave it, by coder;
    none where a coder found none to fit.
    """

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
    artwork: str = ""
    coded_by: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


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
