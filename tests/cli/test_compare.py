"""`workshop compare` and `workshop thresholds`: the whole of the comparison without a screen."""

import csv
import io

import pytest

from tests.cli.conftest import Run


@pytest.fixture
def workshop(run: Run) -> str:
    """Six parents in Ayr and in Irvine, six practitioners; food, debt, and a theme whose title is a formula."""
    run("new", "Two towns")
    for group, place, lines in (
        ("parent", "Ayr", "1: it costs #food\n2: it costs #food\n3: it costs #food\n4: it costs #food\n5: and debt #debt\n"),
        ("practitioner", "Ayr", "1: uptake #debt\n2: uptake #debt\n3: uptake #debt\n4: uptake #debt\n"),
        ("parent", "Irvine", "1: no bus #food\n2: no bus #debt\n3: no bus #debt\n"),
    ):
        run("run", "two-towns", "--plan", "readback", "--group", group, "--present", "6", "--place", place)
        run("clock", "two-towns", "start")
        run("capture", "two-towns", "--group", group, given=lines)
        run("clock", "two-towns", "end")
    run("theme", "two-towns", "rename", "debt", "=debt")
    return "two-towns"


def test_csv_is_guarded_against_formulas(run: Run, workshop: str) -> None:
    """A title that a spreadsheet would run stands behind an apostrophe; mid-p and q are here and in no other output."""
    rows = list(csv.DictReader(io.StringIO(run("compare", workshop, "--csv").out)))
    assert {row["theme"] for row in rows} == {"Food", "'=debt"}
    food = next(row for row in rows if row["theme"] == "Food")
    assert (food["parent raised"], food["parent could"], food["practitioner could"], food["exploratory"]) == ("5", "12", "6", "")
    assert 0 < float(food["mid-p"]) <= float(food["q"]) <= 1
    assert "mid-p" not in run("compare", workshop).out
    for beside in ("--heard", "--over-time", "--words", "--polis", "--why=F1"):
        assert "--csv prints the themes" in run("compare", workshop, "--csv", beside, code=2).err, "no option is ignored without a word"
    assert "Give --json or --csv" in run("compare", workshop, "--csv", "--json", code=2).err


def test_why_gives_the_counts_the_rule_and_the_interval(run: Run, workshop: str) -> None:
    """By the finding's number or the theme's name, in words or as JSON."""
    said = run("compare", workshop, "--why", "food").out.splitlines()
    assert said[0].endswith("Food")
    assert said[1:3] == ["Raised unprompted by 5 of 12 parents.", "Raised unprompted by 0 of 6 practitioners."]
    assert any("95 % interval" in sentence for sentence in said)
    number = said[0].split()[0]
    assert run("compare", workshop, "--why", number, "--json").json() == {"finding": said[0], "why": said[1:]}
    assert "There is no finding F9" in run("compare", workshop, "--why", "F9", code=1).err


def test_sessions_themes_and_sides_narrow_every_output(run: Run, workshop: str) -> None:
    """What is compared stands first in the table, on stderr beside the CSV, and in the JSON; sessions may stand in one word."""
    narrowed = "Only what was said in S2 and S3 is compared."
    assert narrowed in run("compare", workshop, "--session", "S2,S3").out
    assert run("compare", workshop, "--session", "S2", "--session", "S3", "--csv").err == f"{narrowed}\n"
    found = run("compare", workshop, "--session", "S2,S3", "--theme", "food", "--json").json()
    assert found["narrowed"] == f"{narrowed} Only the theme Food is shown."
    assert [(theme["theme"], theme["groups"]["parent"]["raised"]) for theme in found["themes"]] == [("Food", 1)]
    assert 'There is no session "S9"' in run("compare", workshop, "--session", "S9", code=1).err


