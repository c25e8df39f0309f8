"""The view as one self-contained page: no script, nothing fetched, for screen (light and dark) and for paper."""

from itertools import groupby

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from workshop.model.view import Section, ShownReflection, View
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
    ("noted", "All that was noted"),
)
"""The sections in the order of method.md, 2: each the name of its template, and its heading."""


def html(view: View) -> dict[str, bytes]:
    """The page, by the name of its file."""
    page = _environment().get_template("report.html")
    text = page.render(
        view=view,
        contents=CONTENTS,
        sides=view.sides,
        charts=charts(view),
        shared=view.in_section(Section.SHARED),
        led=view.in_section(Section.LED),
        rest=view.in_section(Section.REST),
        noted=_by_session(view),
        made=f"{view.made.day} {view.made:%B %Y}",
    )
    return {f"{slug(view.title)}-report.html": text.encode()}


def _environment() -> Environment:
    # StrictUndefined: a name that isn't there must not print as nothing.
    environment = Environment(
        loader=PackageLoader("workshop.report"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters |= {
        "side": _side,
        "side_in": lambda group, view: _side(view.between.index(group)) if group in view.between else "",
        "upper_first": lambda text: text[:1].upper() + text[1:],
        "without_number": lambda text: text.partition(" ")[2],
        "credit": _credit,
        "css_string": _css_string,
    }
    return environment


def _side(place: int) -> str:
    """The class of the left side, of the right side, and of any further group."""
    return ("a", "b")[place] if place < 2 else ""


def _credit(said: ShownReflection) -> str:
    """Who said it, about what: "p3 \u00b7 School costs"."""
    return " \u00b7 ".join(part for part in (said.quote.person or said.quote.perspective, ", ".join(said.themes), said.statement) if part)


def _css_string(text: str) -> Markup:
    """A string of CSS in which every character is an escape, so that none can end it, or the style element."""
    return Markup('"{}"').format("".join(f"\\{ord(letter):x} " for letter in text))


def _by_session(view: View) -> list[tuple[str, list[ShownReflection]]]:
    return [(session, list(said)) for session, said in groupby(view.reflections, key=lambda said: said.quote.session)]
