"""`workshop reflections`: the remarks, all of them or those that are looked for."""

import csv
import sys
from collections.abc import Mapping, Sequence
from typing import Any

import click

from workshop.cli.common import print_json, shelf, takes_home
from workshop.clocks import local_zone
from workshop.model.records import Reflection
from workshop.model.search import EXAMPLES, STATES, Filter
from workshop.report.guard import guarded
from workshop.workbook.book import Workbook

_LANGUAGE = f"{', '.join(EXAMPLES.values())}; {', '.join(STATES)}; and any words."


@click.command("reflections")
@click.argument("workshop")
@click.option("--where", "wanted", default="", metavar="WHAT", help=f"What to look for: {_LANGUAGE}")
@click.option("--similar", metavar="R12", help="Those that share words with this one: by spelling, not by meaning.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON list.")
@click.option("--csv", "as_csv", is_flag=True, help="Print CSV, for a spreadsheet.")
@takes_home
def reflections_command(workshop: str, wanted: str, similar: str | None, as_json: bool, as_csv: bool) -> None:
    """List the remarks, or find some of them.

    Their number, who said them, the themes that they are about, and the words.

    For example:  workshop reflections NAME --where 'perspective=parent theme=food unsorted "bus"'
    """
    if similar and wanted:
        raise click.UsageError("Give --where or --similar, not both.")
    if as_json and as_csv:
        raise click.UsageError("Give --json or --csv, not both.")
    with shelf().open(workshop) as book:
        found = book.similar_to(similar) if similar else book.search(Filter.parse(wanted))
        rows = _rows(book, found)
    if as_json:
        print_json(rows)
    elif as_csv:
        _print_csv(rows)
    else:
        for row in rows:
            said = " ".join(f'"{row["text"]}"'.split() if row["verbatim"] else row["text"].split())
            click.echo(f"{row['ref']}\t{row['who']}\t{', '.join(row['themes'])}\t{said}")
    click.echo(f"{len(rows)} {'remark' if len(rows) == 1 else 'remarks'}.", err=True)


def _rows(book: Workbook, found: Sequence[Reflection]) -> list[dict[str, Any]]:
    records, zone = book.records, local_zone()
    given = book.given_themes()
    sessions = {key: book.ref(each) for key, each in records.sessions.items()}
    activities = {key: [each.title for each in book.activities(session)] for key, session in records.sessions.items()}
    people = {key: each.code for key, each in records.participants.items()}
    return [
        {
            "ref": book.ref(each),
            "session": sessions.get(each.session),
            "activity": _title(activities, each),
            "at": each.at.astimezone(zone).isoformat(),
            "who": people.get(each.participant or "", each.perspective),
            "perspective": each.perspective,
            "lane": each.lane or None,
            "themes": [theme.title for theme in given.get(each.id, ())],
            "marks": list(each.kinds),
            "hands": each.hands,
            "verbatim": each.verbatim,
            "unfinished": each.unfinished,
            "highlight": each.highlight,
            "text": each.text,
        }
        for each in found
    ]


def _title(activities: Mapping[str, list[str]], reflection: Reflection) -> str | None:
    titles, place = activities.get(reflection.session, []), reflection.activity
    return titles[place] if place is not None and 0 <= place < len(titles) else None


def _print_csv(rows: Sequence[Mapping[str, Any]]) -> None:
    """Lists are joined by semicolons; what a spreadsheet would take for a formula has an apostrophe before it."""
    names = ("ref", "session", "activity", "at", "who", "perspective", "lane", "themes", "marks", "hands", "verbatim", "unfinished")
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow((*names, "highlight", "text"))
    for row in rows:
        writer.writerow([_cell(row[name]) for name in (*names, "highlight", "text")])


def _cell(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return guarded("; ".join(value) if isinstance(value, list) else "" if value is None else str(value))
