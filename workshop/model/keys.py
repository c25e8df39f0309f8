"""Ids made of what a record is, so that two windows which meet the same thing for the first time make one record of it.

`p3` typed on two laptops before they have seen each other is one participant, `#housing` one theme; so the id is a digest of the
natural key. It is keyed by the workshop's own random salt, because the ids of erased records stay for ever: without the salt nobody can
try out codes or titles against an id that was left behind. A name is never part of a key: a code is a sticker's number.
"""

from base64 import b32encode
from hashlib import blake2b

from workshop.text import fold

_BYTES = 10
"""80 bits: with a million records of one kind, two share an id with a chance of about 4 in 10^13."""


def digest(salt: str, kind: str, *parts: str) -> str:
    """16 characters of [a-z2-7]. Each part is told apart by its length: ("ab", "c") and ("a", "bc") differ."""
    key = blake2b(salt.encode(), digest_size=32).digest()
    hashed = blake2b(digest_size=_BYTES, key=key)
    for part in (kind, *parts):
        encoded = part.encode()
        hashed.update(len(encoded).to_bytes(8, "big") + encoded)
    return b32encode(hashed.digest()).decode().lower()


def participant_id(salt: str, cohort: str, code: str) -> str:
    """The id of the person wearing this code in this cohort, however the code's letter is cased."""
    return digest(salt, "participant", cohort, fold(code))


def theme_id(salt: str, title: str) -> str:
    """The id of a theme that is born with this title, or with another spelling of it that folds alike."""
    return digest(salt, "theme", fold(title))


def coding_id(salt: str, reflection: str, theme: str, coder: str = "") -> str:
    """The id of "this reflection is about this theme, says this coder": said twice it is one record. The two are given by their ids."""
    return digest(salt, "coding", reflection, theme, fold(coder))


def words_id(salt: str, text: str) -> str:
    """What stands for the words of a remark where they are not to be held a second time."""
    return digest(salt, "words", text)


def check_id(salt: str, reflection: str, text: str) -> str:
    """The id of "these words of this reflection (an id) were read back and are right"."""
    return digest(salt, "check", reflection, text)
