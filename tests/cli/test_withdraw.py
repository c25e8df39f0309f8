"""`workshop withdraw`, `strike` and `exports`: a look at what goes, a question, and nothing left."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.workbook.laptops import files_with

LINES = '3: "the heating stayed off all winter" #heating *\n5: the bus is late #buses\n3: my sister lent us what she had #family\n'
SAID = ("heating stayed off", "sister lent us")


@pytest.fixture
def folder(run: Run) -> Path:
    """A workshop "gone" with a typed-up session of parents: R1 and R3 are p3's, R2 is p5's."""
    made = Path(run("new", "Gone").out.strip())
    run("capture", "gone", "--group", "parent", given=LINES)
    return made


def test_without_a_yes_it_only_tells(run: Run, folder: Path) -> None:
    """In a pipe the preview is on stdout without a word of the remarks, why nothing was done on stderr, and the exit code is 1."""
    done = run("withdraw", "gone", "P3", code=1)
    assert done.out.splitlines() == [
        "p3 of S1. What goes:",
        "  2 remarks: R1, R3",
        "  1 highlight",
        "  what is known of the person",
        "Themes about which nothing else was said stay in the codebook: Family, Heating.",
    ]
    assert "Nothing was withdrawn" in done.err
    assert files_with(folder, *SAID)


def test_with_a_yes_nothing_is_left(run: Run, folder: Path, tmp_path: Path) -> None:
    """Files of every kind lose the words, a later report never has them, and what can't be reached is said."""
    run("export", "gone", "--to", "html")
    run("export", "gone", "--to", "html", "--out", str(tmp_path / "out"))
    run("backup", "gone", str(tmp_path / "backup"))
    done = run("withdraw", "gone", "p3", "--yes")
    assert done.out.splitlines()[-1] == "2 remarks withdrawn"
    assert f"in the copy {tmp_path / 'backup'}" in done.out
    assert "SSD" in done.err
    assert files_with(folder, *SAID) == files_with(tmp_path / "backup", *SAID) == []
    run("export", "gone", "--to", "json", "--to", "csv")
    assert files_with(folder, *SAID) == []
    assert "bus is late" in (folder / "reports" / next(path.name for path in (folder / "reports").glob("*.json"))).read_text(
        encoding="utf-8"
    )


def test_the_register_names_the_reports_that_held_the_words(run: Run, folder: Path, tmp_path: Path) -> None:
    """`workshop exports` lists what was written and marks what holds withdrawn words; the preview names it too."""
    assert "No report" in run("exports", "gone").err
    run("export", "gone", "--to", "html", "--out", str(tmp_path / "out"))
    assert str(tmp_path / "out") in run("withdraw", "gone", "p3", code=1).out
    run("export", "gone", "--to", "html")
    run("strike", "gone", "R1", "--yes")
    run("export", "gone", "--to", "json", "--out", str(tmp_path / "later"))
    listed = run("exports", "gone", "--json").json()
    assert [(each["folder"], each["remarks"], each["withdrawn_words"]) for each in listed] == [
        (str(tmp_path / "out"), 3, "there"),
        ("reports", 3, "wiped"),
        (str(tmp_path / "later"), 2, "none"),
    ]
    first, second, third = run("exports", "gone").out.splitlines()
    assert first.endswith("(holds words that were withdrawn since)")
    assert second.endswith("(held words that were withdrawn since, and was removed)")
    assert "withdrawn" not in third


def test_striking_one(run: Run, folder: Path) -> None:
    """R1 goes and R3 stays; asked for once more it was withdrawn."""
    assert run("strike", "gone", "R1", "--yes").out.splitlines()[-1] == "1 remark withdrawn"
    assert files_with(folder, *SAID[:1]) == []
    assert files_with(folder, *SAID[1:])
    assert run("strike", "gone", "R1", "--yes", code=1).err == "R1 was withdrawn.\n"


def test_a_code_of_several_people(run: Run, folder: Path, tmp_path: Path) -> None:
    """It is asked whose is meant; a session answers, and so does the name that an import gave its people."""
    table = tmp_path / "remarks.csv"
    table.write_text("participant,text,perspective\np3,they cut us off in May,parent\n", encoding="utf-8")
    run("import", "gone", str(table), "--what", "reflections", "--people", "survey")
    refused = run("withdraw", "gone", "P3", "--yes", code=1)
    assert "p3 of S1" in refused.err
    assert 'p3 of the people called "survey"' in refused.err
    assert run("withdraw", "gone", "P3", "--session", "survey", "--yes").out.splitlines()[-1] == "1 remark withdrawn"
    assert files_with(folder, "cut us off") == []
    assert run("withdraw", "gone", "P3", "--yes").out.splitlines()[-1] == "2 remarks withdrawn"
    assert "no session" in run("withdraw", "gone", "P3", "--session", "S9", "--yes", code=1).err


def test_a_day_that_has_passed_is_told(run: Run, folder: Path) -> None:
    """On stderr, and no refusal."""
    run("consent", "gone", "--withdraw-until", "2020-05-01")
    done = run("withdraw", "gone", "p3", "--yes")
    assert "01 May 2020, has passed" in done.err
    assert files_with(folder, *SAID) == []


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such terminals")
@pytest.mark.parametrize(("answer", "code", "left"), [(b"y\n", 0, []), (b"n\n", 1, ["R1"])])
def test_at_a_terminal_it_asks(folder: Path, home: Path, answer: bytes, code: int, left: list[str]) -> None:
    """A person sees the words, is asked, and what they answer is done."""
    import pty  # noqa: PLC0415  # not on Windows

    leader, follower = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "workshop", "withdraw", "gone", "p3"],
        stdin=follower,
        stdout=follower,
        stderr=follower,
        env={**os.environ, "WORKSHOP_HOME": str(home)},
    )
    os.close(follower)
    shown = b""
    while b"[y/N]" not in shown:
        shown += os.read(leader, 4096)
    assert b"R1  the heating stayed off all winter" in shown
    os.write(leader, answer)
    assert process.wait(timeout=60) == code
    os.close(leader)
    assert bool(files_with(folder, *SAID)) == bool(left)
