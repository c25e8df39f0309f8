"""`workshop artwork`: added, listed, looked at, written, changed, taken out, struck; and put to a group by the clock."""

import json
from hashlib import sha256
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.pictures import drawn

PLAN = """
title = "Pictures"
purpose = "To look."
perspectives = ["practitioner", "parent"]
[[activity]]
title = "Look"
kind = "show"
minutes = 20
artworks = true
"""


@pytest.fixture
def file(tmp_path: Path) -> str:
    """A picture, somewhere on this computer."""
    path = tmp_path / "drawing.png"
    path.write_bytes(drawn(kind="PNG"))
    return str(path)


@pytest.fixture
def workshop(run: Run, file: str, tmp_path: Path) -> str:
    """A1, a picture, and A2, on paper; parents have looked at both."""
    plan = tmp_path / "pictures.toml"
    plan.write_text(PLAN, "utf-8")
    run("new", "Art")
    assert run("artwork", "art", "add", file, "--caption", "A bus stop", "--by", "practitioners", "--alt", "Rain").out == "A1\n"
    assert run("artwork", "art", "add", "--caption", "One plate", "--by", "practitioner").out == "A2\n"
    run("run", "art", "--plan", str(plan), "--group", "parent", "--present", "6")
    run("clock", "art", "start")
    run("capture", "art", given='3: "she has missed it" #waiting\n4: it is cold\n')
    assert "A2 on show" in run("clock", "art", "show", "A2").out
    run("capture", "art", given="3: nobody\nis there\n")
    return "art"


def test_they_are_listed_with_what_was_read_in_them(run: Run, workshop: str) -> None:
    """A line each; the readings by group, word for word in quotation marks."""
    assert run("artwork", workshop).out.splitlines() == [
        "A1\tpractitioner\t64 x 48\t2 readings\tA bus stop",
        "A2\tpractitioner\ton paper\t2 readings\tOne plate",
    ]
    assert "\tparents\tR1\t“she has missed it”\n\tparents\tR2\tit is cold\n" in run("artwork", workshop, "list", "--readings").out


def test_machines_get_all_but_the_picture(run: Run, workshop: str, tmp_path: Path) -> None:
    """Its size, its digest, which is that of the file that is written, and the readings by group; null for what is on paper."""
    bus, plate = run("artwork", workshop, "list", "--json").json()
    path = Path(run("artwork", workshop, "write", "A1", "--out", str(tmp_path)).out.strip())
    assert bus["sha256"] == sha256(path.read_bytes()).hexdigest()
    assert (bus["ref"], bus["width"], bus["bytes"], bus["alt"]) == ("A1", 64, path.stat().st_size, "Rain")
    assert bus["readings"]["parent"][0] == {"ref": "R1", "text": "she has missed it", "verbatim": True, "marks": []}
    assert (plate["media"], plate["sha256"], plate["alt"]) == (None, None, None)
    assert json.dumps(bus).count("base64") == 0


def test_the_clock_tells_what_is_on_show(run: Run, workshop: str) -> None:
    """In its line and for machines, beside the statement that there is none of."""
    told = run("clock", workshop, "status", "--json").json()
    assert (told["statement"], told["artwork"]) == (None, "A2")
    assert run("clock", workshop, "show", "Z2", code=1).err


def test_one_is_looked_at_in_words_where_there_are_no_colours(run: Run, workshop: str) -> None:
    """In a pipe: what is to be seen, the caption, the readings."""
    out = run("artwork", workshop, "show", "A1").out
    assert out.startswith("(Rain)\nA1\tA bus stop\n\tparents\tR1")


def test_readings_stand_with_what_they_were_marked_as(run: Run, workshop: str) -> None:
    """Shown, listed, and for machines; a mark without words is a reading too."""
    run("capture", workshop, given='3: "we went quiet" !silence !tension\n!laugh\n')
    marked = "\tparents\tR5\t“we went quiet”\tsilence, tension\n\tparents\tR6\t\tlaugh\n"
    assert marked in run("artwork", workshop, "show", "A2").out
    assert marked in run("artwork", workshop, "list", "--readings").out
    _, plate = run("artwork", workshop, "list", "--json").json()
    assert [each["marks"] for each in plate["readings"]["parent"]] == [[], [], ["silence", "tension"], ["laugh"]]


def test_the_comparison_says_how_many_readings_it_leaves_out(run: Run, workshop: str, tmp_path: Path) -> None:
    """As many of each side are printed, and the rest is told, not hidden."""
    run("clock", workshop, "end")
    run("run", workshop, "--plan", str(tmp_path / "pictures.toml"), "--group", "practitioner")
    run("clock", workshop, "start")
    run("capture", workshop, "--group", "practitioner", given="1: nobody waits there\n")
    assert "1 more reading" in run("compare", workshop).out


def test_one_is_changed_taken_out_brought_back_and_struck(run: Run, workshop: str, file: str) -> None:
    """Each is said; a struck one is not there any more, and its readings are."""
    assert run("artwork", workshop, "edit", "A2", "--caption", "A plate", "--picture", file).out.endswith("64 x 48\t2 readings\tA plate\n")
    assert run("artwork", workshop, "remove", "A2").err == "A2 is out of the list. Its 2 readings stay as remarks.\n"
    assert "taking out A2" in run("undo", workshop).out
    assert "1 picture: A1" in run("strike", workshop, "A1", "--yes").out
    assert "A1 was withdrawn" in run("artwork", workshop, "show", "A1", code=1).err
    assert "she has missed it" in run("reflections", workshop).out


def test_what_is_missing_is_said(run: Run, file: str) -> None:
    """No pictures yet; no alternative text; no caption."""
    run("new", "Art")
    assert run("artwork", "art").err == "No picture was added yet.\n"
    assert "--alt" in run("artwork", "art", "add", file, "--caption", "A bus", "--by", "parent").err
    assert "--caption" in run("artwork", "art", "add", file, "--by", "parent", code=2).err
