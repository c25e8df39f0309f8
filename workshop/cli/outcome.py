"""`workshop outcome`: what each way of working came to, beside the comparison."""

from collections.abc import Iterator
from dataclasses import asdict

import click

from workshop.cli.common import print_json, shelf, takes_home
from workshop.model.view.outcome import ShownOutcome
from workshop.model.view.quote import ShownQuote
from workshop.text import fold


@click.command("outcome")
@click.argument("workshop")
@click.option("--of", "wanted", default="", metavar="TITLE", help="Only those whose title has these words, such as walk.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON list.")
@takes_home
def outcome_command(workshop: str, wanted: str, as_json: bool) -> None:
    """Print what each way of working came to: examples, places, promises.

    Examples in their parts, places that are safe and not safe, what goes together in two lanes and where nothing is, points and how far
    the groups are apart, what each side has promised, the questions that led on, statements in better words.

    As a page and as tables, for others too: workshop export WORKSHOP --to outcomes
    """
    with shelf().open(workshop) as book:
        found = [each for each in book.view().outcomes if fold(wanted) in fold(each.title)]
    if as_json:
        print_json([asdict(each) for each in found])
        return
    for each in found:
        click.echo("\n".join(_as_text(each)))
    if not found:
        click.echo("Nothing of this kind yet: no remark stands in a lane, nobody gave points, nothing was promised.", err=True)


def _as_text(outcome: ShownOutcome) -> Iterator[str]:
    """The title, what stands out, and each row with its cells and words, a column a line."""
    yield outcome.title
    yield from (f"  {each}" for each in outcome.sentences)
    for row in outcome.rows:
        yield f"  {row.name}"
        for column, cell in zip(outcome.columns, row.cells, strict=True):
            if cell:
                lines = cell.splitlines()
                yield f"    {column}: {lines[0]}"
                yield from (f"      {line}" for line in lines[1:])
            for quote in row.said.get(column, ()):
                yield f"      {quote.name}\t{quote.person or quote.perspective}\t{_words(quote)}"
    yield ""


def _words(quote: ShownQuote) -> str:
    text = " ".join(quote.text.split())
    return f'"{text}"' if quote.verbatim else text
