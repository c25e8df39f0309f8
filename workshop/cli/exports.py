"""`workshop exports`: the register of the reports that were written."""

import click

from workshop.cli.common import print_json, shelf, takes_home
from workshop.clocks import local_zone
from workshop.model.export import Export
from workshop.workbook.register import Held

_STATES = {
    Held.NONE: "",
    Held.THERE: " (holds words that were withdrawn since)",
    Held.WIPED: " (held words that were withdrawn since, and was removed)",
}


@click.command("exports")
@click.argument("workshop")
@click.option("--taken-back", type=int, multiple=True, metavar="N", help="Nobody has report N any more. Repeatable.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON list.")
@takes_home
def exports_command(workshop: str, *, taken_back: tuple[int, ...], as_json: bool) -> None:
    """List the reports that were written: when, for whom, where, and which of them hold words that were withdrawn since.

    A published report is made so that with an earlier one that is out nobody can work out a small number. If everybody has given that
    one back, and it is deleted everywhere, say so: --taken-back, with its number in the list.
    """
    with shelf().open(workshop) as book:
        for number in taken_back:
            book.take_back(number)
        exports = book.exports()
        state = {each.id: book.withdrawn_from(each) for each in exports}
        pending = book.withdrawals_pending
    if as_json:
        print_json(
            [
                {
                    "at": each.at.isoformat(),
                    "audience": each.audience,
                    "formats": list(each.formats),
                    "folder": each.folder,
                    "files": [{"name": name, "sha256": digest} for name, digest in each.files],
                    "remarks": each.remarks,
                    "withdrawn_words": state[each.id].value,
                    "taken_back": each.taken_back.isoformat() if each.taken_back else None,
                }
                for each in exports
            ]
        )
        return
    for number, each in enumerate(exports, 1):
        click.echo(f"{number}  {described(each)}{_STATES[state[each.id]]}{' (taken back)' if each.taken_back else ''}")
    if not exports:
        click.echo("No report has been written from this workshop.", err=True)
    for line in pending:
        click.echo(line, err=True)


def described(export: Export) -> str:
    """When, for whom, how much, and where."""
    files = ", ".join(name for name, _ in export.files)
    return f"{export.at.astimezone(local_zone()):%d %b %Y %H:%M}  {export.audience}, {export.remarks} remarks  {export.folder}: {files}"
