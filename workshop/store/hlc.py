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


class Clock:
    """Gives stamps, each later than every one given or observed before. Safe to use from several threads.

    It follows others rather than refusing them: after a laptop whose clock is a year ahead has been met once, nobody's edits
    lose to it any more, and a clock that is set back puts nothing out of order. Only an absurd stamp is not followed.
    """

    def __init__(self, now: Callable[[], float]) -> None:
        """`now` gives seconds since 1970, as `time.time` does."""
        self._now = now
        self._lock = threading.Lock()
        self._last = (0, 0)
        self.ahead = timedelta()
        """How far the furthest stamp observed was ahead of the wall clock at that moment."""

    def tick(self) -> str:
        """The next stamp."""
        with self._lock:
            milliseconds, counter = self._last
            wall = self._wall()
            if wall > milliseconds:
                self._last = (wall, 0)
            elif counter + 1 < _COUNTS:
                self._last = (milliseconds, counter + 1)
            else:
                self._last = (milliseconds + 1, 0)
            return base36(self._last[0], _MILLISECONDS) + base36(self._last[1], _COUNTER)

    def observe(self, stamps: Iterable[str]) -> None:
        """Never again give a stamp that is not after these; absurd ones are not followed."""
        with self._lock:
            wall = self._wall()
            limit = base36(wall + _ABSURD_MILLISECONDS, _MILLISECONDS)
            furthest = credible = base36(self._last[0], _MILLISECONDS) + base36(self._last[1], _COUNTER)
            for stamp in stamps:
                furthest = max(furthest, stamp)
                if credible < stamp < limit:
                    credible = stamp
            self._last = _parts(credible)
            self.ahead = max(self.ahead, timedelta(milliseconds=_parts(furthest)[0] - wall))

    def _wall(self) -> int:
        return max(0, int(self._now() * 1000))


def _parts(stamp: str) -> tuple[int, int]:
    return int(stamp[:_MILLISECONDS], 36), int(stamp[_MILLISECONDS:], 36)
