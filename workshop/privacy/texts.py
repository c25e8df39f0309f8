"""Every text of a workshop that a report may carry: where it stands, and the records with another text in its place."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from workshop.model.records import Records
from workshop.privacy.artworks import artwork_names
from workshop.privacy.names import names
from workshop.privacy.words import NOT_TOLD

FIELDS: Mapping[str, tuple[str, ...]] = {
    "reflections": ("text",),
    "statements": ("text",),
    "recommendations": ("text", "lead"),
    "followups": ("text",),
    "themes": ("title", "description", "lead_organisation"),
    "sessions": ("title", "place"),
    "participants": ("organisation",),
    "artworks": ("caption", "alt"),
}
"""The fields of each table that hold what people typed, and that some report shows."""
WORKSHOP = "workshop"
"""The table of the workshop's own record, which is its only one."""
_WORKSHOP = ("title", "cover")
_PROSE = {"text", "description", "cover", "caption", "alt"}
"""In the other fields capital letters say nothing."""
_NEEDED = {("themes", "title"), ("workshop", "title"), ("statements", "text"), ("recommendations", "text"), ("artworks", "caption")}
"""What can't be left empty: a report says that it isn't told."""


@dataclass(frozen=True, slots=True)
class Text:
    """One text. `place` is its own for ever ("reflections/ID/text"), `where` what a person calls it ("R12"), `record` its record's id."""

    place: str
    where: str
    words: str
    prose: bool

    @property
    def table(self) -> str:
        """The table of its record."""
        return place_of(self.place)[0]

    @property
    def record(self) -> str:
        """The id of its record."""
        return place_of(self.place)[1]

    @property
    def field(self) -> str:
        """The field of the record that it is."""
        return place_of(self.place)[2]


def texts(records: Records) -> Iterator[Text]:
    """All texts that aren't empty, the workshop's own first; an organisation once, however many come from it."""
    for field in _WORKSHOP:
        if words := getattr(records.workshop, field):
            yield Text(f"workshop/workshop/{field}", f"the workshop's {field}", words, field in _PROSE)
    called = _called(records)
    organisations = set[str]()
    for table, fields in FIELDS.items():
        for key, record in getattr(records, table).items():
            for field in fields:
                words = getattr(record, field)
                if words and not (table == "participants" and words in organisations):
                    organisations.add(words if table == "participants" else "")
                    where = called.get(key, table)
                    yield Text(
                        f"{table}/{key}/{field}", where if field == fields[0] else f"{where}, {_named(field)}", words, field in _PROSE
                    )


def place_of(place: str) -> tuple[str, str, str]:
    """The table, the id and the field of a place; "" for what it doesn't name."""
    table, _, rest = place.partition("/")
    key, _, field = rest.partition("/")
    return table, key, field


def words_at(records: Records, place: str) -> str | None:
    """The words that stand in a place now; None where there is no such place."""
    table, key, field = place_of(place)
    if table == WORKSHOP:
        return str(getattr(records.workshop, field)) if field in _WORKSHOP else None
    if field not in FIELDS.get(table, ()):
        return None
    record = getattr(records, table).get(key)
    return None if record is None else str(getattr(record, field))


def with_texts(records: Records, changed: Mapping[str, str | None]) -> Records:
    """The records with other texts in these places; None takes a text away, and a remark or picture that has none is shown nowhere."""
    tables: dict[str, dict[str, Any]] = {}
    for place, words in changed.items():
        table, key, field = place_of(place)
        told = words if words is not None else NOT_TOLD if (table, field) in _NEEDED else ""
        if table == WORKSHOP:
            own: dict[str, Any] = {field: told}
            records = replace(records, workshop=replace(records.workshop, **own))
            continue
        held = tables.setdefault(table, dict(getattr(records, table)))
        was = getattr(held[key], field)
        same = [key] if table != "participants" else [one for one, each in held.items() if getattr(each, field) == was]
        held.update({one: replace(held[one], **{field: told}) for one in same})
    written: dict[str, Any] = tables
    return replace(records, **written)


def _named(field: str) -> str:
    return {"lead_organisation": "who leads", "lead": "who leads", "alt": "what is to be seen"}.get(field, field)


def _called(records: Records) -> Mapping[str, str]:
    """What a person calls each record, by its id."""
    found = names(records)
    return {
        **found.reflections,
        **found.statements,
        **found.recommendations,
        **found.sessions,
        **artwork_names(records),
        **{
            key: f"a note on {found.recommendations.get(each.recommendation, 'a recommendation')}"
            for key, each in records.followups.items()
        },
        **{key: f"the theme {each.title}" for key, each in records.themes.items()},
        **{key: f"the organisation of {found.people[key]}" for key in records.participants},
    }
