"""What several parts of a report in Word show alike: quotes side by side, answers, recommendations."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from workshop.model.view.finding import ShownFinding
from workshop.model.view.group import ShownGroup
from workshop.model.view.quote import ShownQuote
from workshop.model.view.recommendation import ShownRecommendation
from workshop.model.view.statement import ShownAnswers
from workshop.model.view.view import View
from workshop.report import wording
from workshop.report.docx.blocks import SOFT, STRONG, Cell, Paragraph, Span, Table, cell, cells, paragraph

SIDE_WORDS = ("Workshop Left Words", "Workshop Right Words")
SIDE_QUOTES = ("Workshop Left", "Workshop Right")


def words(quote: ShownQuote) -> str:
    """Somebody's words; in quotation marks where they are as said, without where they are the note-taker's."""
    return f"\u201c{quote.text}\u201d" if quote.verbatim else quote.text


def quoted(quote: ShownQuote) -> Paragraph:
    """A quote with its credit, for a cell."""
    return paragraph(words(quote), Span(f"  {wording.credit(quote)}", SOFT), style="Workshop Cell")


def side_style(view: View, perspective: str, styles: tuple[str, str], otherwise: str) -> str:
    """The left side's style, the right side's, or another for a group that is neither."""
    return styles[view.between.index(perspective)] if perspective in view.between else otherwise


def group_header(view: View, texts: Sequence[tuple[str, str]]) -> tuple[Cell, ...]:
    """Cells of a header row, each in the colour of its group: (perspective, text)."""
    return tuple(cell(Span(text, side_style(view, group, SIDE_WORDS, STRONG))) for group, text in texts)


@dataclass(frozen=True, slots=True)
class Column:
    """One group's words: under which heading, what stands there where it has none, and how many `more` there are, below."""

    group: str
    heading: str
    quotes: Sequence[ShownQuote]
    empty: str
    more: str = ""


def side_by_side(view: View, title: str, columns: Sequence[Column]) -> Table:
    """The words of groups beside each other, a row for one of each."""
    rows = list(zip_longest(*(column.quotes for column in columns))) or [(None,) * len(columns)]
    cells_of_quotes = tuple(
        tuple(_quote_cell(quote, column.empty if place == 0 else "") for quote, column in zip(row, columns, strict=True))
        for place, row in enumerate(rows)
    )
    more = tuple(_quote_cell(None, column.more) for column in columns)
    return Table(
        title=title,
        header=group_header(view, [(column.group, column.heading) for column in columns]),
        rows=(*cells_of_quotes, *([more] if any(column.more for column in columns) else [])),
        widths=(1,) * len(columns),
        row_headers=False,
    )


def _quote_cell(quote: ShownQuote | None, empty: str) -> Cell:
    if quote is not None:
        return cell(quoted(quote))
    return cell(Span(empty, SOFT)) if empty else cell("")


def finding_blocks(view: View, finding: ShownFinding) -> tuple[Paragraph | Table, ...]:
    """A theme: what was found, and both sides' words beside each other, each below how many raised it."""
    columns = [
        Column(
            side.name,
            ": ".join(part for part in (wording.upper_first(side.plural), count_of(finding, side)) if part),
            finding.quotes[side.name],
            wording.without_words(finding, side),
        )
        for side in view.sides
    ]
    return (
        paragraph(f"{finding.name} {finding.theme}", style="heading 2", mark=finding.name),
        paragraph(wording.label_of(finding), keep=True),
        side_by_side(view, f"What was said about {finding.theme}", columns),
    )


def answers(view: View, given: ShownAnswers, *, keep: bool = False) -> Table:
    """The four answers of one group, with how many were asked; `keep` as of a table."""
    colour = side_style(view, given.perspective, SIDE_WORDS, STRONG)
    return Table(
        title=f"What {given.plural} answered",
        header=(
            cell(Span(wording.upper_first(given.plural), colour)),
            *cells([wording.upper_first(each.answer) for each in given.answers]),
        ),
        rows=(
            (
                cell(Span(given.asked_text, SOFT)),
                *((paragraph(each.text, style="Workshop Count"),) for each in given.answers),
            ),
        ),
        widths=(2, *(1 for _ in given.answers)),
        keep=keep,
    )


def recommended(title: str, found: Sequence[ShownRecommendation]) -> Table:
    """What should happen, who does it, by when, and how it stands; the name and what it rests on stand below, in small print."""
    return Table(
        title=title,
        header=cells(("What", "Who", "By when", "How it stands")),
        rows=tuple(
            (
                cell(f"{each.name} {each.text}", *_rests(each)),
                cell(each.whose or "nobody yet"),
                cell(each.due or "no day"),
                cell(each.stands),
            )
            for each in found
        ),
        widths=(80, 32, 26, 35),
        row_headers=False,
    )


def _rests(each: ShownRecommendation) -> tuple[Span, ...]:
    rests = ", ".join((*each.themes, *each.sources))
    return (Span(f"  {rests}", SOFT),) if rests else ()


def count_of(finding: ShownFinding, group: ShownGroup) -> str:
    """How many of a group raised the theme, in words; "" where nothing says so."""
    count = finding.groups.get(group.name)
    return count.text if count else ""


def how_to_read(view: View, level: int) -> tuple[Paragraph, ...]:
    """The fixed sentences in a box of their own, which no page cuts."""
    notes = [paragraph(note, style="Workshop Box", keep=place < len(view.notes)) for place, note in enumerate(view.notes, start=1)]
    return (paragraph(wording.HOW_TO_READ, style=f"heading {level}"), *notes)
