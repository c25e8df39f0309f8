"""The backups that an open Room makes when they are due."""

from workshop.errors import WorkshopError
from workshop.workbook.book import Workbook

LOOK_EVERY = 60.0
"""Seconds between two looks at whether one is due."""


def made_if_due(book: Workbook) -> str | None:
    """Make the backups that are due, and say what failed: "" for nothing, None where none was due. Call it in a thread: it waits."""
    try:
        if not book.backup_due():
            return None
        made = book.backup_now()
    except WorkshopError as fault:
        return f"Not backed up: {fault.message}"
    return "  ·  ".join(f"Not backed up: {each.trouble} ({each.place.path})" for each in made if each.trouble)
