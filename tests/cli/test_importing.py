"""Importing from the command line: all rows or none, every refused row named, never anything twice."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.intake.files import xlsx
from tests.intake.given import csv_bytes
from workshop.intake.fields import FIELDS
from workshop.text import clean_line
from workshop.workbook.example import make_example


@pytest.fixture
def remarks(tmp_path: Path) -> Path:
    """Three remarks of two people."""
    path = tmp_path / "remarks.csv"
    people = ("p1,parent,the bus,getting about", "p2,parent,the fares,Getting-About;money", "p2,parent,the forms,money")
    path.write_text("\n".join(("participant,perspective,text,theme", *people, "")))
    return path


def test_the_help_names_the_fields(run: Run) -> None:
    """Which fields a column can fill is known before a row is refused, and how a column is named for one."""
    told = " ".join(run("import", "--help").out.split())
    for what, fields in FIELDS.items():
        assert f"Fields of {what}: {', '.join(field.name for field in fields)}." in told
    assert "--map perspective=Who --map text=Comment" in told


def test_a_bad_row_brings_in_nothing_and_is_named(run: Run, tmp_path: Path) -> None:
    """Of three rows one has a perspective that there isn't: exit code 1, its line and the nearest word on stderr, no record stored."""
    path = tmp_path / "bad.csv"
    path.write_text("text,perspective\none,parent\ntwo,parnet\nthree,parent\n")
    run("new", "Bad")
    done = run("import", "bad", str(path), "--what", "reflections", code=1)
    assert "line 3" in done.err
    assert "parnet" in done.err
    assert '"parent"' in done.err
    assert "Nothing was brought in: 1 row is refused" in done.out
    assert run("list", "--json").json()[0]["reflections"] == 0


def test_the_same_file_twice_and_then_extended(run: Run, remarks: Path) -> None:
    """Again it adds 0; with one more row, and one said once more in the same words, it adds those two alone."""
    run("new", "Twice")
    first = run("import", "twice", str(remarks), "--what", "reflections", "--json").json()
    again = run("import", "twice", str(remarks), "--what", "reflections", "--json").json()
    with remarks.open("a") as file:
        file.write("p3,parent,the shop,food\np1,parent,the bus,getting about\n")
    more = run("import", "twice", str(remarks), "--what", "reflections", "--json").json()
    assert [(each["added"], each["already"]) for each in (first, again, more)] == [(3, 0), (0, 3), (2, 3)]
    assert first["new_themes"] == 2


def test_a_dry_run_changes_nothing(run: Run, remarks: Path) -> None:
    """--dry-run says what would come in, and nothing does."""
    run("new", "Dry")
    assert "Would bring in 3 reflections" in run("import", "dry", str(remarks), "--what", "reflections", "--dry-run").out
    assert run("list", "--json").json()[0]["reflections"] == 0


def test_a_changed_mind_counts_once(run: Run, tmp_path: Path) -> None:
    """Two answers of one person to one statement: the later one counts, and the report says that one was replaced."""
    statements, answers = tmp_path / "s.csv", tmp_path / "a.csv"
    statements.write_text("id,text,made_by\nA,They know,practitioner\n")
    answers.write_text("participant,perspective,statement,answer\n1,parent,A,agree\n2,parent,They know,disagree\n1,parent,A,disagree\n")
    run("new", "Mind")
    run("import", "mind", str(statements), "--what", "statements")
    done = run("import", "mind", str(answers), "--what", "responses")
    assert "1 earlier answer was replaced" in done.out
    (found,) = run("compare", "mind", "--json").json()["statements"]
    assert (found["id"], found["answers"]["parent"]) == ("A", {"agree": 0, "partly": 0, "disagree": 2, "unsure": 0})


def test_an_answer_to_no_statement_is_refused(run: Run, tmp_path: Path) -> None:
    """A response names a statement that isn't there: refused with the cure, nothing brought in."""
    path = tmp_path / "a.csv"
    path.write_text("participant,perspective,statement,answer\n1,parent,B,agree\n")
    run("new", "None")
    done = run("import", "none", str(path), "--what", "responses", code=1)
    assert "there is no statement" in done.err
    assert "Import the statements first" in done.err


