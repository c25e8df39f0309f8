"""`workshop recommend`: made, changed, followed up, listed."""

import csv
import io

import pytest

from tests.cli.conftest import Run


@pytest.fixture
def workshop(run: Run) -> str:
    """A session of parents with R1 and R2."""
    run("new", "Rec")
    run("run", "rec", "--plan", "readback", "--group", "parent", "--present", "6")
    run("capture", "rec", given="3: the bus is late #buses\n4: ask us first #voice\n")
    return "rec"


def test_it_is_made_changed_followed_up_and_listed(run: Run, workshop: str) -> None:
    """A line each, what is overdue first; notes where they are asked for."""
    assert run("recommend", workshop, "add", "a later bus", "--lead", "Bus firm", "--due", "2020-01-31", "--from", "R1").out == "D1\n"
    assert run("recommend", workshop, "add", "--side", "practitioners", "--from", "R2").out == "D2\n"
    assert run("recommend", workshop, "edit", "D2", "we ask first").out == "D2\twe ask first\n"
    assert run("recommend", workshop, "note", "D2", "a paper went round", "--status", "under way").out == "D2\tunder way\n"
    assert run("recommend", workshop).out.splitlines() == [
        "D1\topen, overdue\tBus firm\t2020-01-31\ta later bus",
        "D2\tunder way\tpractitioner\tno day\twe ask first",
    ]
    assert run("recommend", workshop, "list", "--overdue").out.count("\n") == 1
    assert "under way: a paper went round" in run("recommend", workshop, "list", "--notes").out
    run("recommend", workshop, "note", "D1", "it runs until ten", "--status", "done")
    assert run("recommend", workshop, "list", "--open").out.startswith("D2\t")
    assert run("recommend", workshop, "list", "--overdue").err == "Nothing is overdue.\n"
    assert run("recommend", workshop, "edit", "D1", "--due", "none").out == "D1\ta later bus\n"


def test_machines_get_all_of_it(run: Run, workshop: str) -> None:
    """What it rests on by reference, what came of it, the notes; what isn't there is null."""
    run("recommend", workshop, "add", "--from", "R2", "--side", "parent", "--due", "2020-01-31")
    run("recommend", workshop, "note", "D1", "they do now", "--status", "done")
    (found,) = run("recommend", workshop, "list", "--json").json()
    assert {key: found[key] for key in ("ref", "kind", "side", "lead", "due", "status", "overdue", "outcome", "themes", "from")} == {
        "ref": "D1",
        "kind": "commitment",
        "side": "parent",
        "lead": None,
        "due": "2020-01-31",
        "status": "done",
        "overdue": False,
        "outcome": "they do now",
        "themes": ["Voice"],
        "from": ["R2"],
    }
    assert (found["session"], found["text"], found["statement"]) == ("S1", "ask us first", None)
    assert [(note["text"], note["status"]) for note in found["notes"]] == [("they do now", "done")]


def test_a_spreadsheet_gets_the_table_of_the_export(run: Run, workshop: str) -> None:
    """A heading and a row each, those that were asked for."""
    run("recommend", workshop, "add", "a later bus", "--due", "2020-01-31", "--from", "R1")
    run("recommend", workshop, "add", "we ask first")
    found = list(csv.DictReader(io.StringIO(run("recommend", workshop, "list", "--csv").out, newline="")))
    assert [(row["id"], row["text"], row["due"], row["overdue"], row["remarks"]) for row in found] == [
        ("D1", "a later bus", "31 January 2020", "yes", "R1"),
        ("D2", "we ask first", "", "no", ""),
    ]
    overdue = csv.DictReader(io.StringIO(run("recommend", workshop, "list", "--overdue", "--csv").out, newline=""))
    assert [row["id"] for row in overdue] == ["D1"]


def test_it_says_what_is_missing(run: Run, workshop: str) -> None:
    """Words, a day, a remark, what came of it: each in a sentence."""
    assert "A recommendation needs words." in run("recommend", workshop, "add", code=1).err
    assert '"soon" is no day. Write it like 2026-09-01.' in run("recommend", workshop, "add", "x", "--due", "soon", code=2).err
    assert 'There is no reflection "R9"' in run("recommend", workshop, "add", "x", "--from", "R9", code=1).err
    run("recommend", workshop, "add", "x")
    assert "What came of D1?" in run("recommend", workshop, "note", "D1", "--status", "dropped", code=1).err
    assert "Nothing was recommended yet." not in run("recommend", workshop, "list", "--json").err


def test_a_session_that_begins_is_told_what_is_open(run: Run, workshop: str) -> None:
    """And how to see it; nothing where nothing is."""
    run("recommend", workshop, "add", "a later bus", "--due", "2020-01-31")
    run("clock", workshop, "start")
    run("clock", workshop, "end")
    told = "1 recommendation is open from before, and overdue: workshop recommend rec list --open\n"
    assert run("run", workshop, "--plan", "readback", "--group", "parent").err.startswith(told)
    run("clock", workshop, "start")
    run("clock", workshop, "end")
    run("recommend", workshop, "note", "D1", "nobody could pay for it", "--status", "dropped")
    assert "from before" not in run("run", workshop, "--plan", "readback", "--group", "parent").err


def test_a_withdrawal_lists_what_rests_on_the_remark(run: Run, workshop: str) -> None:
    """And takes it along."""
    run("recommend", workshop, "add", "a later bus", "--from", "R1")
    assert "  1 recommendation: D1\n" in run("strike", workshop, "R1", "--yes").out
    assert run("recommend", workshop).err == "Nothing was recommended yet.\n"
