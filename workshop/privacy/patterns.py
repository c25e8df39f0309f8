"""The forms of what may point at somebody: an address, a number, a title and a name. In any case but where it says (?-i:)."""

import re
from collections.abc import Iterator
from functools import lru_cache

from workshop.privacy.kind import Kind
from workshop.privacy.rare import RARE

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
_NO_AGE = (
    "of|per|times|minutes|hours|days|weeks|months|miles|pounds|quid|people|kids|children|the|forms|buses|jobs|in|or|to|"
    "pence|things|bags|letters|pairs|more|other|stone"
)
"""After a number these say that it is no age: "he's two jobs"."""
_TITLES = (
    "[Mm]r|[Mm]rs|[Mm]s|[Mm]iss|[Mm]x|[Dd]r|[Dd]octor|[Pp]rof|[Pp]rofessor|[Rr]ev|[Rr]everend|Father|Sister|[Nn]urse|Sir|Lady|"
    "[Cc]ouncillor|[Cc]llr|[Aa]untie|[Aa]unty|[Uu]ncle|[Gg]ranny|Nana|[Cc]onstable|PC|[Ss]ergeant|MR|MRS|MS|MISS|DR"
)
_NO_SURNAME = (
    r"(?!(?:is|was|were|are|be|been|has|had|have|do|does|did|will|would|can|could|should|said|says|say|told|tells|asked|asks|gave|gives|came|"
    r"comes|went|goes|never|not|no|only|always|just|and|or|but|so|if|as|than|that|which|who|when|where|because|about|at|in|on|of|for|from|to|"
    r"with|by|after|before|the|a|an|my|our|your|his|her|their|its|it|he|she|they|we|you|i|me|us|them|there|here|this|these|up|out|off|wants|"
    r"wrote|saw|sent|put|phoned|rang|left|got|gets|keeps|know|knows|thinks|right|wrong|big|what|how|why|all|any|again|now|then|too|appointments?|"
    r"letters?|notes?|visits?|forms?|lines?|school|work|sessions?|meetings?|surger(?:y|ies)|round|late|full|more|every|each|some|one|two)\b)"
)
"""After a title in small letters these are no name: "the councillor said"."""
_SMALL_NAMES = (
    rf"\b(?:mr|mrs|mx|cllr|prof|rev)\.? {_NO_SURNAME}[^\W\d_][\w\u2019'-]+|"
    rf"(?<!\bthe )(?<!\ba )(?<!\bmy )(?<!\bour )(?<!\bhis )(?<!\bher )(?<!\btheir )(?<!\byour )(?<!\bthat )(?<!\bone )"
    rf"\b(?:dr|doctor|councillor|constable|sergeant|professor|reverend)\.? {_NO_SURNAME}[^\W\d_][\w\u2019'-]+|"
    rf"\b(?:miss|ms) {_NO_SURNAME}[^\W\d_][\w\u2019'-]+(?= (?:is|was|has|had|said|says|told|asked|asks|knows|knew|gave|helped|and her)\b)"
)
"""Titles as they are typed in a hurry: "mr reid was kind", "saw dr patel"; "miss" and "ms" only before what somebody does."""
_SMALL_BUILDINGS = (
    "primary school|primary|secondary school|high school|academy|nursery school|nursery|surgery|medical practice|medical centre|"
    "health centre|infirmary|community centre|family centre|children[\u2019']s centre|care home"
)
_NO_BUILDING_NAME = (
    r"(?!(?:the|my|our|your|his|her|their|its|a|an|this|that|what|which|some|each|every|any|no|one|two|first|second|same|other|another|new|old|"
    r"big|wee|small|local|nearest|private|council|state|catholic|special|village|town|city|free|good|better|best|breakfast|after|before|in|at|"
    r"to|of|for|from|and|or|but|is|was|when|till|until|with|by|near|is|start(?:ed|s|ing)?|leave|left|leaving|finish(?:ed)?|both|whole|go|"
    r"going|gone|like|into|high|primary|secondary|dental|doctors?|gps?|out|up|down|late|next|last|full|part|time|more|there|here|only|"
    r"nhs|all|than|different|wrong|right|own|school|nursery|it|we|they|you|not|day|through|as|about|their|so|if|too|did|does|do)\b)"
)
"""Before a school or the like in small letters these are no name of it."""
_SMALL_PLACES = (
    rf"(?:^|(?<=[.!?] )|(?<=\bat )|(?<=\bto )|(?<=\bfrom )|(?<=\bnear )|(?<=\bby )|(?<=\boutside )|(?<=\bin )|(?<=\bcalled )|(?<=\band ))"
    rf"(?:{_NO_BUILDING_NAME}[^\W\d_A-Z][\w\u2019'-]+ (?:{_NO_BUILDING_NAME}[^\W\d_A-Z][\w\u2019'-]+ )?"
    rf"(?:{_SMALL_BUILDINGS}))\b|"
    rf"\b(?:st|saint)\.? (?:[^\W\d_][\w\u2019'-]*[\u2019']s|[^\W\d_][\w-]+(?= (?:{_SMALL_BUILDINGS})))"
    rf"(?: (?:{_SMALL_BUILDINGS}))?"
)
"""Schools and clinics as they are typed in a hurry: "st mary's primary is far", "at craigmill academy"."""
_CAPITALISED = "(CAPITALISED)"
"""Where `capitalised()` goes, which is worked out when first needed."""
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
        rf"\b(?:aged?|turn(?:ed|ing|s)|(?:she|he|who)(?:[\u2019']| i| wa)s|I(?:[\u2019']| a)m|I was) "
        rf"(?:\d{{1,2}}|{_NUMBERS}|(?:{_TENS})(?:[- ](?:{_NUMBERS}))?)\b(?! (?:{_NO_AGE})\b)",
    ),
    (Kind.NAME, rf"\b(?-i:{_TITLES})\.? {_CAPITALISED}(?: {_NO_SURNAME}{_CAPITALISED})?"),
    (
        Kind.PLACE,
        rf"\b(?!(?:{_NO_NAMES}) )(?:{_CAPITALISED} ){{1,3}}(?:{_INSTITUTIONS})\b|"
        rf"\b(?-i:St|Saint|Our Lady)\.? {_CAPITALISED}(?: (?:{_INSTITUTIONS}))?|"
        rf"\b(?-i:HMP) {_CAPITALISED}(?: {_CAPITALISED})?",
    ),
    (Kind.RARE, rf"\b(?:{'|'.join(RARE)})\b"),
)
_IN_A_HURRY: tuple[tuple[Kind, str, tuple[str, ...]], ...] = (
    (Kind.NAME, _SMALL_NAMES, ("mr", "mx", "cllr", "prof", "rev", "dr", "doctor", "councillor", "constable", "sergeant", "miss", "ms ")),
    (Kind.PLACE, _SMALL_PLACES, ("st ", "st.", "saint", *_SMALL_BUILDINGS.split("|"), "children")),
)
"""Each with what a text holds in which it can be at all: most texts hold none, and are not looked through."""
_BLOCKS = (range(0x2000), range(0x2C00, 0x2E00), range(0xA640, 0xA800), range(0x10400, 0x10600), range(0x1E900, 0x1EA00))
"""Where Unicode has letters of two cases that names are written in."""


