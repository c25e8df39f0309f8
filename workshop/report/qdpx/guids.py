"""Identifiers that are the same in every export, and that no other workshop's can be taken for."""

from hashlib import sha1
from uuid import UUID, uuid5

_OURS = UUID("6f0c1a52-8f0e-5d0b-9a57-3d1f7c2b94e6")
_VARIANT = dict(zip("0123456789abcdef", "89ab" * 4, strict=True))
"""The digit that says whose rules a GUID follows, by the digest's own."""


class Guids:
    """GUIDs of one view, each made of what it stands for: bare, in lower case."""

    def __init__(self, key: str) -> None:
        """`key` is the view's own: two audiences' files can't be joined by their GUIDs."""
        self._own = uuid5(_OURS, key).bytes

    def of(self, kind: str, *parts: str) -> str:
        """The GUID of one thing; parts are told apart by their lengths.

        It is `uuid5` of them in a third of the time (RFC 9562, 5.5): a large project has some fifty thousand.
        """
        name = "".join([f"{len(part)}:{part}" for part in (kind, *parts)])
        digest = sha1(self._own + name.encode(), usedforsecurity=False).hexdigest()
        return f"{digest[:8]}-{digest[8:12]}-5{digest[13:16]}-{_VARIANT[digest[16]]}{digest[17:20]}-{digest[20:32]}"
