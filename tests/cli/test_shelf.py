"""The shelf from the command line, and the errors that a person meets first."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from workshop.cli import COMMANDS, SECTIONS, root


def test_new_prints_the_folder_and_list_finds_it(run: Run, home: Path) -> None:
    """The folder stands on the shelf under a plain name; two of one title get two folders."""
    first, second = run("new", "Être là!").out.strip(), run("new", "Être là!").out.strip()
    assert (Path(first), Path(second)) == (home / "etre-la", home / "etre-la-2")
    listed = run("list", "--json").json()
    assert sorted((each["name"], each["title"]) for each in listed) == [("etre-la", "Être là!"), ("etre-la-2", "Être là!")]
    assert "etre-la-2" in run("list").out


def test_a_workshop_is_found_by_name_title_or_folder(run: Run, home: Path) -> None:
    """Its name, its title and its path all mean it."""
    run("new", "Parenting on a low income")
    for reference in ("parenting-on-a-low-income", "Parenting on a low income", str(home / "parenting-on-a-low-income")):
        assert run("compare", reference, "--json").json()["schema"] == "workshop.comparison"


def test_a_name_that_is_not_there_gets_the_nearest(run: Run, tmp_path: Path) -> None:
    """A misspelt name is answered with the one it is like, a folder without a workshop with what to give; nothing is made."""
    run("new", "Parenting")
    assert 'Did you mean "parenting"?' in run("compare", "parentign", code=1).err
    empty = tmp_path / "empty"
    empty.mkdir()
    assert "holds no workshop" in run("compare", str(empty), code=1).err
    assert list(empty.iterdir()) == []


def test_more_perspectives(run: Run) -> None:
    """`--perspective` adds one, with a letter of its own; a comparison can be between any two."""
    run("new", "Young", "--perspective", "young person")
    run("capture", "young", "--group", "young people", given="3: nobody asked us #voice\n")
    found = run("compare", "young", "--between", "young person", "practitioner", "--json").json()
    assert found["between"] == ["young person", "practitioner"]
    assert found["themes"][0]["groups"]["young person"]["raised"] == 1
    assert "no perspective" in run("compare", "young", "--between", "parent", "children", code=1).err


def test_the_help_says_of_each_command_what_its_module_says() -> None:
    """The summaries that `--help` prints without loading a command are how the commands' own help begins."""
    for name, (_, summary) in COMMANDS.items():
        command = root.get_command(None, name)  # type: ignore[arg-type]  # the group looks at the name alone
        assert command is not None
        assert command.name == name
        assert summary.endswith(".")
        assert (command.help or "").startswith(summary.removesuffix(".")), name


def test_the_help_lists_every_command_once() -> None:
    """Each command stands in one section of the help."""
    listed = [name for names in SECTIONS.values() for name in names]
    assert sorted(listed) == sorted(COMMANDS)


def test_an_error_inside_says_no_words(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault of the program itself reaches the person as a line with a place, without a traceback and without anyone's words."""
    run("new", "Inside")
    monkeypatch.setattr("workshop.workbook.book.Workbook.compare", lambda *_a, **_k: dict[str, str]()["my secret words"])
    done = run("compare", "inside", "--json", code=1)
    assert "Something went wrong inside workshop (KeyError at" in done.err
    assert "secret" not in done.err


def test_a_wrong_call_ends_with_2(run: Run) -> None:
    """A command that there isn't and an option that there isn't are click's business: exit code 2, on stderr."""
    assert "No such command" in run("campture", code=2).err
    assert "No such option" in run("list", "--jsno", code=2).err


def test_a_pipe_that_closes_early() -> None:
    """`workshop --help | head -1` ends quietly."""
    command = f"{sys.executable} -m workshop plans --json | head -c 1"
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=True)  # noqa: S602  # a pipe is the point
    assert done.stderr == ""
