"""`workshop history`, `conflicts`, `choose` and `edit`: what a reflection was, and which of its versions counts."""

from collections.abc import Sequence

import click

from workshop.cli.common import print_json, shelf, takes_home
from workshop.clocks import local_zone
from workshop.workbook.history import Revision, tell_apart


@click.command("history")
@click.argument("workshop")
@click.argument("reference", metavar="R12")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON list.")
@takes_home
def history_command(workshop: str, reference: str, as_json: bool) -> None:
    """Print every version of a reflection (R12), a statement (T3), a recommendation (D4), an artwork (A1) or a session (S1)."""
    with shelf().open(workshop) as book:
        revisions = book.history(reference)
    if as_json:
        print_json([each.as_json() for each in revisions])
    else:
        _print(revisions)


@click.command("conflicts")
@click.argument("workshop")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON list.")
@takes_home
def conflicts_command(workshop: str, as_json: bool) -> None:
    """List what was edited in two places at once, with both versions. Both are kept until you choose; the newest is shown."""
    with shelf().open(workshop) as book:
        conflicts = book.conflicts()
    if as_json:
        print_json([each.as_json() for each in conflicts])
        return
    for conflict in conflicts:
        click.echo(conflict.ref)
        _print(conflict.revisions)
    if conflicts:
        click.echo(f"To settle one: workshop choose {workshop} {conflicts[0].ref} NUMBER", err=True)
    else:
        click.echo("Nothing was edited in two places at once.", err=True)


@click.command("choose")
@click.argument("workshop")
@click.argument("reference", metavar="R12")
@click.argument("version")
@takes_home
def choose_command(workshop: str, reference: str, version: str) -> None:
    """Make one version the only one that counts, named by its number in `workshop history` or `workshop conflicts`."""
    with shelf().open(workshop) as book:
        chosen = book.choose(reference, version)
        now = book.history(reference)[-1] if chosen.record else chosen
    (words,) = tell_apart([chosen])
    click.echo(f"{reference}\t{words}")
    if any(chosen.fields.get(name) != now.fields.get(name) for name in ("consent", "research")):
        click.echo("What was agreed to stays the least that either version says. To change it: workshop consent --help", err=True)


@click.command("edit")
@click.argument("workshop")
@click.argument("reference", metavar="R12")
@click.argument("text", required=False)
@click.option("--line", metavar="LINE", help="All of it anew, as a capture line: who, words, themes and marks.")
@takes_home
def edit_command(workshop: str, reference: str, text: str | None, line: str | None) -> None:
    """Change a reflection.

    Its words alone, or with --line its speaker, themes and marks too. What it was stays in its history.

    With neither, print it as a capture line, to be changed and given to --line.
    """
    if text is not None and line is not None:
        raise click.UsageError("Give the words, or --line with all of it, not both.")
    with shelf().open(workshop) as book:
        if line is not None:
            book.edit_line(reference, line)
        elif text is not None:
            book.edit(reference, text)
        if text is not None:
            edited = book.reflection(reference)
            click.echo(f"{book.ref(edited)}\t{edited.text}")
        else:
            click.echo(book.line_of(reference))


def _print(revisions: Sequence[Revision]) -> None:
    for revision, words in zip(revisions, tell_apart(revisions), strict=True):
        state = "shown" if revision.shown else "on offer" if revision.offered else ""
        told = words.replace("\n", "\n\t\t\t\t")
        when, where = f"{revision.at.astimezone(local_zone()):%d %b %Y %H:%M:%S}", revision.where or revision.writer
        click.echo(f"{revision.number}\t{when}\t{where}\t{state}\t{told}")
