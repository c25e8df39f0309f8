"""What in a text may point at somebody: names, numbers, places, rare things that happened to them. Pure, and never complete.

It finds what has a form (an e-mail address, a postcode, "Mrs Reid") and what a list of words knows ("twins", "refuge"). It can't know that
there is one woman in town who works at the chippy next to the library: whoever sends a report out has to read it.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache

from workshop.privacy.beginnings import begins_with_name
from workshop.privacy.given import GIVEN_NAMES
from workshop.privacy.kind import Kind
from workshop.privacy.patterns import capitalised, compiled, in_a_hurry, surname
from workshop.privacy.sayings import EVERYDAY_CAPITALS

__all__ = ["LIMITS", "Found", "Kind", "identifiers", "is_health_number", "points_at_somebody"]
"""With why something was flagged."""

LIMITS = "This check can\u2019t find everything: a remark can point at somebody without a name in it. Read what goes out."


@dataclass(frozen=True, slots=True)
class Found:
    """One thing that was found: `text` stands at `start` to `end` of the text that was looked through."""

    kind: Kind
    text: str
    start: int
    end: int


_WORD = re.compile(r"[^\W\d_][\w\u2019'-]*")
_FOLLOWING = re.compile(r"\s+([^\W\d_]+)")
_JOINED = re.compile(r"[\u2019'](?:s|m|ve|d|ll|re)?$|-$")
_OPENING, _ENDING = " \t\"'\u201c\u201d\u2018\u2019()[]\u2013\u2014-", ".!?\u2026:;\n"
"""What may stand between the end of one sentence and the first word of the next, and what ends one."""
_HEALTH_DIGITS = 10


def identifiers(text: str, watched: Collection[str] = (), *, prose: bool = True) -> tuple[Found, ...]:
    """All that may point at somebody, in order; of what overlaps, what is more certain.

    A title or a place is no `prose`: a capital letter says nothing there.
    """
    found: list[Found] = []
    for each in _candidates(text, tuple(watched), prose=prose):
        if all(each.end <= other.start or other.end <= each.start for other in found):
            found.append(each)
    return tuple(sorted(found, key=lambda each: each.start))


def points_at_somebody(text: str, watched: Collection[str] = ()) -> bool:
    """Whether there is anything but a capital letter or a rare word: for where nobody is asked, and a false alarm would hide much."""
    return any(each.kind not in (Kind.CAPITAL, Kind.BEGINNING, Kind.RARE, Kind.AGE, Kind.DATE) for each in identifiers(text, watched))


def _candidates(text: str, watched: tuple[str, ...], *, prose: bool) -> Iterator[Found]:
    """The more certain kinds first."""
    if names := _watch(watched):
        yield from _matches(Kind.WATCHED, names, text)
    for kind, pattern in (*compiled(), *in_a_hurry(text)):
        for each in _matches(kind, pattern, text):
            if kind is not Kind.HEALTH or is_health_number(each.text):
                yield each
    yield from _names(text, prose=prose)
    if prose:
        yield from _capitals(text)


def _matches(kind: Kind, pattern: re.Pattern[str], text: str) -> Iterator[Found]:
    for match in pattern.finditer(text):
        if match[0].strip():
            yield Found(kind, match[0], *match.span())


@lru_cache(maxsize=8)
def _watch(names: tuple[str, ...]) -> re.Pattern[str] | None:
    """The watch list as one pattern, the longest names first; a name is found in its possessive and across a line's end too."""
    words = sorted((name.split() for name in names if name.split()), key=lambda each: -sum(map(len, each)))
    told = [r"\s+".join(map(re.escape, each)) for each in words]
    return re.compile(rf"(?<!\w)(?:{'|'.join(told)})(?!\w)", re.IGNORECASE) if told else None


def _names(text: str, *, prose: bool) -> Iterator[Found]:
    """Usual given names, in small letters too, with the surname that follows; and first words of sentences that are likely names."""
    for match in _WORD.finditer(text):
        word = match[0]
        bare = word if word.isalpha() else _JOINED.sub("", word)
        if bare.partition("-")[0].lower() in GIVEN_NAMES:
            after = None if bare != word else surname().match(text, match.end())
            end = after.end() if after else match.start() + len(bare)
            yield Found(Kind.GIVEN, text[match.start() : end], match.start(), end)
        elif prose and word[0].isupper() and _begins_sentence(text, match.start()):
            following = _FOLLOWING.match(text, match.end())
            if begins_with_name(word, following[1] if following else ""):
                yield Found(Kind.BEGINNING, bare, match.start(), match.start() + len(bare))


@lru_cache(maxsize=1)
def _capital() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){capitalised()}(?: {capitalised()})*")


def _capitals(text: str) -> Iterator[Found]:
    """Capitalised words, but for those that begin a sentence, everyday ones and abbreviations."""
    for match in _capital().finditer(text):
        start = match.start()
        words = match[0].split(" ")
        if _begins_sentence(text, start):
            start += len(words[0]) + 1
            words = words[1:]
        while words and _is_everyday(words[0]):
            start += len(words[0]) + 1
            words = words[1:]
        while words and _is_everyday(words[-1]):
            words = words[:-1]
        if words:
            told = " ".join(words)
            yield Found(Kind.CAPITAL, told, start, start + len(told))


def _begins_sentence(text: str, start: int) -> bool:
    """Whether the word that starts there is the first of its sentence."""
    before = start
    while before and text[before - 1] in _OPENING:
        before -= 1
    return before == 0 or text[before - 1] in _ENDING


def _is_everyday(word: str) -> bool:
    bare = _JOINED.sub("", word)
    return bare in EVERYDAY_CAPITALS or (bare.isupper() and len(bare) <= 4)  # an abbreviation: NHS, PIP, ASN


def is_health_number(text: str) -> bool:
    """Whether ten digits have the check digit of an NHS or CHI number: modulo 11, weights 10 to 2 (NHS Data Dictionary, NHS NUMBER)."""
    digits = [int(letter) for letter in text if letter.isdecimal()]
    if len(digits) != _HEALTH_DIGITS:
        return False
    check = 11 - sum(weight * digit for weight, digit in zip(range(10, 1, -1), digits, strict=False)) % 11
    return digits[-1] == (0 if check == 11 else check)  # a check of 10 is no digit: such numbers are not given out