def test_an_import_is_undone_by_no_other_name(run: Run, remarks: Path, tmp_path: Path) -> None:
    """The same rows for other people (`--people`) are other people's: they add, and the denominators add up."""
    run("new", "People")
    run("import", "people", str(remarks), "--what", "reflections")
    assert run("import", "people", str(remarks), "--what", "reflections", "--people", "second hall", "--json").json()["added"] == 3
    assert run("compare", "people", "--json").json()["people"]["parent"] == 4


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--map", "textt=text"), "text"),
        (("--map", "text=Coment"), "Coment"),
        (("--value", "perspective"), "FIELD:FROM=TO"),
        (("--what", "remarks"), "remarks"),
    ],
)
def test_a_wrong_option_says_what_would_be_right(run: Run, remarks: Path, options: tuple[str, ...], said: str) -> None:
    """A field, a column or a mapping that doesn't exist is named with the nearest; nothing is brought in."""
    run("new", "Wrong")
    what = () if "--what" in options else ("--what", "reflections")
    done = run("import", "wrong", str(remarks), *what, *options, code=2 if "--what" in options else 1)
    assert said in done.err
    assert run("list", "--json").json()[0]["reflections"] == 0


def test_a_workshop_comes_out_as_it_went_in(run: Run, tmp_path: Path) -> None:
    """The example's json for the working group, imported into an empty workshop: `compare --json` is the same, letter by letter."""
    with make_example(tmp_path / "home" / "example"):
        pass
    (path,) = run("export", "example", "--to", "json", "--out", str(tmp_path / "out")).out.split()
    run("new", "Empty")
    assert " reflections, " in run("import", "empty", path).out
    assert run("compare", "empty", "--json").out == run("compare", "example", "--json").out
    assert "nothing new" in run("import", "empty", path).out


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_formula_payloads_are_the_same_words_again(run: Run, shared: Path, tmp_path: Path, ending: str) -> None:
    """Captured, exported as a table, and imported into another workshop: a spreadsheet's formulas and other hostile strings stay words."""
    payloads = [
        clean_line(line) for line in (shared / "data" / "hostile" / "formula-injection.txt").read_text(encoding="utf-8").splitlines()
    ]
    path = tmp_path / f"payloads.{ending}"
    rows = [("text", "perspective"), *((payload, "parent") for payload in payloads if payload)]
    path.write_bytes(xlsx({"A": rows}) if ending == "xlsx" else csv_bytes(rows))
    run("new", "First")
    run("import", "first", str(path))
    run("export", "first", "--to", "csv", "--out", str(tmp_path / "out"))
    run("new", "Second")
    run("import", "second", str(tmp_path / "out" / "reflections.csv"))
    first, second = (sorted(each["text"] for each in run("reflections", name, "--json").json()) for name in ("first", "second"))
    assert first == second
    assert set(first) >= {payload for payload in payloads if payload and not payload.startswith("'")}


def test_a_transcript_names_everybody_who_is_not_known(run: Run, tmp_path: Path) -> None:
    """Each speaker once, with the option that would say who it is; a dry run brings nothing."""
    path = tmp_path / "talk.txt"
    path.write_text("Dana: The bus is late.\nSam: And then?\n")
    run("new", "Talk")
    done = run("import", "talk", str(path), code=1)
    assert 'talk.txt, line 1: nothing says who "Dana" is, who speaks once' in done.err
    assert '--speaker "Sam=parent"' in done.err
    options = ("--speaker", "Dana=p3", "--speaker", "Sam=", "--session", "Friday")
    assert "Would bring in 1 reflection" in run("import", "talk", str(path), *options, "--dry-run").out
    assert run("import", "talk", str(path), *options, "--json").json()["left_out"] == 1


def test_a_sheet_is_asked_for_by_name(run: Run, tmp_path: Path) -> None:
    """Else it is the first that holds anything; a form's columns are told by options and known the next time."""
    path = tmp_path / "forms.xlsx"
    path.write_bytes(xlsx({"Read me": [("About these forms",)], "Form1": [("Who", "What helped?"), ("parents", "the club")]}))
    run("new", "Forms")
    assert "doesn't say what its rows are. Its columns: About these forms." in run("import", "forms", str(path), code=1).err
    options = ("--what", "reflections", "--map", "text=What helped?", "--map", "perspective=Who")
    assert "Brought in 1 reflection" in run("import", "forms", str(path), "--sheet", "Form1", *options).out
    assert "1 was here already" in run("import", "forms", str(path), "--sheet", "Form1").out


def test_a_form_is_written_to_be_sent_out(run: Run, tmp_path: Path) -> None:
    """Its name is printed; a wrong date is a usage error, a file in the way is left as it is."""
    run("new", "Forms")
    path = tmp_path / "form.xlsx"
    asked = ("form", "forms", "practice-examples", "--by", "2199-06-30", "--out", str(path))
    assert run(*asked).out.strip() == str(path)
    assert "is there already" in run(*asked, code=1).err
    assert "--by" in run("form", "forms", "practice-examples", "--by", "June", code=2).err
