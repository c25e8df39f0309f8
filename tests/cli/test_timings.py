"""`workshop timings`: what was done by the clock, told again as planned against actual."""

import csv
import io
import json
from pathlib import Path

from tests.cli.conftest import Run
from tests.cli.timed import hands as hands  # noqa: PLC0414  # a fixture, which pytest finds by its name here
from tests.workbook.conftest import Hands


def session(run: Run, hands: Hands, *more: str) -> None:
    """Two activities of `readback`: 6 min and a pause of 2 in the first, 26 in the second, one remark in each and one in overtime."""
    run("run", "hall", "--plan", "readback", "--group", "parent", *more)
    steps = (("start", 6.0), ("pause", 2.0), ("next", 25.0))
    for verb, minutes in steps:
        run("clock", "hall", verb)
        run("capture", "hall", given="3: it costs\n" if verb != "pause" else "")
        hands.pass_(minutes)
    run("capture", "hall", given="3: it costs more\n")
    hands.pass_(1)
    run("clock", "hall", "end")


def test_the_table(run: Run, hands: Hands) -> None:
    """A row an activity in the order of the agenda, in minutes and seconds and times of day."""
    run("new", "Hall")
    session(run, hands)
    lines = [line.split("  ") for line in run("timings", "hall").out.splitlines()]
    cells = [[cell.strip() for cell in line if cell.strip()] for line in lines]
    assert cells[0] == ["S1 Reading it back: planned 10:00 to 11:30, was 10:00 to 10:34"]
    assert cells[3] == ["1", "Hello", "8:00", "6:00", "2:00", "10:00", "10:08", "1", "0"]
    assert cells[4] == ["2", "In your own words", "24:00", "26:00", "10:08", "10:34", "2", "1"]
    assert cells[5] == ["3", "Food and a break", "15:00", "skipped"]


def test_json_for_machines(run: Run, hands: Hands) -> None:
    """A list of sessions; lengths in seconds, instants with their offset, what never was null."""
    run("new", "Hall")
    session(run, hands)
    (found,) = run("timings", "hall", "--session", "S1", "--json").json()
    assert {key: found[key] for key in ("session", "rehearsal", "planned", "span", "idle", "start", "end", "elsewhere")} == {
        "session": "S1",
        "rehearsal": None,
        "planned": 5400,
        "span": 34 * 60,
        "idle": 0,
        "start": "2026-03-02T10:00:00+00:00",
        "end": "2026-03-02T10:34:00+00:00",
        "elsewhere": 0,
    }
    second = found["activities"][1]
    assert (second["actual"], second["overtime"], second["reflections"], second["in_overtime"]) == (1560, 120, 2, 1)
    assert found["activities"][2]["start"] is None
    assert sum(each["actual"] + each["paused"] + each["discounted"] for each in found["activities"]) + found["idle"] == found["span"]


def test_csv_for_a_spreadsheet(run: Run, hands: Hands) -> None:
    """The same names and numbers, a row for the whole after each session's; no cell begins a formula."""
    run("new", "Hall")
    session(run, hands)
    run("run", "hall", "--plan", "readback", "--group", "parent")
    run("clock", "hall", "insert", "=1+1", "5")
    rows = list(csv.DictReader(io.StringIO(run("timings", "hall", "--csv").out)))
    assert [(row["session"], row["number"], row["actual"]) for row in rows[:2]] == [("S1", "1", "360.0"), ("S1", "2", "1560.0")]
    whole = rows[6]
    assert (whole["kind"], whole["number"], whole["planned"], whole["reflections"]) == ("whole session", "", "5400.0", "3")
    assert rows[7]["session"] == "S2"
    assert [row["title"] for row in rows if row["unplanned"] == "True"] == ["'=1+1"]


