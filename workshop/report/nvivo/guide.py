"""What is in the kit and how it goes into NVivo, with a data dictionary: what every name in it means."""

from collections.abc import Mapping, Sequence

from workshop.model.view.view import View
from workshop.report.docx.blocks import Table, cells
from workshop.report.docx.paper import Paper
from workshop.report.qdpx.codes import described
from workshop.report.qdpx.plain import plain
from workshop.report.qdpx.variables import OF_SESSIONS, Variable, of_people, of_session, variables_of_people

UNTRIED = (
    "NVivo itself was not tried. These files follow its help pages, but nobody has opened them in it. "
    "Try them on a copy of a project first."
)
STEPS = (
    "Import the Word files as files.",
    "Autocode them by paragraph style. Heading 2 makes a case of each person, Heading 1 a code of what the words were said to.",
    "Import the sheet of people as a case classification, by names.",
    "Import the sheet of sessions as a file classification, by names.",
)
WITHOUT_THEMES = (
    "The Word files hold the words and no themes. A REFI-QDA project (qdpx) holds the words with their themes, and a codebook (qdc) the "
    "themes alone. Import the project or these files, not both: the words would be there twice."
)
NO_CODE = "A person is called by a code, never by a name. \u201cno code\u201d stands for whoever was noted for the group alone."
MOST_VALUES = 12


def guide(view: View, files: Sequence[str]) -> bytes:
    """The guide, as a Word file; tables with nothing to say are left out."""
    paper = Paper(view)
    paper.text(f"{view.title}: a kit for NVivo", style="Title")
    paper.text(view.marking, view.cover)
    paper.text(UNTRIED, style="Workshop Box")
    paper.heading("What is here", 1)
    paper.text(*files, style="List Bullet")
    paper.heading("How it goes into NVivo", 1)
    paper.text(*(f"{number}. {step}" for number, step in enumerate(STEPS, start=1)))
    paper.text(WITHOUT_THEMES)
    paper.heading("What the names mean", 1)
    paper.text(NO_CODE)
    people = list(of_people(view).values())
    sessions = [of_session(each.name, view) for each in view.sessions]
    _table(paper, "People", ("Attribute", "What it says", "Values"), _attributes(variables_of_people(view), people), (2, 4, 2))
    _table(paper, "Sessions", ("Attribute", "What it says", "Values"), _attributes(OF_SESSIONS, sessions), (2, 4, 2))
    titles = {each.id: each.title for each in view.codebook}
    themes = [(each.title, described(each), titles.get(each.parent, "")) for each in view.codebook]
    _table(paper, "Themes", ("Theme", "What it is", "Under"), themes, (3, 5, 2))
    statements = [(each.name, plain(each.text), each.made_by_plural) for each in view.statements]
    _table(paper, "Statements that were put to people", ("Name", "Words", "Made by"), statements, (1, 6, 2))
    return paper.save()


def _attributes(variables: Sequence[Variable], known: Sequence[Mapping[str, str]]) -> list[tuple[str, str, str]]:
    """Each that somebody has, with its values where they are few."""
    rows = []
    for variable in variables:
        values = sorted({each[variable.name] for each in known if variable.name in each})
        if values:
            listed = ", ".join(values) if len(values) <= MOST_VALUES else f"{len(values)} different ones"
            rows.append((variable.name, variable.description, listed))
    return rows


def _table(paper: Paper, title: str, header: Sequence[str], rows: Sequence[Sequence[str]], widths: tuple[float, ...]) -> None:
    if rows:
        paper.heading(title, 2)
        paper.put(Table(title=title, header=cells(header), rows=tuple(cells(row) for row in rows), widths=widths))
