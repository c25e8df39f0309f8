"""`tables`: all tables of a view, in the order of the report."""

from workshop.model.view.view import View
from workshop.report.tables.framework import framework
from workshop.report.tables.people import participant_theme, participants
from workshop.report.tables.recommendations import recommendations
from workshop.report.tables.reflections import reflections
from workshop.report.tables.sessions import sessions
from workshop.report.tables.statements import responses, statements
from workshop.report.tables.table import Table
from workshop.report.tables.themes import themes
from workshop.report.tables.timings import timings
from workshop.report.tables.votes import priorities, votes

ALWAYS = (themes, statements, reflections, responses, participants)
"""Tables that are there without a row too: what every import and every script looks for."""
WHERE_ANY = (participant_theme, framework, priorities, votes, recommendations, sessions, timings)


def tables(view: View) -> tuple[Table, ...]:
    """The tables, those of WHERE_ANY only where they have rows."""
    found = [make(view) for make in WHERE_ANY]
    return (*(make(view) for make in ALWAYS), *(table for table in found if table.rows))
