"""What a call means where it names no more than it must: the workshop before a verb, the session that is on."""

import click

from workshop.cli import NAMED
from workshop.cli.common import shelf
from workshop.errors import WorkshopError
from workshop.model.records import Session
from workshop.workbook.book import Workbook


def remember_workshop(name: str) -> None:
    """Keep the workshop that a group of verbs was called with: it stands before the verb, as in `workshop theme NAME list`."""
    click.get_current_context().meta[NAMED] = name


def open_meant() -> Workbook:
    """The workshop that stood before the verb."""
    return shelf().open(click.get_current_context().meta[NAMED])


def meant_session(book: Workbook, reference: str | None) -> Session:
    """The session that is named, else the one that is open, else the only one. Raises WorkshopError."""
    if reference:
        return book.session(reference)
    sessions = book.sessions()
    found = book.open_session() or (sessions[0] if len(sessions) == 1 else None)
    if found is None:
        refs = ", ".join(book.ref(each) for each in sessions)
        cure = (
            f"Name one: --session {book.ref(sessions[0])} (there are {refs})."
            if sessions
            else "Begin one with: workshop run WORKSHOP --plan readback --group parent"
        )
        raise WorkshopError("It isn't clear which session is meant.", cure)
    return found
