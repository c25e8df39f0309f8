"""Driving the screens: what they show as text, typing as a terminal sends it, waiting for what is being saved."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from textual import events
from textual.keys import _character_to_key, key_to_character
from textual.pilot import Pilot
from textual.screen import Screen

from workshop.tui.app import WorkshopApp
from workshop.tui.screens.dialog import Dialog

SAVING = {"saving", "verbs", "looking", "comparing", "exporting"}
"""Groups of workers that end by themselves; those that wait for an answer to a dialog are not among them."""


def shown(pilot: Pilot[Any]) -> str:
    """What the screen in front shows, as plain text: every row, without the blanks at its end; of a dialog what is its own."""
    screen = pilot.app.screen
    strips = screen._compositor.render_strips()
    if isinstance(screen, Dialog):
        own = screen.query_one("#dialog").region
        strips = [strip.crop(own.x, own.right) for strip in strips[own.y : own.bottom]]
    return "\n".join(strip.text.rstrip() for strip in strips)


async def settle(pilot: Pilot[Any]) -> None:
    """Wait until what was begun is done and painted."""
    for _ in range(3):
        await pilot.pause()
        running = [worker for worker in pilot.app.workers if worker.group in SAVING and not worker.is_finished]
        if running:
            await pilot.app.workers.wait_for_complete(running)
    await pilot.pause()


async def press(pilot: Pilot[Any], *keys: str) -> None:
    """Press these ("n", or several as "down down enter"), and wait until what they begin is done and painted."""
    await pilot.press(*(key for some in keys for key in some.split()))
    await settle(pilot)


async def press_each(pilot: Pilot[Any], *keys: str) -> None:
    """Press these, and wait after each."""
    for key in (key for some in keys for key in some.split()):
        await press(pilot, key)


async def type_text(pilot: Pilot[Any], text: str) -> None:
    """Send each letter as a key press of its own, as fast as they come."""
    for letter in text:
        pilot.app.post_message(events.Key(_character_to_key(letter), letter))
    await pilot.pause()


async def burst(pilot: Pilot[Any], *keys: str) -> None:
    """Send keys that all arrive before the first is answered, as a slow computer gets them, and wait for what they come to."""
    for key in (key for some in keys for key in some.split()):
        pilot.app.post_message(events.Key(key, key_to_character(key)))
    await settle(pilot)


async def enter(pilot: Pilot[Any], text: str) -> None:
    """Type a line, press Enter, and wait until it is saved."""
    await type_text(pilot, text)
    await press(pilot, "enter")


@asynccontextmanager
async def running(first: Screen[None], size: tuple[int, int] = (80, 24)) -> AsyncIterator[Pilot[Any]]:
    """The app on this screen, settled."""
    app = WorkshopApp(first)
    async with app.run_test(size=size, notifications=True) as pilot:
        await settle(pilot)
        yield pilot
