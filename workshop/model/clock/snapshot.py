"""`snapshot`: the state of the clock at one instant, worked out into a status."""

from datetime import datetime, timedelta, tzinfo
from typing import NamedTuple

from workshop.model.clock.ledger import Ledger, ledgers
from workshop.model.clock.schedule import Stretch, latest_ends, locked_starts, schedule
from workshop.model.clock.segment import Segment
from workshop.model.clock.state import Phase, State
from workshop.model.clock.status import ActivityStatus, Stage, Status
from workshop.model.clock.turn import turn_at
from workshop.model.reading import Reading, Timebase


def snapshot(state: State, timebase: Timebase, zone: tzinfo, now: Reading) -> Status:
    """The status at `now`. Of an ended session it is always the same, whichever computer asks, and when."""
    over = state.phase is Phase.ENDED
    at = state.since if over else timebase.at(now)
    measure = _Measure(timebase, None if over else now)
    segments, accounts = state.segments(at), ledgers(state, at)
    started = measure.instant(segments[0].start) if segments else None
    times = _Times.of(state, zone, accounts, started, measure.instant(at))
    return Status(
        now=now.wall if over else measure.instant(at),
        phase=state.phase,
        activities=tuple(_activity(index, account, state, times, measure) for index, account in enumerate(accounts)),
        order=state.order,
        place=state.place,
        started=started,
        ended=measure.instant(at) if over else None,
        planned_start=times.planned_start,
        planned_end=times.planned_end,
        projected_end=times.projected_end,
        ends_by=state.ends_by or (times.latest.get(state.order[-1]) if state.order else None),
        behind=times.behind,
        behind_clock=times.behind_clock,
        idle=sum(segment.seconds for segment in segments if segment.activity is None),
        nothing_running=_nothing_running(state, times, at, measure.instant(at)),
        span=_span(segments),
        statement=None if state.current is None else state.shown.get(state.current),
        turn=turn_at(state, at),
    )


class _Measure(NamedTuple):
    """Session time as instants, by the wall as it reads now."""

    timebase: Timebase
    now: Reading | None

    def instant(self, seconds: float) -> datetime:
        return self.timebase.instant(seconds, self.now)


class _Times(NamedTuple):
    """The plan's times and the projected ones, by activity. `due` is the session's planned start where it has one."""

    due: datetime | None
    planned: dict[int, Stretch]
    planned_start: datetime | None
    planned_end: datetime | None
    current_end: datetime
    projected: dict[int, Stretch]
    projected_end: datetime
    locks: dict[int, datetime]
    latest: dict[int, datetime]
    behind: float
    behind_clock: float | None

    @classmethod
    def of(cls, state: State, zone: tzinfo, accounts: tuple[Ledger, ...], started: datetime | None, now: datetime) -> "_Times":
        reference = started or state.starts_at or now
        locks = locked_starts(state.activities, reference, zone)
        due = state.starts_at or locks.get(0)
        # The session's own start is never waited for once it has begun.
        locks.pop(0, None)
        left = max(0.0, accounts[state.current].remaining) if state.current is not None else 0.0
        current_end = now + timedelta(seconds=left)
        begin = max(now, due or now) if state.phase is Phase.NOT_STARTED else current_end
        to_come = () if state.phase is Phase.ENDED else state.upcoming
        projected = schedule(begin, [(index, max(0.0, accounts[index].remaining)) for index in to_come], locks)
        projected_end = _end(projected, begin)
        lengths = [(index, account.planned) for index, account in enumerate(accounts)]
        since_start = schedule(started or begin, lengths, locks)
        by_clock = schedule(due, lengths, locks) if due else None
        planned = by_clock or since_start
        behind_clock = (projected_end - _end(by_clock, due)).total_seconds() if by_clock and due else None
        known = due or started
        return cls(
            due=due,
            planned=planned,
            planned_start=known,
            planned_end=_end(planned, known) if known else None,
            current_end=current_end,
            projected=projected,
            projected_end=projected_end,
            locks=locks,
            latest=latest_ends(state.activities, reference, zone),
            behind=(projected_end - _end(since_start, started or begin)).total_seconds(),
            behind_clock=behind_clock,
        )


def _end(stretches: dict[int, Stretch], begin: datetime) -> datetime:
    return list(stretches.values())[-1][1] if stretches else begin


def _activity(index: int, account: Ledger, state: State, times: _Times, measure: _Measure) -> ActivityStatus:
    stage = _stage(index, account, state)
    start = None if account.first is None else measure.instant(account.first)
    end = None if account.last is None or stage is Stage.CURRENT else measure.instant(account.last)
    projected: tuple[datetime | None, datetime | None] = (start, end)
    if stage is Stage.CURRENT:
        projected = (start, times.current_end)
    elif stage is Stage.UPCOMING:
        projected = times.projected[index]
    planned = times.planned[index] if times.planned_start and index < state.given else (None, None)
    return ActivityStatus(
        index=index,
        title=state.activities[index].title,
        stage=stage,
        ledger=account,
        planned_start=planned[0],
        planned_end=planned[1],
        projected_start=projected[0],
        projected_end=projected[1],
        actual_start=start,
        actual_end=end,
        starts_at=times.locks.get(index),
        ends_by=times.latest.get(index),
    )


def _stage(index: int, account: Ledger, state: State) -> Stage:
    if index not in state.order:
        return Stage.DROPPED
    if index == state.current:
        return Stage.CURRENT
    if index in state.upcoming and state.phase is not Phase.ENDED:
        return Stage.UPCOMING
    return Stage.SKIPPED if account.first is None else Stage.DONE


def _nothing_running(state: State, times: _Times, at: float, now: datetime) -> float | None:
    if state.phase is Phase.BETWEEN:
        return at - state.since
    if state.phase is Phase.NOT_STARTED and times.due is not None and now > times.due:
        return (now - times.due).total_seconds()
    return None


def _span(segments: tuple[Segment, ...]) -> float:
    return segments[-1].end - segments[0].start if segments else 0.0
