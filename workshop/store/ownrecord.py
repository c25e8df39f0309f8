"""The workshop's own record (title, perspectives, salt): the one document without which the others can't be told whose they are.

It is written twice, and again at the head of each further journal, as the very line that it was: the fold takes a line that it knows for
what it is, so this changes nothing, and damage to one line or one file loses it nowhere. Where it is lost all the same, the salt is
found in what is left of it. An id that was made of the salt tells whether it is the right one, and so even a damaged one is mended.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from workshop.model.keys import coding_id, digest, participant_id, theme_id
from workshop.store.line import Key, Line

OWN_RECORD: Key = ("workshop", "workshop")
_DIGITS = b"0123456789abcdef"
_LENGTH = 32
_WINDOWS = re.compile(rb"(?=([\x00-\xff]{%d}))" % _LENGTH)
_LONGEST = 1 << 16
"""Bytes of a damaged stretch in which the salt is looked for: a title and a cover text are far shorter."""


def is_own_record(line: Line) -> bool:
    """Whether the line holds the workshop's own record and nothing else, so that it may stand in other journals too."""
    return bool(line.writes) and not line.unknown and all(write[0] == "put" and (write[1], write[2]) == OWN_RECORD for write in line.writes)


def stand_in_salt(damaged: Iterable[bytes], records: Mapping[str, Mapping[str, Any]]) -> str:
    """The salt of a workshop whose own record can't be read, from damaged stretches of its journals and the records by table and id.

    Where nothing is left of it, one is made of the oldest session: alike in every window and copy, so that `p3` stays one person among
    them, and never empty. Whoever was known before under the true salt is then taken for somebody else: two people are never made one.
    """
    left = [window for raw in damaged if b"salt" in raw or b"workshop" in raw for window in _windows(raw[:_LONGEST])]
    whole = [window for window in left if all(digit in _DIGITS for digit in window)]
    made = list(_made(records))
    if not made and whole:
        return whole[0].decode()
    for salt in (*whole, *(mended for window in left for mended in _mended(window))):
        if any(_makes(salt.decode("latin-1"), table, record) for table, record in made):
            return salt.decode("latin-1")
    oldest: str = min(records["sessions"], default="")
    return digest(oldest, "stand-in", oldest)


def _windows(raw: bytes) -> Iterator[bytes]:
    """What may be the salt: all hexadecimal digits but for one byte."""
    for match in _WINDOWS.finditer(raw):
        if sum(digit in _DIGITS for digit in match[1]) >= _LENGTH - 1:
            yield match[1]


def _mended(window: bytes) -> Iterator[bytes]:
    for place in range(_LENGTH):
        for digit in _DIGITS:
            yield window[:place] + bytes([digit]) + window[place + 1 :]


def _made(records: Mapping[str, Mapping[str, Any]]) -> Iterator[tuple[str, Any]]:
    """Records whose ids are digests: some are enough."""
    for table in ("codings", "participants", "themes"):
        yield from ((table, record) for record, _ in zip(records[table].values(), range(3), strict=False))


def _makes(salt: str, table: str, record: Any) -> bool:
    """Whether this salt gives the record its id."""
    if table == "participants":
        made = participant_id(salt, record.cohort, record.code)
    elif table == "themes":
        made = theme_id(salt, record.title)
    else:
        made = coding_id(salt, record.reflection, record.theme, record.coder)
    return bool(made == record.id)
