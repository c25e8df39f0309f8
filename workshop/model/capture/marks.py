"""The marks of the line: what one word, written between spaces, stands for by itself. Where it counts is line.py's business."""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from workshop.model.capture.context import Context
from workshop.model.capture.kinds import ANSWERS
from workshop.text import fold


class Sort(StrEnum):
    """What a mark says."""

    THEME = "theme"
    KIND = "kind"
    LANE = "lane"
    STATEMENT = "statement"
    HANDS = "hands"
    TIME = "time"
    HIGHLIGHT = "highlight"
    FINISH = "finish"


INLINE = frozenset((Sort.THEME, Sort.KIND, Sort.LANE, Sort.STATEMENT))
"""What counts amid the words too; the rest only after them, where "towels x2 please" or "4 * 4" can't be meant."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark and what it says. `rest` is what hangs on a tag, as the comma of "#debt,": such a tag is a word of its sentence."""

    sort: Sort
    value: str = ""
    rest: str = ""


_AT_THE_END = re.compile(
    r"[xX×](?P<hands>[0-9]{1,3})|@(?P<time>(?:[01]?[0-9]|2[0-3]):[0-5][0-9]|-[0-9]{1,3}[hms])|(?P<highlight>\*)|(?P<finish>QUOTE|\.{3,}|…)"
)
_SAYS_HOW_MUCH = frozenset((Sort.HANDS, Sort.TIME))
_ESCAPED = re.compile(r"\\+(?:[#!*@\"“„«…]|[xX×][0-9]|QUOTE$|\.{3})")
_TAG_ENDS = re.compile(r"[\s,;#\"“”„«»()\[\]{}<>|\\]")
_SENTENCE_ENDS = ".:!?…'’"
_NO_TAG = frozenset('#!*@\\"“„«')


def escaped(word: str) -> bool:
    r"""Whether it is a mark made plain by a backslash before it: "\#food" is the word "#food"."""
    return word[0] == "\\" and _ESCAPED.match(word) is not None


def read(word: str, context: Context) -> Mark | None:
    """The mark that this word is, or None: then it is a word. No white space in it, not empty."""
    if word[0] == "#":
        return _tag(word[1:], context)
    if word[0] == "!":
        return _kind(word[1:], context)
    found = _AT_THE_END.fullmatch(word)
    if found is None or found.lastgroup is None:
        return None
    sort = Sort(found.lastgroup)
    return Mark(sort, found[sort] if sort in _SAYS_HOW_MUCH else "")


def about(word: str, before: str, context: Context) -> Mark | None:
    """The statement that an answer right before it is about, as in "!disagree T1"; None for any other word."""
    name = context.known_statements.get(fold(word.rstrip(_SENTENCE_ENDS + ",;"))) if context.statements else None
    answer = read(before, context) if name and before else None
    return Mark(Sort.STATEMENT, name) if name and answer and answer.sort is Sort.KIND and answer.value in ANSWERS else None


def ends_in_dots(text: str) -> bool:
    """Whether the words trail off, which puts them on the list of quotes to finish."""
    return text.endswith(("...", "…"))


def _kind(word: str, context: Context) -> Mark | None:
    """A stop behind it is let go: the words before "!off." must not be kept for a full stop's sake."""
    for name in (fold(word), fold(word.rstrip(_SENTENCE_ENDS + ",;"))):
        if name in context.lane_names:
            return Mark(Sort.LANE, context.lane_names[name])
        if name in context.kinds:
            return Mark(Sort.KIND, context.kinds[name])
    return None


def _tag(tag: str, context: Context) -> Mark | None:
    """A tag is a title of the codebook, or starts with a letter, digit or emoji and has one that is no digit: "#1" is a word."""
    if not tag or tag[0] in _NO_TAG:
        return None
    if fold(tag) in context.themes:
        return Mark(Sort.THEME, tag)
    end = _TAG_ENDS.search(tag)
    stem = (tag[: end.start()] if end else tag).rstrip(_SENTENCE_ENDS)
    if not stem or not (stem[0].isalnum() or _is_picture(stem[0])):
        return None
    if not any(character.isalpha() or _is_picture(character) for character in stem):
        return None
    return Mark(Sort.THEME, stem, tag[len(stem) :])


def _is_picture(character: str) -> bool:
    return unicodedata.category(character) == "So"
