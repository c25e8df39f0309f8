"""The pictures of a stop: in every theme in the usual window, and the main screens in a wide and in a small one too."""

from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from scripts.pictures import offline
from tests.tui.driving import settle
from tests.tui.tour.ground import Ground
from tests.tui.tour.stops import Stop
from workshop.tui.app import WorkshopApp
from workshop.tui.screens.dialog import Dialog
from workshop.tui.themes import DARK, THEMES

USUAL = (80, 24)
"""Columns and rows."""
OTHERS = ((160, 50), (40, 12))


async def taken(stop: Stop, folder: Path, out: Path) -> str:
    """Write the pictures of a stop into `out`, what is behind it being made in `folder`; "" or how it was not come to."""
    (folder / "shelf").mkdir(parents=True)
    out.mkdir(parents=True, exist_ok=True)
    ground = Ground(folder)
    try:
        app = WorkshopApp(stop.opened(ground), over=stop.over() if stop.over else None)
        async with app.run_test(size=USUAL, notifications=True) as pilot:
            await settle(pilot)
            await stop.reach(pilot)
            if type(pilot.app.screen) is not stop.kind:
                return f"this is {type(pilot.app.screen).__name__}"
            await _photograph(pilot, out, stop)
    finally:
        ground.close()
    return ""


async def _photograph(pilot: Pilot[Any], out: Path, stop: Stop) -> None:
    """In each theme; then, in the first of them, in the other windows."""
    for name, theme in THEMES.items():
        pilot.app.theme = theme.name
        await _save(pilot, out / f"{stop.name}-{name}.svg")
    pilot.app.theme = DARK.name
    for columns, rows in () if isinstance(pilot.app.screen, Dialog) else OTHERS:
        await pilot.resize_terminal(columns, rows)
        await _save(pilot, out / f"{stop.name}-{columns}x{rows}.svg")


async def _save(pilot: Pilot[Any], path: Path) -> None:
    await settle(pilot)
    path.write_text(offline(pilot.app.export_screenshot(title=path.stem, simplify=True)), encoding="utf-8")
