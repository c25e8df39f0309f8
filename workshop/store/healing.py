"""Damaged stretches whose lines are whole elsewhere: told by what is left of where lines begin and end in them.

A line is named by its writer and number, and its stamp is in no other line of that writer: a flipped digit makes no other line of it.
The checksum at its end stands for all of it. Where neither is left, the whole lines around the stretch say which ones stood between.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from workshop.store.damage import Damage, Fault
from workshop.store.line import LOCKED, Line, LineCodec, LineName

_BEGINNING = re.compile(rb'\{"v":\d+,"a":"([0-9a-z]+)","n":(\d{1,9}),"t":"([0-9a-z]{12})"')
_END = re.compile(rb',"c":"[0-9a-f]{8}"\}')
_END_LENGTH = len(b',"c":"00000000"}')


def healed(faults: Iterable[Fault], lines: Mapping[LineName, Line]) -> frozenset[Damage]:
    """The damages of which nothing is lost: every line that can have stood there is among these whole ones."""
    faults, known = tuple(faults), _Known(lines)
    stretches = Counter((fault.damage.file, fault.before) for fault in faults)
    return frozenset(fault.damage for fault in faults if known.holds(fault, stretches[fault.damage.file, fault.before]))


class _Known:
    """Whole lines, by what tells one of them in damaged bytes."""

    def __init__(self, lines: Mapping[LineName, Line]) -> None:
        self._lines = lines

    @cached_property
    def _ends(self) -> dict[bytes, LineName]:
        """By their ends with the checksum. Made when a beginning is not enough: it takes a second for 100,000 lines."""
        return {_encoded(line)[-_END_LENGTH - 1 : -1]: name for name, line in self._lines.items()}

    def holds(self, fault: Fault, stretches: int) -> bool:
        """Whether all that can have stood in a stretch is known; `stretches` are damaged after the same whole line."""
        names = self._around(fault)
        if LOCKED[:8] in fault.raw or LOCKED[8:16] in fault.raw:  # of what is encrypted only its place tells anything
            return stretches <= len(names) and all(name in self._lines for name in names)
        begun, closed = _BEGINNING.findall(fault.raw), _END.findall(fault.raw)
        if not begun and not closed:
            return stretches <= len(names) and self._fit(names, fault.raw)
        tellings = (told for told in self._tellings(begun, closed) if len(told) >= max(len(begun), len(closed)))
        return any(self._fit([*told, *(self._between(min(told), max(told)) - set(told))], fault.raw) for told in tellings)

    def _fit(self, names: list[LineName], raw: bytes) -> bool:
        """Whether these lines are known, and as long together as the stretch: else something more stood there."""
        whole = [self._lines[name] for name in names if name in self._lines]
        return len(whole) == len(names) and len(raw) <= sum(len(_encoded(line)) for line in whole)

    def _tellings(self, begun: list[tuple[bytes, bytes, bytes]], closed: list[bytes]) -> Iterator[list[LineName]]:
        """Names of known lines that begin or end here, told in several ways; one that stands here twice is named twice."""
        by_beginning = [name for each in begun if (name := _named(self._lines, *each)) is not None]
        yield by_beginning
        by_end = [self._ends[each] for each in closed if each in self._ends]
        yield by_end
        yield sorted({*by_beginning, *by_end})

    def _around(self, fault: Fault) -> list[LineName]:
        """The names between the whole lines before and after it; none where one of them is missing."""
        return sorted(self._between(fault.before, fault.after) - {fault.before, fault.after}) if fault.before and fault.after else []

    def _between(self, first: LineName, last: LineName) -> set[LineName]:
        """Names from the first to the last, which stood one after another in a file; none where that can't be told."""
        if first[0] != last[0] or last[1] - first[1] > len(self._lines):
            return set()
        return {(first[0], number) for number in range(first[1], last[1] + 1)}


def _named(lines: Mapping[LineName, Line], writer: bytes, number: bytes, stamp: bytes) -> LineName | None:
    name = writer.decode(), int(number)
    line = lines.get(name)
    return name if line is not None and line.stamp == stamp.decode() else None


def _encoded(line: Line) -> bytes:
    return LineCodec().encode(line)
