"""`workshop edit`, `history`, `conflicts`, `choose`, `verify`; and a workshop in which a newer version has written."""

import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from workshop.store.line import Line, LineCodec


@pytest.fixture
def folder(run: Run) -> Path:
    """A workshop with two remarks."""
    folder = Path(run("new", "Words").out.strip())
    run("capture", "words", "--group", "parent", given="3: the bus is late #buses\n4: nobody tells you #benefits\n")
    return folder


def test_edited_at_two_places(run: Run, folder: Path, tmp_path: Path) -> None:
    """From the edits on two laptops to the choice: each step's output is what the next one takes."""
    shutil.copytree(folder, tmp_path / "laptop" / "words")
    laptop = str(tmp_path / "laptop" / "words")
    assert run("edit", "words", "R1", "the bus is late, at ours").out == "R1\tthe bus is late, at ours\n"
    run("edit", laptop, "r1", "the bus is late, at theirs")
    assert run("conflicts", "words").out == ""
    run("merge", "words", laptop)
    listed = run("conflicts", "words")
    ref, first, second = listed.out.splitlines()
    assert ref == "R1"
    assert [line.split("\t")[3:] for line in (first, second)] == [
        ["shown", "the bus is late, at theirs"],
        ["on offer", "the bus is late, at ours"],
    ]
    assert "workshop choose words R1 NUMBER" in listed.err
    assert run("choose", "words", "R1", second.split("\t")[0]).out == "R1\tthe bus is late, at ours\n"
    assert run("conflicts", "words", "--json").json() == []
    history = run("history", "words", "R1", "--json").json()
    assert [each["record"]["text"] for each in history] == [
        "the bus is late",
        "the bus is late, at ours",
        "the bus is late, at theirs",
        "the bus is late, at ours",
    ]
    assert [each["shown"] for each in history] == [False, False, False, True]
    assert len(run("history", "words", "R1").out.splitlines()) == 4
    assert "no version 9" in run("choose", "words", "R1", "9", code=1).err
    assert "no reflection" in run("history", "words", "R77", code=1).err


def test_verify_says_what_is_damaged(run: Run, folder: Path) -> None:
    """Exit code 0 for a whole workshop; 1 for a damaged one, with file, line, meaning and cure, in words and in JSON."""
    done = run("verify", "words")
    assert "Everything that was saved is whole." in done.out
    assert "Sessions: 1. Reflections: 2." in done.out
    path = next(path for path in folder.glob("*.jsonl") if b"the bus" in path.read_bytes())
    line = next(number for number, raw in enumerate(path.read_bytes().splitlines(), 1) if b"the bus" in raw)
    path.write_bytes(path.read_bytes().replace(b"the bus", b"the bud"))
    done = run("verify", "words", code=1)
    assert f"  {path.name}, line {line}: Line {line} is damaged" in done.out
    assert "workshop merge" in done.out
    found = run("verify", "words", "--json", code=1).json()
    assert (found["whole"], found["records"]["reflections"]) == (False, 1)
    assert {each["file"] for each in found["damage"]} == {path.name}


READING = (
    ("list", "--json"),
    ("compare", "words", "--json"),
    ("compare", "words"),
    ("history", "words", "R1", "--json"),
    ("conflicts", "words", "--json"),
)
WRITING = (
    ("edit", "words", "R1", "other words"),
    ("choose", "words", "R1", "1"),
    ("rename", "words", "Other"),
    ("archive", "words"),
    ("unarchive", "words"),
    ("keep", "words", "--until", "2027-03-31"),
    ("statement", "add", "words", "A statement.", "--made-by", "parent"),
)


def test_a_newer_version_has_written_here(run: Run, folder: Path, tmp_path: Path) -> None:
    """Every reading command does as before; every writing one says why not, exits with 1, and leaves the files as they are."""
    before = [run(*words).out for words in READING]
    (folder / "later.jsonl").write_bytes(LineCodec().encode(Line("later", 1, "0mbxstezp001", [], v=2)))
    files = {path.name: path.read_bytes() for path in folder.iterdir()}
    after = [run(*words).out for words in READING]
    assert after[1:] == before[1:]
    why = "Not saved: a newer version of workshop has written in this folder, and this one must not."
    for words in WRITING:
        assert why in run(*words, code=1).err
    captured = run("capture", "words", "--session", "S1", given="3: new words\n", code=1)
    assert "not saved: 3: new words" in captured.err
    assert why in captured.err
    rows = tmp_path / "rows.csv"
    rows.write_text("text,perspective\na remark,parent\n", encoding="utf-8")
    assert why in run("import", "words", str(rows), "--what", "reflections", code=1).err
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == files
    assert why.removeprefix("Not saved: ") in run("verify", "words").out
    run("bundle", "words", "--out", str(tmp_path / "sent.zip"))
    run("backup", "words", str(tmp_path / "drive"))
    assert any(b'"v":2' in path.read_bytes() for path in (tmp_path / "drive" / "words").iterdir())


def test_a_remark_edited_as_a_line(run: Run, folder: Path) -> None:
    """Without words the line is printed as it would be typed; given back changed, speaker, themes and marks change with the words."""
    assert folder.name == "words"
    assert run("edit", "words", "R1").out.casefold() == "p3: the bus is late #buses\n"
    assert run("edit", "words", "R1", "--line", "5: the bus never comes #fares *").out.casefold() == "p5: the bus never comes #fares *\n"
    assert "not both" in run("edit", "words", "R1", "x", "--line", "y", code=2).err
    assert "strike" in run("edit", "words", "R1", "--line", "5: x !off", code=1).err


def test_a_consent_that_differs_is_named_by_its_person_and_never_raised(run: Run, folder: Path, tmp_path: Path) -> None:
    """Agreed to more on one laptop, to less on the other: listed as p3; whichever is chosen, the lower counts, and that is said."""
    shutil.copytree(folder, tmp_path / "laptop" / "words")
    laptop = str(tmp_path / "laptop" / "words")
    run("consent", "words", "p3", "quote", "--session", "S1")
    run("consent", laptop, "p3", "none", "--session", "S1")
    run("merge", "words", laptop)
    ref, *versions = run("conflicts", "words").out.splitlines()
    assert ref == "p3"
    quote = next(line.split("\t")[0] for line in versions if "consent: quote" in line)
    chosen = run("choose", "words", "p3", quote)
    assert "stays the least" in chosen.err
    assert "p3" in run("consent", "words").out
    assert next(each["level"] for each in run("consent", "words", "--json").json()["agreements"] if each["who"] == "p3") == "none"
    run("capture", "words", "--group", "practitioner", given="p3: another person with that code\n")
    assert "Say which: S1/p3, S2/p3." in run("history", "words", "p3", code=1).err
