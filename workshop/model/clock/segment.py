"""Segments: the stretches that a session's time falls into."""

from typing import NamedTuple


class Segment(NamedTuple):
    """A stretch of session time, in seconds: an activity running, the same paused, or (`activity` None) nothing running."""

    activity: int | None
    paused: bool
    start: float
    end: float

    @property
    def seconds(self) -> float:
        """How long it is."""
        return self.end - self.start


def visit_start(segments: tuple[Segment, ...]) -> float:
    """Where the last visit begins: the run of segments at the end that are of one activity."""
    last = segments[-1]
    start = last.start
    for segment in reversed(segments):
        if segment.activity != last.activity:
            break
        start = segment.start
    return start


def cut(segments: tuple[Segment, ...], end: float) -> tuple[Segment, ...]:
    """The segments made to end at `end`: what lies behind it is trimmed away, or the last is drawn out to it.

    A segment that begins at `end` stays, without length, so that an activity that was on for no time was still on.
    """
    kept = tuple(segment for segment in segments if segment.start <= end)
    return (*kept[:-1], kept[-1]._replace(end=end)) if kept else ()
