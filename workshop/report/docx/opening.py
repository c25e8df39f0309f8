"""The first sections of a report in Word: the title, who took part, at a glance, and the comparison theme by theme."""

from collections.abc import Sequence

from workshop.model.showntiming import ShownActivity
from workshop.model.view.view import View
from workshop.report import wording
from workshop.report.docx.blocks import SOFT, Cell, Paragraph, Span, Table, cell, cells, paragraph
from workshop.report.docx.chart import put_charts
from workshop.report.docx.paper import Paper
from workshop.report.docx.pieces import group_header, how_to_read


def cover(paper: Paper, view: View, contents: Sequence[tuple[str, str]]) -> None:
    """The marking, the title, what it is about, and the contents, which lead to their sections."""
    paper.text(view.marking, style="Workshop Mark")
    paper.text(view.title, style="Title")
    paper.text(wording.side_by_side(view), style="Subtitle")
    paper.text(view.cover)
    paper.heading("In this report", 3)
    for name, title in contents:
        paper.put(paragraph(Span(title, to=name), style="Workshop Cell"))


def who(paper: Paper, view: View) -> None:
    """Who took part, the sessions, their times, what was checked back, and how to read the numbers."""
    paper.text(view.took_part)
    rows = tuple(
        (
            _two(session.name, session.title),
            cell(session.group_text),
            _two(session.date, session.place),
            cell(session.people),
            cell(", ".join(session.shown) or "nothing"),
        )
        for session in view.sessions
    )
    if rows:
        header = cells(("Session", "Group", "When and where", "People", "Shown to them"))
        paper.put(Table(title="Sessions", header=header, rows=rows, widths=(1.9, 1.9, 2.1, 1.9, 1.4)))
    if view.timings:
        _times(paper, view)
    paper.text(" ".join(view.checked_back))
    paper.put(*how_to_read(view, 3))


def _two(first: str, second: str) -> Cell:
    return cell(first, *((Span(f"\n{second}", SOFT),) if second else ()))


def _times(paper: Paper, view: View) -> None:
    paper.heading(wording.TIMES, 2)
    for timing in view.timings:
        title = f"{timing.session}: {timing.text}"
        paper.text(title, style="Caption")
        header = cells(("Activity", "Planned", "Took", "From and to", "Remarks"))
        paper.put(Table(title=title, header=header, rows=tuple(map(_activity, timing.activities)), widths=(4, 1.6, 2.2, 1.6, 1.6)))


def _activity(each: ShownActivity) -> tuple[Cell, ...]:
    took = [each.actual_text, f"paused {each.paused_text}" * bool(each.paused), f"{each.left_out_text} left out" * bool(each.left_out)]
    remarks = [f"{each.remarks}" * bool(each.remarks), f"{each.in_overtime} in overtime" * bool(each.remarks and each.in_overtime)]
    return cells(
        (
            each.title,
            " ".join(filter(None, (each.planned_text, each.added_text))),
            ", ".join(filter(None, took)),
            "-".join(filter(None, (each.begin_text, each.end_text))),
            ", ".join(filter(None, remarks)),
        )
    )


def glance(paper: Paper, view: View) -> None:
    """How many people, themes and contested statements, in large figures; then the sentences of the view."""
    numbers = [(group.name, f"{group.people}", group.text.partition(" ")[2]) for group in view.groups if group.people is not None]
    numbers += [("", *each) for each in wording.counted(view)]
    paper.put(
        Table(
            title=wording.contents(view)[1][1],
            header=group_header(view, [(group, words) for group, _, words in numbers]),
            rows=(tuple((paragraph(number, style="Workshop Figure"),) for _, number, _ in numbers),),
            widths=tuple(1 for _ in numbers),
            row_headers=False,
        )
    )
    paper.text(*view.at_a_glance)


def compared(paper: Paper, view: View) -> None:
    """The mirrored bars and the same numbers as a table."""
    if not view.findings:
        return
    paper.text(wording.bars_title(view), style="Caption")
    put_charts(paper, view.findings, view.sides, view.made)
    paper.text(wording.BARS, style="Workshop Note")
    paper.put(*_compared(view))


def _compared(view: View) -> tuple[Paragraph | Table, ...]:
    groups = view.groups
    header = (
        cell("Theme"),
        *group_header(view, [(group.name, wording.upper_first(group.plural)) for group in groups]),
        *cells(("In words", "Contested", "Lead")),
    )
    rows = tuple(
        (
            cell(Span(finding.name, to=finding.name), f" {finding.theme}"),
            *(cell(finding.groups[group.name].text if group.name in finding.groups else "") for group in groups),
            *cells((wording.in_words(finding), finding.contested_text, finding.lead_organisation)),
        )
        for finding in view.findings
    )
    widths = (3.4, *(2.4 for _ in groups), 2.6, 2.1, 1.8)
    return (
        paragraph(wording.SAME_NUMBERS, style="Caption"),
        Table(title=wording.SAME_NUMBERS, header=header, rows=rows, widths=widths),
    )
