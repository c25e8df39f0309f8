"""`workshop verify`: what is whole, what isn't, what it means and what to do."""

import click

from workshop.cli.common import print_json, shelf, takes_home
from workshop.errors import REFUSED
from workshop.workbook.strangers import told_strangers
from workshop.workbook.verifying import Finding, Verification, verify


@click.command("verify")
@click.argument("workshop")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@takes_home
def verify_command(workshop: str, as_json: bool) -> None:
    """Say what is whole and what isn't: every journal is read. Exit code 1 if something is damaged that is whole nowhere here."""
    folder = shelf().find(workshop)
    found = verify(folder, shelf().codec(folder))
    if as_json:
        print_json(found.as_json())
    else:
        for line in _told(found):
            click.echo(line)
    if not found.whole:
        raise click.exceptions.Exit(REFUSED)


def _told(found: Verification) -> list[str]:
    told = [
        found.title or str(found.folder),
        f"Sessions: {found.records['sessions']}. Reflections: {found.records['reflections']}. "
        f"Saves: {found.saved}, in {len(found.saves)} journals.",
        "Everything that was saved is whole." if found.whole else f"Not whole: {len(found.findings)}",
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
        told.append(f"{ends} in a save that was cut off, by a power cut say. Nobody was told that it was saved: nothing is lost.")
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
