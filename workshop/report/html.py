"""The view as one self-contained page: no script, nothing fetched, for screen (light and dark) and for paper."""

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from workshop.model.perspective import plural_of
from workshop.model.view.finding import Section
from workshop.model.view.view import View
from workshop.report import wording
from workshop.report.chart import charts, described
from workshop.report.slug import slug


def html(view: View) -> dict[str, bytes]:
    """The page, by the name of its file."""
    page = _environment().get_template("report.html")
    text = page.render(
        view=view,
        contents=wording.contents(view),
        sides=view.sides,
        charts=charts(view),
        shared=view.in_section(Section.SHARED),
        led=view.in_section(Section.LED),
        rest=view.in_section(Section.REST),
        uncontested=[statement for statement in view.statements if not statement.contested],
        noted=wording.noted(view),
    )
    # A line end between two tags is of the templates, never of a person's words, in which "<" and ">" are escaped; and no attribute
    # stands in single quotation marks, so that an apostrophe needs no escape.
    return {f"{slug(view.title)}-report.html": text.replace(">\n<", "><").replace("&#39;", "'").encode()}


def _environment() -> Environment:
    # StrictUndefined: a name that isn't there must not print as nothing.
    environment = Environment(
        loader=PackageLoader("workshop.report"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters |= {
        "side": _side,
        "plural": plural_of,
        "side_in": lambda group, view: _side(view.between.index(group)) if group in view.between else "",
        "upper_first": wording.upper_first,
        "without_number": lambda text: text.partition(" ")[2],
        "css_string": _css_string,
    }
    environment.globals |= {"say": wording, "described": described}
    return environment


def _side(place: int) -> str:
    """The class of the left side, of the right side, and of any further group."""
    return ("a", "b")[place] if place < 2 else ""


def _css_string(text: str) -> Markup:
    """A string of CSS in which all but ASCII letters and digits are escapes, so that nothing can end it, or the style element."""
    return Markup('"{}"').format("".join(letter if letter.isascii() and letter.isalnum() else f"\\{ord(letter):x} " for letter in text))
