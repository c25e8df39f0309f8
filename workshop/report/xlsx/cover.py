"""The cover: what this is, for whom, what it found in a few sentences, how to read the numbers, and where everything stands."""

from collections.abc import Iterator, Sequence
from typing import Any

from workshop.model.view.view import View
from workshop.report import wording
from workshop.report.tables.table import HIDDEN, Table
from workshop.report.xlsx.chartsheet import TITLE
from workshop.report.xlsx.page import LINE, fitting, lines_of, set_height, set_page
from workshop.report.xlsx.styles import Styles

WIDTH = 78
"""In letters: an A4 page."""
ON_A_LINE = 86
"""So many letters of running text stand on a line of that width, which is measured in digits."""
MARKS = (
    f"{HIDDEN} stands where a number is not shown: so few people are behind it that they could be known by it.",
    "An empty cell is nothing to say, or no; never zero. A column in which nothing stands is left out.",
    "Numbers are numbers and words are words: no cell of this workbook computes anything.",
)


def put_cover(book: Any, styles: Styles, view: View, tables: Sequence[Table]) -> None:
    """The first sheet: a column of text, at its end a link to every other sheet."""
    sheet = book.add_worksheet("Cover")
    sheet.set_column(0, 0, WIDTH)
    row = -1
    for row, (text, style, points) in enumerate(_lines(styles, view)):
        sheet.write_string(row, 0, fitting(text), style)
        set_height(sheet, row, lines_of(text, ON_A_LINE * LINE // points), points=points)
    sheets = [TITLE] if view.findings else []
    for place, title in enumerate((*sheets, *(table.title for table in tables)), start=row + 1):
        sheet.write_url(place, 0, f"internal:'{title}'!A1", styles.link, string=title)
    set_page(sheet, view, landscape=False)
    sheet.fit_to_pages(1, 0)


def _lines(styles: Styles, view: View) -> Iterator[tuple[str, Any, int]]:
    """The texts from the top down, each with its style and the points of a line of it."""
    yield view.marking, styles.marking, LINE
    yield view.title, styles.title, 2 * LINE
    yield wording.side_by_side(view), styles.text, LINE + 3
    if view.cover:
        yield view.cover, styles.soft_wrapped, LINE
    yield wording.made_on(view), styles.soft_wrapped, LINE
    for heading, sentences in (
        ("At a glance", (view.took_part, *view.at_a_glance)),
        (wording.HOW_TO_READ, (*view.notes, *MARKS)),
        ("Method and limits", (*view.checked_back, *view.method)),
    ):
        yield heading, styles.section, 2 * LINE
        for sentence in sentences:
            yield sentence, styles.text, LINE + 1
    yield "The sheets", styles.section, 2 * LINE
