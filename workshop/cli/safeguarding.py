"""`workshop safeguarding`: the register of what is put aside for the safeguarding lead."""

from pathlib import Path

import click

from workshop.cli.common import takes_home
from workshop.cli.meant import open_meant, remember_workshop
from workshop.clocks import local_zone
from workshop.workbook.safeguarding import Flagged


@click.group("safeguarding")
@click.argument("workshop")
@takes_home
def safeguarding_command(workshop: str) -> None:
    """Put a remark aside for the safeguarding lead: it is on no list, in no count and in no report until it is put back.

    Of a locked workshop the passphrase is asked each time.
    """
    remember_workshop(workshop)


@safeguarding_command.command("flag")
@click.argument("reference", metavar="R12")
@takes_home
def flag(reference: str) -> None:
    """Put a remark aside at once, and print whom to tell."""
    with open_meant() as book:
        contact = book.flag(reference)
    click.echo(contact)
    click.echo(f"{reference} is put aside. For the safeguarding lead: workshop safeguarding WORKSHOP hand-over --out FILE", err=True)


@safeguarding_command.command("list")
@takes_home
def list_() -> None:
    """List what is put aside, with its words: see that nobody reads over your shoulder."""
    with open_meant() as book:
        found = book.flagged()
    for each in found:
        click.echo(f"{each.ref}\t{each.who}\t{each.where}\t{_state(each)}\t{' '.join(each.text.split())}")
    if not found:
        click.echo("Nothing is put aside.", err=True)


@safeguarding_command.command("hand-over")
@click.argument("references", nargs=-1, metavar="[R12]...")
@click.option("--out", required=True, type=click.Path(dir_okay=False, path_type=Path), help="The new file to write, such as on a stick.")
@takes_home
def hand_over(references: tuple[str, ...], out: Path) -> None:
    """Write what was not handed over yet, or these remarks, into a file for the safeguarding lead, and note when."""
    with open_meant() as book:
        told = book.hand_over(out.expanduser(), references)
    for each in told:
        click.echo(each.ref)
    click.echo(f"{out} is in clear, with people's words: give it to the safeguarding lead alone, and delete it here.", err=True)


@safeguarding_command.command("unflag")
@click.argument("reference", metavar="R12")
@takes_home
def unflag(reference: str) -> None:
    """Put a remark back where it was."""
    with open_meant() as book:
        remark = book.unflag(reference)
        click.echo(f"{book.ref(remark)}\tput back")


def _state(flagged: Flagged) -> str:
    if flagged.handed_over is None:
        return "not handed over"
    return f"handed over {flagged.handed_over.astimezone(local_zone()):%d %b %Y %H:%M}"
