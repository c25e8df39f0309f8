"""The framework matrix: what each person said on each theme, for a framework analysis."""

from collections import defaultdict

from workshop.model.view.record import ShownReflection
from workshop.model.view.view import View
from workshop.report.tables.table import Cell, Table

LONGEST = 240
"""So many letters of a remark stand in the matrix; the name beside it leads to the whole of it."""

Person = tuple[str, str]
"""A code ("" for what was noted for the group) and a perspective."""


def framework(view: View) -> Table:
    """A row a person, then a row for what was noted for each group; a column a theme. A cell has what was said of it, a line a remark."""
    cells: defaultdict[Person, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for said in view.reflections:
        for theme in said.themes:
            cells[said.quote.person, said.quote.perspective][theme].append(_summary(said))
    people: list[Person] = [(one.code, one.perspective) for one in view.people if one.code]
    rows = [*people, *sorted(cells.keys() - set(people))]
    return Table(
        name="framework",
        title="Framework",
        about="A row a person, or what was noted for a group; a column a theme: what was said of it, prompted or not.",
        columns=("participant", "perspective", *(f"{finding.name} {finding.theme}" for finding in view.findings)),
        rows=[_row(person, cells[person], view) for person in rows] if cells else [],
    )


def _row(person: Person, said: dict[str, list[str]], view: View) -> list[Cell]:
    return [*person, *("\n".join(said[finding.theme]) if finding.theme in said else None for finding in view.findings)]


def _summary(said: ShownReflection) -> str:
    """The words on one line, the longer ones cut, and the remark's name: "We only found out in May. [R12]"."""
    text = " ".join(said.quote.text.split())
    short = text if len(text) <= LONGEST else f"{text[: LONGEST - 1].rstrip()}\u2026"
    return f"{short} [{said.quote.name}]".lstrip()
