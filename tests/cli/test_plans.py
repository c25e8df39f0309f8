"""Plans from the command line."""

from pathlib import Path

from tests.cli.conftest import Run
from workshop.plans import HEADINGS

FAULTY = """title = "Mine"

[[activity]]
title = "Talk"
kind = "opne"
minutes = 20

[[activity]]
title = "Small groups"
kind = "reflect"
minuets = 30

[[activity]]
title = "Break"
kind = "break"
minutes = -5

[[activity]]
title = "Close"
kind = "close"
minutes = 5
minimum = 9
"""


def test_five_faults_are_five_lines(run: Run, tmp_path: Path) -> None:
    """Each fault of a plan is a line of its own with file, line, activity and the nearest word; exit code 1."""
    path = tmp_path / "mine.toml"
    path.write_text(FAULTY + 'colour = "red"\n')
    done = run("plans", "--check", str(path), code=1)
    faults = [line for line in done.err.splitlines() if line.startswith("mine.toml:")]
    assert len(faults) == 5, done.err
    assert faults[0].startswith('mine.toml:5: activity 1 ("Talk"): ')
    assert '"open"' in faults[0]
    assert 'unknown key "minuets", did you mean "minutes"?' in faults[1]


def test_the_plans_that_ship_are_listed_and_good(run: Run) -> None:
    """`plans` lists what ships with its minutes, each can be shown, and each checks clean."""
    listed = run("plans", "--json").json()
    assert {"community-of-practice", "readback"} <= {each["name"] for each in listed}
    for each in listed:
        shown = run("plans", each["name"]).out
        assert each["title"] in shown
        assert each["people"] in shown
        assert shown.rstrip().endswith("end")
        assert sum(activity["minutes"] for activity in each["activities"]) == each["minutes"]


def test_a_plan_that_is_not_there(run: Run) -> None:
    """A misspelt name gets the nearest."""
    assert 'Did you mean "readback"?' in run("plans", "redback", code=1).err


def test_plans_stand_under_what_they_are_for(run: Run) -> None:
    """Each heading once, and under it each plan's name, length, title and for whom; those of one's own without a heading are last."""
    run("plans", "--new", "Breakfast club")
    lines = run("plans").out.splitlines()
    headings = [line for line in lines if line and not line.startswith(" ")]
    assert headings == [*HEADINGS, "Other plans"]
    at = lines.index("Choose what comes first")
    assert lines[at + 1].split() == ["families-priorities", "1", "h", "30", "min", "Families'", "priorities"]
    assert lines[at + 2] == "      for parents or practitioners; 6 to 12 parents who use different"
    assert lines[lines.index("Other plans") + 1].endswith("Breakfast club  (yours)")
    assert max(map(len, lines)) <= 80


def test_a_plan_says_what_it_leads_on_to(run: Run) -> None:
    """In words and as JSON, by the name that the next one is run by; one that leads nowhere says nothing of it."""
    assert "It leads on to: answering-back\n" in run("plans", "readback").out
    assert run("plans", "readback", "--json").json()["leads_to"] == "answering-back"
    assert "leads on" not in run("plans", "charter").out
