"""What in a text may point at somebody: names, numbers, places, rare things that happened to them. Pure, and never complete.

It finds what has a form (an e-mail address, a postcode, "Mrs Reid") and what a list of words knows ("twins", "refuge"). It can't know that
there is one woman in town who works at the chippy next to the library: whoever sends a report out has to read it.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from workshop.privacy.rare import RARE
from workshop.privacy.sayings import EVERYDAY_CAPITALS

LIMITS = "This check can\u2019t find everything: a remark can point at somebody without a name in it. Read what goes out."


class Kind(StrEnum):
    """Why something was flagged, in words."""

    WATCHED = "on the watch list"
    EMAIL = "an e-mail address"
    WEB = "a web address"
    HANDLE = "an account name"
    INSURANCE = "a National Insurance number"
    HEALTH = "an NHS or CHI number"
    PHONE = "a phone number"
    POSTCODE = "a postcode"
    ADDRESS = "a street address"
    DATE = "a date"
    AGE = "an age"
    NAME = "a title and a name"
    PLACE = "a named school, clinic or the like"
    RARE = "a rare detail"
    CAPITAL = "a capital letter inside a sentence: perhaps a name"


@dataclass(frozen=True, slots=True)
class Found:
    """One thing that was found: `text` stands at `start` to `end` of the text that was looked through."""

    kind: Kind
    text: str
    start: int
    end: int


_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
)
_STREETS = (
    "Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Crescent|Cres|Terrace|Place|Court|Square|Gardens|Grove|Close|Way|Wynd|Quay|Brae|Row|Park|View|"
    "Loan|Path"
)
_INSTITUTIONS = (
    "Primary School|Secondary School|High School|Primary|School|Academy|Nursery|College|University|Surgery|Medical Practice|Practice|"
    "Medical Centre|Health Centre|Clinic|Hospital|Infirmary|Hospice|Church|Chapel|Mosque|Parish|Community Centre|Family Centre|"
    "Children\u2019s Centre|Children's Centre|Care Home|Hostel|Refuge|Prison|Pharmacy"
)
_NO_NAMES = (
    "The|My|Our|Your|His|Her|Their|Its|A|An|This|That|What|Which|Some|Each|Every|Any|No|One|At|In|On|After|Before|From|To|And|But|When|"
    "Local|Primary|Secondary|High"
)
"""Before a school or the like these name none: "The school"."""
_NUMBERS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty"
_NO_AGE = "of|per|times|minutes|hours|days|weeks|months|miles|pounds|quid|people|kids|children|the|forms|buses|jobs|in"
"""After a number these say that it is no age: "he's two jobs"."""
_CAPITALISED = r"(?-i:[A-Z\u00c0-\u00de])[\w\u2019'-]*"

_PATTERNS: tuple[tuple[Kind, str], ...] = (
    (Kind.EMAIL, r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+"),
    (
        Kind.WEB,
        r"\b(?:https?://|www\.)\S+|(?<![\w.-])[\w-]{1,63}(?:\.[\w-]{1,63}){0,4}\.(?:co\.uk|org\.uk|gov\.uk|ac\.uk|sch\.uk|gov\.scot|scot|com|org|net)\b(?:/\S*)?",
    ),
    (Kind.HANDLE, r"(?<![\w.])@\w{2,}"),
    (Kind.INSURANCE, r"\b[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d\d ?\d\d ?\d\d ?[A-D]\b"),
    (Kind.HEALTH, r"(?<!\d)\d{3}[ -]?\d{3}[ -]?\d{4}(?!\d)"),
    (Kind.PHONE, r"(?<![\w+])(?:\+44 ?\(?0?\)?|\(?0)(?:[ -]?\(?\d\)?){9,10}(?!\d)"),
    (Kind.POSTCODE, r"\b(?:GIR ?0AA|[A-Z]{1,2}\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2})\b"),
    (
        Kind.ADDRESS,
        rf"\b(?:flat|apartment|block) \d+(?:/\d+)?[a-z]?\b|\b\d+[a-z]?(?:/\d+)?,? (?:{_CAPITALISED} ){{1,3}}(?:{_STREETS})\b|"
        rf"\b{_CAPITALISED} (?-i:Street|Road|Avenue|Crescent|Terrace|Wynd|Drive|Lane|Gardens)\b",
    ),
    (
        Kind.DATE,
        rf"\b\d{{1,2}}[/.-]\d{{1,2}}[/.-](?:\d{{4}}|\d\d)\b|\b\d{{4}}-\d\d-\d\d\b|"
        rf"\b\d{{1,2}}(?:st|nd|rd|th)?(?: of)? (?-i:{_MONTHS})\b(?: \d{{4}})?|\b(?-i:{_MONTHS}) \d{{1,2}}(?:st|nd|rd|th)?\b(?:,? \d{{4}})?|"
        rf"\b(?-i:{_MONTHS}) (?:19|20)\d\d\b",
    ),
    (
        Kind.AGE,
        rf"\b(?:\d{{1,2}}|{_NUMBERS}|(?:{_TENS})(?:-\w+)?)[- ](?:years?|yrs?|months?|weeks?)[- ]olds?\b|"
        rf"\b(?:aged?|turn(?:ed|ing|s)|(?:she|he|I)(?:\u2019|'| i)?[sm]) (?:\d{{1,2}}|{_NUMBERS})\b(?! (?:{_NO_AGE}))",
    ),
    (
        Kind.NAME,
        rf"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Doctor|Prof|Professor|Rev|Reverend|Father|Sister|Nurse|Sir|Lady|Councillor|Cllr|Auntie|Aunty|Uncle|"
        rf"Granny|Nana|Constable|PC|Sergeant)\.? {_CAPITALISED}(?: {_CAPITALISED})?",
    ),
    (
        Kind.PLACE,
        rf"\b(?!(?:{_NO_NAMES}) )(?:{_CAPITALISED} ){{1,3}}(?:{_INSTITUTIONS})\b|"
        rf"\b(?-i:St|Saint|Our Lady)\.? {_CAPITALISED}(?: (?:{_INSTITUTIONS}))?|"
        rf"\b(?-i:HMP) {_CAPITALISED}(?: {_CAPITALISED})?",
    ),
    (Kind.RARE, rf"\b(?:{'|'.join(RARE)})\b"),
)
_CAPITAL = re.compile(rf"{_CAPITALISED}(?: {_CAPITALISED})*")
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
    return any(each.kind not in (Kind.CAPITAL, Kind.RARE, Kind.AGE, Kind.DATE) for each in identifiers(text, watched))


def _candidates(text: str, watched: tuple[str, ...], *, prose: bool) -> Iterator[Found]:
    """The more certain kinds first."""
    if names := _watch(watched):
        yield from _matches(Kind.WATCHED, names, text)
    for kind, pattern in _compiled():
        for each in _matches(kind, pattern, text):
            if (kind is not Kind.HEALTH or is_health_number(each.text)) and (kind is not Kind.NAME or each.text[:1].isupper()):
                yield each
    if prose:
        yield from _capitals(text)


@lru_cache(maxsize=1)
def _compiled() -> tuple[tuple[Kind, re.Pattern[str]], ...]:
    """When first needed: it takes longer than all else that opening a workshop loads from here."""
    return tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _PATTERNS)


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


def _capitals(text: str) -> Iterator[Found]:
    """Capitalised words, but for those that begin a sentence, everyday ones and abbreviations."""
    for match in _CAPITAL.finditer(text):
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
    bare = re.sub(r"[\u2019'](?:s|m|ve|d|ll|re)?$|-$", "", word)
    return bare in EVERYDAY_CAPITALS or (bare.isupper() and len(bare) <= 4)  # an abbreviation: NHS, PIP, ASN


def is_health_number(text: str) -> bool:
    """Whether ten digits have the check digit of an NHS or CHI number: modulo 11, weights 10 to 2 (NHS Data Dictionary, NHS NUMBER)."""
    digits = [int(letter) for letter in text if letter.isdecimal()]
    if len(digits) != _HEALTH_DIGITS:
        return False
    check = 11 - sum(weight * digit for weight, digit in zip(range(10, 1, -1), digits, strict=False)) % 11
    return digits[-1] == (0 if check == 11 else check)  # a check of 10 is no digit: such numbers are not given out
