"""The four answers of a group to a statement, as far as small numbers allow; what is left is pooled, never split (report.md, 2)."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from math import prod
from operator import add

from workshop.compare.stance import stance
from workshop.compare.words import listed, noun
from workshop.model.comparison import TOO_FEW, Answers, Thresholds
from workshop.model.records import Answer
from workshop.privacy.small import SMALLEST_GROUP, Small, is_apart, is_described, the_same

VERBS = {Answer.AGREE: "agreed", Answer.PARTLY: "agreed in part", Answer.DISAGREE: "disagreed", Answer.UNSURE: "were unsure"}
OTHERS = "the others answered differently"
MOST_SETS = 20_000
"""Where more sets of counts may be behind what is told, none is gone through for what they have in common."""
POOLED = "not told"
"""In place of a number that is pooled with others."""


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of four counts: some of them as they are (`counts`), the others None.

    `most` is the place of the answer that most gave where its count isn't told: "all but 1 or 2". `asked` is None for too few to count.
    `low` and `high` are what each lies between where less is told than it might be, beside an earlier copy; else empty.
    """

    asked: int | None
    counts: tuple[int | None, ...]
    most: int | None = None
    low: tuple[int, ...] = ()
    high: tuple[int, ...] = ()

    @property
    def whole(self) -> bool:
        """Whether all four are told."""
        return None not in self.counts


def told(counts: tuple[int, ...], small: Small, place: str = "") -> Told:
    """What is told of these counts of people; `place` is where an earlier copy has them.

    Beside one: the same where nothing else would be told than there, else that with what may be told of those who answered since, else
    nothing.
    """
    alone, before, asked = alone_told(counts, small), small.earlier.get(place), sum(counts)
    if before is None or before.of == 0 or alone.asked is None or (is_described(before.of) and is_apart(before.of, asked)):
        return alone
    if asked == before.of and before.own and (ranges(alone, small) == (before.low, before.high) or counts == before.counts):
        return alone
    if counts == before.counts:
        return _between(asked, before.low, before.high)
    rise = tuple(now - was for now, was in zip(counts, before.counts, strict=True))
    if asked - before.of < SMALLEST_GROUP or is_described(before.of) or min(rise) < 0:
        return _between(asked, (0,) * len(counts), (asked,) * len(counts))
    low, high = ranges(alone_told(rise, small), small)
    return _between(asked, tuple(map(add, before.low, low)), tuple(map(add, before.high, high)))


def ranges(found: Told, small: Small) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """What each of the four at least is and what at most, as far as what is told says so by itself."""
    number, few = len(found.counts), small.threshold - 1
    if found.low:
        return found.low, found.high
    if found.asked is None:
        return (0,) * number, (SMALLEST_GROUP - 1,) * number
    if found.most is not None and found.asked > 2 * few:
        least = tuple(found.asked - few if place == found.most else 0 for place in range(number))
        return least, tuple(found.asked - 1 if place == found.most else few for place in range(number))
    left = found.asked - sum(count or 0 for count in found.counts)
    low = tuple(int(place == found.most) if count is None else count for place, count in enumerate(found.counts))
    return low, tuple(left if count is None else count for count in found.counts)


def _between(asked: int, low: tuple[int, ...], high: tuple[int, ...]) -> Told:
    counts = tuple(one if one == other else None for one, other in zip(low, high, strict=True))
    return Told(asked, counts) if None not in counts else Told(asked, counts, low=low, high=high)