@lru_cache(maxsize=1)
def capitalised() -> str:
    """The pattern of a word with a capital letter of any script: what `str.isupper` says of the letter, which `re` has no class for."""
    capitals = "".join(letter for block in _BLOCKS for letter in map(chr, block) if letter.isupper())
    return rf"(?-i:[{capitals}])[\w\u2019'-]*"


@lru_cache(maxsize=1)
def compiled() -> tuple[tuple[Kind, re.Pattern[str]], ...]:
    """Of each kind what it looks like, the more certain first; when first needed: it takes longer than all else that opening loads."""
    return tuple((kind, re.compile(pattern.replace(_CAPITALISED, capitalised()), re.IGNORECASE)) for kind, pattern in _PATTERNS)


@lru_cache(maxsize=1)
def surname() -> re.Pattern[str]:
    """What may follow a given name and belong to it, in a text that is all capital letters too."""
    return re.compile(rf"(?: {_NO_SURNAME}{capitalised()}){{1,2}}", re.IGNORECASE)


def in_a_hurry(text: str) -> Iterator[tuple[Kind, re.Pattern[str]]]:
    """Of what is typed without capital letters, what this text may hold."""
    for kind, pattern, needed in _IN_A_HURRY:
        if any(each in text for each in needed):
            yield kind, _compiled(pattern)


@lru_cache(maxsize=4)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
