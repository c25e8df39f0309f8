"""A guide as one self-contained page for the browser or the printer."""

from jinja2 import Environment, PackageLoader, StrictUndefined

from workshop.guide import Page


def guide_html(page: Page) -> str:
    """The page: no script, nothing fetched, made to be printed on A4."""
    environment = Environment(
        loader=PackageLoader("workshop.report"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.get_template("guide.html").render(page=page, kind=lambda piece: type(piece).__name__)
