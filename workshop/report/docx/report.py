"""The full report as a Word file: the sections of method.md, 2, in the words of the page (wording.py)."""

from collections.abc import Callable, Mapping

from workshop.model.view.finding import Section
from workshop.model.view.view import View
from workshop.report import wording
from workshop.report.docx.closing import heard, method, noted
from workshop.report.docx.opening import compared, cover, glance, who
from workshop.report.docx.paper import Paper
from workshop.report.docx.pictures import pictures
from workshop.report.docx.pieces import finding_blocks, recommended
from workshop.report.docx.priorities import ranks
from workshop.report.docx.telling import telling
from workshop.report.slug import slug


def docx(view: View, template: bytes | None = None) -> dict[str, bytes]:
    """The file, by its name; with an organisation's `template`, in its styles. WorkshopError where that is no Word file."""
    paper = Paper(view, template)
    contents = wording.contents(view)
    cover(paper, view, [(name, _heading(paper, place, title)) for place, (name, title) in enumerate(contents, start=1)])
    for place, (name, title) in enumerate(contents, start=1):
        paper.heading(_heading(paper, place, title), 1, mark=name)
        _WRITERS[name](paper, view)
    paper.text(wording.made_on(view), style="Workshop Note")
    return {f"{slug(view.title)}-report.docx": paper.save()}


def _heading(paper: Paper, place: int, title: str) -> str:
    """Numbered as on the page, unless the styles number headings themselves."""
    return f"{place}. {title}" if paper.numbered else title


def _shared(paper: Paper, view: View) -> None:
    _findings(paper, view, Section.SHARED, wording.NOTHING_SHARED)


def _led(paper: Paper, view: View) -> None:
    _findings(paper, view, Section.LED, wording.NOTHING_LED)


def _rest(paper: Paper, view: View) -> None:
    _findings(paper, view, Section.REST, wording.NOTHING_ELSE)


def _findings(paper: Paper, view: View, section: Section, nothing: str) -> None:
    found = view.in_section(section)
    if not found:
        paper.text(nothing)
    for finding in found:
        paper.put(*finding_blocks(view, finding))


def _priorities(paper: Paper, view: View) -> None:
    ranks(paper, view)
    if view.recommendations:
        paper.heading(wording.RECOMMENDED, 2, mark="recommendations")
        paper.put(recommended(wording.RECOMMENDED, view.recommendations))


_WRITERS: Mapping[str, Callable[[Paper, View], None]] = {
    "who": who,
    "glance": glance,
    "compared": compared,
    "telling": telling,
    "pictures": pictures,
    "shared": _shared,
    "led": _led,
    "priorities": _priorities,
    "heard": heard,
    "rest": _rest,
    "method": method,
    "noted": noted,
}
"""What writes each section, by its name in the contents."""
