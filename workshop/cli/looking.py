"""`workshop` alone: the Shelf. It loads no more than its first picture needs."""

from workshop.tui.app import run_shelf
from workshop.workbook.catalogue import Catalogue, home_folder


def open_shelf(home: str | None) -> int:
    """Open the shelf's screen and return the exit code."""
    return run_shelf(Catalogue(home_folder(home)))
