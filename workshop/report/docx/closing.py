"""The last sections of a report in Word: who was heard, the method, and what else was noted."""

from workshop.model.view.view import View
from workshop.report import wording
from workshop.report.docx.blocks import SOFT, Span, Table, cells, paragraph
from workshop.report.docx.paper import Paper
from workshop.report.docx.pieces import words


def heard(paper: Paper, view: View) -> None:
    """How much was noted of whom, session by session."""
    paper.text(wording.CAPTURED)
    rows = tuple(
        cells((session.name, voice.plural, voice.present, voice.heard, voice.remarks))
        for session in view.sessions
        for voice in session.voices
    )
    if rows:
        header = cells(("Session", "Group", "Present", "Noted by person", "Remarks captured"))
        paper.put(Table(title="Who was heard", header=header, rows=rows, widths=(2, 2, 2, 2, 2)))


def method(paper: Paper, view: View) -> None:
    """How the labels come about, and how sure the differences are."""
    paper.text(*view.method)
    rows = tuple(
        cells(
            (
                f"{finding.name} {finding.theme}",
                finding.gap_text or "not compared",
                finding.interval_text,
                finding.steadiness_text,
            )
        )
        for finding in view.findings
    )
    if rows:
        title = wording.difference(view)
        paper.text(title, style="Caption")
        header = cells(("Theme", "Difference", "95 % interval, in points", "Steady?"))
        paper.put(Table(title=title, header=header, rows=rows, widths=(4, 2, 2.4, 2.6)))


def noted(paper: Paper, view: View) -> None:
    """Every remark that stands nowhere before, session by session."""
    paper.text(wording.NOTED, style="Workshop Note")
    for each in wording.noted(view):
        paper.heading(each.session, 2)
        for quote, credit in each.said:
            said = words(quote) if quote.text else f"({', '.join(quote.marks)})"
            paper.put(paragraph(said, Span(f"  {credit}", SOFT), style="List Bullet"))
        paper.text(each.wordless_text, style="Workshop Note")
