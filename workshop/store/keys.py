"""The key files of a locked workshop: its identity (an age secret key), wrapped with the passphrase and for a recovery recipient.

Both are age files that hold an age identity file, so that the ordinary `age` program takes the first one as it is:
`age -d -i key.passphrase.age JOURNAL.jsonl.age`. The second one is decrypted first, with the recovery identity. A wrapped copy of the
identity opens everything that was ever encrypted for it, for whoever can unwrap it.
"""

import re
import unicodedata

import pyrage

from workshop.errors import WorkshopError, WrongPassphraseError
from workshop.store.names import PASSPHRASE_KEY, RECIPIENT_KEY

SHORTEST = 8
"""Characters of a new passphrase, at least."""
_IDENTITY = "AGE-SECRET-KEY-1"
_LEAST = 16 + len(_IDENTITY) + 58 + 16
"""Bytes of a payload that holds an identity: its nonce, the identity, and the tag that seals it."""
_WHOLE = re.compile(
    rb"age-encryption\.org/v1\n-> scrypt [A-Za-z0-9+/]{22} [0-9]{1,2}\n[A-Za-z0-9+/]{43}\n--- [A-Za-z0-9+/]{43}\n(?s:.{%d,})" % _LEAST
)
"""What every key file for a passphrase looks like, whatever the passphrase: one that doesn't is damaged, and no passphrase is wrong."""


def new_identity() -> pyrage.x25519.Identity:
    """A fresh one, from the system's own randomness."""
    return pyrage.x25519.Identity.generate()


def check_passphrase(passphrase: str) -> None:
    """WorkshopError where it is too short to keep anybody out."""
    if len(passphrase) < SHORTEST:
        raise WorkshopError(
            f"A passphrase has at least {SHORTEST} characters.",
            "Four or five words that have nothing to do with one another are strong, and can be remembered.",
        )


def wrap(identity: pyrage.x25519.Identity, passphrase: str) -> bytes:
    """The key file for this passphrase. Takes about a second: pyrage measures how much work scrypt can do in that time here."""
    return pyrage.passphrase.encrypt(_text(identity), _normal(passphrase))


def unwrap(data: bytes, passphrase: str) -> pyrage.x25519.Identity:
    """The identity in a key file. WrongPassphraseError; WorkshopError when the file is damaged. Takes as long as `wrap`."""
    if not _WHOLE.match(data):
        raise _damaged()
    try:
        return _identity(pyrage.passphrase.decrypt(data, _normal(passphrase)))
    except pyrage.DecryptError as error:
        if str(error) == "Decryption failed":  # the key that the file is under; all that is below it, a right passphrase opened
            raise WrongPassphraseError(
                f"The passphrase is wrong. (If you are sure of it, {PASSPHRASE_KEY} was changed: take it from a backup.)"
            ) from error
        if str(error).startswith("Excessive work"):
            raise WorkshopError(
                "The passphrase was set on a computer so much faster that this one can't check it.",
                "Open the workshop there and change the passphrase here, or use the recovery key.",
            ) from error
        raise _damaged() from error


def wrap_for(identity: pyrage.x25519.Identity, recipient: str) -> bytes:
    """The key file for a recovery recipient, `age1...`. WorkshopError when that is none."""
    return pyrage.encrypt(_text(identity), [_recipient(recipient)])


def unwrap_by_recovery(data: bytes, recovery: str) -> pyrage.x25519.Identity:
    """The identity in a key file for a recovery recipient, by the text of that one's identity file. WorkshopError when it doesn't fit."""
    secrets = [line.strip() for line in recovery.splitlines() if line.strip().startswith(_IDENTITY)]
    try:
        return _identity(pyrage.decrypt(data, [pyrage.x25519.Identity.from_str(secret) for secret in secrets]))
    except (pyrage.IdentityError, pyrage.DecryptError) as error:
        raise WorkshopError(
            f"The recovery key does not open {RECIPIENT_KEY}.",
            "It is the identity file (AGE-SECRET-KEY-1...) of the recipient given to lock.",
        ) from error


def _recipient(text: str) -> pyrage.x25519.Recipient:
    if text.strip().upper().startswith(_IDENTITY):
        raise WorkshopError(
            "That is a secret key: keep it to yourself.", "Give the public one that belongs to it, age1... (age-keygen -y prints it)."
        )
    try:
        return pyrage.x25519.Recipient.from_str(text.strip())
    except pyrage.RecipientError as error:
        raise WorkshopError(f'"{text}" is no recipient of the age program.', "It begins with age1; age-keygen makes one.") from error


def _text(identity: pyrage.x25519.Identity) -> bytes:
    return f"# public key: {identity.to_public()}\n{identity}\n".encode()


def _identity(text: bytes) -> pyrage.x25519.Identity:
    """The first identity in an identity file."""
    for line in text.decode("utf-8", "replace").splitlines():
        if line.startswith(_IDENTITY):
            return pyrage.x25519.Identity.from_str(line.strip())
    raise _damaged()


def _normal(passphrase: str) -> str:
    """One spelling for letters that keyboards give in two ways."""
    return unicodedata.normalize("NFC", passphrase)


def _damaged() -> WorkshopError:
    return WorkshopError(f"{PASSPHRASE_KEY} is damaged: take it from a backup or another copy of this workshop.")
