"""One line of a journal: written and read back the same, and never believed when it isn't whole."""

import json
import math
import random
import zlib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.store.conftest import unhurried
from tests.store.disks import FOLDER, MemoryDisk, Names, Wall
from workshop.store.database import JournalDB
from workshop.store.line import DamagedLineError, Line, LineCodec, is_known, plain, spellings

STAMP = "0mbxstezp001"
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
documents = st.dictionaries(st.text(), json_values, max_size=4)
codec = LineCodec()


def raw(writes: list[list[Any]]) -> bytes:
    """A whole line with these writes, without its newline."""
    return codec.encode(Line("abc", 1, STAMP, writes)).rstrip(b"\n")


def sealed(value: object) -> bytes:
    """Any JSON object with a right checksum."""
    body = json.dumps(value, separators=(",", ":"))[:-1].encode()
    return b'%s,"c":"%08x"}' % (body, zlib.crc32(body))


@unhurried
@given(st.text(), st.text(), st.lists(st.text(max_size=5), max_size=3), documents)
def test_a_line_is_read_back_as_it_was_written(table: str, id_: str, superseded: list[str], document: dict[str, Any]) -> None:
    """Whatever people type, lone surrogates and line separators included, comes back, from one physical line of JSON."""
    line = Line("abc", 7, STAMP, [["put", table, id_, superseded, document], ["del", table, id_, []]])
    encoded = codec.encode(line)
    assert encoded.count(b"\n") == 1
    assert codec.decode(encoded.rstrip(b"\n")) == line
    assert json.loads(encoded)["w"] == line.writes


def test_the_format_is_the_one_that_is_documented() -> None:
    """A line written today, byte for byte: other versions and other programs read it."""
    assert raw([["put", "reflections", "1", [], {"text": "café"}]]) == (
        b'{"v":1,"a":"abc","n":1,"t":"0mbxstezp001","w":[["put","reflections","1",[],{"text":"caf\xc3\xa9"}]],"c":"c15ebee6"}'
    )


@unhurried
@given(documents)
def test_plain_shares_nothing_with_what_it_was_given(document: dict[str, Any]) -> None:
    """The copy is equal, and none of the caller's own."""
    copy = plain(document)
    assert copy == document
    assert copy is not document


@pytest.mark.parametrize("unwritable", [{"a": math.nan}, {"a": math.inf}, {"a": {1, 2}}, {"a": b"bytes"}])
def test_what_json_cannot_hold_is_refused_before_the_disk(unwritable: dict[str, Any]) -> None:
    """NaN, sets and bytes raise as TinyDB's own storage does, and nothing is written."""
    disk = MemoryDisk({})
    db = JournalDB(FOLDER, fs=disk, now=Wall(), name=Names())
    with pytest.raises((TypeError, ValueError)):
        db.table("reflections").insert(unwritable)
    assert disk.files() == {}


@pytest.mark.parametrize(
    "value",
    [
        [],
        {"v": 1},
        {"v": 1, "a": "abc", "n": "1", "t": STAMP, "w": []},
        {"v": 1, "a": "../abc", "n": 1, "t": STAMP, "w": []},
        {"v": 1, "a": "abc", "n": 1, "t": STAMP[1:], "w": []},
        {"v": 1, "a": "abc", "n": 1, "t": [], "w": []},
        {"v": 1, "a": "abc", "n": 1, "t": STAMP, "w": {}},
        {"v": 0, "a": "abc", "n": 1, "t": STAMP, "w": []},
        {"v": "2", "a": "abc", "n": 1, "t": STAMP, "w": []},
    ],
)
def test_a_right_checksum_alone_makes_no_line(value: object) -> None:
    """JSON of another shape is damage, not an error, one by one and many at once."""
    with pytest.raises(DamagedLineError):
        codec.decode(sealed(value))
    good = raw([])
    outcomes = list(codec.decode_all([good, sealed(value), good]))
    assert [isinstance(outcome, Line) for outcome in outcomes] == [True, False, True]


