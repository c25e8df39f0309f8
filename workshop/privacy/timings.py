"""Planned against actual, as it may be shown: each session that was run by the clock."""

from collections.abc import Collection, Sequence
from datetime import datetime, tzinfo

from workshop.model.showntiming import ShownActivity, ShownTiming
from workshop.model.timing import ActivityTiming, Timing
from workshop.model.timingwords import actual, added, moment, planned, some, whole
from workshop.privacy.names import Names


def timings(found: Sequence[Timing], of: Collection[str], names: Names, zone: tzinfo) -> tuple[ShownTiming, ...]:
    """Those of the sessions `of` (ids) that began, in `zone`; what was noted on the clock stays out, since it may name people."""
    return tuple(_session(each, names.sessions[each.session], zone) for each in found if each.session in of and each.start is not None)


def _session(timing: Timing, name: str, zone: tzinfo) -> ShownTiming:
    return ShownTiming(
        session=name,
        text=whole(timing, zone),
        planned_begin=_local(timing.planned_start, zone),
        planned_end=_local(timing.planned_end, zone),
        begin=_local(timing.start, zone),
        end=_local(timing.end, zone),
        activities=tuple(_activity(each, zone) for each in timing.activities),
    )


def _activity(each: ActivityTiming, zone: tzinfo) -> ShownActivity:
    return ShownActivity(
        number=each.number,
        title=each.title,
        planned=None if each.unplanned else round(each.planned),
        planned_text=planned(each),
        added=round(each.added),
        added_text=added(each),
        actual=round(each.actual) if each.start else None,
        actual_text=actual(each),
        paused=round(each.paused),
        paused_text=some(each.paused),
        left_out=round(each.discounted),
        left_out_text=some(each.discounted),
        begin=_local(each.start, zone),
        begin_text=moment(each.start, zone),
        end=_local(each.end, zone),
        end_text=moment(each.end, zone),
        remarks=each.reflections,
        in_overtime=each.in_overtime,
    )


def _local(instant: datetime | None, zone: tzinfo) -> datetime | None:
    return instant and instant.astimezone(zone)
