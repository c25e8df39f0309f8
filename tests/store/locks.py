"""Locks for the tests: without scrypt where it is not what is tested, since its work is meant to take a second."""

import base64
import hashlib
from pathlib import Path

import pyrage
import pytest

from tests.store.disks import FOLDER, MemoryDisk
from workshop.store.keys import new_identity
from workshop.store.line import LineCodec
from workshop.store.names import PASSPHRASE_KEY, SEALED
from workshop.store.sealed import SealedCodec

HEADER = b"age-encryption.org/v1\n-> scrypt "
KEY_FILE = HEADER + b"a key file that nobody has to open"


def new_codec() -> SealedCodec:
    """Of a lock of its own, whose key file holds nothing."""
    return SealedCodec(new_identity(), {PASSPHRASE_KEY: KEY_FILE})


def put_key(disk: MemoryDisk, codec: SealedCodec) -> None:
    """Make the folder a locked one."""
    disk.put(FOLDER / PASSPHRASE_KEY, codec.keys[PASSPHRASE_KEY])


def quick_passphrases(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let key files be made and opened at once: a pad and a digest in the place of scrypt."""

    def pad(passphrase: str, length: int) -> bytes:
        return hashlib.shake_256(passphrase.encode()).digest(length)

    def told(passphrase: str) -> bytes:
        return base64.b64encode(hashlib.sha256(passphrase.encode()).digest()).rstrip(b"=")

    def encrypt(data: bytes, passphrase: str) -> bytes:
        padded = bytes(a ^ b for a, b in zip(data, pad(passphrase, len(data)), strict=True))
        return HEADER + b"A" * 22 + b" 10\n" + told(passphrase) + b"\n--- " + b"A" * 43 + b"\n" + bytes(32) + padded

    def decrypt(data: bytes, passphrase: str) -> bytes:
        _, header, digest, *_ = data.split(b"\n", 4)
        padded = data[len(b"\n".join((HEADER.partition(b"\n")[0], header, digest, b"--- " + b"A" * 43, b""))) + 32 :]
        if digest != told(passphrase):
            raise pyrage.DecryptError("Decryption failed")
        return bytes(a ^ b for a, b in zip(padded, pad(passphrase, len(padded)), strict=True))

    monkeypatch.setattr(pyrage.passphrase, "encrypt", encrypt)
    monkeypatch.setattr(pyrage.passphrase, "decrypt", decrypt)


def words_in_clear(folder: Path, words: list[str]) -> list[str]:
    """Which of the words stand in some file of the folder, or below it, as they were said."""
    held = b"\0".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
    return [word for word in words if word.encode() in held]


def told_by(codec: LineCodec, files: dict[str, bytes]) -> bytes:
    """All that the journals among these files say to whoever has the key."""
    texts = []
    for name, data in files.items():
        if name.endswith(SEALED):
            texts.append(codec.unseal(data).text)
        elif name != PASSPHRASE_KEY:
            texts += [codec.text(raw) for raw in data.split(b"\n")]
    return b"\n".join(texts)
