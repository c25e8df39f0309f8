"""What there is to undo, and what is left of it when all is undone."""

from typing import Any

from workshop.model.clock.undo import effect
from workshop.store.schema import type_of_table
from workshop.workbook.book import Workbook


def texts(book: Workbook) -> list[str]:
    """What was said, in order of numbers."""
    return [each.text for each in sorted(book.records.reflections.values(), key=lambda each: (each.number, each.id))]


def state(book: Workbook) -> dict[str, Any]:
    """All that is stored of what people said and did: of a clock's entries those in effect."""
    records = book.repository.everything()
    tables = {table: dict(getattr(records, table)) for table in type_of_table if table not in ("workshop", "timeline")}
    entries = {session: effect(timeline).in_effect for session, timeline in records.timelines.items()}
    return {**tables, "workshop": records.workshop, "entries": {key: found for key, found in entries.items() if found}}


def undo_all(book: Workbook) -> list[str]:
    """Undo until nothing is left; what was said of each."""
    said = []
    while book.undoable:
        said.append(book.undo())
    return said
