"""The view as one self-contained page: no script, nothing fetched, for screen (light and dark) and for paper."""

from collections.abc import Iterator, Mapping
from itertools import groupby

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from workshop.model.perspective import plural_of
from workshop.model.view.finding import Section
from workshop.model.view.quote import ShownQuote
from workshop.model.view.record import ShownReflection
from workshop.model.view.view import View
from workshop.report.chart import charts
from workshop.report.slug import slug

CONTENTS = (
    ("who", "Who took part, and how"),
    ("glance", "At a glance"),
    ("compared", "Theme by theme"),
    ("telling", "Telling differences"),
    ("shared", "Shared ground"),
    ("led", "Raised more by one group"),
    ("priorities", "Priorities"),
    ("heard", "Who was heard"),
    ("rest", "Raised by a few, and what can\u2019t be compared"),
    ("method", "Method and limits"),
    ("noted", "What else was noted"),
)
"""The sections in the order of method.md, 2: each the name of its template, and its heading."""
WITH_RECOMMENDATIONS = "Priorities and recommendations"


def html(view: View) -> dict[str, bytes]:
    """The page, by the name of its file."""
    page = _environment().get_template("report.html")
    text = page.render(
        view=view,
        contents=tuple(
            (name, WITH_RECOMMENDATIONS if name == "priorities" and view.recommendations else title) for name, title in CONTENTS
        ),
        sides=view.sides,
        charts=charts(view),
        shared=view.in_section(Section.SHARED),
        led=view.in_section(Section.LED),
        rest=view.in_section(Section.REST),
        uncontested=[statement for statement in view.statements if not statement.contested],
        noted=_noted(view),
        made=f"{view.made.day} {view.made:%B %Y}",
    )
    # A line end between two tags is of the templates, never of a person's words, in which "<" and ">" are escaped.
    return {f"{slug(view.title)}-report.html": text.replace(">\n<", "><").encode()}


def _environment() -> Environment:
    # StrictUndefined: a name that isn't there must not print as nothing.
    environment = Environment(
        loader=PackageLoader("workshop.report"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters |= {
        "side": _side,
        "plural": plural_of,
        "side_in": lambda group, view: _side(view.between.index(group)) if group in view.between else "",
        "upper_first": lambda text: text[:1].upper() + text[1:],
        "without_number": lambda text: text.partition(" ")[2],
        "css_string": _css_string,
    }
    return environment


def _side(place: int) -> str:
    """The class of the left side, of the right side, and of any further group."""
    return ("a", "b")[place] if place < 2 else ""


def _credit(said: ShownReflection, findings: Mapping[str, str]) -> str:
    """Who said it, its name, what it is about and was marked as: "p3, R12, F7, action"."""
    themes = [findings[theme] for theme in said.themes]
    who = said.quote.person or said.quote.perspective
    marks = said.quote.marks if said.quote.text else ()
    return ", ".join(part for part in (who, said.quote.name, *themes, said.statement, said.quote.answer, *marks) if part)


def _css_string(text: str) -> Markup:
    """A string of CSS in which every character is an escape, so that none can end it, or the style element."""
    return Markup('"{}"').format("".join(f"\\{ord(letter):x} " for letter in text))


def _noted(view: View) -> list[tuple[str, list[tuple[ShownQuote, str]], int]]:
    """By session: each quote that stands nowhere else in the page with its credit, and how many remarks have no words or marks at all."""
    quoted = {quote.name for quote in _quoted(view)}
    findings = {finding.theme: finding.name for finding in view.findings}
    noted = []
    for session, said in groupby(view.reflections, key=lambda said: said.quote.session):
        remarks = list(said)
        told = [one for one in remarks if one.quote.text or one.quote.marks]
        rest = [(one.quote, _credit(one, findings)) for one in told if one.quote.name not in quoted]
        noted.append((session, rest, len(remarks) - len(told)))
    return noted


def _quoted(view: View) -> Iterator[ShownQuote]:
    """The quotes that stand in the sections before."""
    for finding in view.findings:
        for side in view.between:
            yield from finding.quotes[side]
    for statement in view.telling:
        for side in view.between:
            yield from statement.words_of(side)
        yield from statement.back_words
