"""`workshop paraphrase`: remarks in other words, for reports in which their own may not stand."""

import click

from workshop.cli.common import print_json, shelf, takes_home
from workshop.workbook.paraphrasing import Paraphrased


@click.command("paraphrase")
@click.argument("workshop")
@click.argument("reference", metavar="[R12]", required=False)
@click.argument("text", metavar="[TEXT]", required=False)
@click.option("--remove", is_flag=True, help="Take the paraphrase of this remark away.")
@click.option("--all", "every", is_flag=True, help="List the remarks that have one too.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON list.")
@takes_home
def paraphrase_command(workshop: str, reference: str | None, text: str | None, remove: bool, every: bool, as_json: bool) -> None:
    """Say a remark in other words, or list those that wait for it.

    \b
    workshop paraphrase NAME                  the remarks that wait
    workshop paraphrase NAME R12 "TEXT"       R12 in other words
    workshop paraphrase NAME R12 --remove     and no longer

    Somebody's own words, whose speaker agreed to a paraphrase and no more, stand in no report without one.
    """  # noqa: D301  # \b is click's mark for lines that stay as they are
    if reference and not text and not remove:
        raise click.UsageError('Give the other words, such as: R12 "going without, some weeks"')
    with shelf().open(workshop) as book:
        if reference and remove:
            book.unparaphrase(reference)
            click.echo(f"{book.ref(book.reflection(reference))}\tno paraphrase")
        elif reference:
            click.echo(f"{book.ref(book.reflection(reference))}\t{book.paraphrase(reference, text or '').text}")
        else:
            _list(book.to_paraphrase(every=every), as_json)


def _list(found: tuple[Paraphrased, ...], as_json: bool) -> None:
    if as_json:
        print_json([{"ref": each.ref, "text": each.words, "paraphrase": each.paraphrase or None} for each in found])
        return
    for each in found:
        click.echo("\t".join(part for part in (each.ref, each.words, each.paraphrase) if part))
    if not found:
        click.echo("No remark waits for a paraphrase.", err=True)
