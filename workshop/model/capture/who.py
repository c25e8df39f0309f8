"""The start of the line, up to its first colon: who says it, or that a show of hands follows."""

import re
from dataclasses import dataclass

from workshop.model.capture.context import Context
from workshop.model.capture.speaker import Speaker
from workshop.model.plan import Kind
from workshop.text import fold

_LONGEST = 60
_MARKS_OF_DIRECTION = "\u200e\u200f"
_STICKER = re.compile(r"([^\W\d_])?(\d{1,3})")
_COUNTS = re.compile(r"([0-9]{1,3})[ ,/]+([0-9]{1,3})[ ,/]+([0-9]{1,3})[ ,/]+([0-9]{1,3})")
_HANDS = re.compile(r"(?:(?P<group>.+) )?hands(?: (?P<statement>\S+))?")


def head(line: str) -> tuple[str, str]:
    """What stands before the line's first colon, and what after it; ("", line) unless a space or the end follows the colon."""
    colon = line.find(":", 0, _LONGEST)
    if colon < 1 or line[colon - 1].isspace() or not (colon + 1 == len(line) or line[colon + 1].isspace()):
        return "", line
    return line[:colon].strip(_MARKS_OF_DIRECTION), line[colon + 1 :].lstrip()


def speaker_of(name: str, context: Context) -> Speaker | None:
    """The speaker of this name, as it stands before a colon: a group's word, a known code, a sticker's number. None: not understood."""
    folded = fold(name)
    if folded in context.named:
        return context.named[folded]
    known = context.known_codes.get(folded)
    if known is not None:
        return Speaker(context.codes[known], known)
    sticker = _STICKER.fullmatch(folded)
    return _of_sticker(sticker[1], int(sticker[2]), context) if sticker else None


def possible(name: str, context: Context) -> tuple[str, ...]:
    """The known codes that a bare number may mean in a mixed session, where it alone says too little."""
    return tuple(known for folded, known in context.known_codes.items() if name.isdecimal() and folded[1:] == str(int(name)))


@dataclass(frozen=True, slots=True)
class Hands:
    """A show of hands: of whom, how many (agree, partly, disagree, unsure), on which statement (T1), "" for the one that is shown."""

    speaker: Speaker
    counts: tuple[int, int, int, int]
    statement: str = ""


def show_of_hands(line: str, context: Context) -> Hands | None:
    """The show of hands that a line is: in a `show` activity on what is shown, anywhere on a statement that it names.

    "hands: 1 1 6 0" for the session's group or the group that speaks, "parents hands: 1 1 6 0" or "parents: hands: 1 1 6 0"
    for one group in a mixed session; "hands T1: 1 1 6 0" names the statement. Anything else after the colon, a fifth number
    too, is not understood.
    """
    name, rest = head(line)
    said = _HANDS.fullmatch(fold(name)) if name else None
    group = said["group"] or "" if said else name
    if name and said is None:
        inner, rest = head(rest)
        said = _HANDS.fullmatch(fold(inner))
    if said is None or (said["group"] and said["group"] != group):
        return None
    statement = context.known_statements.get(said["statement"], "") if said["statement"] else ""
    if said["statement"] and not statement:
        return None
    speaker = speaker_of(group, context) if group else context.whole_group or context.speaker
    counts = _COUNTS.fullmatch(rest)
    if counts is None or speaker is None or not speaker.is_group or not (statement or context.kind is Kind.SHOW):
        return None
    return Hands(speaker, (int(counts[1]), int(counts[2]), int(counts[3]), int(counts[4])), statement)


def _of_sticker(letter: str | None, number: int, context: Context) -> Speaker | None:
    if letter is None:
        letter = next((each for each, name in context.letters.items() if name == context.group), None)
    if letter is None:
        codes = possible(str(number), context)
        return Speaker(context.codes[codes[0]], codes[0]) if len(codes) == 1 else None
    if letter not in context.letters:
        return None
    known = context.known_codes.get(f"{letter}{number}")
    return Speaker(context.codes[known], known) if known else Speaker(context.letters[letter], f"{letter}{number}")
