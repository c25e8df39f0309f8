"""Telling a save that was cut off, of which nobody was told that it was saved, from the damage of one that was."""

import re

from workshop.store.line import LOCKED

_END = re.compile(rb',"c":"[0-9a-f]{8}"\}')
_BEGINNING = b'{"v":1,"a":"'


def is_torn(raw: bytes, writer: str, number: int, *, first: bool) -> bool:
    """Whether the end of a file, without its newline, is the writer's next line (of this number) cut off, as a power cut leaves it.

    Zeros at its end are none: a sector that was lost looks so, and may have held whole lines. `first` says that no whole line stands
    before it: then it may be the workshop's own record, which each journal begins with under the name of whoever wrote it. Of an
    encrypted line only the beginning is known. An end with a checksum is that of a whole line whose newline was damaged.
    """
    if _END.search(raw) or b"\0" in raw:
        return False
    if LOCKED[:1] == raw[:1]:
        return _agree(raw, LOCKED) and raw.count(LOCKED) <= 1
    heads = [b'{"v":1,"a":"%s","n":%d,"t":"' % (writer.encode(), each) for each in (number, number - 1)]  # own records are written twice
    return any(_agree(raw, head) for head in (*heads, *([_BEGINNING] if first else [])))


def _agree(said: bytes, head: bytes) -> bool:
    return said[: len(head)] == head[: len(said)]
