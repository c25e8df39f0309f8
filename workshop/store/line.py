r"""One line of a journal: a transaction, self-contained, order-free, valid JSON, its checksum last.

    {"v":1,"a":WRITER,"n":NUMBER,"t":STAMP,"w":[WRITE,...],"c":CRC}

A write is `["put", table, id, [versions superseded], document]`, `["del", table, id, [versions superseded]]`,
`["erase", table, id]` or `["void", writer, number]`: the line of that number was reported as not saved, and counts nowhere.
"""

import json
import re
import zlib
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from workshop.store.hlc import STAMP

VERSION = 1
Key = tuple[str, str]
"""Table and id of a document."""
Document = dict[str, Any]

_WRITER = re.compile(r"[0-9a-z]{1,32}")
_CRC_LENGTH = len(b',"c":"00000000"}')
_JOINT = re.compile(rb'(?<="\})[^\n](?=\{"v":)')
_compact = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode
_ascii = json.JSONEncoder(allow_nan=False, separators=(",", ":")).encode


class DamagedLineError(ValueError):
    """These bytes are no whole line; the text says what they are, in words."""


class Line(NamedTuple):
    """A line as read: `writes` holds those of a known operation and right shape, `unknown` all others."""

    writer: str
    number: int
    stamp: str
    writes: list[list[Any]]
    unknown: tuple[Any, ...] = ()
    v: int = VERSION

    @property
    def version(self) -> str:
        """The name of the version that this line gives to each document in it."""
        return self.stamp + self.writer


def spellings(text: str) -> tuple[bytes, ...]:
    """How a text may stand in a line, between its quotes."""
    in_ascii = _ascii(text)[1:-1].encode()
    try:
        return in_ascii, _compact(text)[1:-1].encode()
    except UnicodeEncodeError:
        return (in_ascii,)


def plain(document: Mapping[str, Any]) -> Document:
    """The document as it will be read back: a copy that holds no object of the caller's. TypeError or ValueError if JSON can't hold it."""
    copy: Document = json.loads(_ascii(dict(document)))
    return copy


class LineCodec:
    """Lines to bytes and back. The place for encryption: another codec may wrap the bytes, and nothing else changes."""

    def encode(self, line: Line) -> bytes:
        """The line's bytes with the newline. Text that UTF-8 can't hold (a lone surrogate) is escaped, so that nothing is lost."""
        value = {"v": line.v, "a": line.writer, "n": line.number, "t": line.stamp, "w": [*line.writes, *line.unknown]}
        try:
            body = _compact(value)[:-1].encode()
        except UnicodeEncodeError:
            body = _ascii(value)[:-1].encode()
        return b'%s,"c":"%08x"}\n' % (body, zlib.crc32(body))

    def decode(self, raw: bytes) -> Line:
        """The line in these bytes (without newline); DamagedLineError when they are not exactly one line as it was written."""
        if raw[-_CRC_LENGTH:] != b',"c":"%08x"}' % zlib.crc32(raw[:-_CRC_LENGTH]):
            raise DamagedLineError("its checksum does not fit")
        try:
            value = json.loads(raw)
            v, writer, number, stamp, writes = value["v"], value["a"], value["n"], value["t"], value["w"]
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            raise DamagedLineError("it has a checksum but is not a journal's line") from error
        if type(v) is int and v > VERSION:
            return Line(str(writer), 0, str(stamp), [], v=v)
        if not (type(number) is int and isinstance(writes, list) and _is(STAMP, stamp) and _is(_WRITER, writer)):
            raise DamagedLineError("it has a checksum but is not a journal's line")
        known = [write for write in writes if is_known(write)]
        unknown = () if len(known) == len(writes) else tuple(write for write in writes if not is_known(write))
        return Line(writer, number, stamp, known, unknown)

    def salvage(self, raw: bytes) -> Iterator[Line]:
        """Whole lines in bytes that are not one: where the newline between two was damaged, both are still there."""
        pieces = _JOINT.split(raw)
        for piece in (*pieces, pieces[-1][:-1]):
            try:
                line = self.decode(piece)
            except DamagedLineError:
                continue
            yield line


def is_known(write: object) -> bool:
    """Whether this is an operation that this version knows, in its right shape."""
    if not isinstance(write, list) or len(write) < 3 or not isinstance(write[1], str):
        return False
    operation, subject = write[0], write[2]
    if operation == "put" or operation == "del":  # noqa: PLR1714 - "in" would try to hash what a damaged line holds
        whole = len(write) == 4 if operation == "del" else len(write) == 5 and isinstance(write[4], dict)
        return whole and isinstance(subject, str) and isinstance(write[3], list) and all(isinstance(one, str) for one in write[3])
    return len(write) == 3 and ((operation == "erase" and isinstance(subject, str)) or (operation == "void" and isinstance(subject, int)))


def _is(pattern: re.Pattern[str], value: object) -> bool:
    return isinstance(value, str) and pattern.fullmatch(value) is not None
