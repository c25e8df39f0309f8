"""`workshop search`: words, wherever in a workshop they stand, or in all workshops on the shelf."""

from collections.abc import Iterator

import click

from workshop.cli.common import print_json, shelf, takes_home
from workshop.errors import WorkshopError
from workshop.model.found import Found
from workshop.workbook.shelf import open_workshop


@click.command("search")
@click.argument("words", nargs=-1, required=True, metavar="[WORKSHOP] WORDS...")
@click.option("--all", "everywhere", is_flag=True, help="In every workshop on the shelf; then no WORKSHOP is named.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON list.")
@takes_home
def search_command(words: tuple[str, ...], *, everywhere: bool, as_json: bool) -> None:
    """Find words, wherever they stand, in one workshop or in all.

    In remarks, themes, statements, recommendations and the notes on them, and captions of pictures: a line each with what it is, how it
    is called, and its text; with --all the workshop first. All the words have to stand in one text, as they
    are or inside longer ones. What was put aside, taken back or said off the record is never found.
    """
    if not everywhere and len(words) < 2:
        raise click.UsageError("Name a workshop and the words to look for, or use --all.")
    found = list(_everywhere(" ".join(words)) if everywhere else _in_one(words[0], " ".join(words[1:])))
    if as_json:
        print_json([{"workshop": name, "kind": each.sort.value, "ref": each.ref, "text": each.text} for name, each in found])
    else:
        for name, each in found:
            line = f"{each.sort.value}\t{each.ref}\t{' '.join(each.text.split())}"
            click.echo(f"{name}\t{line}" if everywhere else line)
    click.echo(f"{len(found) or 'Nothing'} found.", err=True)


def _in_one(name: str, typed: str) -> Iterator[tuple[str, Found]]:
    with shelf().open(name) as book:
        yield from ((book.folder.name, each) for each in book.search_everything(typed))


def _everywhere(typed: str) -> Iterator[tuple[str, Found]]:
    """In each workshop that opens without a passphrase; of the others it is said that they were not looked through."""
    place = shelf()
    for name in place.names():
        try:
            book = open_workshop(place.home / name)
        except WorkshopError as fault:
            click.echo(f"{name} was not looked through: {fault.message} Try: workshop search {name} WORDS", err=True)
            continue
        with book:
            yield from ((name, each) for each in book.search_everything(typed))
