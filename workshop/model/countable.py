"""What may be counted, and what may be carried on: the records without rehearsals, and without sessions that are private."""

from collections.abc import Set
from dataclasses import fields, replace
from typing import Any

from workshop.model.discarded import discarded
from workshop.model.records import Participant, Records, Theme


def countable(records: Records) -> Records:
    """The records without the rehearsals, the private sessions and those thrown away, and all that was only said, answered or made in one.

    They are what a comparison may count, and what a report may show.

    A record of a new kind is left out with them if it names a session in `session`, a remark in `reflection`, or remarks in `sources`.
    A theme stays that is agreed, or was used elsewhere, or never.
    """
    kept_out = {key for key, session in records.sessions.items() if session.rehearsal is not None or session.private}
    return _without(kept_out | discarded(records), records)


def without_private(records: Records) -> Records:
    """The records without the private sessions and all that was only said in one: what may be carried to another workshop."""
    return _without({key for key, session in records.sessions.items() if session.private}, records)


def _without(gone: Set[str], records: Records) -> Records:
    if not gone:
        return records
    real = {each.cohort for key, each in records.sessions.items() if key not in gone}
    rehearsing = {records.sessions[key].cohort for key in gone} - real
    said = {key for key, each in records.reflections.items() if each.session in gone}
    rehearsed_themes = {each.theme for each in records.codings.values() if each.reflection in said}
    rehearsed_themes |= {each.theme for each in records.votes.values() if each.session in gone}
    rehearsed_themes -= {each.theme for each in records.codings.values() if each.reflection not in said}
    rehearsed_themes -= {each.theme for each in records.votes.values() if each.session not in gone}

    def stays(key: str, record: Any) -> bool:
        sources = getattr(record, "sources", ())
        return not (
            key in gone
            or getattr(record, "session", None) in gone
            or getattr(record, "reflection", None) in said
            or (sources and said.issuperset(sources))
            or (isinstance(record, Participant) and record.cohort in rehearsing)
            or (isinstance(record, Theme) and record.provisional and key in rehearsed_themes)
        )

    names = (each.name for each in fields(Records) if each.name != "workshop")
    tables: dict[str, Any] = {name: {key: each for key, each in getattr(records, name).items() if stays(key, each)} for name in names}
    return replace(records, **tables)
