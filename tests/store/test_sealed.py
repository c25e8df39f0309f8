"""What is encrypted opens with its key as it was, and no change of it goes unnoticed."""

import base64
from collections.abc import Iterator

import pytest

from tests.store.disks import Wall
from tests.store.locks import new_codec
from workshop.store.hlc import Clock
from workshop.store.line import LOCKED, OTHER_KEY, DamagedLineError, Line, LineCodec, Unsealed
from workshop.store.sealed import SealedCodec

STAMP = Clock(Wall()).tick()


def line(number: int, text: str = "we go without so they can eat") -> Line:
    """A line with a remark."""
    return Line("w000000001", number, STAMP, [["put", "reflections", str(number), [], {"text": text}]])


@pytest.fixture(scope="module")
def codec() -> SealedCodec:
    """One lock for all of these tests."""
    return new_codec()


def outcomes(codec: LineCodec, raws: list[bytes]) -> list[Line | str]:
    """What becomes of each: the line, or what is said of it."""
    return [found if isinstance(found, Line) else str(found) for found in codec.decode_all(raws)]


def flipped(data: bytes, step: int = 1) -> Iterator[bytes]:
    """The bytes with one bit changed, for every bit or every so manieth one."""
    for bit in range(0, len(data) * 8, step):
        changed = bytearray(data)
        changed[bit // 8] ^= 1 << bit % 8
        yield bytes(changed)


def test_a_line_is_an_age_message_in_base64(codec: SealedCodec) -> None:
    """On one line, with nothing of it to be read; and it comes back as it was."""
    raw = codec.encode(line(1))
    assert raw.startswith(LOCKED)
    assert raw.count(b"\n") == raw.endswith(b"\n") == 1
    assert base64.b64decode(raw).startswith(b"age-encryption.org/v1\n-> X25519 ")
    assert not [word for word in (b"without", b"reflections", b"w000000001") if word in raw + base64.b64decode(raw)]
    assert codec.decode(raw.rstrip(b"\n")) == line(1)


def test_two_messages_of_one_line_differ(codec: SealedCodec) -> None:
    """So that nobody sees that the same was said twice."""
    assert codec.encode(line(1)) != codec.encode(line(1))


def test_every_changed_bit_of_a_line_is_noticed_or_harmless(codec: SealedCodec) -> None:
    """It is the line that it was, or it is said to be damaged: never another one."""
    raw = codec.encode(line(1)).rstrip(b"\n")
    assert (
        set(map(str, outcomes(codec, list(flipped(raw)))))
        - {
            str(line(1)),
            "it can't be decrypted: it was changed after it was written",
            "it is no whole message",
            "its checksum does not fit",
            OTHER_KEY,
        }
        == set()
    )


def test_many_lines_are_read_as_one_by_one(codec: SealedCodec) -> None:
    """Also where some are in clear, and some are damaged."""
    raws = [
        codec.encode(line(1))[:-1],
        LineCodec().encode(line(2))[:-1],
        b"",
        codec.encode(line(3))[:-9],
        b"{}",
        codec.encode(line(4))[:-1],
    ]
    found = outcomes(codec, raws)
    assert [each for each in found if isinstance(each, Line)] == [line(1), line(2), line(4)]
    assert [index for index, each in enumerate(found) if not isinstance(each, Line)] == [2, 3, 4]


def test_lines_for_another_key_are_told(codec: SealedCodec) -> None:
    """And those in a workshop that isn't locked are told to be locked."""
    raw = new_codec().encode(line(1))[:-1]
    with pytest.raises(DamagedLineError, match="another key"):
        codec.decode(raw)
    with pytest.raises(DamagedLineError, match="locked with a passphrase"):
        LineCodec().decode(raw)
    assert LineCodec().unseal(codec.seal(b"text")) == Unsealed(b"", "it is locked with a passphrase")


@pytest.mark.parametrize("joint", [b"", b"\x0b", b"J", b"*"])
def test_two_lines_that_no_newline_parts_are_both_there(codec: SealedCodec, joint: bytes) -> None:
    """Whatever became of the newline, in the middle and at the end; and each is told in clear on a line of its own."""
    glued = codec.encode(line(1))[:-1] + joint + codec.encode(line(2))[:-1] + joint
    assert list(codec.salvage(glued)) == [line(1), line(2)]
    assert codec.text(glued) == (LineCodec().encode(line(1)) + LineCodec().encode(line(2)))[:-1]


def test_glued_lines_one_of_which_is_damaged(codec: SealedCodec) -> None:
    """The other one is told, and the damaged one kept as it is."""
    damaged = codec.encode(line(1))[:-10]
    glued = damaged + codec.encode(line(2))[:-1]
    assert list(codec.salvage(glued)) == [line(2)]
    assert codec.text(glued) == damaged + b"\n" + LineCodec().encode(line(2))[:-1]


def test_what_cannot_be_opened_is_its_own_text(codec: SealedCodec) -> None:
    """As is what is in clear."""
    clear, other = LineCodec().encode(line(1))[:-1], new_codec().encode(line(1))[:-1]
    assert [codec.text(each) for each in (clear, other, b"", b"{")] == [clear, other, b"", b"{"]


def test_every_changed_bit_of_a_sealed_journal_is_told(codec: SealedCodec) -> None:
    """And nothing is taken from it."""
    data = codec.seal(LineCodec().encode(line(1)))
    assert codec.unseal(data) == Unsealed(LineCodec().encode(line(1)))
    for changed in flipped(data):
        text, fault = codec.unseal(changed)
        assert (text, bool(fault)) == (b"", True)


def test_a_sealed_journal_that_was_cut_is_told(codec: SealedCodec) -> None:
    """At any byte, its end included."""
    data = codec.seal(LineCodec().encode(line(1)))
    assert all(codec.unseal(data[:length]).fault for length in range(len(data)))


def test_what_comes_before_the_damage_is_used(codec: SealedCodec) -> None:
    """In whole lines, of a journal of several parts of 64 KiB."""
    text = b"".join(LineCodec().encode(line(number, "a" * 300)) for number in range(1, 1001))
    data = bytearray(codec.seal(text))
    data[200_000] ^= 1
    found, fault = codec.unseal(bytes(data))
    assert fault
    assert text.startswith(found)
    assert found.endswith(b"\n")
    assert 130_000 < len(found) < 200_000
