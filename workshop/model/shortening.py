"""Shortening a row of activities so that fixed times are kept: how much each gives."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from math import ceil

from workshop.model.waterfill import shared_out

NOISE = 15.0
"""Seconds too late that are not worth shortening anything for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """What is left of an activity, in seconds. `room` is how many whole seconds of it can be given; `starts_at` is waited for."""

    index: int
    left: float
    room: int
    starts_at: datetime | None = None
    ends_by: datetime | None = None


def deadlines(blocks: Sequence[Block], target: datetime) -> dict[int, datetime]:
    """By place in the row, when a block has to be over: for its own end, for the locked start of the next, or for the end of all."""
    found = {}
    for place, block in enumerate(blocks):
        last = place + 1 == len(blocks)
        limits = (block.ends_by, target if last else blocks[place + 1].starts_at)
        known = [limit for limit in limits if limit is not None]
        if known:
            found[place] = min(known)
    return found


def too_late(blocks: Sequence[Block], begin: datetime, limits: Mapping[int, datetime]) -> dict[int, float]:
    """By place, how many seconds after its deadline a block ends, where that is more than noise."""
    late = {place: (_end(blocks[: place + 1], begin) - limit).total_seconds() for place, limit in limits.items()}
    return {place: seconds for place, seconds in late.items() if seconds > NOISE}


def shortened(blocks: Sequence[Block], begin: datetime, limits: Mapping[int, datetime]) -> tuple[Block, ...]:
    """The blocks, shorter: for each deadline in turn those before it give, in proportion to what is left of them and within their room.

    What lies before a locked start that is waited for gives nothing for what comes after: nobody would gain by it.
    """
    row = list(blocks)
    for place in sorted(too_late(blocks, begin, limits)):
        seconds = (_end(row[: place + 1], begin) - limits[place]).total_seconds()
        if seconds <= NOISE:
            continue
        first = _first_that_counts(row[: place + 1], begin)
        giving = row[first : place + 1]
        # A thousandth of a second is no reason for a whole one.
        cuts = shared_out(ceil(seconds - 0.001), [block.left for block in giving], [block.room for block in giving])
        row[first : place + 1] = [
            replace(block, left=block.left - cut, room=block.room - cut) for block, cut in zip(giving, cuts, strict=True)
        ]
    return tuple(row)


def _end(blocks: Sequence[Block], begin: datetime) -> datetime:
    at = begin
    for block in blocks:
        at = max(at, block.starts_at or at) + timedelta(seconds=block.left)
    return at


def _first_that_counts(blocks: Sequence[Block], begin: datetime) -> int:
    """The last place at which a locked start is waited for, or the first place."""
    first = 0
    for place, block in enumerate(blocks):
        if block.starts_at is not None and _end(blocks[:place], begin) <= block.starts_at:
            first = place
    return first
