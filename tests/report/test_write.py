"""Reports on disk: whole or not at all, private, and none over another by accident."""

import stat
from pathlib import Path

import pytest

from tests.report.coded import empty
from tests.report.made_up import records
from tests.report.page import made
from workshop.errors import NotSavedError, WorkshopError
from workshop.report.formats import FORMATS
from workshop.report.slug import slug
from workshop.report.write import write_files, written


def test_every_format_is_written_under_its_names(tmp_path: Path) -> None:
    """All formats together give one folder of files, which is made if it isn't there."""
    paths = write_files(written(made(records()), list(FORMATS)), tmp_path / "new" / "out")
    assert {path.name for path in paths} >= {
        "parenting-on-a-low-income-report.html",
        "parenting-on-a-low-income-report.json",
        "themes.csv",
        "reflections.csv",
        "statements.csv",
        "responses.csv",
        "participants.csv",
        "parenting-on-a-low-income.qdpx",
        "parenting-on-a-low-income.qdc",
        "parenting-on-a-low-income-codebook.csv",
    }
    assert {path.name for path in (tmp_path / "new" / "out").iterdir()} == {path.name for path in paths}


def test_files_are_for_their_owner_alone(tmp_path: Path) -> None:
    """Files are 0600 in a folder 0700."""
    (path,) = write_files({"a.txt": b"x"}, tmp_path / "out")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_a_report_in_the_way_stops_all_of_them(tmp_path: Path) -> None:
    """Where one file is there already nothing is written, and the message names it and the cure."""
    (tmp_path / "b.txt").write_text("mine")
    with pytest.raises(WorkshopError, match="in the way") as refused:
        write_files({"a.txt": b"x", "b.txt": b"y"}, tmp_path)
    assert refused.value.lines == (str(tmp_path / "b.txt"),)
    assert "--force" in refused.value.cure
    assert [path.name for path in tmp_path.iterdir()] == ["b.txt"]
    assert (tmp_path / "b.txt").read_text() == "mine"


def test_force_replaces_what_is_there(tmp_path: Path) -> None:
    """With force the new file stands in the old one's place, and nothing is left beside it."""
    (tmp_path / "a.txt").write_text("old")
    write_files({"a.txt": b"new"}, tmp_path, force=True)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a.txt": b"new"}


def test_a_disk_that_refuses_is_said_and_leaves_nothing(tmp_path: Path) -> None:
    """A folder that can't be one, or a file that can't be replaced, is a NotSavedError, and no part of a file stays."""
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(NotSavedError, match="could not be written"):
        write_files({"a.txt": b"x"}, tmp_path / "file" / "out")
    (tmp_path / "a.txt").mkdir()
    with pytest.raises(NotSavedError, match="could not be written"):
        write_files({"a.txt": b"x"}, tmp_path, force=True)
    assert {path.name for path in tmp_path.iterdir()} == {"file", "a.txt"}


def test_an_unknown_format_is_refused() -> None:
    """The message lists the formats that there are."""
    with pytest.raises(WorkshopError, match='no format "pdf"') as refused:
        written(made(records()), ["html", "pdf"])
    assert refused.value.cure == f"Formats: {', '.join(FORMATS)}."


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Parenting on a low income", "parenting-on-a-low-income"),
        ("Écoute & parole / 2026", "ecoute-parole-2026"),
        ("../../etc/passwd", "etc-passwd"),
        ("\u5b50\u80b2\u3066", "workshop"),
        ("...", "workshop"),
        ("x" * 200, "x" * 60),
    ],
)
def test_a_title_becomes_a_name_that_every_system_takes(title: str, name: str) -> None:
    """ASCII letters, digits and hyphens, never a path, never empty."""
    assert slug(title) == name


def test_a_folder_that_can_t_even_be_looked_into_is_said(tmp_path: Path) -> None:
    """A name too long for the disk is a NotSavedError like any other refusal."""
    with pytest.raises(NotSavedError, match="could not be written"):
        write_files({"a.txt": b"x"}, tmp_path / ("x" * 300))


def test_nothing_to_write_is_said() -> None:
    """A codebook without a theme or a remark can't be written as qdc, which has no empty one; beside another format it is left out."""
    with pytest.raises(WorkshopError, match="nothing to write yet"):
        written(empty(), ["qdc"])
    assert list(written(empty(), ["qdc", "codebook"])) == ["nothing-yet-codebook.csv"]
