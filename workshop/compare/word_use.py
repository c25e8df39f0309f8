"""Words that one group uses more: exploratory, asked for and never shown unasked, no headline (method.md, 1.9)."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from math import log2

from workshop.compare.function_words import FUNCTION_WORDS, LEFT_OUT
from workshop.compare.people import People
from workshop.compare.vocabulary import g2, log_odds
from workshop.model.records import Elicited, Records, Reflection
from workshop.text import fold

EXPLORATORY = (
    "Exploratory: so few people can't carry a contrast of words. Counted are people who used a word unprompted, each once, not how often; "
    "the order says which words to look up in the remarks, and nothing more."
)
FEWEST_USERS = 2
"""A word of fewer people is theirs, and not shown."""
PRIOR = 1.0
"""How many people's worth of the pooled use weighs against what a group used."""
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SHORTEST = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class WordUse:
    """One word: how many people of each side used it, Monroe's z (above 0 the first side's), Dunning's G2, and the log ratio of the shares.

    `log_ratio` is in doublings, with half a person added to each side, so that a word of one side has one.
    """

    word: str
    first: int
    second: int
    z: float
    g2: float
    log_ratio: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """The words of two sides, those most the first's on top; `speakers` is how many people of each are known to have said anything."""

    between: tuple[str, str]
    speakers: tuple[int, int]
    words: tuple[WordUse, ...]


def vocabulary(records: Records, remarks: Iterable[Reflection], between: tuple[str, str]) -> Vocabulary:
    """What people of the two said unprompted in these remarks, by the word. Remarks that name no one are nobody's.

    Function words of English are no words here (function_words.py).
    """
    used = _used(records, remarks)
    first, second = ([words for perspective, words in used.values() if perspective == side] for side in between)
    every = sorted({word for words in (*first, *second) for word in words})
    counts = [(word, sum(word in said for said in first), sum(word in said for said in second)) for word in every]
    shown = [one for one in counts if one[1] + one[2] >= FEWEST_USERS]
    pooled = sum(a + b for _, a, b in shown)
    prior = [PRIOR * (a + b) / pooled for _, a, b in shown]
    scores = log_odds([a for _, a, _ in shown], [b for _, _, b in shown], prior) if len(shown) > 1 else [0.0] * len(shown)
    m, n = len(first), len(second)
    found = (
        WordUse(
            word=word,
            first=a,
            second=b,
            z=z,
            g2=g2(a, b, m - a, n - b),
            log_ratio=log2((a + 0.5) / (m + 1)) - log2((b + 0.5) / (n + 1)),
        )
        for (word, a, b), z in zip(shown, scores, strict=True)
    )
    return Vocabulary(between=between, speakers=(m, n), words=tuple(sorted(found, key=lambda one: (-one.z, one.word))))


def vocabulary_json(found: Vocabulary) -> dict[str, object]:
    """The same as plain values, labelled."""
    return {
        "exploratory": EXPLORATORY,
        "left_out": LEFT_OUT,
        "speakers": dict(zip(found.between, found.speakers, strict=True)),
        "words": [
            {name: round(value, 4) if isinstance(value, float) else value for name, value in asdict(one).items()} for one in found.words
        ],
    }


def _used(records: Records, remarks: Iterable[Reflection]) -> Mapping[str, tuple[str, set[str]]]:
    """By person their perspective and the words that they used unprompted; whoever is linked by hand is one person."""
    people = People(records)
    found: dict[str, tuple[str, set[str]]] = {}
    for said in remarks:
        person = records.participants.get(said.participant or "")
        if person and said.elicited is Elicited.OPEN:
            who = people.first_of(person.id)
            _, words = found.setdefault(who, (person.perspective, set()))
            used = map(fold, _WORD.findall(said.text))
            words.update(word for word in used if len(word) >= _SHORTEST and word not in FUNCTION_WORDS)
    return found
