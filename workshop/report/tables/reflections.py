"""What people said, remark by remark. The columns have the names of the fields that an import reads."""

from workshop.model.view.record import ShownReflection
from workshop.model.view.view import View
from workshop.report.tables.table import Cell, Table


def reflections(view: View) -> Table:
    """A row a remark."""
    return Table(
        name="reflections",
        title="Remarks",
        about="A row a remark, as it was noted: verbatim, or else in the note-taker's words.",
        columns=(
            *("remark", "text", "perspective", "participant", "theme", "session", "activity", "lane", "at", "verbatim", "elicited"),
            *("statement", "answer", "hands", "highlight", "unfinished", "kinds", "checked back", "artwork"),
        ),
        rows=[_reflection(said) for said in view.reflections],
    )


def _reflection(said: ShownReflection) -> list[Cell]:
    quote = said.quote
    row: list[Cell] = [quote.name, quote.text, quote.perspective, quote.person, "; ".join(said.themes), quote.session, said.activity]
    row += [said.lane, said.at, quote.verbatim, said.elicited, said.statement, quote.answer, said.hands]
    return [*row, said.highlight, said.unfinished, "; ".join(quote.kinds), said.checked_back, said.artwork]
