"""The tour that shows every screen, to be looked at: it leaves none out, and its pictures show what there is."""

from pathlib import Path

import pytest

from tests.tui.every_screen import found
from tests.tui.tour.pictures import taken
from tests.tui.tour.stops import STOPS
from workshop.tui.screens.end_session import EndTheSession
from workshop.tui.themes import THEMES


def test_the_tour_comes_to_every_screen() -> None:
    """Each screen and dialog there is has a stop, and each stop a name of its own."""
    assert {stop.kind for stop in STOPS} == found()
    names = [stop.name for stop in STOPS]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("name", ["WhichTimes", "VoteScreen"])
async def test_a_stop_is_shown_in_every_theme(tmp_path: Path, name: str) -> None:
    """A dialog in the usual window, a screen in a wide and a small one too; a stop that is not reached says what is there instead."""
    (stop,) = (stop for stop in STOPS if stop.name == name)
    assert await taken(stop, tmp_path / "ground", tmp_path / "out") == ""
    sizes = () if name == "WhichTimes" else ("160x50", "40x12")
    assert {path.stem for path in (tmp_path / "out").iterdir()} == {f"{name}-{each}" for each in (*THEMES, *sizes)}
    shown = (tmp_path / "out" / f"{name}-light.svg").read_text(encoding="utf-8")
    assert "Three dots each" in shown.replace("&#160;", " ") or "Catch up?" in shown.replace("&#160;", " ")
    assert "url(http" not in shown


async def test_a_stop_that_is_not_reached_is_told(tmp_path: Path) -> None:
    """By the screen that is there in its place."""
    (stop,) = (stop for stop in STOPS if stop.kind is EndTheSession)
    lost = type(stop)(stop.kind, stop.opened, ())
    assert await taken(lost, tmp_path / "ground", tmp_path / "out") == "this is RoomScreen"
