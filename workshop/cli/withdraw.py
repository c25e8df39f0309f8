"""`workshop withdraw` and `workshop strike`: words taken back, after a look at what goes."""

import sys
from collections.abc import Iterator

import click

from workshop.cli.common import is_terminal, shelf, takes_home
from workshop.cli.consent import whose_people
from workshop.cli.exports import described
from workshop.errors import REFUSED
from workshop.model.withdrawal import remarks_withdrawn
from workshop.workbook.book import Workbook
from workshop.workbook.preview import Listed, Preview, told_damaged
from workshop.workbook.strangers import told_strangers
from workshop.workbook.withdrawing import counted_flagged

OUT_OF_REACH = (
    "No program can reach the spare blocks of an SSD or a stick, snapshots, a synchronised folder's history, "
    "or reports that were given away."
)
"""What is said with every withdrawal."""
_SHOWN = 60
"""So much of a remark is shown for a person to know it again."""


also_flagged = click.option(
    "--also-flagged", "flagged", is_flag=True, help="Also what is put aside for the safeguarding lead; --yes doesn't say so."
)


@click.command("withdraw")
@click.argument("workshop")
@click.argument("code", metavar="P3")
@click.option("--session", "whose", metavar="S", help="Whose code it is: a session, such as S2, or imported people's name.")
@click.option("--yes", is_flag=True, help="Don't ask.")
@also_flagged
@takes_home
def withdraw_command(workshop: str, code: str, whose: str | None, yes: bool, flagged: bool) -> None:
    """Take back all that a person said, for good: from every file, backup and later report, here and wherever this is merged.

    Prints what goes, and asks. Without a terminal nothing is done unless --yes is given.
    """
    with shelf().open(workshop) as book:
        session, people = whose_people(book, whose)
        _go(book, book.withdrawal(code, session, people), yes, flagged)


@click.command("strike")
@click.argument("workshop")
@click.argument("reference", metavar="R12")
@click.option("--yes", is_flag=True, help="Don't ask.")
@also_flagged
@takes_home
def strike_command(workshop: str, reference: str, yes: bool, flagged: bool) -> None:
    """Take back one remark, for good: off the record, later. R12 names a remark, T3 a statement, D4 a recommendation, A1 an artwork.

    Prints what goes, and asks. Without a terminal nothing is done unless --yes is given.
    """
    with shelf().open(workshop) as book:
        _go(book, book.striking(reference, also_flagged=flagged), yes, flagged)


def _go(book: Workbook, preview: Preview, yes: bool, flagged: bool) -> None:
    """Show what goes on stdout, ask on stderr, do it. The words are shown only to a person at a terminal: else they'd stay in a log."""
    asking = sys.stdin.isatty() and not yes
    for line in _told(preview, words=asking and is_terminal()):
        click.echo(line)
    if preview.passed:
        click.echo(f"The last day for it, {preview.passed:%d %B %Y}, has passed. It can still be done.", err=True)
    if not yes:
        if not asking:
            click.echo("Nothing was withdrawn: nobody was there to say yes. In a script, say it with --yes.", err=True)
            raise click.exceptions.Exit(REFUSED)
        if not click.confirm(f"Take back {preview.what} for good? This can't be undone.", err=True):
            click.echo("Nothing was withdrawn.", err=True)
            raise click.exceptions.Exit(REFUSED)
    if preview.flagged and not flagged and asking:
        flagged = click.confirm(f"This also destroys {counted_flagged(preview.flagged)}. Has the lead got them?", err=True)
    done = book.withdraw(preview, also_flagged=flagged)
    click.echo(remarks_withdrawn(done.remarks))
    for line in (*done.pending, OUT_OF_REACH):
        click.echo(line, err=True)


def _told(preview: Preview, *, words: bool) -> Iterator[str]:
    yield f"{preview.what}. What goes:"
    yield from _listed("remark", preview.remarks, words=words)
    yield from _listed("statement", preview.statements, words=words)
    yield from _listed("recommendation", preview.recommendations, words=words)
    yield from _listed("picture", preview.artworks, words=words)
    counts = (
        ("answer", preview.answers),
        ("vote", preview.votes),
        ("highlight", preview.highlights),
    )
    yield from (f"  {_counted(noun, count)}" for noun, count in counts if count)
    yield from _listed("remark undone before", preview.removed, words=words)
    if preview.flagged:
        yield f"  {counted_flagged(preview.flagged)}"
    if preview.person is not None:
        yield "  what is known of the person"
    yield from (f"  the report {path}" for path in preview.reports)
    yield from (f"  in the copy {path}, as soon as it can be reached" for path in preview.copies)
    if preview.exports:
        yield "Reports that held the words:"
        yield from (f"  {described(each)}" for each in preview.exports)
    if preview.damaged:
        yield told_damaged(preview.damaged)
    if preview.strangers:
        yield told_strangers(preview.strangers)
    if preview.same_words:
        yield f"The same words stand, linked to nothing, in: {', '.join(preview.same_words)}. They stay, unless you strike or change them."
    if preview.themes:
        yield f"Themes about which nothing else was said stay in the codebook: {', '.join(preview.themes)}."


def _listed(noun: str, listed: tuple[Listed, ...], *, words: bool) -> Iterator[str]:
    if not listed:
        return
    refs = "" if words else f": {', '.join(each.ref for each in listed)}"
    yield f"  {_counted(noun, len(listed))}{refs}"
    for each in listed if words else ():
        said = " ".join(each.words.split())
        yield f"    {each.ref}  {said if len(said) <= _SHOWN else said[: _SHOWN - 1] + '…'}"
    for each in listed:
        if each.answers:
            yield f"    {each.ref} has {_counted('answer', each.answers)}: kept, and counted no more"


def _counted(noun: str, count: int) -> str:
    head, _, rest = noun.partition(" ")
    return f"{count} {head if count == 1 else head + 's'}{' ' + rest if rest else ''}"
