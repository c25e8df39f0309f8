"""`workshop check`: what in a report may point at somebody, and what is decided about it."""

from pathlib import Path

import click

from workshop.cli.common import print_json, shelf, takes_home
from workshop.cli.earlier import say_beside
from workshop.cli.flagsheet import read_sheet, write_sheet
from workshop.workbook.publishing import LIMITS, Doubt

AUDIENCES = ("published", "participants")


@click.command("check")
@click.argument("workshop")
@click.option("--audience", type=click.Choice(AUDIENCES), default=AUDIENCES[0], show_default=True, help="Whose report is checked.")
@click.option("--group", default="", metavar="GROUP", help="Of a copy for participants: whose words it has.")
@click.option("--open", "only_open", is_flag=True, help="List only what has no answer.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Write the list as a CSV to fill in.")
@click.option("--answers", type=click.Path(dir_okay=False, path_type=Path), help="Take the answers of a CSV that was filled in.")
@click.option("--keep-all", is_flag=True, help="Keep all that is flagged; not for a published report.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@takes_home
def check_command(
    workshop: str,
    *,
    audience: str,
    group: str,
    only_open: bool,
    out: Path | None,
    answers: Path | None,
    keep_all: bool,
    as_json: bool,
) -> None:
    """Look through a report for what may point at somebody.

    Each flag needs an answer: keep, replace (with the words in "instead"), paraphrase (the whole text, likewise) or drop. The answers
    are kept with the workshop, apart from every report. The exit code is 0 whether there are flags or not.
    """
    with shelf().open(workshop) as book:
        if answers:
            click.echo(f"{book.answer_flags(audience, read_sheet(answers), group)} answers taken.", err=True)
        if keep_all:
            click.echo(f"{book.keep_all(audience, group)} kept.", err=True)
        flags = book.flags(audience, group)
        if out:
            write_sheet(flags, out)
            click.echo(out)
        elif as_json:
            _print_json(flags)
        else:
            for each in flags:
                if each.open or not only_open:
                    click.echo("\t".join((each.key, each.where, each.found, each.why, each.answer.decision.value if each.answer else "")))
        beside = book.beside_earlier(audience)
    left = sum(each.open for each in flags)
    click.echo(f"{len(flags)} flagged, {left} without an answer. {LIMITS}", err=True)
    say_beside(beside)


def _print_json(flags: tuple[Doubt, ...]) -> None:
    found = [
        {
            "flag": each.key,
            "where": each.where,
            "found": each.found,
            "why": each.why,
            "text": each.words,
            "answer": each.answer.decision.value if each.answer else None,
            "instead": each.answer.instead if each.answer else "",
        }
        for each in flags
    ]
    print_json({"limits": LIMITS, "open": sum(each.open for each in flags), "flags": found})
