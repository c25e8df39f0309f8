"""How many of a group raised a theme, as far as small numbers allow."""

from collections.abc import Iterator

from workshop.compare.salience import Raised
from workshop.compare.words import share
from workshop.model.comparison import GroupCount
from workshop.model.view.finding import ShownCount
from workshop.privacy.small import SMALLEST_GROUP, Small


def is_counted(could: int) -> bool:
    """Whether a group is large enough for people in it to be counted; one that had no chance at all has none to hide."""
    return not 0 < could < SMALLEST_GROUP


def is_told(count: GroupCount, small: Small | None) -> bool:
    """Whether the numbers themselves are told."""
    if small is None or not count.could:
        return True
    ends = (count.raised, count.raised_at_most)
    return is_counted(count.could) and all(small.is_told(end, count.could) for end in ends)


def raised_words(count: GroupCount, small: Small | None) -> str:
    """How many of how many: "5 of 8", "1 or 2 of 8", "1-4 of 8" where notes name no one; of a small group whether anybody did."""
    if small is None or is_told(count, small):
        return share(count)
    low, high = _bands(count, small)
    if not is_counted(count.could):
        return f"{'some' if count.raised_at_most else 'nobody'} of fewer than {SMALLEST_GROUP}"
    return small.words(count.raised, count.could) if low == high else f"{low[0]}-{high[-1]} of {count.could}"


def behind(count: GroupCount, small: Small) -> Iterator[Raised]:
    """Every count of which the same is told; of a group that isn't counted, any."""
    if is_told(count, small):
        yield Raised.of(count)
        return
    if not is_counted(count.could):
        yield from (Raised(low, high, SMALLEST_GROUP - 1) for high in range(SMALLEST_GROUP) for low in range(high + 1))
        return
    low, high = _bands(count, small)
    yield from (Raised(one, other, count.could) for one in low for other in high if one <= other)


def shown_count(count: GroupCount, small: Small | None) -> ShownCount:
    """The count as a report shows it. Remarks are not told where people are hidden at all: few remarks are of few people."""
    told = is_told(count, small)
    return ShownCount(
        text=raised_words(count, small),
        share=count.raised / count.could if told and count.could else None,
        share_at_most=count.raised_at_most / count.could if told and count.could else None,
        raised=count.raised if told else None,
        raised_at_most=count.raised_at_most if told else None,
        could=count.could if small is None or is_counted(count.could) else None,
        reflections=count.reflections if small is None else None,
    )


def _bands(count: GroupCount, small: Small) -> tuple[range, range]:
    return small.band(count.raised, count.could), small.band(count.raised_at_most, count.could)
