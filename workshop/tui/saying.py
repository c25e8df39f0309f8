"""Saying what is to be known at once, on whichever screen is open. Apart from what finds it out, which the Shelf loads later."""

from collections.abc import Iterable
from typing import Any

from textual.app import App

SECONDS = 12.0
"""For so long it stands."""


def say_all(app: App[Any], notices: Iterable[str]) -> None:
    """Say each, as it is: markup in it is no markup."""
    for notice in notices:
        app.notify(notice, severity="warning", timeout=SECONDS, markup=False)
