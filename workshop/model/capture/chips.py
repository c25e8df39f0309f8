"""Chips: what was understood, in short words, shown under the line as it is typed."""

import re
from dataclasses import dataclass
from enum import StrEnum

from workshop.model import codebook
from workshop.model.capture import who
from workshop.model.capture.captured import Captured
from workshop.model.capture.context import Context
from workshop.model.capture.kinds import ANSWERS
from workshop.model.capture.speaker import NOTE_TAKER, UNKNOWN
from workshop.model.faultwords import shortened
from workshop.model.perspective import MIXED
from workshop.model.records import Answer
from workshop.text import fold

_STUCK = re.compile(r"(\w+):(?:[^\W\d]|[\"“])")
_UNKNOWN_KIND = re.compile(r"(?<!\S)![^\W\d_]\w*")

_SAYS = {"agree": "agrees with", "partly": "agrees in part with", "disagree": "disagrees with", "unsure": "is unsure about"}
PICTURE = "a picture takes no answer: kept as a mark of the remark"


class Role(StrEnum):
    """What a chip tells, for its colour; its words tell it too."""

    SPEAKER = "speaker"
    NEW_SPEAKER = "new-speaker"
    WORDS = "words"
    THEME = "theme"
    NEW_THEME = "new-theme"
    KIND = "kind"
    ANSWER = "answer"
    HANDS = "hands"
    HIGHLIGHT = "highlight"
    TIME = "time"
    OFF = "off"
    HINT = "hint"


@dataclass(frozen=True, slots=True)
class Chip:
    """A few words, plain text, and what they are about."""

    text: str
    role: Role


def chips(captured: Captured, context: Context) -> tuple[Chip, ...]:
    """What the line was understood to mean, in the order of speaker, words, themes, kinds, the rest; hints behind what they are about.

    A hint asks about what was not understood or resembles something known; nothing waits for an answer to it.
    """
    found = [Chip("goes on", Role.WORDS) if captured.continues else _speaker(captured, context)]
    if captured.off_record:
        return (*found, Chip("off the record", Role.OFF))
    if captured.answers is not None:
        counts = ", ".join(f"{count} {answer}" for count, answer in zip(captured.answers, Answer, strict=True))
        on = f" on {_statement(captured, context)}" if captured.statement else ""
        return (*found, Chip(f"hands{on}: {counts}", Role.ANSWER))
    if captured.verbatim:
        found.append(Chip("verbatim", Role.WORDS))
    if captured.unfinished:
        found.append(Chip("to finish", Role.WORDS))
    for tag in captured.themes:
        found.extend(_theme(tag, context))
    found.extend(_kind(kind, captured, context) for kind in captured.kinds)
    if captured.lane:
        found.append(Chip(captured.lane, Role.KIND))
    if captured.hands is not None:
        found.append(Chip(f"{captured.hands} {'hand' if captured.hands == 1 else 'hands'}", Role.HANDS))
    if captured.highlight:
        found.append(Chip("highlight", Role.HIGHLIGHT))
    if captured.at:
        found.append(Chip(_time(captured.at), Role.TIME))
    if captured.answer and context.picture:
        found.append(Chip(PICTURE, Role.HINT))
    return (*found, *_doubts(captured, context))


def _speaker(captured: Captured, context: Context) -> Chip:
    speaker = captured.speaker
    if speaker == UNKNOWN:
        return Chip("nobody named", Role.SPEAKER)
    if speaker == NOTE_TAKER:
        return Chip("note-taker", Role.SPEAKER)
    if not speaker.code:
        return Chip(context.plural(speaker.perspective), Role.SPEAKER)
    if fold(speaker.code) in context.known_codes:
        return Chip(f"{speaker.code} {speaker.perspective}", Role.SPEAKER)
    return Chip(f"{speaker.code} {speaker.perspective}, new", Role.NEW_SPEAKER)


def _theme(tag: str, context: Context) -> list[Chip]:
    title = context.themes.get(fold(tag))
    if title is not None:
        return [Chip(f"#{title}", Role.THEME)]
    new = Chip(f"#{codebook.display_title(tag)}, new theme", Role.NEW_THEME)
    alike: dict[str, str] = {}
    for name in codebook.similar(tag, context.themes):
        title = context.themes[name]
        alike.setdefault(title, f"#{codebook.under_name(name, title)}")
    return [new, *([Chip(f"or {', '.join(alike.values())}?", Role.HINT)] if alike else [])]


def _kind(kind: str, captured: Captured, context: Context) -> Chip:
    """With the statement that it is about, where that was named."""
    if kind not in ANSWERS or not captured.statement:
        return Chip(kind, Role.ANSWER if kind in ANSWERS else Role.KIND)
    return Chip(f"{_SAYS[kind]} {_statement(captured, context)}", Role.ANSWER)


def _statement(captured: Captured, context: Context) -> str:
    """What it is called, with its first words."""
    return f"{captured.statement}: {shortened(context.statements.get(captured.statement, ''), 30)}"


def _time(at: str) -> str:
    if not at.startswith("-"):
        return f"said at {at}"
    units = {"h": "h", "m": "min", "s": "s"}
    return f"said {at[1:-1]} {units[at[-1]]} ago"


def _kind_doubt(kind: str, captured: Captured, context: Context) -> Chip:
    if captured.lane and fold(kind[1:]) in context.lane_names:
        return Chip(f"one lane a remark, so {kind} is kept as words", Role.HINT)
    return Chip(f"{kind} not known, kept as words", Role.HINT)


def _doubts(captured: Captured, context: Context) -> list[Chip]:
    """What looks as if it were meant as a mark and was not understood: it stays in the text, and this says so."""
    found = []
    name, _ = who.head(captured.text)
    if context.group == MIXED and name.isdecimal() and len(name) <= 3 and not captured.speaker_given:
        letters = who.possible(name, context) or [f"{each.letter}{int(name)}" for each in context.perspectives[:2]]
        found.append(Chip(f"{name}: is whose? {' or '.join(letters)}", Role.HINT))
    stuck = _STUCK.match(captured.text) if not captured.speaker_given else None
    if stuck and who.speaker_of(stuck[1], context):
        found.append(Chip(f"{stuck[1]}: needs a space behind it", Role.HINT))
    if not captured.verbatim:
        found.extend(_kind_doubt(kind, captured, context) for kind in _UNKNOWN_KIND.findall(captured.text)[:1])
    return found
