"""A folder is opened by a program of the computer, with its name as one argument."""

import stat
import sys
from pathlib import Path

import pytest

from workshop.tui.folder import open_folder, opener

unix = pytest.mark.skipif(sys.platform != "linux", reason="its programs are scripts, and looked for as on Linux")


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An `xdg-open` that notes its arguments, a line each, and ends as the file `end` says."""
    path = tmp_path / "bin" / "xdg-open"
    path.parent.mkdir()
    path.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > "{tmp_path}/told"\nexit $(cat "{tmp_path}/end")\n')
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    (tmp_path / "end").write_text("0")
    monkeypatch.setenv("PATH", f"{path.parent}:/usr/bin:/bin")
    monkeypatch.setenv("DISPLAY", ":0")
    return path


@unix
def test_the_name_is_one_argument_whatever_is_in_it(program: Path, tmp_path: Path) -> None:
    """No shell reads it, so nothing in it is a command; and it begins with a slash, so it is no option."""
    folder = tmp_path / '$(touch "x") ; rm *'
    folder.mkdir()
    assert open_folder(folder)
    assert (tmp_path / "told").read_text() == f"{folder}\n"


@unix
def test_a_program_that_fails_has_not_opened_it(program: Path, tmp_path: Path) -> None:
    """Then the screen says where the files are."""
    (tmp_path / "end").write_text("3")
    assert not open_folder(tmp_path)


@unix
def test_without_a_window_to_show_it_in_none_is_tried(program: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As over ssh, where a text browser would be started in this terminal."""
    monkeypatch.delenv("DISPLAY")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert not open_folder(tmp_path)
    assert not (tmp_path / "told").exists()


@unix
def test_each_system_has_its_own(program: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where it is there."""
    monkeypatch.setenv("PATH", str(program.parent))
    assert opener("linux", {"WAYLAND_DISPLAY": "wayland-0"}) == (str(program),)
    assert opener("darwin", {}) == ()
    (program.parent / "open").symlink_to(program)
    assert opener("darwin", {}) == (str(program.parent / "open"),)
