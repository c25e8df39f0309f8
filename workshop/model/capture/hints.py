"""What may have been meant by words that look like a mark, and were kept as words: said once the line is saved."""

import re

from workshop.model.capture import who
from workshop.model.capture.captured import Captured
from workshop.model.capture.chips import PICTURE
from workshop.model.capture.context import Context
from workshop.model.perspective import MIXED
from workshop.model.plan import Kind

KEPT = "kept as words"
"""How a hint begins that says what became of a line."""
_HANDS = re.compile(r"(?:\w+:? )?hands(?: (?P<statement>\S+))?:.*", re.IGNORECASE)
_UNKNOWN = re.compile(r"![a-z]+", re.IGNORECASE)
_STATEMENT = re.compile(r"T\d+[a-z]?", re.IGNORECASE)
_NO_COLON = re.compile(r"(?P<code>[^\W\d_]?\d{1,3})(?P<end> ?[-–—.)])? (?P<rest>\S.*)")


def hint(captured: Captured, context: Context, *, shown: bool) -> str:
    """What to say of a line that is saved, or ""; `shown` says that a statement was being put to the group."""
    if captured.answer and context.picture:
        return PICTURE
    if lost := lost_answer(captured, context, shown=shown):
        return lost
    first, _, rest = captured.text.partition(" ")
    last = "" if captured.verbatim else rest.rpartition(" ")[2]
    unknown = next((word for word in (first, last) if _UNKNOWN.fullmatch(word)), "")
    if unknown:
        one_lane = f"{unknown} is kept as words; one mark for a lane a line"
        return one_lane if captured.lane else f"{KEPT}; there is no mark {unknown}"
    if captured.answer and re.fullmatch(r"[a-z]?\d{1,3}:", first, re.IGNORECASE) and rest:
        return f"{KEPT}; who speaks comes first:  3: !disagree they see it all"
    return "" if captured.verbatim or captured.speaker_given or captured.continues else _no_speaker(captured.text, context)


def lost_answer(captured: Captured, context: Context, *, shown: bool) -> str:
    """Why what was meant as an answer, or a show of hands, is none, and how to say it; "" for any other line."""
    if said := _HANDS.fullmatch(captured.text):
        return _no_hands(said["statement"] or "", context, shown=shown)
    if not captured.answer or captured.statement:
        return ""
    first = captured.text.partition(" ")[0]
    if _STATEMENT.fullmatch(first):
        return f"{KEPT}; there is no statement {first}"
    known = next(iter(context.statements), "")
    if not known or context.kind is Kind.SHOW:
        return ""
    return f"it answers nothing, since no statement is being shown: name it,  !{captured.answer} {known}"


def _no_hands(named: str, context: Context, *, shown: bool) -> str:
    known = next(iter(context.statements), "T1")
    if named and named.casefold() not in context.known_statements:
        return f"{KEPT}; there is no statement {named}"
    if not named and not shown:
        return f"{KEPT}; no statement is being shown, so say which the hands were on:  hands {known}: 1 1 6 0"
    return f"{KEPT}; a show of hands is four counts, agree partly disagree unsure:  hands: 1 1 6 0"


def _no_speaker(text: str, context: Context) -> str:
    """A sticker whose colon was forgotten. Of a bare number none but one that is known: "3 children went" is a remark too."""
    found = _NO_COLON.fullmatch(text)
    speaker = who.speaker_of(found["code"], context) if found and context.group != MIXED else None
    if found is None or speaker is None or not (found["end"] or speaker.code in context.codes):
        return ""
    return f"{KEPT}; if {found['code']} says it, a colon follows:  {found['code']}: {found['rest'][:20]}"
