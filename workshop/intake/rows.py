"""The rows that an import brings: typed, clean, each knowing its line; the rows that it refuses; and what makes a row itself."""

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from typing import ClassVar

from workshop.model.records import Answer, Elicited, VoteKind


@dataclass(frozen=True, slots=True, kw_only=True)
class ReflectionRow:
    """One remark. `perspective` is "" where the row leaves it to what is known of the participant or the session.

    `session`, `activity` and `statement` (an id of the same source, or its words) are as written. `at` is aware and in UTC; `at_written`
    is what the file says, in ISO 8601. A row without text counts its participant for its themes.
    """

    kind: ClassVar[str] = "reflection"
    line: int
    text: str = ""
    perspective: str = ""
    participant: str = ""
    themes: tuple[str, ...] = ()
    session: str = ""
    activity: str = ""
    at: datetime | None = None
    at_written: str = ""
    verbatim: bool = False
    elicited: Elicited = Elicited.OPEN
    lane: str = ""
    statement: str = ""
    hands: int | None = None
    highlight: bool = False
    unfinished: bool = False
    kinds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementRow:
    """One statement. `id` is the file's own, or ""; so is `made_by` where the file doesn't say whose it is."""

    kind: ClassVar[str] = "statement"
    line: int
    text: str
    id: str = ""
    made_by: str = ""
    theme: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponseRow:
    """One answer of one person. `statement` is an id of the same source, or the statement's text; a later row replaces an earlier."""

    kind: ClassVar[str] = "response"
    line: int
    participant: str
    statement: str
    answer: Answer
    perspective: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ParticipantRow:
    """One person, by code."""

    kind: ClassVar[str] = "participant"
    line: int
    code: str
    perspective: str
    organisation: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeRow:
    """One entry of a codebook. `parent` is the title of the theme that it is part of, or ""."""

    kind: ClassVar[str] = "theme"
    line: int
    title: str
    description: str = ""
    parent: str = ""
    aliases: tuple[str, ...] = ()
    lead_organisation: str = ""
    priority: bool = False
    agreed: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class VoteRow:
    """What one person, or ("") a group without naming anybody, gave to one theme. `session` is as written."""

    kind: ClassVar[str] = "vote"
    line: int
    theme: str
    amount: int
    form: VoteKind = VoteKind.DOTS
    participant: str = ""
    perspective: str = ""
    session: str = ""
    at: datetime | None = None
    at_written: str = ""


Row = ReflectionRow | StatementRow | ResponseRow | ParticipantRow | ThemeRow | VoteRow


@dataclass(frozen=True, slots=True)
class Refused:
    """A row that can't be brought in: its line in the file, all that is wrong with it, and the cure."""

    line: int
    why: str
    cure: str = ""

    def __str__(self) -> str:
        """One line of a report."""
        return f"line {self.line}: {self.why}"


_NOT_CONTENT = {"line", "at"}


def row_key(row: Row, ordinal: int) -> str:
    """What makes the row itself, to take a digest of: its kind, its content, and its number (from 1) among rows that are equal in these.

    Neither the file's name nor the row's line is in it, nor the zone in which its time was understood. A field at its default is
    left out, so that a later version may add fields and still know the rows of an earlier one.
    """
    content = {
        field.name: getattr(row, field.name)
        for field in fields(row)
        if field.name not in _NOT_CONTENT and getattr(row, field.name) != field.default
    }
    return json.dumps([row.kind, content, ordinal], ensure_ascii=False, sort_keys=True)


def row_keys(rows: Sequence[Row]) -> tuple[str, ...]:
    """The key of each row, in order: an extended file gives the keys of the file before it and those of its new rows."""
    seen: Counter[str] = Counter()
    keys = []
    for row in rows:
        content = row_key(row, 0)
        seen[content] += 1
        keys.append(row_key(row, seen[content]))
    return tuple(keys)