def test_deeply_nested_json_is_damage() -> None:
    """A hostile line does not exhaust the stack at opening."""
    body = b'{"v":1,"a":"abc","n":1,"t":"%s","w":%s%s' % (STAMP.encode(), b"[" * 100_000, b"]" * 100_000)
    with pytest.raises(DamagedLineError):
        codec.decode(b'%s,"c":"%08x"}' % (body, zlib.crc32(body)))


@pytest.mark.parametrize(
    "write",
    [
        None,
        [],
        ["put"],
        ["put", "t", "1", [], []],
        ["put", "t", "1", [1], {}],
        ["put", "t", 1, [], {}],
        ["put", "t", "1", [], {}, 1],
        ["del", "t", "1"],
        ["del", "t", "1", [], {}],
        ["del", "t", "1", [[]]],
        ["erase", "t"],
        ["erase", "t", "1", []],
        ["erase", ["t"], "1"],
        ["void", "abc", "1"],
        [["put"], "t", "1"],
        ["merge", "t", "1"],
    ],
)
def test_an_operation_of_another_shape_is_unknown(write: object) -> None:
    """It is kept apart and hinders nothing, and it is written again as it was."""
    assert not is_known(write)
    line = codec.decode(sealed({"v": 1, "a": "abc", "n": 1, "t": STAMP, "w": [write, ["erase", "t", "1"]]}))
    assert (line.writes, line.unknown) == ([["erase", "t", "1"]], (write,))
    assert codec.decode(codec.encode(line).rstrip(b"\n")).unknown == (write,)


def test_two_lines_whose_newline_was_damaged_are_both_found() -> None:
    """Their checksums are right, so their words are, whatever stands between them."""
    both = raw([["erase", "t", "1"]]) + b"\x0b" + raw([["erase", "t", "2"]])
    assert [line.writes[0][2] for line in codec.salvage(both)] == ["1", "2"]
    assert [line.writes[0][2] for line in codec.salvage(both + b"J")] == ["1", "2"]


@unhurried
@given(st.text(min_size=1))
def test_spellings_are_how_a_text_stands_in_a_line(text: str) -> None:
    """At least one of them is in the bytes: erasure finds the lines of an id by them."""
    assert any(spelling in raw([["put", "t", text, [], {}]]) for spelling in spellings(text))


def journal_of_ten() -> bytes:
    """A journal with edits, a deletion, and one document that says what two lines say."""
    disk, wall = MemoryDisk({}), Wall()
    db = JournalDB(FOLDER, fs=disk, now=wall, name=Names())
    table = db.table("reflections")
    ids = [table.insert({"text": f"We said number {number}, café", "number": number}) for number in range(6)]
    table.update({"text": "said better"}, doc_ids=ids[:2])
    table.remove(doc_ids=ids[2:3])
    with db.transaction():
        table.insert({"text": "together", "number": 7})
        table.insert({"text": "at once", "number": 8})
    [data] = disk.files().values()
    return data


def test_no_flipped_bit_changes_a_word_in_silence() -> None:
    """10,000 single flipped bits: each is reported, or all is as it was; and no document ever says what nobody wrote."""
    data = journal_of_ten()
    whole = JournalDB(FOLDER, fs=MemoryDisk({"a.jsonl": data}), now=Wall(), name=Names())
    expected = {str(document.doc_id): dict(document) for document in whole.table("reflections")}
    ids = {write[2] for line in data.splitlines() for write in json.loads(line)["w"]}
    written = {id_: [version.document for version in whole.history("reflections", id_)] for id_ in ids}
    bits = random.Random(1).sample(range(len(data) * 8), 10_000)  # noqa: S311 - chooses cases, keeps no secret
    for bit in bits:
        flipped = bytearray(data)
        flipped[bit // 8] ^= 1 << bit % 8
        db = JournalDB(FOLDER, fs=MemoryDisk({"a.jsonl": bytes(flipped)}), now=Wall(), name=Names())
        found = {str(document.doc_id): dict(document) for document in db.table("reflections")}
        assert db.damage or found == expected
        assert all(document in written[id_] for id_, document in found.items())
