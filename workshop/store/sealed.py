"""The codec of a locked workshop: a line is an age message in base64, a finished journal one age file (age-encryption.org/v1).

Writing needs the public key only, which stands nowhere on the disk: whoever has the folder and not the passphrase can neither read a
line nor make one. Lines in clear are read as well: they come from a copy that wasn't locked, or from a lock that was broken off.
"""

import binascii
import io
from base64 import b64decode, b64encode
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress

import pyrage

from workshop.store.line import LOCKED, OTHER_KEY, DamagedLineError, Line, LineCodec, Unsealed

_NO_KEY_FITS = "No matching keys"
"""How pyrage's message begins where no part of the header is for this identity; it has no error class of its own for that."""


class SealedCodec(LineCodec):
    """Encrypts for one identity, and opens what was encrypted for it. `keys` are the files that hold the identity, wrapped."""

    locked = True

    def __init__(self, identity: pyrage.x25519.Identity, keys: Mapping[str, bytes]) -> None:
        """The identity is in memory for as long as the codec is."""
        self.identity = identity
        self._identities = [identity]
        self._recipients = [identity.to_public()]
        self.keys = keys

    def encode(self, line: Line) -> bytes:
        """As in clear, and encrypted."""
        return self.wrap(super().encode(line)[:-1]) + b"\n"

    def decode(self, raw: bytes) -> Line:
        """As in clear; DamagedLineError also where the message can't be decrypted."""
        return super().decode(self._opened(raw))

    def decode_all(self, raws: Sequence[bytes]) -> Iterator[Line | DamagedLineError]:
        """As in clear; about 0.15 ms for each message."""
        opened = [self._opened_or_error(raw) for raw in raws]
        lines = super().decode_all([each for each in opened if isinstance(each, bytes)])
        return (next(lines) if isinstance(each, bytes) else each for each in opened)

    def salvage(self, raw: bytes) -> Iterator[Line]:
        """As in clear; two messages that no newline parts are told by how they begin."""
        for text in self.text(raw).split(b"\n"):
            yield from super().salvage(text)

    def wrap(self, text: bytes) -> bytes:
        """The text as an age message in base64, on one line."""
        return b64encode(pyrage.encrypt(text, self._recipients))

    def text(self, raw: bytes) -> bytes:
        """What the message says; the bytes themselves where they are in clear or can't be decrypted.

        Of several messages that no newline parts, what each says, on lines of their own.
        """
        if LOCKED not in raw:
            return raw
        head, *rest = raw.split(LOCKED)
        return b"\n".join([*([head] if head else []), *(self._told(LOCKED + each) for each in rest)])

    def _told(self, message: bytes) -> bytes:
        for whole in (message, message[:-1]):  # what was once the newline may be the last byte
            with suppress(DamagedLineError):
                return self._opened(whole)
        return message

    def seal(self, text: bytes) -> bytes:
        """The text as an age file."""
        return pyrage.encrypt(text, self._recipients)

    def unseal(self, data: bytes) -> Unsealed:
        """The text of an age file. Of a damaged one, the lines before the damage: age vouches for each 64 KiB by themselves."""
        try:
            return Unsealed(pyrage.decrypt(data, self._identities))
        except pyrage.DecryptError as error:
            fault = _words(error)
        before = io.BytesIO()
        with suppress(pyrage.DecryptError, OSError):  # the fault is known: this is about what comes before it
            pyrage.decrypt_io(io.BytesIO(data), before, self._identities)
        text = before.getvalue()
        return Unsealed(text[: text.rfind(b"\n") + 1], fault)

    def _opened(self, raw: bytes) -> bytes:
        if not raw.startswith(LOCKED):
            return raw
        try:
            return pyrage.decrypt(b64decode(raw, validate=True), self._identities)
        except binascii.Error as error:
            raise DamagedLineError("it is no whole message") from error
        except pyrage.DecryptError as error:
            raise DamagedLineError(_words(error)) from error

    def _opened_or_error(self, raw: bytes) -> bytes | DamagedLineError:
        try:
            return self._opened(raw)
        except DamagedLineError as error:
            return error


def _words(error: pyrage.DecryptError) -> str:
    return OTHER_KEY if str(error).startswith(_NO_KEY_FITS) else "it can't be decrypted: it was changed after it was written"
