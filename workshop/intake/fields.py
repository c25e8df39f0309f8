"""The fields that an import fills, and which columns of a table fill them."""

import re
from collections.abc import Iterable, Mapping, Sequence
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


@dataclass(frozen=True, slots=True)
class Field:
    """One field. `aliases` are the other headers that can mean nothing else; `several` fields take several columns."""

    name: str
    aliases: tuple[str, ...] = ()
    required: bool = False
    several: bool = False


_THEME = "theme"
_PERSPECTIVE = Field("perspective")
_PARTICIPANT = Field("participant", ("participant code",))

FIELDS: Mapping[str, tuple[Field, ...]] = {
    What.REFLECTIONS.value: (
        Field("text", ("reflection", "remark", "comment")),
        _PERSPECTIVE,
        _PARTICIPANT,
        Field(_THEME, ("themes",), several=True),
        Field("session"),
        Field("activity"),
        Field("at", ("said at",)),
        Field("verbatim"),
        Field("elicited"),
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
    ),
}
"""By the plain words that the command line lists as choices; a `What` finds them as well."""

ColumnNames = Mapping[str, Sequence[str]]
"""By field, the names of the columns that fill it; no names where the field is to be left empty."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Which columns (from 0) fill which field, and the names of those that fill none."""

    of: Mapping[str, tuple[int, ...]]
    unused: tuple[str, ...]


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


def columns(what: What, header: Sequence[str], chosen: ColumnNames) -> Columns:
    """The columns for each field: those `chosen`, else those whose header says so by itself.

    Raises WorkshopError with all faults: a column that isn't there, several for one field, none for one that is needed.
    """
    faults: list[str] = []
    of: dict[str, tuple[int, ...]] = {}
    for field in FIELDS[what]:
        names = chosen.get(field.name)
        found = _matching(field, header) if names is None else _chosen(field, header, names, faults)
        if len(found) > 1 and not field.several:
            named = ", ".join(f'"{shortened(header[index])}"' for index in found)
            faults.append(f"{field.name} can be one column only, and {named} would all be it")
        if found:
            of[field.name] = found
        elif field.required and not names:
            faults.append(f"no column is {field.name}")
    if what is What.REFLECTIONS and "text" not in of and not {"participant", _THEME} <= of.keys() and not faults:
        faults.append("no column is text")
    if faults:
        cure = f"Say which with --map FIELD=COLUMN. The columns are {listed(header)}."
        raise WorkshopError("The columns don't give what an import needs.", cure, tuple(faults))
    used = {index for indices in of.values() for index in indices}
    return Columns(of, tuple(name for index, name in enumerate(header) if name and index not in used))


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
