"""Who took part, by code, and who raised what."""

from workshop.model.view.view import View
from workshop.report.tables.table import Cell, Table


def participants(view: View) -> Table:
    """A row a person."""
    return Table(
        name="participants",
        title="Participants",
        about="A row a person, by code and never by name.",
        columns=("code", "perspective", "organisation", "role"),
        rows=[[one.code, one.perspective, one.organisation, one.role] for one in view.people],
    )


def participant_theme(view: View) -> Table:
    """A row a person and a column a theme, for whoever counts anew: 1, 0, or nothing for a person who had no chance to speak of it."""
    return Table(
        name="participant_theme",
        title="Who raised what",
        about="A row a person, a column a theme: 1 where the person raised it unprompted, 0 where not, empty where there was no chance to.",
        columns=("participant", "perspective", *(f"{finding.name} {finding.theme}" for finding in view.findings)),
        rows=[[one.person, one.perspective, *(_raised(one.themes.get(finding.name)) for finding in view.findings)] for one in view.raised],
    )


def _raised(raised: bool | None) -> Cell:
    return None if raised is None else int(raised)
