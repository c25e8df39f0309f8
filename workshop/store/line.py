r"""One line of a journal: a transaction, self-contained, order-free, valid JSON, its checksum last.

    {"v":1,"a":WRITER,"n":NUMBER,"t":STAMP,"w":[WRITE,...],"c":CRC}

A write is `["put", table, id, [versions superseded], document]`, `["del", table, id, [versions superseded]]`,
`["erase", table, id]` or `["void", writer, number]`: the line of that number was reported as not saved, and counts nowhere.
"""

import json
import re
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from workshop.store.hlc import STAMP_LENGTH

VERSION = 1
Key = tuple[str, str]
"""Table and id of a document."""
LineName = tuple[str, int]
"""Writer and number: one line has the same in every copy."""
Document = dict[str, Any]

_VERSION_NAME = re.compile(r"[0-9a-z]{13,64}")
_CRC_LENGTH = len(b',"c":"00000000"}')
_AT_ONCE = 500
"""Lines parsed together: enough to share keys, few enough to try again one by one."""
_JOINT = re.compile(rb'(?<="\})[^\n](?=\{"v":)')
_compact = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode
_ascii = json.JSONEncoder(allow_nan=False, separators=(",", ":")).encode


LOCKED = b"YWdlLWVuY3J5cHRpb24ub3JnL3Yx"
"""How a line of a locked workshop begins: "age-encryption.org/v1" in base64."""
OTHER_KEY = "it was locked with another key, or its beginning is damaged"
"""What is said of an encrypted line or journal that this key is not for."""


class DamagedLineError(ValueError):
    """These bytes are no whole line; the text says what they are, in words."""


class Unsealed(NamedTuple):
    """What stands in a sealed journal: its text as far as it can be read, in whole lines, and why that is not all of it, or ""."""

    text: bytes
    fault: str = ""


class Line(NamedTuple):
    """A line as read: `writes` holds those of a known operation and right shape, `unknown` all others."""

    writer: str
    number: int
    stamp: str
    writes: list[list[Any]]
    unknown: tuple[Any, ...] = ()
    v: int = VERSION

    @property
    def name(self) -> LineName:
        """What no other line is called, in any copy."""
        return self.writer, self.number

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
    """Lines to bytes and back, and finished journals: here in clear. `sealed.SealedCodec` is the one of a locked workshop."""

    locked = False
    """Whether what this codec writes is encrypted."""

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
        if not _is_whole(raw):
            raise DamagedLineError("it is locked with a passphrase" if raw.startswith(LOCKED) else "its checksum does not fit")
        try:
            return _line(json.loads(raw))
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            raise DamagedLineError("it has a checksum but is not a journal's line") from error

    def decode_all(self, raws: Sequence[bytes]) -> Iterator[Line | DamagedLineError]:
        """Each of these as `decode` gives it, the error where it raises. Parsing many at once is faster, and they share their keys."""
        for start in range(0, len(raws), _AT_ONCE):
            yield from self._decode_some(raws[start : start + _AT_ONCE])

    def _decode_some(self, raws: Sequence[bytes]) -> Iterable[Line | DamagedLineError]:
        if all(map(_is_whole, raws)):
            try:
                lines = [_line(value) for value in json.loads(b"[%s]" % b",".join(raws))]
            except (ValueError, KeyError, TypeError, RecursionError):
                lines = []  # which of them it was, the single decoding below finds out
            if len(lines) == len(raws):
                return lines
        return map(self._outcome, raws)

    def _outcome(self, raw: bytes) -> Line | DamagedLineError:
        try:
            return self.decode(raw)
        except DamagedLineError as error:
            return error

    def salvage(self, raw: bytes) -> Iterator[Line]:
        """Whole lines in bytes that are not one: where the newline between two was damaged, both are still there."""
        pieces = _JOINT.split(raw)
        for piece in (*pieces, pieces[-1][:-1]):
            try:
                line = self.decode(piece)
            except DamagedLineError:
                continue
            yield line

    def wrap(self, text: bytes) -> bytes:
        """How the text of a line stands in a journal that is being written."""
        return text

    def text(self, raw: bytes) -> bytes:
        """The text of a line that stands like this in a journal; the bytes themselves where it can't be told."""
        return raw

    def seal(self, text: bytes) -> bytes:
        """How a whole journal of this text is stored when it is finished."""
        return text

    def unseal(self, data: bytes) -> Unsealed:  # noqa: ARG002 - what is in it, this codec can't tell
        """The text of a sealed journal."""
        return Unsealed(b"", "it is locked with a passphrase")


def _is_whole(raw: bytes) -> bool:
    return raw[-_CRC_LENGTH:] == b',"c":"%08x"}' % zlib.crc32(raw[:-_CRC_LENGTH])


def _line(value: Any) -> Line:
    """The line that this parsed JSON is. ValueError, KeyError or TypeError when it is none."""
    v, writer, number, stamp, writes = value["v"], value["a"], value["n"], value["t"], value["w"]
    if type(v) is int and v > VERSION:
        return Line("", 0, "", [], v=v)
    named = _VERSION_NAME.fullmatch(stamp + writer) and len(stamp) == STAMP_LENGTH
    if not (named and type(v) is int and 1 <= v <= VERSION and type(number) is int and type(writes) is list):
        raise ValueError("not of a line's shape")
    if all(map(is_known, writes)):
        return Line(writer, number, stamp, writes)
    known = [write for write in writes if is_known(write)]
    return Line(writer, number, stamp, known, tuple(write for write in writes if not is_known(write)))


def is_known(write: Any) -> bool:
    """Whether this is an operation that this version knows, in its right shape."""
    if type(write) is not list or len(write) < 3 or type(write[0]) is not str or type(write[1]) is not str:
        return False
    operation, length = write[0], len(write)
    if operation == "put" or operation == "del":  # noqa: PLR1714 - every line passes here at opening, and this is faster
        whole = type(write[4]) is dict if length == 5 and operation == "put" else length == 4 and operation == "del"
        return whole and type(write[2]) is str and type(write[3]) is list and (not write[3] or set(map(type, write[3])) == {str})
    return length == 3 and type(write[2]) is {"erase": str, "void": int}.get(operation)
