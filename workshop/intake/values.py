"""What the words in a table's cells mean: answers, perspectives, yes and no, instants."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo

from workshop.errors import WorkshopError
from workshop.intake.fields import What, field_named
from workshop.intake.nearest import did_you_mean, listed
from workshop.model.faultwords import shortened
from workshop.model.perspective import Perspective
from workshop.model.records import Answer, Elicited, VoteKind
from workshop.text import clean_line

Values = Mapping[str, Mapping[str, str]]
"""By field, what a file's own words (as `key` makes them) stand for."""

_ANSWERS = {
    **{answer.value: answer for answer in Answer},
    "partly agree": Answer.PARTLY,
    "partially agree": Answer.PARTLY,
    "not sure": Answer.UNSURE,
    "don't know": Answer.UNSURE,
    "pass": Answer.UNSURE,
}
_TRUE = ("true", "yes", "y", "1", "verbatim")
_FALSE = ("false", "no", "n", "0", "paraphrase")

_MOST_DIGITS = 7

_DATE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_INSTANT = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d([.,]\d{1,6})?)?(Z|[+-]\d\d(:?\d\d)?)?", re.ASCII | re.IGNORECASE)
_MILLISECONDS = re.compile(r"\d{13}", re.ASCII)


def key(word: str) -> str:
    """A word as it is looked up: one line, case folded, straight apostrophes. Signs stay: -1 is not 1."""
    return clean_line(word).casefold().replace("\u2019", "'")


def read_value_options(what: What, options: Iterable[str]) -> Values:
    """The options FIELD:FROM=TO, as typed. FROM is the file's word, TO the word that is meant, or nothing for a blank cell.

    The first `:` and the last `=` divide, so that FROM may hold both, and TO may hold `:`. An empty FROM stands for blank cells.
    """
    values: dict[str, dict[str, str]] = {}
    for option in options:
        field, colon, rest = option.partition(":")
        source, equals, meant = rest.rpartition("=")
        if not colon or not equals:
            raise WorkshopError(f'"{shortened(option)}" maps no value.', "Write FIELD:FROM=TO, such as answer:1=agree.")
        meanings = values.setdefault(field_named(what, field), {})
        if meanings.setdefault(key(source), clean_line(meant)) != clean_line(meant):
            raise WorkshopError(f'"{shortened(source)}" of {field_named(what, field)} is given two meanings.')
    return values


def answer_of(word: str) -> Answer:
    """The answer that the word is."""
    if answer := _ANSWERS.get(key(word)):
        return answer
    raise _unknown("answer", word, _ANSWERS)


def truth_of(word: str, field: str = "verbatim") -> bool:
    """Yes or no."""
    if key(word) in _TRUE:
        return True
    if key(word) in _FALSE:
        return False
    raise _unknown(field, word, ("yes", "no"))


def number_of(word: str, field: str = "hands") -> int:
    """A whole number: of people, of points."""
    if word.isdecimal() and len(word) <= _MOST_DIGITS:
        return int(word)
    raise WorkshopError(f'{field}: "{shortened(word)}" is no number', "Write it in digits, such as 7.")


def vote_kind_of(word: str) -> VoteKind:
    """What is given in a vote."""
    for kind in VoteKind:
        if key(word) in (kind.value, f"{kind.value}s"):
            return kind
    raise _unknown("kind", word, VoteKind)


def elicited_of(word: str) -> Elicited:
    """Whether the remark came by itself (open) or in answer to something shown (prompted)."""
    for elicited in Elicited:
        if key(word) == elicited.value:
            return elicited
    raise _unknown("elicited", word, Elicited)


def perspective_of(word: str, perspectives: Sequence[Perspective], also: Sequence[str] = (), field: str = "perspective") -> str:
    """The name of one of the perspectives, given in the singular or plural, or one of the names `also` allowed."""
    for perspective in perspectives:
        if key(word) in (key(perspective.name), key(perspective.plural)):
            return perspective.name
    if key(word) in also:
        return key(word)
    raise _unknown(field, word, [*(perspective.name for perspective in perspectives), *also])


@dataclass(frozen=True, slots=True)
class Instant:
    """A moment, aware and in UTC, and how the file wrote it (ISO 8601), which no zone of this computer can change."""

    at: datetime
    written: str


def instant_of(word: str, zone: tzinfo) -> Instant:
    """The instant that the word is: ISO 8601 with or without seconds and offset, a date alone, or milliseconds since 1970 (13 digits).

    Without an offset it is the time of day in `zone`; a date alone is its midday there, so that it stays that date elsewhere too.
    """
    text = clean_line(word)
    try:
        if _MILLISECONDS.fullmatch(text):
            at = datetime.fromtimestamp(int(text) / 1000, UTC)
            return Instant(at, at.isoformat())
        if _DATE.fullmatch(text):
            day = datetime.fromisoformat(text)
            return Instant(day.replace(hour=12, tzinfo=zone).astimezone(UTC), text)
        if _INSTANT.fullmatch(text):
            said = datetime.fromisoformat(text.upper())
            return Instant((said if said.tzinfo else said.replace(tzinfo=zone)).astimezone(UTC), said.isoformat())
    except (ValueError, OverflowError) as error:
        raise WorkshopError(f'at: "{shortened(text)}" is no date that there is') from error
    raise WorkshopError(f'at: "{shortened(text)}" is not understood', "Write dates as 2026-03-31 and times as 2026-03-31 14:30.")


def _unknown(field: str, word: str, known: Iterable[str]) -> WorkshopError:
    words = list(known)
    return WorkshopError(
        f'{field}: "{shortened(word)}" is not known{did_you_mean(word, words)}',
        f"Use {listed(words)}, or say what a word means: --value {field}:FROM=TO.",
    )
