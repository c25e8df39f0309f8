"""`workshop verify`: what is whole, what isn't, what it means and what to do."""

import sys
from collections.abc import Callable, Mapping
from functools import partial

import click

from workshop.cli.common import print_json, shelf, takes_home
from workshop.errors import REFUSED
from workshop.text import clean_line
from workshop.workbook.strangers import told_strangers
from workshop.workbook.verifying import Finding, Verification, damage_held, erase_damage, verify


@click.command("verify")
@click.argument("workshop")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.option("--erase-damage", "erase", is_flag=True, help="Take the damaged lines out for good, after asking: words may stand in them.")
@click.option("--yes", is_flag=True, help="Don't ask.")
@takes_home
def verify_command(workshop: str, as_json: bool, erase: bool, yes: bool) -> None:
    """Say what is whole and what isn't: every journal is read. Exit code 1 if something is damaged that is whole nowhere here."""
    folder = shelf().find(workshop)
    codec = shelf().codec(folder)
    if erase:
        _erase(damage_held(folder, codec), partial(erase_damage, folder, codec), yes)
        return
    found = verify(folder, codec)
    if as_json:
        print_json(found.as_json())
    else:
        for line in _told(found):
            click.echo(line)
    if not found.whole:
        raise click.exceptions.Exit(REFUSED)


def _erase(held: Mapping[str, int], erase: Callable[[], tuple[str, ...]], yes: bool) -> None:
    """Show which files hold damaged lines, ask, take them out."""
    for file, count in held.items():
        click.echo(f"{clean_line(file)}: {count} damaged {'line' if count == 1 else 'lines'}")
    if not held:
        click.echo("No damaged lines are here.", err=True)
        return
    if not yes:
        click.echo("Merge a whole copy first, if there is one: what only stands in these lines can't be brought back after this.", err=True)
        if not sys.stdin.isatty() or not click.confirm("Take them out for good? This can't be undone.", err=True):
            click.echo("Nothing was erased. In a script, say it with --yes.", err=True)
            raise click.exceptions.Exit(REFUSED)
    pending = erase()
    for each in pending:
        click.echo(f"Not done yet, {each}", err=True)
    if pending:
        raise click.exceptions.Exit(REFUSED)
    click.echo("The damaged lines are gone.")


def _headline(found: Verification) -> str:
    """A save that was cut off is no damage, and yet nobody can tell that all that was saved is here."""
    if not found.whole:
        return f"Not whole: {len(found.findings)}"
    return "All that can be read is whole." if found.torn else "Everything that was saved is whole."


def _told(found: Verification) -> list[str]:
    told = [
        found.title or str(found.folder),
        f"Sessions: {found.records['sessions']}. Reflections: {found.records['reflections']}. "
        f"Saves: {found.saved}, in {len(found.saves)} journals.",
        _headline(found),
        *(line for finding in found.findings for line in _lines(finding)),
    ]
    if found.healed:
        lines = (
            "1 damaged line is here, and its words are"
            if found.healed == 1
            else f"{found.healed} damaged lines are here, and their words are"
        )
        told.append(f"{lines} whole in another place here: nothing is lost.")
    if found.torn:
        ends = "1 file ends" if found.torn == 1 else f"{found.torn} files end"
        told.append(
            f"{ends} in a save that was cut off, by a power cut say, before anybody was told that it was saved. If you did read "
            '"saved" of the last remark and miss it now, the disk or a copying program has cut the file: merge a copy or a backup.'
        )
    if found.later:
        told += ["Written by a newer version of workshop, and not shown by this one; it is kept, and no damage:"]
        told += [line for finding in found.later for line in _lines(finding)]
    if found.read_only:
        told.append(f"Nothing can be saved here: {found.read_only}.")
    if found.conflicts:
        told.append(f"Edited in two places at once, both versions kept: {found.conflicts}. See: workshop conflicts")
    told += [f"Withdrawn, but still in {each}" for each in found.pending]
    unknown = told_strangers(found.unknown)
    return [*told, *([unknown] if unknown else []), *found.notices]


def _lines(finding: Finding) -> list[str]:
    place = f"{finding.file}, line {finding.line}: " if finding.line else f"{finding.file}: " if finding.file else ""
    return [f"  {place}{finding.meaning}", f"    {finding.cure}"]
