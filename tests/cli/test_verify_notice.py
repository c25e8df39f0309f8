"""Damage is said whenever a workshop is opened, and what is whole can be used."""

import shutil
from pathlib import Path

from tests.cli.conftest import Run
from workshop.store.line import Line, LineCodec


def damaged(run: Run, home: Path, words: bytes) -> None:
    """A workshop "hall" with one remark; a letter is changed in the line that holds `words`."""
    run("new", "Hall")
    run("capture", "hall", "--group", "parent", given="3: hello there #one\n")
    for journal in (home / "hall").glob("*.jsonl"):
        content = journal.read_bytes()
        journal.write_bytes(content.replace(words, words[:-1] + bytes([words[-1] ^ 1])))


def test_a_damaged_remark_is_told_by_every_command(run: Run, home: Path) -> None:
    """With a remark's line damaged, compare and export say on stderr that a line could not be read."""
    damaged(run, home, b"hello there")
    for call in (("compare", "hall", "--json"), ("export", "hall", "--to", "json", "--force")):
        assert "1 line could not be read: see workshop verify hall" in run(*call).err


def test_a_damaged_title_keeps_nobody_from_the_words(run: Run, home: Path) -> None:
    """With the workshop's own record damaged, what was said is compared, exported and shown all the same, and the damage is told."""
    damaged(run, home, b'"title":"Hall')
    found = run("compare", "hall", "--json")
    assert found.json()["themes"][0]["groups"]["parent"]["raised"] == 1
    assert "could not be read" in found.err
    assert "can't be read" in run("list").out
    assert run("export", "hall", "--to", "csv").out


def test_after_the_merge_that_it_advises_verify_is_content(run: Run, home: Path, tmp_path: Path) -> None:
    """Exit code 1 and the advice before; after the merge exit code 0, the damaged line is counted, and commands say no more of it."""
    run("new", "Hall")
    run("capture", "hall", "--group", "parent", given="3: hello there #one\n")
    shutil.copytree(home / "hall", tmp_path / "laptop")
    for journal in (home / "hall").glob("*.jsonl"):
        journal.write_bytes(journal.read_bytes().replace(b"hello there", b"hello thera"))
    assert "workshop merge" in run("verify", "hall", code=1).out
    run("merge", "hall", str(tmp_path / "laptop"))
    told = run("verify", "hall")
    assert "Everything that was saved is whole." in told.out
    assert "1 damaged line is here, and its words are whole in another place here" in told.out
    assert run("compare", "hall").err == ""


def test_what_a_newer_version_wrote_is_told_apart(run: Run, home: Path) -> None:
    """It is no damage: exit code 0, and the advice is to install that version."""
    run("new", "Hall")
    (home / "hall" / "later.jsonl").write_bytes(LineCodec().encode(Line("later", 1, "0mbxstezp001", [], v=2)))
    told = run("verify", "hall").out
    assert "Everything that was saved is whole." in told
    assert "Install the newer version" in told


def test_a_newer_version_s_lines_are_no_damage_in_a_list(run: Run, home: Path) -> None:
    """`reflections` says that a newer version wrote some of it, and nothing of what could not be read."""
    run("new", "Hall")
    (home / "hall" / "later.jsonl").write_bytes(LineCodec().encode(Line("later", 1, "0mbxstezp001", [], v=2)))
    told = run("reflections", "hall").err
    assert "written by a newer version of workshop" in told
    assert "could not be read" not in told


def test_a_save_that_was_cut_off_is_said_once(run: Run, home: Path) -> None:
    """By verify, as what it may be, with exit code 0; no list speaks of it."""
    run("new", "Hall")
    run("capture", "hall", "--group", "parent", given="3: hello there #one\n4: and there #two\n")
    journal = max((home / "hall").glob("*.jsonl"), key=lambda path: path.stat().st_size)
    *whole, last = journal.read_bytes().splitlines(keepends=True)
    journal.write_bytes(b"".join(whole) + last[:50])
    told = run("verify", "hall").out
    assert "All that can be read is whole." in told
    assert "1 file ends in a save that was cut off" in told
    assert 'If you did read "saved" of the last remark and miss it now' in told
    assert "could not be read" not in run("reflections", "hall").err


def test_unknown_files_are_named(run: Run, home: Path) -> None:
    """What a sync program or a person left in the folder may hold words: verify and a strike name it, but not what is workshop's own."""
    run("new", "Hall")
    run("capture", "hall", "--group", "parent", given="3: hello there #one\n")
    run("export", "hall", "--to", "csv", "--out", str(home / "hall" / "reports"), "--force")
    (home / "hall" / ".DS_Store").write_bytes(b"x")
    assert "doesn't know" not in run("verify", "hall").out
    (home / "hall" / ".stversions").mkdir()
    (home / "hall" / ".stversions" / "y.jsonl").write_text("hello there")
    (home / "hall" / "y.jsonl.bak").write_text("hello there")
    sentence = "Files here that workshop doesn't know, and that may hold words: .stversions/y.jsonl, y.jsonl.bak."
    assert sentence in run("verify", "hall").out
    assert run("verify", "hall", "--json").json()["unknown_files"] == [".stversions/y.jsonl", "y.jsonl.bak"]
    struck = run("strike", "hall", "R1", "--yes")
    assert sentence in struck.out
    assert sentence in struck.err


def test_damaged_lines_that_may_hold_words_are_erased(run: Run, home: Path) -> None:
    """Of a person all of whose lines are damaged, why nothing is found is said; --erase-damage asks, then takes out those words only."""
    run("new", "Hall")
    run("capture", "hall", "--group", "parent", given="3: my sister lent us money\n4: the bus is late\n")
    for journal in (home / "hall").glob("*.jsonl"):
        journal.write_bytes(journal.read_bytes().replace(b"lent us money", b"lent us monex"))
    refused = run("withdraw", "hall", "p3", "--yes", code=1).err
    assert "1 damaged line is here, and may hold words of anybody: workshop verify --erase-damage" in refused
    assert "1 damaged line" in run("withdraw", "hall", "p4", code=1).out
    asked = run("verify", "hall", "--erase-damage", code=1)
    assert "1 damaged line" in asked.out
    assert "Nothing was erased" in asked.err
    assert b"sister" in b"".join(path.read_bytes() for path in (home / "hall").iterdir())
    assert "The damaged lines are gone." in run("verify", "hall", "--erase-damage", "--yes").out
    assert b"sister" not in b"".join(path.read_bytes() for path in (home / "hall").iterdir())
    assert [row["text"] for row in run("reflections", "hall", "--json").json()] == ["the bus is late"]
    assert "No damaged lines" in run("verify", "hall", "--erase-damage").err
