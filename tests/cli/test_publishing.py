"""`workshop check`, `watch`, `paraphrase`, `rule`, and `export` for the audiences."""

import csv
import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from workshop.cli import COMMANDS
from workshop.report.formats import FORMATS
from workshop.workbook.shelf import open_workshop

LINES = '3: "Mrs Reid at Craigmill Primary was kind" #school\n5: "nobody asks us" #asked\n6: "we go without" #food\n'


@pytest.fixture
def made(run: Run) -> None:
    """A workshop "asked": p3 may be quoted and names somebody, p5 may be paraphrased, p6 was not asked."""
    run("new", "Asked")
    run("capture", "asked", "--group", "parent", given=LINES)
    run("consent", "asked", "p3", "quote")
    run("consent", "asked", "p5", "paraphrase")


def filled(sheet: Path, **answers: str) -> Path:
    """The sheet with these answers, by what was found with its spaces taken out; "replace" with words in place of it."""
    rows = list(csv.DictReader(sheet.read_text(encoding="utf-8-sig").splitlines()))
    for row in rows:
        row["answer"] = answers.get(row["found"].replace(" ", ""), "")
        row["instead"] = "[left out]" if row["answer"] == "replace" else ""
    into = sheet.with_name("filled.csv")
    with into.open("w", encoding="cp1252", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), delimiter=";")  # as a spreadsheet here saves it
        writer.writeheader()
        writer.writerows(rows)
    return into


@pytest.mark.usefixtures("made")
def test_a_cure_can_be_copied(run: Run) -> None:
    """What to call next names the workshop as it was typed, in quotation marks where it needs them."""
    assert (
        "Answer them: workshop check asked --audience published"
        in run("export", "asked", "--audience", "published", "--to", "json", code=1).err
    )
    run("new", "Hard winter")
    assert "See: workshop watch 'Hard winter' list" in run("watch", "Hard winter", "remove", "Kiln", code=1).err


@pytest.mark.parametrize("name", COMMANDS)
def test_no_help_shows_its_marks(run: Run, name: str) -> None:
    """A help's examples stand one a line: the mark that keeps them apart is read, not printed."""
    assert "\\b" not in run(name, "--help").out


@pytest.mark.usefixtures("made")
def test_the_check_lists_what_may_point_at_somebody(run: Run) -> None:
    """In lines and for machines, with its answer; it says that it can't find everything, and its exit code is 0."""
    done = run("check", "asked")
    assert [line.split("\t")[1:4] for line in done.out.splitlines()] == [
        ["R1", "Mrs Reid", "a title and a name"],
        ["R1", "Craigmill Primary", "a named school, clinic or the like"],
    ]
    assert "2 flagged, 2 without an answer. This check can\u2019t find everything" in done.err
    found = run("check", "asked", "--json").json()
    assert found["open"] == 2
    assert found["flags"][0]["text"] == "Mrs Reid at Craigmill Primary was kind"
    assert found["flags"][0]["answer"] is None


@pytest.mark.usefixtures("made")
def test_an_open_flag_stops_a_published_report(run: Run, tmp_path: Path) -> None:
    """With exit code 1 and the list; with every flag answered in a file it is written, and says what the answers say."""
    stopped = run("export", "asked", "--audience", "published", "--to", "json", "--out", str(tmp_path / "out"), code=1)
    assert "2 texts may point at somebody" in stopped.err
    assert "R1: \u201cMrs Reid\u201d, a title and a name" in stopped.err
    sheet = tmp_path / "flags.csv"
    assert run("check", "asked", "--out", str(sheet)).out.strip() == str(sheet)
    assert sheet.stat().st_mode & 0o777 == 0o600
    half = filled(sheet, MrsReid="replace")
    call = ("export", "asked", "--audience", "published", "--all", "--out", str(tmp_path / "out"), "--answers", str(half))
    assert "1 text may point at somebody and has no answer" in run(*call, code=1).err
    filled(sheet, MrsReid="replace", CraigmillPrimary="keep")
    done = run(*call)
    assert "can\u2019t find everything" in done.err
    report = json.loads(next(Path(line) for line in done.out.splitlines() if line.endswith("report.json")).read_text())
    assert [each["text"] for each in report["reflections"]] == ["[left out] at Craigmill Primary was kind"]
    assert "published, 1 remarks" in run("exports", "asked").out
    assert [line.split("\t")[-1] for line in run("check", "asked").out.splitlines()] == ["replace", "keep"]
    assert run("check", "asked", "--open").out == ""


