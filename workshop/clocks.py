"""The one place that reads the computer's clocks and its time zone."""

import os
import time
import zlib
from datetime import UTC, datetime, timedelta, tzinfo
from functools import cache
from pathlib import Path

from workshop.model.reading import Reading

BOOT_ID = Path("/proc/sys/kernel/random/boot_id")


def read() -> Reading:
    """What the wall clock and the clock that counts suspension read now."""
    return Reading(datetime.now(UTC), boot_seconds(), boot_id())


def boot_seconds() -> float:
    """Monotonic seconds, the time asleep included where the system can tell.

    Linux stops its CLOCK_MONOTONIC in sleep and has CLOCK_BOOTTIME for this; on macOS and the BSDs CLOCK_MONOTONIC goes on, though
    `time.monotonic` there does not; on Windows `time.monotonic` goes on.
    """
    if hasattr(time, "CLOCK_BOOTTIME"):
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    if hasattr(time, "clock_gettime"):
        return time.clock_gettime(time.CLOCK_MONOTONIC)
    return time.monotonic()


@cache
def boot_id() -> str:
    """A name for this computer since it was started: the kernel's own, or else one derived from the computer and when it was started.

    The derived one may differ between two windows; then the wall clock measures between them.
    """
    try:
        return BOOT_ID.read_text(encoding="ascii").strip()
    except OSError:
        return derived_boot_id(_computer(), datetime.now(UTC), boot_seconds())


def derived_boot_id(computer: str, wall: datetime, boot: float) -> str:
    """A name from the computer's and the minute in which its boot clock was at nought; it holds only a checksum of the computer's name."""
    minute = int((wall - timedelta(seconds=boot)).timestamp() // 60)
    return f"{zlib.crc32(computer.encode('utf-8', 'replace')):08x}-{minute}"


def _computer() -> str:
    return os.uname().nodename if hasattr(os, "uname") else os.environ.get("COMPUTERNAME", "")


def local_zone() -> tzinfo:
    """The zone that this computer shows times in, with its changes of time, which a fixed offset from UTC would not have."""
    return _Local()


class _Local(tzinfo):
    """The system's own rules, as `datetime.astimezone` without an argument applies them on each platform."""

    def utcoffset(self, local: datetime | None) -> timedelta | None:
        """The offset at a local time; of one that comes twice, `fold` says which."""
        return None if local is None else local.replace(tzinfo=None).astimezone().utcoffset()

    def dst(self, _local: datetime | None) -> timedelta | None:
        """Unknown: the offset is all that anything here needs."""
        return None

    def tzname(self, local: datetime | None) -> str | None:
        """The system's abbreviation."""
        return None if local is None else local.replace(tzinfo=None).astimezone().tzname()

    def fromutc(self, moment: datetime) -> datetime:
        """The local time of an instant."""
        there = moment.replace(tzinfo=UTC).astimezone()
        local = there.replace(tzinfo=self, fold=0)
        return local if self.utcoffset(local) == there.utcoffset() else local.replace(fold=1)
