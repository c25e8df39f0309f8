"""`workshop search`: words, wherever in a workshop they stand, or in all workshops on the shelf."""

import shlex
from collections.abc import Iterator
from typing import NamedTuple

import click

from workshop.cli.common import print_json, shelf, takes_home
from workshop.errors import WorkshopError
from workshop.model.found import Found
from workshop.workbook.book import Workbook
from workshop.workbook.shelf import open_workshop


@click.command("search")
@click.argument("words", nargs=-1, required=True, metavar="[WORKSHOP] WORDS...")
@click.option("--all", "everywhere", is_flag=True, help="In every workshop on the shelf; then no WORKSHOP is named.")
@click.option("--private", is_flag=True, help="In private sessions too, such as supervision.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON list.")
@takes_home
def search_command(words: tuple[str, ...], *, everywhere: bool, private: bool, as_json: bool) -> None:
    """Find words, wherever they stand, in one workshop or in all.

    In remarks, themes, statements, recommendations and the notes on them, and captions of pictures: a line each with what it is, how it
    is called, and its text; with --all the workshop first. All the words have to stand in one text, as they
    are or inside longer ones. What was put aside, taken back or said off the record is never found, and what was said in a private
    session only with --private.
    """
    if not everywhere and len(words) < 2:
        raise click.UsageError("Name a workshop and the words to look for, or use --all.")
    looked = list(_everywhere(" ".join(words), private) if everywhere else [_in_one(words[0], " ".join(words[1:]), private)])
    found = [(each.name, one) for each in looked for one in each.found]
    if as_json:
        print_json([{"workshop": name, "kind": each.sort.value, "ref": each.ref, "text": each.text} for name, each in found])
    else:
        for name, each in found:
            line = f"{each.sort.value}\t{each.ref}\t{' '.join(each.text.split())}"
            click.echo(f"{name}\t{line}" if everywhere else line)
    click.echo(f"{len(found) or 'Nothing'} found.", err=True)
    if left := sum(each.left_out for each in looked):
        told = "private session was" if left == 1 else "private sessions were"
        again = shlex.join(["workshop", "search", *(["--all"] if everywhere else []), "--private", *words])
        click.echo(f"{left} {told} not looked through. To look there too: {again}", err=True)


class _Looked(NamedTuple):
    """What was found in the workshop of this name, and how many private sessions of it were left out."""

    name: str
    found: tuple[Found, ...]
    left_out: int


def _in_one(name: str, typed: str, private: bool) -> _Looked:
    with shelf().open(name) as book:
        return _look(book, typed, private)


def _everywhere(typed: str, private: bool) -> Iterator[_Looked]:
    """In each workshop that opens without a passphrase; of the others it is said that they were not looked through."""
    place = shelf()
    for name in place.names():
        try:
            book = open_workshop(place.home / name)
        except WorkshopError as fault:
            click.echo(f"{name} was not looked through: {fault.message} Try: workshop search {name} WORDS", err=True)
            continue
        with book:
            yield _look(book, typed, private)


def _look(book: Workbook, typed: str, private: bool) -> _Looked:
    left_out = 0 if private else len(book.private_sessions())
    return _Looked(book.folder.name, book.search_everything(typed, private=private), left_out)
