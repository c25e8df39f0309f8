"""The identity of a lock, wrapped: scrypt's own work is done here, about a second each time."""

import pyrage
import pytest

from tests.store.locks import HEADER, quick_passphrases
from workshop.errors import WorkshopError, WrongPassphraseError
from workshop.store import keys

WORDS = "porridge before school"


@pytest.fixture(scope="module")
def identity() -> pyrage.x25519.Identity:
    """One for all of these tests."""
    return keys.new_identity()


@pytest.fixture(scope="module")
def key_file(identity: pyrage.x25519.Identity) -> bytes:
    """It, wrapped with the passphrase."""
    return keys.wrap(identity, WORDS)


def test_the_passphrase_opens_what_it_wrapped(identity: pyrage.x25519.Identity, key_file: bytes) -> None:
    """An age file for a passphrase; the identity in it is the same."""
    assert key_file.startswith(HEADER)
    assert str(keys.unwrap(key_file, WORDS)) == str(identity)


@pytest.mark.parametrize("wrong", ["", WORDS.upper()])
def test_a_wrong_passphrase_is_told_in_a_line(key_file: bytes, wrong: str) -> None:
    """It is one of its own kind, so that a dialog can ask again."""
    with pytest.raises(WrongPassphraseError) as raised:
        keys.unwrap(key_file, wrong)
    assert str(raised.value).startswith("The passphrase is wrong. (If you are sure of it, key.passphrase.age was changed")
    assert str(raised.value).count("\n") == 0


@pytest.mark.parametrize("length", [0, 20, 60, 100, 150, 220])
def test_a_key_file_that_was_cut_short_is_damaged_whatever_the_passphrase(key_file: bytes, length: int) -> None:
    """Nobody is told that their passphrase is wrong because of half a file."""
    for passphrase in (WORDS, "some other words"):
        with pytest.raises(WorkshopError, match="damaged: take it from a backup") as raised:
            keys.unwrap(key_file[:length], passphrase)
        assert not isinstance(raised.value, WrongPassphraseError)


@pytest.mark.parametrize("place", [0, 24, 60, 140, -1])
def test_a_tampered_key_file_is_told_in_a_line(key_file: bytes, place: int) -> None:
    """At its beginning, in its header, in the header's digest, in the identity: it never gives another key."""
    changed = bytearray(key_file)
    changed[place] ^= 1
    with pytest.raises(WorkshopError) as raised:
        keys.unwrap(bytes(changed), WORDS)
    assert "damaged" in str(raised.value) or "was changed" in str(raised.value)
    assert str(raised.value).count("\n") == 0


def test_a_key_file_from_a_far_faster_computer_is_told_so() -> None:
    """Without trying for hours: age gives up on sixteen times the work that it would have asked for here."""
    data = b"age-encryption.org/v1\n-> scrypt bg8YQSTwXSm5zp2/KUAQ4g 62\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n--- "
    data += b"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n" + bytes(200)
    with pytest.raises(WorkshopError, match="faster"):
        keys.unwrap(data, WORDS)


def test_letters_that_keyboards_give_in_two_ways_are_one(identity: pyrage.x25519.Identity, monkeypatch: pytest.MonkeyPatch) -> None:
    """An e with its accent, or followed by it."""
    quick_passphrases(monkeypatch)
    assert str(keys.unwrap(keys.wrap(identity, "caf\u00e9 caf\u00e9"), "cafe\u0301 cafe\u0301")) == str(identity)


@pytest.mark.parametrize("short", ["", "seven77"])
def test_a_passphrase_has_eight_characters(short: str) -> None:
    """With fewer the lock would be for show."""
    with pytest.raises(WorkshopError, match="at least 8"):
        keys.check_passphrase(short)
    keys.check_passphrase("eight888")


def test_the_recovery_recipient_opens_it_too(identity: pyrage.x25519.Identity) -> None:
    """By the text of an identity file as age-keygen writes it; another identity, or none, is told not to fit."""
    recovery = pyrage.x25519.Identity.generate()
    data = keys.wrap_for(identity, f" {recovery.to_public()}\n")
    assert str(keys.unwrap_by_recovery(data, f"# created: today\n# public key: {recovery.to_public()}\n{recovery}\n")) == str(identity)
    for other in (str(keys.new_identity()), "AGE-SECRET-KEY-1NONSENSE", "", WORDS):
        with pytest.raises(WorkshopError, match="does not open"):
            keys.unwrap_by_recovery(data, other)


def test_what_is_no_recipient_is_refused(identity: pyrage.x25519.Identity) -> None:
    """A secret key given by mistake is told of as what it is, and not repeated."""
    for wrong in ("", "age1", "somebody", str(identity.to_public())[:-1]):
        with pytest.raises(WorkshopError, match="no recipient"):
            keys.wrap_for(identity, wrong)
    with pytest.raises(WorkshopError, match="secret key") as raised:
        keys.wrap_for(identity, str(identity))
    assert str(identity) not in str(raised.value)
