"""Whom the speakers of a transcript stand for: groups or codes. Their names stay in the file."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

from workshop.errors import WorkshopError
from workshop.intake.check import Checked
from workshop.intake.fields import What
from workshop.intake.nearest import did_you_mean
from workshop.intake.rows import ReflectionRow, Refused
from workshop.intake.transcript import Turn, same_speaker
from workshop.intake.values import perspective_of
from workshop.model.faultwords import shortened
from workshop.model.perspective import NOTE_TAKER, UNKNOWN, Perspective
from workshop.text import clean_line

NOBODY = "(nobody named)"
"""What a speaker without a name is called in messages."""
LEAVE_OUT = "nobody"
"""Whom somebody stands for whose words are left out."""
_CODE = re.compile(r"([a-z])(\d{1,3})")
_NOT_NAMES = {"speaker", "interviewer", "facilitator", "moderator", "participant", "parent", "practitioner", "researcher", "the", "and"}
_SHORTEST_NAME = 3


class Odd(Enum):
    """What stands before a colon and is nobody of the room: somebody left out, or no speaker at all but words."""

    LEFT_OUT = ""
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class Who:
    """A perspective, and the code of a person or ""."""

    perspective: str
    code: str = ""


Speakers = Mapping[str, Who | Odd]
"""By the speaker's name, as `same_speaker` makes it."""


def read_speaker_options(options: Iterable[str], perspectives: Sequence[Perspective]) -> Speakers:
    """The options NAME=WHO, as typed: a group (parent), a code (p3), nt, ?, `words` for no speaker, nobody to leave somebody out."""
    found: dict[str, Who | Odd] = {}
    for option in options:
        name, divided, meant = option.rpartition("=")
        if not divided:
            raise WorkshopError(
                f'"{shortened(option)}" says of no speaker who it is.', 'Write NAME=GROUP, such as "Ann=parent" or "Ann=p3".'
            )
        found["" if name.strip() == NOBODY else same_speaker(name)] = who_of(clean_line(meant), perspectives)
    return found


def who_of(word: str, perspectives: Sequence[Perspective]) -> Who | Odd:
    """Whom one word means. Raises WorkshopError naming the words that there are."""
    if (odd := "" if word.casefold() == LEAVE_OUT else word.casefold()) in (each.value for each in Odd):
        return Odd(odd)
    letters = {each.letter: each.name for each in perspectives}
    if (code := _CODE.fullmatch(word.casefold())) and code[1] in letters:
        return Who(letters[code[1]], word.casefold())
    if word.casefold() in ("nt", NOTE_TAKER):
        return Who(NOTE_TAKER)
    if word == "?":
        return Who(UNKNOWN)
    if named := letters.get(word.casefold()):
        return Who(named)
    try:
        return Who(perspective_of(word, perspectives, (UNKNOWN,), "speaker"))
    except WorkshopError as error:
        groups = ", ".join(each.name for each in perspectives)
        cure = f'Use {groups}, a code such as p3, nt, ?, {LEAVE_OUT}, or "{Odd.WORDS.value}" if it is no name.'
        raise WorkshopError(error.message, cure) from error


def check_turns(turns: Sequence[Turn], speakers: Speakers, *, session: str = "", began: datetime | None = None) -> Checked:
    """The rows that a transcript brings, verbatim; refused where it isn't said who somebody is. `began` is when the recording did.

    Raises WorkshopError for a speaker who isn't in it.
    """
    turns = _without_words(turns, speakers)
    names = {same_speaker(turn.speaker) for turn in turns}
    for unknown in (name for name, who in speakers.items() if name not in names and who is not Odd.WORDS):
        raise WorkshopError(f'Nobody in it is called "{shortened(unknown)}"{did_you_mean(unknown, filter(None, names))}')
    rows: list[ReflectionRow] = []
    unknown_at: dict[str, Turn] = {}
    left_out = 0
    for turn in turns:
        key = same_speaker(turn.speaker)
        who = speakers.get(key, Odd.LEFT_OUT if not key and len(names) > 1 else None)
        if who is None:
            unknown_at.setdefault(key, turn)
        elif isinstance(who, Odd):
            left_out += 1
        else:
            at = began + timedelta(seconds=turn.seconds) if began and turn.seconds is not None else began
            rows.append(_row(turn, who, session, at))
    counted = Counter(same_speaker(turn.speaker) for turn in turns)
    return Checked(
        what=What.REFLECTIONS,
        rows=tuple(rows),
        refused=tuple(_refused(turn, counted[key]) for key, turn in unknown_at.items()),
        columns={},
        unused=(),
        left_out=left_out,
        naming=tuple(_naming(rows, turns, speakers)),
    )


def _row(turn: Turn, who: Who, session: str, at: datetime | None) -> ReflectionRow:
    return ReflectionRow(
        line=turn.line, text=turn.text, perspective=who.perspective, participant=who.code, session=session, at=at, verbatim=True
    )


def _without_words(turns: Sequence[Turn], speakers: Speakers) -> tuple[Turn, ...]:
    """With what only looked like a speaker put back into the words of whoever was speaking."""
    found: list[Turn] = []
    for turn in turns:
        if speakers.get(same_speaker(turn.speaker)) is Odd.WORDS:
            before = found.pop() if found else Turn(turn.line, "", "", turn.seconds)
            words = f"{before.text}\n{turn.speaker}: {turn.text}".strip()
            found.append(Turn(before.line, before.speaker, words, before.seconds))
        else:
            found.append(turn)
    return tuple(found)


def _refused(turn: Turn, times: int) -> Refused:
    name, often = turn.speaker or NOBODY, "once" if times == 1 else f"{times} times"
    given = f'--speaker "{shortened(name)}=parent"'
    return Refused(
        turn.line,
        f'nothing says who "{shortened(name)}" is, who speaks {often}',
        f'Say it with {given}: a group, a code such as p3, {LEAVE_OUT} to leave them out, or "words" if it is no name.',
    )


def _naming(rows: Sequence[ReflectionRow], turns: Sequence[Turn], speakers: Speakers) -> Iterable[int]:
    """The lines in whose words a speaker's name stands: dropped as a speaker, it would stay as a word."""
    named = {same_speaker(turn.speaker) for turn in turns if isinstance(speakers.get(same_speaker(turn.speaker)), (Who, Odd))}
    names = {part for name in named for part in name.split() if len(part) >= _SHORTEST_NAME and not part.isdigit()} - _NOT_NAMES
    if not names:
        return
    sought = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(names)))})\b", re.IGNORECASE)
    yield from (row.line for row in rows if sought.search(row.text))
