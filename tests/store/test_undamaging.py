"""Taking damaged stretches out: what is whole stays, wherever it stands; nothing else does."""

from pathlib import Path

from tests.store.locks import new_codec
from workshop.store.copies import read_copy
from workshop.store.line import Line, LineCodec
from workshop.store.undamaging import damaged_files, wipe_damage

STAMP = "0mbxstezp001"


def line(number: int, words: str, v: int = 1) -> bytes:
    """A line of one writer that puts a document with these words."""
    return LineCodec().encode(Line("old", number, STAMP, [["put", "a", str(number), [], {"text": words}]], v=v))


def test_only_damaged_stretches_go(tmp_path: Path) -> None:
    """A damaged line and a torn end go; whole lines, a newer version's line, and a line that is whole inside of a stretch stay."""
    joined = line(3, "kept too").replace(b"\n", b"*") + line(4, "and this")
    damaged = line(2, "secret").replace(b"secret", b"secreT")
    (tmp_path / "old.jsonl").write_bytes(line(1, "kept") + damaged + joined + line(5, "later", v=2) + b'{"v":1,"secret')
    (tmp_path / "whole.jsonl").write_bytes(line(6, "whole"))
    before = (tmp_path / "whole.jsonl").stat()
    assert damaged_files(tmp_path, LineCodec()) == {"old.jsonl": 3}
    assert wipe_damage(tmp_path, LineCodec()) == ()
    held = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert b"secre" not in held
    assert [words in held for words in (b"kept", b"kept too", b"and this", b"later", b"whole")] == [True] * 5
    assert (tmp_path / "whole.jsonl").stat() == before
    copy = read_copy(tmp_path)
    assert sorted(number for _, number in copy.lines) == [1, 3, 4, 6]
    assert (len(copy.newer), copy.damaged, damaged_files(tmp_path, LineCodec())) == (1, frozenset(), {})


def test_a_file_of_nothing_but_damage_goes(tmp_path: Path) -> None:
    """No empty journal is left in its place."""
    (tmp_path / "old.jsonl").write_bytes(line(1, "secret")[:-9] + b"\n")
    assert wipe_damage(tmp_path, LineCodec()) == ()
    assert list(tmp_path.iterdir()) == []


def test_a_sealed_journal_is_cleaned_and_sealed_again(tmp_path: Path) -> None:
    """A damaged line that was there when the workshop was locked can be read with its passphrase: it goes, the rest stays encrypted."""
    codec = new_codec()
    damaged = line(2, "secret").replace(b"secret", b"secreT")
    (tmp_path / "old.jsonl.age").write_bytes(codec.seal(line(1, "kept") + damaged))
    assert wipe_damage(tmp_path, codec) == ()
    [sealed] = tmp_path.iterdir()
    assert sealed.name.endswith(".jsonl.age")
    assert codec.unseal(sealed.read_bytes()).text == line(1, "kept")


def test_what_another_key_opens_stays(tmp_path: Path) -> None:
    """A line that is encrypted with a key that is not here shows no words, and is whole for whoever has that key."""
    codec, other = new_codec(), new_codec()
    theirs = other.encode(Line("far", 1, STAMP, []))
    (tmp_path / "old.jsonl").write_bytes(theirs + line(2, "secret").replace(b"secret", b"secreT"))
    assert damaged_files(tmp_path, codec) == {"old.jsonl": 1}
    assert wipe_damage(tmp_path, codec) == ()
    [kept] = tmp_path.iterdir()
    assert kept.read_bytes() == theirs
