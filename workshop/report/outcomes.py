"""What each way of working came to, as one page and as tables: examples to pass on, places, what goes together, points, promises."""

from jinja2 import Environment, PackageLoader, StrictUndefined

from workshop.model.view.view import View
from workshop.report.csv import table_csv
from workshop.report.slug import slug
from workshop.report.tables.outcomes import outcome_tables
from workshop.report.wording import made_on

NOTHING = "Nothing of this kind yet: no remark stands in a lane, nobody gave points, nothing was promised."


def outcomes(view: View) -> dict[str, bytes]:
    """The page and a csv file for each table, by the names of their files."""
    # StrictUndefined: a name that isn't there must not print as nothing.
    environment = Environment(
        loader=PackageLoader("workshop.report"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    page = environment.get_template("outcomes.html").render(view=view, nothing=NOTHING, made=made_on(view))
    stem = slug(view.title)
    return {f"{stem}-outcomes.html": page.encode()} | {f"outcome-{each.name}.csv": table_csv(each) for each in outcome_tables(view)}
