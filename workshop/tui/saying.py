"""Saying what is to be known at once, on whichever screen is open. Apart from what finds it out, which the Shelf loads later."""

from collections.abc import Iterable
from typing import Any

from textual.app import App

from workshop.errors import NotSavedError, WorkshopError

SECONDS = 12.0
"""For so long it stands."""
NOT_SAVED = "Not saved: "
"""With which the store's own words begin."""


def say_all(app: App[Any], notices: Iterable[str]) -> None:
    """Say each, as it is: markup in it is no markup."""
    for notice in notices:
        app.notify(notice, severity="warning", timeout=SECONDS, markup=False)


def on_screen(fault: WorkshopError) -> str:
    """Why something can't be, without a cure that is a command to be typed elsewhere."""
    return fault.message if "workshop " in fault.cure else str(fault)


def not_done(fault: WorkshopError) -> str:
    """Why something was not done; of what could not be saved, that it was not, once."""
    words = str(fault)
    return f"not saved: {words.removeprefix(NOT_SAVED)}" if isinstance(fault, NotSavedError) else words
