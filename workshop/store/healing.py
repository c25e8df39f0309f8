"""Damaged stretches whose lines are whole elsewhere: told by what is left of where lines begin and end in them.

A line is named by its writer and number, and its stamp is in no other line of that writer: a flipped digit makes no other line of it.
The checksum at its end stands for all of it. Where neither is left, the whole lines around the stretch say which ones stood between.
"""

import re
from collections.abc import Iterable, Mapping

from workshop.store.damage import Damage, Fault
from workshop.store.line import Line, LineCodec, LineName

_BEGINNING = re.compile(rb'\{"v":\d+,"a":"([0-9a-z]+)","n":(\d{1,9}),"t":"([0-9a-z]{12})"')
_END = re.compile(rb',"c":"([0-9a-f]{8})"\}')


def healed(faults: Iterable[Fault], lines: Mapping[LineName, Line]) -> frozenset[Damage]:
    """The damages of which nothing is lost: every line that can have stood there is among these whole ones."""
    ends: dict[bytes, LineName] = {}
    found = set()
    for fault in faults:
        if not ends and _END.search(fault.raw):
            ends = {_encoded(line)[-_END_LENGTH - 1 : -1]: name for name, line in lines.items()}
        if _is_whole_elsewhere(fault, lines, ends):
            found.add(fault.damage)
    return frozenset(found)


_END_LENGTH = len(b',"c":"00000000"}')


def _is_whole_elsewhere(fault: Fault, lines: Mapping[LineName, Line], ends: Mapping[bytes, LineName]) -> bool:
    begun, closed = _BEGINNING.findall(fault.raw), [match[0] for match in _END.finditer(fault.raw)]
    by_beginning = [name for each in begun if (name := _named(lines, *each)) is not None]
    by_end = [ends[each] for each in closed if each in ends]
    names = max(by_beginning, by_end, sorted({*by_beginning, *by_end}), key=len)
    if len(names) < max(len(begun), len(closed)):
        return False
    if names:
        names = [*names, *sorted(_between(min(names), max(names), lines) - set(names))]
    elif fault.before and fault.after:
        names = sorted(_between(fault.before, fault.after, lines) - {fault.before, fault.after})
    whole = [lines[name] for name in names if name in lines]
    # where what stood there was longer than they are, there was something more
    return len(whole) == len(names) and len(fault.raw) <= sum(len(_encoded(line)) for line in whole)


def _named(lines: Mapping[LineName, Line], writer: bytes, number: bytes, stamp: bytes) -> LineName | None:
    name = writer.decode(), int(number)
    line = lines.get(name)
    return name if line is not None and line.stamp == stamp.decode() else None


def _between(first: LineName, last: LineName, lines: Mapping[LineName, Line]) -> set[LineName]:
    """Names from the first to the last, which stood one after another in a file; none where that can't be told."""
    if first[0] != last[0] or last[1] - first[1] > len(lines):
        return set()
    return {(first[0], number) for number in range(first[1], last[1] + 1)}


def _encoded(line: Line) -> bytes:
    return LineCodec().encode(line)
