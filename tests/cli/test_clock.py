"""The clock from the command line, as the Room's keys drive it."""

import subprocess
import sys

from tests.cli.conftest import Run


def begun(run: Run) -> None:
    """A workshop "hall" with a session of parents by the plan `readback`; without a terminal `run` begins it and says so."""
    run("new", "Hall")
    run("run", "hall", "--plan", "readback", "--group", "parent", "--present", "8")


def test_a_session_by_the_clock_alone(run: Run) -> None:
    """Start, next, undo the next, add five minutes, pause, resume, end: each status says where the session is."""
    begun(run)
    assert run("clock", "hall", "status", "--json").json()["phase"] == "not started"
    assert "1. Hello" in run("clock", "hall", "start").out
    assert "2. In your own words" in run("clock", "hall", "next").out
    undone = run("clock", "hall", "undo")
    assert "1. Hello" in undone.out
    assert "Undone: " in undone.err
    assert run("clock", "hall", "add", "5", "--json").json()["activities"][0]["added_seconds"] == 300
    assert "paused" in run("clock", "hall", "pause").out
    assert "running" in run("clock", "hall", "resume").out
    assert "ended" in run("clock", "hall", "end").out
    assert run("list", "--json").json()[0]["open_session"] is None


def test_what_can_not_be_done_says_why(run: Run) -> None:
    """Next before the start, a pause twice, a time that is none, a statement that there isn't: exit code 1 and a sentence."""
    begun(run)
    assert "has not started" in run("clock", "hall", "next", code=1).err
    run("clock", "hall", "start")
    run("clock", "hall", "pause")
    assert "paused already" in run("clock", "hall", "pause", code=1).err
    assert run("clock", "hall", "add", "soon", code=1).err
    assert 'no statement "T9"' in run("clock", "hall", "show", "T9", code=1).err
    assert "clock add takes TIME" in run("clock", "hall", "add", code=2).err


def test_a_statement_put_to_the_group(run: Run) -> None:
    """`clock show T1` in the activity that shows statements: answers captured then are answers to it."""
    begun(run)
    run("statement", "add", "hall", "They know more than we think", "--made-by", "practitioner")
    run("clock", "hall", "start")
    for _ in range(3):
        run("clock", "hall", "next")
    assert "T1 on show" in run("clock", "hall", "show", "T1").out
    run("capture", "hall", given="3: !disagree they always knew\n4: !agree\n")
    (found,) = run("compare", "hall", "--json").json()["statements"]
    assert found["answers"]["parent"] == {"agree": 1, "partly": 0, "disagree": 1, "unsure": 0}


def test_another_process_drives_the_same_clock(run: Run) -> None:
    """A clock started in one process is running in the next."""
    begun(run)
    run("clock", "hall", "start")
    done = subprocess.run([sys.executable, "-m", "workshop", "clock", "hall", "status"], capture_output=True, text=True, check=True)
    assert "running" in done.stdout
