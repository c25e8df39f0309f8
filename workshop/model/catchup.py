"""Catching up: which of the activities to come could be shorter, so that the session ends when it should. A proposal, never an act."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import combinations
from math import floor

from workshop.model.clock.state import Phase
from workshop.model.clock.status import ActivityStatus, Stage, Status
from workshop.model.duration import spoken
from workshop.model.plan import Activity, Kind
from workshop.model.shortening import NOISE, Block, deadlines, shortened, too_late

LARGE = 15 * 60.0
"""Seconds from which on it is better to leave something out than to hurry everything."""
LEAST_SHARE = 0.5
"""The part of its planned time below which an activity without a `minimum` is not shortened: then it is another activity."""
KEPT = (Kind.BREAK, Kind.CLOSE)
"""Kinds that are protected by themselves: people need their break, and a group that was opened must be closed."""
MOST_TRIED = 10
"""How many optional activities are tried out together: 1,024 combinations."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One activity of the proposal. `before` and `after` are its whole length in seconds, what has run of it included.

    One that is `dropped` has an `after` of nothing.
    """

    index: int
    title: str
    before: float
    after: float
    protected: bool
    optional: bool
    dropped: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Miss:
    """A fixed time that can't be kept: the end of an activity (the last one's is the session's), and how many seconds too late it comes."""

    index: int
    deadline: datetime
    seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """How `late` seconds could be won back by `target`. With `misses` it doesn't fit, though all is as short as it may be.

    `optional` are the activities that could be left out; `drop` is as few of them as will do to make it fit, empty where it fits as it is
    or where nothing would do. `changes` is what a CATCH_UP entry carries.
    """

    target: datetime
    late: float
    rows: tuple[Row, ...]
    misses: tuple[Miss, ...]
    optional: tuple[int, ...]
    drop: tuple[int, ...]

    @property
    def fits(self) -> bool:
        """Whether every fixed time is kept."""
        return not self.misses

    @property
    def large(self) -> bool:
        """Whether it is so much that something should rather be left out."""
        return self.late > LARGE

    @property
    def changes(self) -> tuple[tuple[int, float], ...]:
        """What to add to each activity that changes, in seconds: below zero where it gets shorter."""
        return tuple((row.index, row.after - row.before) for row in self.rows if row.after != row.before and not row.dropped)

    @property
    def dropped(self) -> tuple[int, ...]:
        """The activities that it leaves out, as it was asked to."""
        return tuple(row.index for row in self.rows if row.dropped)

    @property
    def message(self) -> str:
        """The proposal in words, to stand above its table."""
        title = {row.index: row.title for row in self.rows}
        if self.misses:
            late = f"Even with everything as short as it may be it comes {spoken(max(miss.seconds for miss in self.misses))} too late."
            if self.drop:
                return f"{late} Without {_listed([title[index] for index in self.drop], 'and')} it would fit."
            return f"{late} {'To leave out all that is optional is not enough.' if self.optional else 'Nothing here is optional.'}"
        words = f"{spoken(self.late)} to win back."
        if self.large and self.optional:
            return f"{words} That is a lot: better leave out {_listed([title[index] for index in self.optional], 'or')}."
        return f"{words} That is a lot." if self.large else words


def propose(
    status: Status, plan: Sequence[Activity], pinned: Mapping[int, float] | None = None, dropped: Collection[int] = ()
) -> Proposal | None:
    """A proposal to end in time, or None where nothing is to be won back: on time, ended, or no end is known.

    What is left gives in proportion to its length, down to each activity's minimum; protected activities give nothing. The end is the
    latest one allowed, or else the planned one; locked starts and ends within the session are kept too. `pinned` are whole lengths in
    seconds that were set by hand: they stay, and the others make up for them. `dropped` are activities to come that are left out.
    """
    pinned = pinned or {}
    target = status.ends_by or status.planned_end
    left = _left(status)
    if target is None or not left:
        return None
    begin = max(status.now, status.planned_start or status.now) if status.phase is Phase.NOT_STARTED else status.now
    unpinned = [_block(each, plan[each.index], None) for each in left]
    kept = [each for each in left if each.index not in dropped]
    blocks = [_block(each, plan[each.index], pinned.get(each.index)) for each in kept]
    late = max(_latest(unpinned, begin, target), _latest(blocks, begin, target))
    if late <= NOISE:
        return None
    limits = deadlines(blocks, target)
    shorter = shortened(blocks, begin, limits)
    misses = tuple(
        Miss(index=blocks[place].index, deadline=limits[place], seconds=seconds)
        for place, seconds in too_late(shorter, begin, limits).items()
    )
    optional = tuple(each.index for each in kept if _optional(each, plan[each.index]) and each.index not in pinned)
    after = {block.index: block for block in shorter}
    return Proposal(
        target=target,
        late=late,
        rows=tuple(_row(each, plan[each.index], before, after.get(each.index)) for each, before in zip(left, unpinned, strict=True)),
        misses=misses,
        optional=optional,
        drop=_enough(blocks, optional, begin, target) if misses else (),
    )


def _left(status: Status) -> tuple[ActivityStatus, ...]:
    """What time can still be taken from: the current activity as long as it has some, and what is to come."""
    current = status.current
    return status.upcoming if current is None or current.remaining <= 0 else (current, *status.upcoming)


def _block(status: ActivityStatus, activity: Activity, pinned: float | None) -> Block:
    least = activity.minutes * 60 * LEAST_SHARE if activity.minimum is None else activity.minimum * 60
    left = max(0.0, (status.allotted if pinned is None else pinned) - status.active)
    room = 0 if _protected(activity) or pinned is not None else floor(left - max(0.0, least - status.active))
    # What has begun waits for nothing.
    starts_at = None if status.stage is Stage.CURRENT else status.starts_at
    return Block(index=status.index, left=left, room=max(0, room), starts_at=starts_at, ends_by=status.ends_by)


def _row(status: ActivityStatus, activity: Activity, before: Block, after: Block | None) -> Row:
    return Row(
        index=status.index,
        title=status.title,
        before=status.active + before.left,
        after=0.0 if after is None else status.active + after.left,
        protected=_protected(activity),
        optional=_optional(status, activity),
        dropped=after is None,
    )


def _protected(activity: Activity) -> bool:
    return activity.protected or activity.kind in KEPT


def _optional(status: ActivityStatus, activity: Activity) -> bool:
    """Whether it can be left out: only what has not been on yet."""
    return activity.optional and not activity.protected and status.actual_start is None


def _latest(blocks: Sequence[Block], begin: datetime, target: datetime) -> float:
    return max(too_late(blocks, begin, deadlines(blocks, target)).values(), default=0.0)


def _enough(blocks: Sequence[Block], optional: Sequence[int], begin: datetime, target: datetime) -> tuple[int, ...]:
    """The fewest optional activities, and of these the shortest, without which the rest can be made to fit."""
    length = {block.index: block.left for block in blocks}
    tried = sorted(optional, key=lambda index: -length[index])[:MOST_TRIED]
    for count in range(1, len(tried) + 1):
        for dropped in sorted(combinations(tried, count), key=lambda group: sum(length[index] for index in group)):
            rest = [block for block in blocks if block.index not in dropped]
            limits = deadlines(rest, target)
            if not too_late(shortened(rest, begin, limits), begin, limits):
                return tuple(sorted(dropped))
    return ()


def _listed(titles: Sequence[str], word: str) -> str:
    return titles[0] if len(titles) == 1 else f"{', '.join(titles[:-1])} {word} {titles[-1]}"
