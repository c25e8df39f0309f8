"""Plans made by hand: written, edited in an editor, checked on return, found by name."""

import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from workshop.cli.editing import editor
from workshop.plans import load_plan, own_folder


@pytest.fixture
def types(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An editor that carries out the Python code in this file, on the text `text`."""
    code = tmp_path / "keystrokes.txt"
    program = tmp_path / "my editor.py"
    program.write_text(
        "import pathlib, sys\n"
        "path = pathlib.Path(sys.argv[1])\n"
        "scope = {'text': path.read_text('utf-8')}\n"
        f"exec(pathlib.Path({str(code)!r}).read_text('utf-8'), scope)\n"
        "path.write_text(scope['text'], 'utf-8')\n"
    )
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", f"{sys.executable} '{program}'")
    code.write_text("")
    return code


def test_a_new_plan_is_listed_shown_and_run_by_its_name(run: Run, home: Path) -> None:
    """`--new` prints its file; it is among the plans, marked as yours, and `run` finds it."""
    path = Path(run("plans", "--new", "Breakfast club").out.strip())
    assert path == own_folder(home) / "breakfast-club.toml"
    assert next(line for line in run("plans").out.splitlines() if line.startswith("  breakfast-club ")).endswith("Breakfast club  (yours)")
    assert run("plans", "Breakfast club").out.startswith("Breakfast club\n")
    run("new", "Fuel")
    assert run("run", "fuel", "--plan", "breakfast-club", "--group", "parent").out.strip() == "S1"
    assert "There is a plan" in run("plans", "breakfast-club", "--new", code=1).err
    assert "Which plan?" in run("plans", "--new", code=2).err
    assert "needs a name" in run("plans", "--new", " \n", code=1).err


def test_what_was_edited_is_checked(run: Run, home: Path, types: Path) -> None:
    """Every fault is told at once, the file is kept as it is, and the next edit mends it; exit code 1 until then."""
    run("plans", "--new", "Mine")
    types.write_text("text = text.replace('minutes = 10', 'minuets = 10').replace('kind = \"vote\"', 'kind = \"vot\"')")
    done = run("plans", "--edit", "mine", code=1)
    assert len([line for line in done.err.splitlines() if line.startswith("mine.toml:")]) == 5
    assert 'did you mean "minutes"?' in done.err
    assert str(own_folder(home) / "mine.toml") in done.err
    types.write_text("text = text.replace('minuets', 'minutes').replace('\"vot\"', '\"vote\"')")
    assert 'a good plan, "Mine", 6 activities' in run("plans", "mine", "--edit").out


def test_at_a_terminal_it_offers_to_edit_again(run: Run, types: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Yes opens the editor once more; no keeps the plan as it is."""
    answers = iter([True, True, False])
    monkeypatch.setattr("workshop.cli.ownplans.is_terminal", lambda: True)
    monkeypatch.setattr("click.confirm", lambda *_words, **_how: next(answers))
    run("plans", "--new", "Mine")
    types.write_text("text = '#' + text if text.startswith('##') else '#' + text.replace('minutes = 25', 'minutes = 0')")
    done = run("plans", "--edit", "mine", code=1)
    assert done.err.count("must be more than 0 minutes") == 3
    assert next(answers, None) is None


def test_a_ready_made_plan_is_copied_before_it_is_edited(run: Run, home: Path, types: Path) -> None:
    """The copy stands in for it from then on; where nothing was changed there is no copy."""
    assert "Nothing was changed" in run("plans", "--edit", "readback").err
    assert not (own_folder(home) / "readback.toml").exists()
    types.write_text("text = text.replace('Reading it back', 'Reading it to each other')")
    done = run("plans", "--edit", "readback")
    assert "your own copy" in done.err
    assert load_plan("readback").title == "Reading it back"
    assert "Reading it to each other  (yours)" in run("plans").out
    assert run("plans", "readback").out.startswith("Reading it to each other\n")


def test_an_editor_that_fails_names_the_file(run: Run, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The plan stays where it is, and the words say where that is and how to check it."""
    for name in ("no-such-editor-here", f"{sys.executable} -c 'raise SystemExit(3)'"):
        monkeypatch.setenv("VISUAL", name)
        done = run("plans", "--edit", "readback", code=1)
        path = own_folder(home) / "readback.toml"
        assert f"workshop plans --check {path}" in done.err
        assert path.is_file()


def test_the_editor_is_the_person_s_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """VISUAL, then EDITOR, then the plainest that there is; none where there is none."""
    assert editor({"VISUAL": "code --wait", "EDITOR": "vi"}) == ["code", "--wait"]
    assert editor({"VISUAL": " ", "EDITOR": "vi"}) == ["vi"]
    monkeypatch.setattr("shutil.which", lambda name: name if name in ("vi", "notepad") else None)
    assert editor({}, "linux") == editor({}, "darwin") == ["vi"]
    assert editor({}, "win32") == ["notepad"]
    monkeypatch.setattr("shutil.which", lambda _name: None)
    assert editor({}, "linux") == []


def test_a_plan_on_paper(run: Run, tmp_path: Path) -> None:
    """As markdown on stdout, or as the page that the file's name asks for; a file in the way stays, unless it is said."""
    shown = run("plans", "readback", "--print", "--starts-at", "9.30").out
    assert shown.startswith("# Reading it back\n")
    assert "| 09:30 | 1. Hello | 8 |" in shown
    page = tmp_path / "timetable.html"
    assert run("plans", "readback", "--print", "--for", "room", "--out", str(page)).out.strip() == str(page)
    assert page.read_text("utf-8").startswith("<!doctype html>")
    assert "already" in run("plans", "readback", "--print", "--out", str(page), code=1).err
    run("plans", "readback", "--print", "--format", "md", "--out", str(page), "--force")
    assert page.read_text("utf-8").startswith("# Reading it back\n")
    assert "not a time of day" in run("plans", "readback", "--print", "--starts-at", "half nine", code=1).err


def test_a_plan_tells_what_its_activities_took(run: Run) -> None:
    """Of the sessions run before, beside what is planned."""
    run("new", "Fuel")
    run("run", "fuel", "--plan", "readback", "--group", "parent")
    for words in (["start"], ["backdate", "30"], ["next"], ["backdate", "12"], ["end"]):
        run("clock", "fuel", *words)
    assert "the last time" not in run("plans", "community-of-practice").out
    took = [line.strip() for line in run("plans", "readback").out.splitlines() if "the last time" in line]
    assert took == ["took 18 min the last time", "took 12 min the last time"]
    assert "took 18 min the last time" in run("plans", "readback", "--print").out