def test_a_rehearsal_is_marked_as_one(run: Run, hands: Hands) -> None:
    """In the table, in JSON and in CSV; a second of it is a minute."""
    run("new", "Hall")
    session(run, hands, "--speed", "60")
    assert run("timings", "hall").out.startswith("S1 (rehearsal x60) Reading it back: ")
    (found,) = run("timings", "hall", "--json").json()
    assert (found["rehearsal"], found["activities"][0]["actual"]) == (60, 360 * 60)
    rows = csv.DictReader(io.StringIO(run("timings", "hall", "--csv").out))
    assert {row["rehearsal"] for row in rows} == {"60.0"}


def test_notes_on_the_clock_stand_below(run: Run, hands: Hands) -> None:
    """What was noted, and what was observed when the session was found open, with its time of day."""
    run("new", "Hall")
    run("run", "hall", "--plan", "readback", "--group", "parent")
    run("clock", "hall", "start")
    hands.pass_(3)
    assert "Noted: fire alarm" in run("clock", "hall", "note", "fire\x07 alarm\n").err
    hands.pass_(30)
    run("clock", "hall", "gap", "2")
    lines = run("timings", "hall").out.splitlines()
    assert "10:03  fire alarm" in lines
    assert "10:33  The session was left open 30 min ago, at 10:03. What happened in the room?" in lines
    (found,) = run("timings", "hall", "--json").json()
    assert found["notes"][0] == {"at": "2026-03-02T10:03:00+00:00", "text": "fire alarm"}
    assert "nothing in that note" in run("clock", "hall", "note", " ", code=1).err


def test_where_there_is_nothing_to_tell(run: Run, hands: Hands) -> None:
    """No session with a plan: said on stderr. One that has not started says so. Both formats at once are a usage error."""
    run("new", "Hall")
    assert (run("timings", "hall").out, run("timings", "hall").err) == ("", "No session with a plan was run here yet.\n")
    run("run", "hall", "--plan", "readback", "--group", "parent")
    assert run("timings", "hall").out.startswith("S1 Reading it back: not started")
    run("timings", "hall", "--csv", "--json", code=2)


def exported(run: Run, folder: Path) -> dict[str, str]:
    """The files of a report, by the ends of their names."""
    run("export", "hall", "--to", "html", "--to", "json", "--to", "csv", "--out", str(folder))
    return {each.name.rpartition("-")[2]: each.read_text("utf-8-sig") for each in folder.iterdir()}


def test_the_reports_tell_it_too(run: Run, hands: Hands, tmp_path: Path) -> None:
    """As a table of the page, in the object and as a spreadsheet: planned, actual, paused, begin and end, remarks, in overtime too."""
    run("new", "Hall")
    session(run, hands)
    found = exported(run, tmp_path / "out")
    assert "Session 1: planned 10:00 to 11:30, was 10:00 to 10:34" in found["report.html"]
    assert "<th>Hello<td>8:00<td>6:00, paused 2:00<td>10:00-10:08<td>1" in found["report.html"]
    assert "<th>In your own words<td>24:00<td>26:00<td>10:08-10:34<td>2, 1 in overtime" in found["report.html"]
    (whole,) = json.loads(found["report.json"])["timings"]
    assert (whole["session"], whole["planned_begin"], whole["end"]) == (
        "Session 1",
        "2026-03-02T10:00:00+00:00",
        "2026-03-02T10:34:00+00:00",
    )
    assert [each["actual"] for each in whole["activities"]][:3] == [360, 1560, None]
    rows = list(csv.DictReader(io.StringIO(found["timings.csv"])))
    assert [rows[0][name] for name in ("session", "activity", "planned", "actual", "paused")] == ["Session 1", "Hello", "480", "360", "120"]
    assert rows[1]["in overtime"] == "1"
    assert rows[2]["began"] == ""


def test_no_report_tells_of_a_rehearsal(run: Run, hands: Hands, tmp_path: Path) -> None:
    """Of the times of a rehearsal there is nothing in any of them."""
    run("new", "Hall")
    session(run, hands, "--speed", "60")
    found = exported(run, tmp_path / "out")
    assert "Planned and actual times" not in found["report.html"]
    assert json.loads(found["report.json"])["timings"] == []
    assert "timings.csv" not in found
