"""Damage is said whenever a workshop is opened, and what is whole can be used."""

from pathlib import Path

from tests.cli.conftest import Run


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
