"""`workshop search`: words wherever they stand, in one workshop or in all."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.store.locks import quick_passphrases
from workshop.plans import load_plan
from workshop.workbook.shelf import open_workshop


@pytest.fixture
def made(run: Run) -> None:
    """A workshop where "bus" stands in a remark, a theme, a statement, a recommendation and a note; and another with one remark of it."""
    run("new", "North")
    run("capture", "north", "--group", "parent", given="3: the bus is dear #getting-about\n4: we walk\n5: a bus of my brother's !off\n")
    run("theme", "north", "edit", "Getting about", "--description", "Buses and fares.")
    run("statement", "add", "north", "People would use a bus.", "--made-by", "parent")
    run("recommend", "north", "add", "Run the last Bus at ten.", "--lead", "Council")
    run("recommend", "north", "note", "D1", "the bus company said yes")
    run("new", "South")
    run("capture", "south", "--group", "practitioner", given="1: nobody came by bus\n2: the forms\n")


def test_every_kind_is_found_with_its_reference(run: Run, made: None) -> None:
    """A line each: what it is, what it is called, its text; what was said off the record is none of it."""
    done = run("search", "north", "bus")
    assert done.out.splitlines() == [
        "remark\tR1\tthe bus is dear",
        "theme\tGetting about\tBuses and fares.",
        "statement\tT1\tPeople would use a bus.",
        "recommendation\tD1\tRun the last Bus at ten.",
        "note\tD1\tthe bus company said yes",
    ]
    assert done.err == "5 found.\n"


def test_all_the_words_stand_in_one_text(run: Run, made: None) -> None:
    """In any order and as parts of longer words, capitals or none; a name with a space needs no quotes around what is looked for."""
    assert run("search", "north", "TEN", "last").out == "recommendation\tD1\tRun the last Bus at ten.\n"
    done = run("search", "north", "dear", "company")
    assert (done.out, done.err) == ("", "Nothing found.\n")


def test_in_all_workshops_each_line_begins_with_its_workshop(run: Run, made: None) -> None:
    """Then no workshop is named; JSON says the same."""
    found = run("search", "--all", "by", "bus").out
    assert found == "south\tremark\tR1\tnobody came by bus\n"
    assert run("search", "--all", "by", "bus", "--json").json() == [
        {"workshop": "south", "kind": "remark", "ref": "R1", "text": "nobody came by bus"}
    ]
    assert run("search", "south", "forms", "--json").json()[0]["workshop"] == "south"


def test_what_went_is_not_found(run: Run, made: None) -> None:
    """Neither put aside nor withdrawn, and a recommendation that rested on it neither."""
    run("recommend", "north", "add", "Ask why the fare is dear.", "--from", "R1")
    run("safeguarding", "north", "flag", "R1")
    assert "the bus is dear" not in run("search", "north", "dear").out
    run("withdraw", "south", "r1", "--yes")
    assert run("search", "--all", "nobody").out == ""


def test_a_locked_workshop_is_named_as_not_looked_through(run: Run, made: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody takes what the others say for all there is, and nobody is asked for a passphrase a workshop."""
    quick_passphrases(monkeypatch)
    secret = tmp_path / "secret"
    secret.write_text("correct horse battery\n", "utf-8")
    run("lock", "north", "--passphrase-file", str(secret))
    done = run("search", "--all", "bus")
    assert done.out == "south\tremark\tR1\tnobody came by bus\n"
    assert "north was not looked through: " in done.err
    assert "R1" in run("search", "north", "dear", "--passphrase-file", str(secret)).out


def test_private_sessions_are_left_out_unless_they_are_asked_for(run: Run, made: None, home: Path) -> None:
    """How many is said, with the command that looks there too; --all counts those of all workshops, and themes only used there stay out."""
    for name in ("north", "south"):
        with open_workshop(home / name) as book:
            session = book.start_session(load_plan("supervision"), "practitioner")
            book.capture(session, "r1: the bus made me late #lateness", activity=3)
    done = run("search", "south", "late")
    assert done.out == ""
    assert done.err == (
        "Nothing found.\n1 private session was not looked through. To look there too: workshop search --private south late\n"
    )
    everywhere = run("search", "--all", "late")
    assert everywhere.err.endswith("2 private sessions were not looked through. To look there too: workshop search --all --private late\n")
    asked = run("search", "--private", "south", "late")
    assert asked.out == "remark\tR3\tthe bus made me late\ntheme\tLateness\t\n"
    assert asked.err == "2 found.\n"
    assert len(run("search", "--all", "--private", "late", "--json").json()) == 4


def test_a_call_without_words_is_refused(run: Run, made: None) -> None:
    """A workshop alone is no question, nor is a blank."""
    assert "words to look for" in run("search", "north", code=2).err
    assert "nothing to look for" in run("search", "north", " ", code=1).err
    assert run("search", "elsewhere", "bus", code=1).out == ""