@pytest.mark.usefixtures("made")
def test_a_sheet_that_is_wrong_is_refused(run: Run, tmp_path: Path) -> None:
    """A sheet is written over nothing; an answer that there isn't, a missing column and a missing file are told, and none is taken."""
    sheet = tmp_path / "flags.csv"
    run("check", "asked", "--out", str(sheet))
    assert "is there already" in run("check", "asked", "--out", str(sheet), code=1).err
    wrong = run("check", "asked", "--answers", str(filled(sheet, MrsReid="keep", CraigmillPrimary="maybe")), code=1)
    assert "line 3: maybe" in wrong.err
    assert "Answers: keep, replace, paraphrase, drop." in wrong.err
    other = tmp_path / "other.csv"
    other.write_text("name\nAda\n")
    assert "has no column \u201cflag\u201d" in run("check", "asked", "--answers", str(other), code=1).err
    assert "can't be read" in run("check", "asked", "--answers", str(tmp_path / "none.csv"), code=1).err
    assert run("check", "asked", "--json").json()["open"] == 2


@pytest.mark.usefixtures("made")
def test_all_is_kept_for_participants_alone(run: Run, tmp_path: Path) -> None:
    """For everybody each flag is answered; a copy for participants needs to be some group's."""
    assert "each flag needs its own answer" in run("check", "asked", "--keep-all", code=1).err
    assert "2 kept." in run("check", "asked", "--audience", "participants", "--keep-all").err
    to = ("--to", "json", "--out", str(tmp_path))
    assert "--group: parents or practitioners" in run("export", "asked", "--audience", "participants", *to, code=1).err
    done = run("export", "asked", "--audience", "participants", "--group", "parents", *to)
    assert "Mrs Reid" in Path(done.out.strip()).read_text()


@pytest.mark.usefixtures("made")
def test_what_is_asked_of_an_export(run: Run, tmp_path: Path) -> None:
    """A format or all of them; a threshold that there is; for everybody the whole workshop. Other audiences have folders of their own."""
    assert "Say which format" in run("export", "asked", code=2).err
    assert "'3', '5', '10'" in run("export", "asked", "--to", "json", "--small", "4", code=2).err
    run("consent", "asked", "p3", "count")
    assert "of the whole workshop" in run("export", "asked", "--audience", "published", "--session", "S1", "--to", "json", code=1).err
    working = Path(run("export", "asked", "--to", "json").out.strip())
    everybody = Path(run("export", "asked", "--audience", "published", "--small", "10", "--to", "json").out.strip())
    assert everybody.parent == working.parent / "published"
    assert "0 of 3 remarks may be quoted" in run("export", "asked", "--audience", "published", "--to", "csv", "--force").err
    comparison = json.loads(everybody.read_text())["comparison"]
    assert comparison["small_numbers"] == 10
    assert "a count of 1 to 9 people" in " ".join(comparison["notes"])


@pytest.mark.usefixtures("made")
def test_watch(run: Run) -> None:
    """Names are added, listed and taken off; what is on the list is flagged."""
    assert run("watch", "asked", "add", "kind", "The Mill").out == "kind\nThe Mill\n"
    assert run("watch", "asked").out == "kind\nThe Mill\n"
    assert "kind\ton the watch list" in run("check", "asked").out
    run("watch", "asked", "remove", "KIND")
    assert run("watch", "asked", "list").out == "The Mill\n"
    assert "Say which name" in run("watch", "asked", "add", code=2).err
    assert "not on the watch list" in run("watch", "asked", "remove", "kind", code=1).err


