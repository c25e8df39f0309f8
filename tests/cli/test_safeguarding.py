"""`workshop safeguarding`, and what no other command shows of it."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from workshop.cli import passphrase

WORDS = "he hit her in front of the little one"
COMMANDS = (
    ("reflections", "care"),
    ("reflections", "care", "--json"),
    ("reflections", "care", "--csv"),
    ("reflections", "care", "--where", "hit"),
    ("reflections", "care", "--similar", "R1"),
    ("search", "care", "hit"),
    ("search", "--all", "somebody"),
    ("theme", "care"),
    ("code", "care", "--next", "--coder", "Bo"),
    ("participants", "care"),
    ("statement", "list", "care"),
    ("compare", "care"),
    ("compare", "care", "--json"),
    ("consent", "care"),
    ("conflicts", "care"),
    ("exports", "care"),
    ("undo", "care", "--list"),
    ("verify", "care"),
    ("list",),
)


@pytest.fixture
def made(run: Run) -> None:
    """A remark that somebody worries about, between two others, and a statement that was made of it."""
    run("new", "Care")
    run("capture", "care", "--group", "parent", given=f"3: the bus is dear #bus\n4: {WORDS} #home\n5: and late #bus\n")
    run("statement", "add", "care", f"Somebody said {WORDS}.", "--made-by", "parent", "--from", "R2")


def test_what_is_put_aside_is_in_no_other_command(run: Run, made: None, tmp_path: Path) -> None:
    """Nor in any report; the command itself prints whom to tell."""
    done = run("safeguarding", "care", "flag", "R2")
    assert "safeguarding procedure" in done.out
    for words in COMMANDS:
        told = run(*words)
        assert WORDS not in told.out + told.err, words
    for path in run("export", "care", "--to", "html", "--to", "json", "--to", "csv", "--out", str(tmp_path / "out")).out.splitlines():
        assert WORDS not in Path(path).read_text(encoding="utf-8")
    for words in (("edit", "care", "R2", "x"), ("history", "care", "R2"), ("strike", "care", "R2", "--yes"), ("code", "care", "R2", "bus")):
        told = run(*words, code=1)
        assert "put aside" in told.err
        assert WORDS not in told.out + told.err


def test_the_register_hands_over_and_puts_back(run: Run, made: None, tmp_path: Path) -> None:
    """Listed with its words only here; handed over once; and then it is where it was."""
    run("safeguarding", "care", "flag", "R2")
    assert run("safeguarding", "care", "list").out == f"R2\tp4, parent\tS1\tnot handed over\t{WORDS}\n"
    done = run("safeguarding", "care", "hand-over", "--out", str(tmp_path / "lead.txt"))
    assert done.out == "R2\n"
    assert "in clear" in done.err
    assert WORDS in (tmp_path / "lead.txt").read_text(encoding="utf-8")
    assert "\thanded over " in run("safeguarding", "care", "list").out
    assert run("safeguarding", "care", "hand-over", "--out", str(tmp_path / "b.txt"), code=1).err
    assert run("safeguarding", "care", "unflag", "R2").out == "R2\tput back\n"
    assert run("safeguarding", "care", "list").err == "Nothing is put aside.\n"
    assert WORDS in run("reflections", "care").out


def test_yes_does_not_destroy_it(run: Run, made: None) -> None:
    """A withdrawal of its speaker, and a strike, need --also-flagged; none of their output has its words."""
    run("safeguarding", "care", "flag", "R2")
    refused = run("withdraw", "care", "p4", "--yes", code=1)
    assert "1 remark that is put aside" in refused.err
    assert WORDS not in refused.out
    assert run("safeguarding", "care", "list").out
    done = run("withdraw", "care", "p4", "--yes", "--also-flagged")
    assert "1 remark withdrawn" in done.out
    assert run("safeguarding", "care", "list").out == ""


def test_a_strike_may_take_it_when_told_to(run: Run, made: None) -> None:
    """By its number."""
    run("safeguarding", "care", "flag", "R2")
    assert run("strike", "care", "R2", "--yes", code=1).err
    assert "1 remark withdrawn" in run("strike", "care", "R2", "--yes", "--also-flagged").out
    assert "is not put aside" in run("safeguarding", "care", "unflag", "R2", code=1).err


def test_a_locked_workshop_asks_for_the_register_too(run: Run, made: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without its passphrase nobody flags, reads or hands over; the words stand in no file in clear."""
    run("safeguarding", "care", "flag", "R2")
    monkeypatch.setenv(passphrase.VARIABLE, "made up words for a test")
    run("lock", "care")
    assert WORDS in run("safeguarding", "care", "list").out
    monkeypatch.delenv(passphrase.VARIABLE)
    monkeypatch.setattr(passphrase, "has_terminal", lambda: False)
    assert "locked" in run("safeguarding", "care", "list", code=1).err
