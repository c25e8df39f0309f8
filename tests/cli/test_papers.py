"""`workshop sheet`, `slips` and `ownwords`: pages to print, on standard output or in a file."""

import json
import re
from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.fixture
def folder(run: Run) -> Path:
    """A workshop "papers" with a typed-up session of parents: R1 is p3's, R2 is p5's."""
    made = Path(run("new", "Papers").out.strip())
    run("capture", "papers", "--group", "parent", given='3: "the heating stayed off" #heating\n5: the bus is late #buses\n')
    return made


def test_a_sheet_comes_from_a_plan(run: Run, tmp_path: Path) -> None:
    """On stdout it is the page; with --out the file's name, and on stderr what to do with it."""
    page = run("sheet", "readback", "--starts-at", "10:00").out
    assert page.startswith("<!doctype html>")
    assert "10:00" in page
    out = tmp_path / "sheet.html"
    done = run("sheet", "readback", "--out", str(out))
    assert done.out.strip() == str(out)
    assert "print" in done.err
    assert out.read_text(encoding="utf-8").startswith("<!doctype html>")


def test_a_file_in_the_way_is_told(run: Run, tmp_path: Path) -> None:
    """Exit code 1 and the cure; --force writes over it."""
    out = tmp_path / "sheet.html"
    out.write_text("mine")
    assert "--force" in run("sheet", "readback", "--out", str(out), code=1).err
    assert out.read_text() == "mine"
    run("sheet", "readback", "--out", str(out), "--force")
    assert out.read_text(encoding="utf-8") != "mine"


def test_blank_slips_have_the_groups_stickers(run: Run) -> None:
    """As many as asked for, with the letter of the plan's group, or of another."""
    page = run("slips", "readback", "--people", "3", "--withdraw-until", "2026-06-02", "--contact", "Rhona").out
    assert [f">p{number}<" in page for number in (1, 2, 3, 4)] == [True, True, True, False]
    assert "2 June 2026" in page
    assert "Rhona" in page
    assert ">r1<" in run("slips", "readback", "--people", "1", "--group", "practitioner").out
    assert "practitioner" in run("slips", "readback", "--group", "nobody", code=1).err


def test_slips_of_a_session_say_what_was_agreed(run: Run, folder: Path) -> None:
    """With --workshop they are those of its people, with the level ticked."""
    run("consent", "papers", "p3", "quote", "--session", "S1")
    page = run("slips", "--workshop", "papers").out
    assert page.count('class="slip"') == 2
    assert page.count("\u2611") == 1


def test_slips_are_of_a_plan_or_of_a_workshop(run: Run, folder: Path) -> None:
    """Neither, both, or a date that the session has of its own: a wrong call."""
    run("slips", code=2)
    run("slips", "readback", "--workshop", "papers", code=2)
    run("slips", "--workshop", "papers", "--withdraw-until", "2026-06-02", code=2)


def test_own_words_are_written_for_one_person(run: Run, folder: Path, tmp_path: Path) -> None:
    """The file's name on stdout; the words of nobody else in it; the register lists it."""
    path = Path(run("ownwords", "papers", "p3", "--out", str(tmp_path)).out.strip())
    page = path.read_text(encoding="utf-8")
    assert "the heating stayed off" in page
    assert "the bus is late" not in page
    assert "own words, 1 remarks" in run("exports", "papers").out


def test_each_column_of_own_words_is_named(run: Run, folder: Path, tmp_path: Path) -> None:
    """No heading is empty: a screen reader says it before each cell."""
    page = Path(run("ownwords", "papers", "p3", "--out", str(tmp_path)).out.strip()).read_text(encoding="utf-8")
    headings = re.findall(r"<th\b[^>]*>(.*?)</th>", page)
    assert headings[:4] == ["number", "words", "about", "when"]
    assert all(headings)


def test_own_words_as_json(run: Run, folder: Path) -> None:
    """One object, no file."""
    found = json.loads(run("ownwords", "papers", "3", "--json").out)
    assert [each["text"] for each in found["remarks"]] == ["the heating stayed off"]
    assert not (folder / "reports").exists()


def test_of_somebody_unknown_there_are_none(run: Run, folder: Path) -> None:
    """Exit code 1, and the codes that there are."""
    assert "p3" in run("ownwords", "papers", "p9", code=1).err
