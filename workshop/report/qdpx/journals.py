"""What was noted on the clock, as a text for each session."""

from dataclasses import dataclass
from datetime import datetime

from workshop.model.view.view import View
from workshop.report.qdpx.guids import Guids
from workshop.report.qdpx.plain import plain


@dataclass(frozen=True, slots=True)
class Journal:
    """One session's: its name is unique, since QualCoder fails on a second of the same. `at` is when its first line was noted."""

    guid: str
    name: str
    text: str
    at: datetime


def journals(view: View, guids: Guids) -> tuple[Journal, ...]:
    """Those that have a line; times are in the report's time zone."""
    found = []
    for session in dict.fromkeys(note.session for note in view.journal):
        notes = [note for note in view.journal if note.session == session]
        lines = (f"{note.at.astimezone(view.made.tzinfo):%H:%M} {plain(note.text)}" for note in notes)
        found.append(Journal(guids.of("journal", session), f"Journal of {session}", "\n".join(lines), notes[0].at))
    return tuple(found)
