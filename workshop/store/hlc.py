"""A hybrid logical clock: stamps that sort as text, follow the wall clock where it goes forward, and never go back."""

import threading
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta

DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_MILLISECONDS = 9
"""Characters for milliseconds since 1970 in base 36: enough until the year 5188."""
_COUNTER = 3
_COUNTS = 36**_COUNTER
STAMP_LENGTH = _MILLISECONDS + _COUNTER
REMARKABLE = timedelta(days=1)
"""From how far ahead of the wall clock another's stamp is worth a word: past every mistake of time zone."""
ABSURD = timedelta(days=36525)
"""From how far ahead another's stamp is not followed. A laptop whose battery died wakes up in 1970 and must still follow today's."""
_ABSURD_MILLISECONDS = ABSURD // timedelta(milliseconds=1)


def base36(number: int, width: int) -> str:
    """The number in base 36, padded with zeros so that text sorts as numbers do."""
    out = ""
    while number:
        number, digit = divmod(number, 36)
        out = DIGITS[digit] + out
    return out.rjust(width, "0")


def time_of(stamp: str) -> datetime:
    """The wall clock (UTC) that a stamp was taken from, or the one that it followed."""
    return datetime.fromtimestamp(0, UTC) + timedelta(milliseconds=int(stamp[:_MILLISECONDS], 36))


def stamp_at(instant: datetime) -> str:
    """The first stamp of an instant."""
    milliseconds = (instant - datetime.fromtimestamp(0, UTC)) // timedelta(milliseconds=1)
    return base36(max(0, milliseconds), _MILLISECONDS) + "0" * _COUNTER


class Clock:
    """Gives stamps, each later than every one given or observed before. Safe to use from several threads.

    It follows others rather than refusing them: after a laptop whose clock is a year ahead has been met once, nobody's edits
    lose to it any more, and a clock that is set back puts nothing out of order. Only an absurd stamp is not followed.
    """

    def __init__(self, now: Callable[[], float]) -> None:
        """`now` gives seconds since 1970, as `time.time` does."""
        self._now = now
        self._lock = threading.Lock()
        self._stamp = "0" * STAMP_LENGTH
        self.ahead = timedelta()
        """How far the furthest stamp observed was ahead of the wall clock at that moment."""

    def tick(self) -> str:
        """The next stamp."""
        with self._lock:
            milliseconds, counter = int(self._stamp[:_MILLISECONDS], 36), int(self._stamp[_MILLISECONDS:], 36)
            wall = self._wall()
            if wall > milliseconds:
                milliseconds, counter = wall, 0
            elif counter + 1 < _COUNTS:
                counter += 1
            else:
                milliseconds, counter = milliseconds + 1, 0
            self._stamp = base36(milliseconds, _MILLISECONDS) + base36(counter, _COUNTER)
            return self._stamp

    def observe(self, stamps: Iterable[str]) -> None:
        """Never again give a stamp that is not after these; absurd ones are not followed."""
        with self._lock:
            later = [stamp for stamp in stamps if stamp > self._stamp]
            if not later:
                return
            wall = self._wall()
            self.ahead = max(self.ahead, timedelta(milliseconds=int(max(later)[:_MILLISECONDS], 36) - wall))
            limit = base36(wall + _ABSURD_MILLISECONDS, _MILLISECONDS)
            self._stamp = max((stamp for stamp in later if stamp < limit), default=self._stamp)

    def _wall(self) -> int:
        return max(0, int(self._now() * 1000))
