"""Damage of which nothing is lost is told from damage that took words with it."""

import pytest

from tests.store.disks import FOLDER, MemoryDisk, Names, Wall
from tests.store.locks import new_codec
from tests.store.test_tinydb_api import contents
from workshop.store.copies import read_copy
from workshop.store.damage import damaged
from workshop.store.database import JournalDB
from workshop.store.healing import healed
from workshop.store.line import Line, LineCodec

LINES = [
    LineCodec().encode(Line("old", n, f"0mbxstezp{n:03}", [["put", "a", str(n), [], {"n": n, "text": f"said {n}"}]])) for n in range(1, 13)
]
KNOWN = {line.name: line for line in (LineCodec().decode(raw[:-1]) for raw in LINES)}
WHOLE = {str(n): {"n": n, "text": f"said {n}"} for n in range(1, 13)}


def opened(files: dict[str, bytes]) -> JournalDB:
    """A window on a folder with these files."""
    return JournalDB(FOLDER, fs=MemoryDisk(files), now=Wall(), name=Names("z"))


def is_healed(raw: bytes, *names: int, before: int = 0, after: int = 0) -> bool:
    """Whether nothing is lost of a stretch with these bytes, where the lines of these numbers are whole."""
    fault = damaged("f", 1, 0, raw, "")._replace(before=("old", before) if before else None, after=("old", after) if after else None)
    lines = {("old", n): KNOWN["old", n] for n in (*names, before, after) if n}
    return bool(healed([fault], lines))


@pytest.mark.parametrize("number", [2, 10, 12])
def test_a_bit_of_any_byte_may_flip(number: int) -> None:
    """With the whole line in another file, nothing is damaged and nothing missing; without it, whatever is lost is reported."""
    before, line, after = b"".join(LINES[: number - 1]), LINES[number - 1], b"".join(LINES[number:])
    for at in range(len(line)):
        flipped = bytearray(line)
        flipped[at] ^= 1 << at % 8
        files = {"old.jsonl": before + flipped + after}
        alone = opened(files)
        assert alone.damage or contents(alone.table("a")) == WHOLE
        with_copy = opened({**files, "merged.jsonl": line})
        assert (with_copy.damage, contents(with_copy.table("a"))) == ((), WHOLE), f"byte {at}: {bytes(flipped)!r}"


def test_a_flipped_number_makes_no_other_line_of_it() -> None:
    """Line 2 that calls itself 3 is not line 3: its stamp is another one."""
    raw = LINES[1].replace(b'"n":2,"t"', b'"n":3,"t"')[:-1]
    assert not is_healed(raw[:-20], 3)
    assert is_healed(raw, 2)


def test_of_several_lines_in_one_stretch_all_have_to_be_whole() -> None:
    """Two whose newline was damaged; the beginning of one and the end of a later one, with a sector of zeros between them."""
    two = LINES[1][:-1] + b"*" + LINES[2][:-1]
    assert is_healed(two, 2, 3)
    assert not is_healed(two.replace(b"said 3", b"Said 3"), 2)
    assert not is_healed(two.replace(b'"n":3', b'"m":3').replace(b"said 3", b"Said 3"), 2)
    assert not is_healed(LINES[1][:45] + LINES[2][:45], 2)
    assert is_healed(LINES[1][:45] + LINES[2][:45], 2, 3)
    gap = LINES[1][:60] + bytes(len(LINES[2]) + 2 * (len(LINES[1]) - 60)) + LINES[3][60:-1]
    assert is_healed(gap[: len(b"".join(LINES[1:4])) - 1], 2, 3, 4)
    assert not is_healed(gap[: len(b"".join(LINES[1:4])) - 1], 2, 4)


def test_more_than_the_lines_that_are_known_is_not_healed() -> None:
    """The beginning is that of a known line, and then come more bytes than that line has: nobody knows what they were."""
    assert is_healed(LINES[1][:50] + bytes(len(LINES[1]) - 50), 2)
    assert not is_healed(LINES[1][:50] + bytes(len(LINES[1]) - 49), 2)


def test_without_beginning_and_end_the_lines_around_tell() -> None:
    """All of line 3 is zeros, between 2 and 4: it can only have been 3. What stood after the last whole line, nobody knows."""
    zeros = bytes(len(LINES[2]) - 1)
    assert is_healed(zeros, 3, before=2, after=4)
    assert not is_healed(zeros, before=2, after=4)
    assert not is_healed(zeros, before=2, after=3)
    assert not is_healed(zeros, 3, before=2)


def test_the_healed_are_named_in_a_copy() -> None:
    """Where they are, so that `verify` can count them; a stretch that is still lost is not among them."""
    data = b"".join(LINES).replace(b"said 3", b"Said 3").replace(b"said 5", b"Said 5")
    copy = read_copy(FOLDER, MemoryDisk({"old.jsonl": data, "merged.jsonl": LINES[2]}))
    assert [each.line for each in copy.healed] == [3]
    assert [each.line for each in copy.damage] == [0, 5]


def test_of_what_is_encrypted_its_place_tells() -> None:
    """A live line of a locked workshop that can't be decrypted is the one between its neighbours; two stretches are not one line."""
    codec = new_codec()
    live = [codec.encode(line) for line in KNOWN.values()]
    damaged_line = live[2][:40] + bytes([live[2][40] ^ 1]) + live[2][41:]
    for stretch, is_whole in ((damaged_line, True), (damaged_line + b"something\n", False)):
        disk = MemoryDisk({"old.jsonl": b"".join(live[:2]) + stretch + b"".join(live[3:]), "merged.jsonl": live[2]})
        copy = read_copy(FOLDER, disk, codec)
        assert (copy.damage == (), len(copy.healed)) == (is_whole, is_whole)
