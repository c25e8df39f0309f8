"""The sessions, and how much was noted of whom."""

from workshop.model.view.session import ShownSession, ShownVoice
from workshop.model.view.view import View
from workshop.report.tables.table import Cell, Table


def sessions(view: View) -> Table:
    """A row a session and group in it: when and where, what they were shown, and how much was noted of them."""
    return Table(
        name="sessions",
        title="Sessions",
        about="A row a session and group in it: how many there were, how many of them were noted by person, and how many remarks.",
        columns=("session", "title", "with", "date", "place", "people", "shown", "group", "present", "noted by person", "remarks captured"),
        rows=[_voice(session, voice) for session in view.sessions for voice in session.voices],
    )


def _voice(session: ShownSession, voice: ShownVoice) -> list[Cell]:
    row: list[Cell] = [session.name, session.title, session.group_text, session.date, session.place, session.people]
    return [*row, "; ".join(session.shown), voice.plural, *(_number(text) for text in (voice.present, voice.heard, voice.remarks))]


def _number(text: str) -> Cell:
    """The number that a text is; else the text: "1 or 2"."""
    return int(text) if text.isdecimal() else text
