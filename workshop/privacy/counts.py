"""How many of a group raised a theme, as far as small numbers allow; `about` is which theme and which group."""

from collections.abc import Iterator

from workshop.compare.salience import Raised
from workshop.compare.words import share
from workshop.model.comparison import GroupCount
from workshop.model.figure import raised_place
from workshop.model.view.finding import ShownCount
from workshop.privacy.small import SMALLEST_GROUP, Small, is_described, range_words

Pair = tuple[str, str]
"""A theme or a statement (an id) and a perspective."""
NOWHERE: Pair = ("", "")
"""About nothing that an earlier copy may have."""
WIDE = 12
"""A count that may be so many different ones says nothing of a label."""


def is_counted(could: int) -> bool:
    """Whether a group is large enough for people in it to be counted; one that had no chance at all has none to hide."""
    return not is_described(could)


def is_told(count: GroupCount, small: Small | None, about: Pair = NOWHERE) -> bool:
    """Whether the numbers themselves are told."""
    if small is None or not count.could:
        return True
    return is_counted(count.could) and all(len(band) == 1 for band in bands(count, small, about))


def is_wide(count: GroupCount, small: Small, about: Pair) -> bool:
    """Whether next to nothing is told of it, beside an earlier copy."""
    return is_counted(count.could) and any(len(band) > WIDE for band in bands(count, small, about))


def raised_words(count: GroupCount, small: Small | None, about: Pair = NOWHERE) -> str:
    """How many of how many: "5 of 8", "1 or 2 of 8", "1-4 of 8" where notes name no one; of a small group whether anybody did."""
    if small is None or is_told(count, small, about):
        return share(count)
    low, high = bands(count, small, about)
    if not is_counted(count.could):
        return f"{'some' if count.raised_at_most else 'nobody'} of fewer than {SMALLEST_GROUP}"
    if low == high:
        return small.words(count.raised, count.could, raised_place(*about))
    both = range(low[0], high[-1] + 1)
    return range_words(both, count.could) if len(both) > count.could else f"{both[0]}-{both[-1]} of {count.could}"


def behind(count: GroupCount, small: Small, about: Pair = NOWHERE) -> Iterator[Raised]:
    """Every count of which the same is told; of a group that isn't counted, any."""
    if is_told(count, small, about):
        yield Raised.of(count)
        return
    if not is_counted(count.could):
        yield from (Raised(low, high, SMALLEST_GROUP - 1) for high in range(SMALLEST_GROUP) for low in range(high + 1))
        return
    low, high = bands(count, small, about)
    yield from (Raised(one, other, count.could) for one in low for other in high if one <= other)


def shown_count(count: GroupCount, small: Small | None, about: Pair = NOWHERE) -> ShownCount:
    """The count as a report shows it. Remarks are not told where people are hidden at all: few remarks are of few people."""
    told = is_told(count, small, about)
    return ShownCount(
        text=raised_words(count, small, about),
        share=count.raised / count.could if told and count.could else None,
        share_at_most=count.raised_at_most / count.could if told and count.could else None,
        raised=count.raised if told else None,
        raised_at_most=count.raised_at_most if told else None,
        could=count.could if small is None or is_counted(count.could) else None,
        reflections=count.reflections if small is None else None,
    )


def bands(count: GroupCount, small: Small, about: Pair = NOWHERE) -> tuple[range, range]:
    """What is told of its two ends: how many did raise it, and how many at most."""
    least, most = raised_place(*about), raised_place(*about, at_most=True)
    return small.band(count.raised, count.could, least), small.band(count.raised_at_most, count.could, most)
