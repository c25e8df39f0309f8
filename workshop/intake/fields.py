"""The fields that an import fills, and which columns of a table fill them."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from workshop.errors import WorkshopError
from workshop.intake.nearest import did_you_mean, listed
from workshop.model.faultwords import shortened
from workshop.text import clean_line, fold


class What(StrEnum):
    """What the rows of a table are."""

    REFLECTIONS = "reflections"
    STATEMENTS = "statements"
    RESPONSES = "responses"
    PARTICIPANTS = "participants"
    THEMES = "themes"
    VOTES = "votes"


@dataclass(frozen=True, slots=True)
class Field:
    """One field. `aliases` are the other headers that can mean nothing else; `several` fields take several columns.

    One `on_forms` does so where somebody says which: each column is a question, and each answer a remark of its own.
    """

    name: str
    aliases: tuple[str, ...] = ()
    required: bool = False
    several: bool = False
    on_forms: bool = False


_THEME = "theme"
_PERSPECTIVE = Field("perspective")
_PARTICIPANT = Field("participant", ("participant code",))

FIELDS: Mapping[str, tuple[Field, ...]] = {
    What.REFLECTIONS.value: (
        Field("text", ("reflection", "remark", "comment"), on_forms=True),
        _PERSPECTIVE,
        _PARTICIPANT,
        Field(_THEME, ("themes",), several=True),
        Field("session"),
        Field("activity"),
        Field("at", ("said at",)),
        Field("verbatim"),
        Field("elicited"),
        Field("lane"),
        Field("statement"),
        Field("hands"),
        Field("highlight"),
        Field("unfinished"),
        Field("kinds"),
    ),
    What.STATEMENTS.value: (Field("id", ("statement id",)), Field("text", ("statement",), required=True), Field("made_by"), Field(_THEME)),
    What.RESPONSES.value: (
        Field("participant", ("participant code",), required=True),
        _PERSPECTIVE,
        Field("statement", ("statement id",), required=True),
        Field("answer", ("response",), required=True),
    ),
    What.PARTICIPANTS.value: (
        Field("code", ("participant", "participant code"), required=True),
        Field("perspective", required=True),
        Field("organisation", ("organization",)),
        Field("role"),
    ),
    What.THEMES.value: (
        Field("title", (_THEME, "tag", "name", "path", "code", "code name"), required=True),
        Field("description", ("memo", "definition")),
        Field("parent", ("parent theme", "category")),
        Field("aliases", ("other names",)),
        Field("lead_organisation", ("lead organization",)),
        Field("priority"),
        Field("agreed"),
    ),
    What.VOTES.value: (
        _PARTICIPANT,
        _PERSPECTIVE,
        Field(_THEME),
        Field("amount", ("points", "dots"), required=True, on_forms=True),
        Field("kind"),
        Field("session"),
        Field("at", ("said at",)),
    ),
}
"""By the plain words that the command line lists as choices; a `What` finds them as well."""

_WORDS = {"text", "reflection", "remark", "comment"}
_TELLS: Mapping[What, tuple[tuple[str, ...], set[str]]] = {
    What.RESPONSES: (("participant", "statement", "answer"), {"remark", "reflection"}),
    What.VOTES: (("theme", "amount"), set()),
    What.STATEMENTS: (("text", "made_by"), set()),
    What.REFLECTIONS: (("text",), set()),
    What.PARTICIPANTS: (("code", "perspective"), _WORDS),
    What.THEMES: (("title",), _WORDS),
}
"""The fields by whose columns a kind of row is known, and the headers that tell of another; the first that fits."""

ColumnNames = Mapping[str, Sequence[str]]
"""By field, the names of the columns that fill it; no names where the field is to be left empty."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Which columns (from 0) of the header fill which field, and the names of those that fill none."""

    of: Mapping[str, tuple[int, ...]]
    unused: tuple[str, ...]
    header: tuple[str, ...] = ()

    def names(self, field: str) -> tuple[str, ...]:
        """What the columns of a field are called."""
        return tuple(self.header[index] for index in self.of.get(field, ()))


