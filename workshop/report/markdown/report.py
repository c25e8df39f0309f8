"""`markdown`: the view as one Markdown file, section by section in the order of every report."""

from collections.abc import Callable, Mapping

from workshop.model.view.view import View
from workshop.report import wording
from workshop.report.markdown.findings import compared, led, rest, shared
from workshop.report.markdown.frame import glance, heard, method, noted, who
from workshop.report.markdown.marks import block, inline
from workshop.report.markdown.pictures import pictures
from workshop.report.markdown.priorities import priorities
from workshop.report.markdown.telling import telling
from workshop.report.slug import slug

SECTIONS: Mapping[str, Callable[[View], list[str]]] = {
    "who": who,
    "glance": glance,
    "compared": compared,
    "telling": telling,
    "pictures": pictures,
    "shared": shared,
    "led": led,
    "priorities": priorities,
    "heard": heard,
    "rest": rest,
    "method": method,
    "noted": noted,
}
"""What writes each section of `wording.CONTENTS`."""


def markdown(view: View) -> dict[str, bytes]:
    """The text, by the name of its file."""
    marking = f"**{inline(view.marking)}**"
    lines = [marking, "", f"# {inline(view.title)}", "", inline(wording.side_by_side(view)), ""]
    if view.cover:
        lines += [block(view.cover), ""]
    for number, (name, title) in enumerate(wording.contents(view), start=1):
        lines += [f"## {number}. {inline(title)}", "", *SECTIONS[name](view)]
    lines += ["---", "", marking, "", inline(wording.made_on(view))]
    return {f"{slug(view.title)}-report.md": f"{chr(10).join(lines)}\n".encode()}
