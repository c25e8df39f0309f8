"""Where things stand in a TOML text: `tomllib` gives values without their lines, and a fault has to name its line."""

import re
from bisect import bisect_left
from collections.abc import Iterator

Place = tuple[str | int, ...]
"""A value's way from the top: ("activity", 1, "minutes") is the key `minutes` of the second `[[activity]]`."""

DEEPEST = 8
"""Parts of a dotted key that are told apart."""

_BLANK = re.compile(r"(?:[ \t\n]|#[^\n]*)*")
_SPACE = re.compile(r"[ \t]*")
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_BASIC = re.compile(r'"((?:\\.|[^"\\\n])*)"')
_LITERAL = re.compile(r"'([^'\n]*)'")
# Up to two quotes may stand before the three that close a string over several lines.
_LONG_STRING = re.compile(r'"""(?:\\.|(?!""")[^\\])*"""(?:"{0,2})|' + r"'''.*?'''(?:'{0,2})", re.DOTALL)
_BARE_VALUE = re.compile(r"[^,\]}#\n]+")
_ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))")
_SHORT_ESCAPES = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r"}


class _Lost(Exception):  # noqa: N818 - it stops the scan of a text that isn't TOML, and is no fault of anything
    """What should come next isn't there."""


def lines_of(text: str) -> dict[Place, int]:
    """The line, counted from 1, of every key, table and array element of a text that `tomllib` has read; newlines are LF."""
    lines: dict[Place, int] = {}
    for place, line in _Scanner(text).places():
        lines.setdefault(place, line)
    return lines


def last_begun(text: str) -> int:
    """The line of the last key, table or element that begins in a text that isn't closed at its end: where to look for what is missing."""
    line = 1
    try:
        for _, line in _Scanner(text).places():  # noqa: B007 - the last one is what is asked for
            pass
    except _Lost:
        return line
    return line


class _Scanner:
    """Goes through a TOML text once, keeps no values."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._newlines = [found.start() for found in re.finditer("\n", text)]
        self._lengths: dict[Place, int] = {}  # of the arrays of tables

    def places(self) -> Iterator[tuple[Place, int]]:
        """Each place with its line, in the order of the text."""
        table: Place = ()
        while self._skip(_BLANK) and self._at < len(self._text):
            line = self._line()
            if self._peek("["):
                table = self._header()
                for length in range(1, len(table) + 1):
                    yield table[:length], line
            else:
                yield from self._assignment(table)

    def _header(self) -> Place:
        array = self._peek("[[")
        self._expect("[[" if array else "[")
        *outer, name = self._key()
        self._expect("]]" if array else "]")
        place: Place = ()
        for part in outer:
            place = self._latest((*place, part))
        place = (*place, name)
        if array:
            self._lengths[place] = self._lengths.get(place, 0) + 1
        return self._latest(place)

    def _latest(self, place: Place) -> Place:
        """A header that names an array of tables means its last element."""
        return (*place, self._lengths[place] - 1) if place in self._lengths else place

    def _assignment(self, table: Place) -> Iterator[tuple[Place, int]]:
        line = self._line()
        for part in self._key():
            table = (*table, part)
            yield table, line
        self._expect("=")
        self._skip(_SPACE)
        yield from self._value(table)

    def _value(self, place: Place) -> Iterator[tuple[Place, int]]:
        if self._peek("["):
            yield from self._array(place)
        elif self._peek("{"):
            yield from self._inline_table(place)
        elif self._peek('"""') or self._peek("'''"):
            self._take(_LONG_STRING)
        elif self._peek('"') or self._peek("'"):
            self._take(_BASIC if self._peek('"') else _LITERAL)
        else:
            self._take(_BARE_VALUE)

    def _array(self, place: Place) -> Iterator[tuple[Place, int]]:
        self._expect("[")
        index = 0
        while self._skip(_BLANK) and not self._peek("]"):
            if self._at >= len(self._text):
                raise _Lost
            yield (*place, index), self._line()
            yield from self._value((*place, index))
            self._skip(_BLANK)
            if not self._peek("]"):
                self._expect(",")
            index += 1
        self._expect("]")

    def _inline_table(self, place: Place) -> Iterator[tuple[Place, int]]:
        self._expect("{")
        while self._skip(_BLANK) and not self._peek("}"):
            yield from self._assignment(place)
            self._skip(_BLANK)
            if not self._peek("}"):
                self._expect(",")
        self._expect("}")

    def _key(self) -> list[str]:
        """A key's parts: one, or several with dots between; those beyond the deepest are cut off, whose places would fill the memory."""
        parts = []
        while True:
            self._skip(_SPACE)
            if self._peek('"'):
                parts.append(_ESCAPE.sub(_unescaped, self._take(_BASIC)[1]))
            elif self._peek("'"):
                parts.append(self._take(_LITERAL)[1])
            else:
                parts.append(self._take(_BARE_KEY)[0])
            self._skip(_SPACE)
            if not self._peek("."):
                return parts[:DEEPEST]
            self._at += 1

    def _line(self) -> int:
        return bisect_left(self._newlines, self._at) + 1

    def _peek(self, mark: str) -> bool:
        return self._text.startswith(mark, self._at)

    def _skip(self, pattern: re.Pattern[str]) -> bool:
        """Past what the pattern finds here, which may be nothing: always true, so that a loop can begin with it."""
        found = pattern.match(self._text, self._at)
        self._at = found.end() if found else self._at
        return True

    def _take(self, pattern: re.Pattern[str]) -> re.Match[str]:
        found = pattern.match(self._text, self._at)
        if found is None:
            raise _Lost
        self._at = found.end()
        return found

    def _expect(self, mark: str) -> None:
        if not self._peek(mark):
            raise _Lost
        self._at += len(mark)


def _unescaped(found: re.Match[str]) -> str:
    code = found[1] or found[2]
    return chr(int(code, 16)) if code else _SHORT_ESCAPES.get(found[3], found[3])