def field_named(what: What, name: str) -> str:
    """The field's own spelling of `name`. Raises WorkshopError with the nearest where there is no such field."""
    names = [field.name for field in FIELDS[what]]
    for known in names:
        if fold(known) == fold(name):
            return known
    raise WorkshopError(f'{what} have no field "{shortened(name)}"{did_you_mean(name, names)}', f"The fields are {', '.join(names)}.")


def read_map_options(what: What, options: Iterable[str]) -> ColumnNames:
    """The options FIELD=COLUMN, as typed. The first `=` divides, so that a column's name may hold others."""
    pairs = []
    for option in options:
        field, divided, column = option.partition("=")
        if not divided:
            raise WorkshopError(f'"{shortened(option)}" is no mapping.', "Write FIELD=COLUMN, such as text=Comment.")
        pairs.append((field, column))
    return column_names(what, pairs)


def column_names(what: What, pairs: Iterable[tuple[str, str]]) -> ColumnNames:
    """Pairs of field and column by field. One that stands there again takes a further column; one with an empty column is left empty."""
    names: dict[str, list[str]] = {}
    for field, column in pairs:
        taken = names.setdefault(field_named(what, field), [])
        if column.strip():
            taken.append(column)
    return names


def columns(what: What, header: Sequence[str], chosen: ColumnNames, given: Collection[str] = ()) -> Columns:
    """The columns for each field: those `chosen`, else those whose header says so by itself; the fields `given` need none.

    Raises WorkshopError with all faults: a column that isn't there, several for one field, none for one that is needed.
    """
    faults: list[str] = []
    of: dict[str, tuple[int, ...]] = {}
    for field in FIELDS[what]:
        names = chosen.get(field.name)
        found = _matching(field, header) if names is None else _chosen(field, header, names, faults)
        if len(found) > 1 and not field.several and not (field.on_forms and names):
            named = ", ".join(f'"{shortened(header[index])}"' for index in found)
            faults.append(f"{field.name} can be one column only, and {named} would all be it")
        if found:
            of[field.name] = found
        elif field.required and not names and field.name not in given:
            faults.append(f"no column is {field.name}")
    if what is What.REFLECTIONS and "text" not in of and not {"participant", _THEME} <= of.keys() and not faults:
        faults.append("no column is text")
    if faults:
        cure = f"Say which with --map FIELD=COLUMN. The columns are {listed(header)}."
        raise WorkshopError("The columns don't give what an import needs.", cure, tuple(faults))
    used = {index for indices in of.values() for index in indices}
    return Columns(of, tuple(name for index, name in enumerate(header) if name and index not in used), tuple(header))


def guessed(header: Sequence[str]) -> What | None:
    """What the rows under this header are, where it says so by itself."""
    titles = {fold(title) for title in header}
    for what, (needs, not_with) in _TELLS.items():
        fields = {field.name: {fold(field.name), *field.aliases} for field in FIELDS[what]}
        if all(titles & fields[name] for name in needs) and not titles & not_with:
            return what
    return None


def _chosen(field: Field, header: Sequence[str], names: Sequence[str], faults: list[str]) -> tuple[int, ...]:
    """The columns of these names: those spelt so, else those that fold to the same."""
    found: list[int] = []
    for name in names:
        exact = [index for index, title in enumerate(header) if title == clean_line(name)]
        matching = exact or [index for index, title in enumerate(header) if title and fold(title) == fold(name)]
        if not matching:
            faults.append(f'{field.name}: there is no column "{shortened(name)}"{did_you_mean(name, filter(None, header))}')
        found += [index for index in matching if index not in found]
    return tuple(found)


def _matching(field: Field, header: Sequence[str]) -> tuple[int, ...]:
    """The columns that say so by themselves. The field's own name comes before another; "theme 1", "theme 2" are themes."""
    titles = [fold(title) for title in header]
    if field.several:
        titles = [re.sub(r" ?\d+$", "", title) for title in titles]
        return tuple(index for index, title in enumerate(titles) if title in (fold(field.name), *field.aliases))
    for name in (fold(field.name), *field.aliases):
        if found := tuple(index for index, title in enumerate(titles) if title == name):
            return found
    return ()
