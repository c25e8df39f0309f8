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