def test_one_group_in_two_places_is_exploratory_everywhere(run: Run, workshop: str) -> None:
    """Table, why, measures, CSV and JSON say it, in words that name the places."""
    sides = ("--between", "parent@Ayr", "parent@Irvine")
    table = run("compare", workshop, *sides).out
    assert "Exploratory: these are parents in two places" in table
    assert "Parents in Ayr" in table
    assert run("compare", workshop, *sides, "--why", "food").out.splitlines()[1].startswith("Exploratory: ")
    assert run("compare", workshop, *sides, "--polis").out.startswith("Exploratory: ")
    rows = list(csv.DictReader(io.StringIO(run("compare", workshop, *sides, "--csv").out)))
    assert all(row["exploratory"].startswith("Exploratory: ") for row in rows)
    found = run("compare", workshop, *sides, "--json").json()
    assert (found["between"], found["exploratory"][:11]) == (["parent@Ayr", "parent@Irvine"], "Exploratory")
    assert "share a session" in run("compare", workshop, "--between", "parent@Ayr", "parent", code=1).err
    assert '"" is no session, place or time' in run("compare", workshop, "--between", "parent", "practitioner@", code=1).err


def test_what_stands_beside_the_comparison(run: Run, workshop: str) -> None:
    """Who was heard, change over time, words, Polis' measures: each by its option, the first two in every JSON."""
    heard = run("compare", workshop, "--heard")
    assert "captured contributions" in heard.err.casefold()
    assert [line.split()[:4] for line in heard.out.splitlines()[2:5]] == [
        ["S1", "parents", "6", "1"],
        ["S2", "practitioners", "6", "2"],
        ["S3", "parents", "6", "3"],
    ]
    over_time = run("compare", workshop, "--over-time", "--theme", "food").out.splitlines()
    assert over_time[0] == "Parents on Food: 4 of 6 parents in S1; 1 of 6 parents in S3."
    assert "no trend" in over_time[1]
    words = run("compare", workshop, "--words").out
    assert words.startswith("Exploratory: ")
    assert "uptake" in words
    assert words.splitlines()[-1].startswith("Left out are English function words, such as the, of and they")
    assert "It takes two coders." in run("compare", workshop, "--agreement", code=1).err
    run("statement", "add", workshop, "Parents cope.", "--made-by", "practitioner")
    assert run("compare", workshop, "--polis").err.startswith("Polis' measures")
    found = run("compare", workshop, "--json").json()
    assert [each["session"] for each in found["heard"]] == list(found["sessions"].values()) == ["S1", "S2", "S3"]
    assert found["over_time"][0]["in_words"].startswith("Parents on ")
    assert (found["polis"], "words" in found, "agreement" in found) == ([], False, False)
    assert run("compare", workshop, "--json", "--words").json()["words"]["exploratory"].startswith("Exploratory: ")


def test_words_are_not_compared_with_nobody_s(run: Run, workshop: str) -> None:
    """Where a group had no open round a sentence says so, and no table has it use a word 0 times."""
    out = run("compare", workshop, "--words", "--between", "parent", "other").out
    assert "no open round was held with other people" in out
    assert "Used by more" not in out


def test_thresholds_are_printed_and_changed(run: Run, workshop: str) -> None:
    """With what they mean; a changed one is said under every comparison, and `--reset` takes all back."""
    assert "people that each group needs to be compared at all" in run("thresholds", workshop).out
    assert run("thresholds", workshop, "gap=0.5", "clear-count=4", "--json").json()["gap"] == 0.5
    note = "This workshop has its own thresholds: gap 0.5 (usually 0.25), clear_count 4 (usually 3)."
    assert note in run("compare", workshop, "--json").json()["notes"]
    assert run("thresholds", workshop, "--reset", "shared_count=3", "--json").json()["gap"] == 0.25
    assert "gap lies between 0 and 1" in run("thresholds", workshop, "gap=2", code=1).err
    assert 'There is no threshold "p"' in run("thresholds", workshop, "p=0.05", code=1).err
    assert "is no threshold and its number" in run("thresholds", workshop, "gap", code=1).err


def test_no_perspective_has_the_mark_that_divides_one(run: Run) -> None:
    """With an @ in its name it would read as a perspective and a place."""
    assert "A perspective can't be called" in run("new", "Odd", "--perspective", "parent@Ayr", code=1).err
