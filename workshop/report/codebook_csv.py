"""The codebook as a table that Taguette imports: it finds its tags in the one column `path`, where dots make the tree."""

import csv
import io

from workshop.model.view.codebook import ShownTheme
from workshop.model.view.view import View
from workshop.report.guard import guarded
from workshop.report.qdpx.plain import Unique, shortened
from workshop.report.slug import slug

LONGEST_PATH = 200
"""Taguette refuses a longer one."""
HEADER = ("path", "description", "title", "aliases", "parent", "priority", "lead organisation", "agreed")


def codebook_csv(view: View) -> dict[str, bytes]:
    """The table, by the name of its file: a row a theme, raised or not, with its own title beside the path."""
    themes = {theme.id: theme for theme in view.codebook}
    unique = Unique()
    text = io.StringIO(newline="")
    writer = csv.writer(text, quoting=csv.QUOTE_ALL)
    writer.writerow(HEADER)
    for theme in view.codebook:
        parent = themes.get(theme.parent)
        path = unique.name(_path(theme, themes), "theme")
        row = (path, theme.description, theme.title, "; ".join(theme.aliases), parent.title if parent else "")
        more = (_yes(theme.priority), theme.lead_organisation, _yes(theme.agreed))
        writer.writerow(guarded(cell) for cell in (*row, *more))
    return {f"{slug(view.title)}-codebook.csv": text.getvalue().encode("utf-8-sig")}


def _path(theme: ShownTheme, themes: dict[str, ShownTheme]) -> str:
    """From the top down; a title's own dots are none of the tree's. The last title alone where all of them are too long."""
    titles: list[str] = []
    above: ShownTheme | None = theme
    seen: set[str] = set()
    while above is not None and above.id not in seen:
        seen.add(above.id)
        titles.insert(0, " ".join(above.title.replace(".", " ").split()))
        above = themes.get(above.parent)
    path = ".".join(titles)
    return path if len(path) <= LONGEST_PATH else shortened(titles[-1], LONGEST_PATH)


def _yes(is_so: bool) -> str:
    return "yes" if is_so else "no"