@pytest.mark.usefixtures("made")
def test_paraphrase(run: Run) -> None:
    """What waits is listed; put in other words, it waits no more; taken away, it waits again."""
    assert run("paraphrase", "asked").out == "R2\tnobody asks us\n"
    assert run("paraphrase", "asked", "R2", "people are not asked").out == "R2\tpeople are not asked\n"
    assert "No remark waits" in run("paraphrase", "asked").err
    assert run("paraphrase", "asked", "--all", "--json").json() == [
        {"ref": "R2", "text": "nobody asks us", "paraphrase": "people are not asked"}
    ]
    assert run("paraphrase", "asked", "R2", "--remove").out == "R2\tno paraphrase\n"
    assert run("paraphrase", "asked").out == "R2\tnobody asks us\n"
    assert "Give the other words" in run("paraphrase", "asked", "R2", code=2).err


@pytest.mark.usefixtures("made")
def test_rule(run: Run) -> None:
    """No rule until one is chosen, and none again."""
    assert run("rule", "asked").out == "none\n"
    assert run("rule", "asked", "chatham-house").out == "chatham-house\n"
    assert run("rule", "asked").out == "chatham-house\n"
    assert run("rule", "asked", "none").out == "none\n"


@pytest.mark.usefixtures("made")
def test_a_dry_run_tells_what_it_would_show_and_writes_nothing(run: Run, tmp_path: Path) -> None:
    """In sentences, on stdout, whatever flags are open; no file, and no export in the register."""
    done = run("export", "asked", "--audience", "published", "--dry-run", "--out", str(tmp_path / "out"))
    lines = done.out.splitlines()
    assert lines[0] == "Shown:"
    assert "1 remark shown as noted." in lines
    assert "1 remark counted without words: nobody agreed that the words are passed on." in lines
    assert lines.index("Kept back:") > lines.index("1 remark shown as noted.")
    assert not (tmp_path / "out").exists()
    assert "No report has been written" in run("exports", "asked").err


@pytest.mark.usefixtures("made")
def test_a_dry_run_asks_whose_copy_it_is(run: Run) -> None:
    """As the export itself does."""
    done = run("export", "asked", "--audience", "participants", "--dry-run", code=1)
    assert "Say whose it is, with --group" in done.err


def test_the_help_says_what_each_format_is_for(run: Run) -> None:
    """A line each, as on the screen."""
    lines = run("export", "--help").out.splitlines()
    assert all(any(line.split() == [name, *form.purpose.split()] for line in lines) for name, form in FORMATS.items())


@pytest.mark.usefixtures("made")
def test_an_earlier_copy_that_is_out_is_named_with_its_cure(run: Run, home: Path, tmp_path: Path) -> None:
    """By check, a dry run and export alike; said to be taken back, it is in nobody's way, and the list says so."""
    run("consent", "asked", "p3", "count")
    with open_workshop(home / "asked") as book:
        book.start_session(None, "parent", present={"parent": 8})
    published = ("export", "asked", "--audience", "published", "--to", "json", "--out")
    run(*published, str(tmp_path / "one"))
    with open_workshop(home / "asked") as book:
        book.start_session(None, "parent", present={"parent": 2}, cohort="two more")
    cure = "If nobody has that copy any more, say so: workshop exports asked --taken-back 1\n"
    stopped = run(*published, str(tmp_path / "two"), code=1)
    assert "Wait until 3 more parents have taken part." in stopped.err
    assert "workshop exports asked --taken-back 1" in stopped.err
    assert run("check", "asked").err.endswith(cure)
    looked = run("export", "asked", "--audience", "published", "--dry-run")
    assert "It can\u2019t be written: Report 1, published on " in looked.out
    assert looked.err == cure
    assert run("exports", "asked", "--taken-back", "1").out.rstrip().endswith("(taken back)")
    assert run("exports", "asked", "--json").json()[0]["taken_back"]
    assert "taken-back" not in run(*published, str(tmp_path / "two")).err
    assert "There is no report 9" in run("exports", "asked", "--taken-back", "9", code=1).err
    assert run("undo", "asked").out.startswith("the taking back of a report")