def alone_told(counts: tuple[int, ...], small: Small) -> Told:
    """What is told of these counts of people with no regard to an earlier copy.

    All, where none is small. Else two that aren't, if the rest could be shared out in several ways; or what more than half gave, if the
    rest gave several answers; of all but a few, where the few gave one other answer, that it was all but a few; or none.
    """
    asked, few = sum(counts), small.threshold - 1
    if 0 < asked < SMALLEST_GROUP:
        return Told(None, (None,) * len(counts))
    if all(count in (0, asked) or count > few for count in counts):
        return Told(asked, counts)
    large = [place for place, count in enumerate(counts) if count > few]
    rest = asked - sum(counts[place] for place in large)
    if len(large) == 2 and 1 < rest < 2 * few:  # the other two share it
        return Told(asked, tuple(count if place in large else None for place, count in enumerate(counts)))
    most = max(range(len(counts)), key=lambda place: counts[place])
    if 2 * counts[most] <= asked:
        return Told(asked, (None,) * len(counts))
    left = asked - counts[most]
    if counts[most] > few and (left > few or sum(count > 0 for count in counts) > 2):  # the most, and two answers more
        return Told(asked, tuple(count if place == most else None for place, count in enumerate(counts)))
    return Told(asked, (None,) * len(counts), most)


@lru_cache(maxsize=1024)
def told_stance(found: Told, thresholds: Thresholds, small: Small) -> str:
    """The label that every set of counts behind what is told would have; "" where they would have several."""
    if found.asked is None:
        return TOO_FEW
    if found.low and prod(high - low + 1 for low, high in zip(found.low, found.high, strict=True)) > MOST_SETS:
        return ""
    if found.most is None and not any(found.counts):
        return ""  # anything may be behind it
    return the_same(stance(answers, thresholds) for answers in behind(found, small)) or ""


def behind(found: Told, small: Small) -> Iterator[Answers]:
    """Every set of counts of which the same is told; none where all may be."""
    asked, few = found.asked or 0, small.threshold - 1
    if found.low:
        every = product(*(range(low, high + 1) for low, high in zip(found.low, found.high, strict=True)))
        yield from (answers_of(counts) for counts in every if sum(counts) == asked)
        return
    if found.most is not None:
        others = [place for place in range(len(found.counts)) if place != found.most]
        rests = range(1, few + 1 if asked > 2 * few else asked)
        pairs = ((rest, split) for rest in rests for split in _splits(rest, len(others)))
        sets = ({found.most: asked - rest, **dict(zip(others, split, strict=True))} for rest, split in pairs)
    else:
        fixed = {place: count for place, count in enumerate(found.counts) if count is not None}
        free = [place for place in range(len(found.counts)) if place not in fixed]
        splits = _splits(asked - sum(fixed.values()), len(free))
        sets = ({**fixed, **dict(zip(free, split, strict=True))} for split in splits)
    for each in sets:
        counts = tuple(each[place] for place in range(len(found.counts)))
        if alone_told(counts, small) == found:
            yield answers_of(counts)


def _splits(people: int, parts: int) -> Iterator[tuple[int, ...]]:
    """All ways to share so many people out."""
    if parts == 0:
        yield ()
    elif parts == 1:
        yield (people,)
    else:
        for first in range(people + 1):
            yield from ((first, *rest) for rest in _splits(people - first, parts - 1))


def counts_of(answers: Answers) -> tuple[int, ...]:
    """The four counts, in the order of the answers."""
    return tuple(getattr(answers, answer.value) for answer in Answer)


def answers_of(counts: tuple[int, ...]) -> Answers:
    """The other way round."""
    return Answers(**{answer.value: count for answer, count in zip(Answer, counts, strict=True)})


def told_words(found: Told, group: str, small: Small) -> str:
    """A sentence: "6 of 8 parents disagreed; the others answered differently"."""
    if found.asked is None:
        return f"fewer than {SMALLEST_GROUP} {noun(2, group)} answered: too few to count"
    verbs = list(VERBS.values())
    whose = f"{found.asked} {noun(found.asked, group)}"
    if found.most is not None:
        how = f"all but {small.few}" if found.asked > 2 * (small.threshold - 1) else "most, not all,"
        return f"{how} of {whose} {verbs[found.most]}"
    given = [(count, verb) for count, verb in zip(found.counts, verbs, strict=True) if count]
    if found.low and not given:
        return f"what {whose} answered is not told"
    if not given:
        return f"no answer was given by more than half of {whose}"
    (most, verb), *others = sorted(given, key=lambda pair: -pair[0])
    return f"{listed([f'{most} of {whose} {verb}', *(f'{count} {how}' for count, how in others)])}; {OTHERS}"
