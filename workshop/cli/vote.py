"""`workshop vote`: what people give to themes, a line each, and what it came to."""

import sys
from collections.abc import Iterable

import click

from workshop.cli.common import print_json, shelf, takes_home
from workshop.cli.lines import lines_of
from workshop.compare.as_json import priorities_json
from workshop.compare.words import given_words, noun, order_words, voted_words
from workshop.errors import REFUSED, WorkshopError
from workshop.model.records import Session
from workshop.workbook.book import Workbook


@click.command("vote")
@click.argument("workshop")
@click.argument("line", required=False)
@click.option("--session", "session_ref", metavar="S", help="The session, such as S2. Else the one that is open, else the newest.")
@click.option("--activity", type=click.IntRange(1), metavar="N", help="The activity of the plan that takes the votes, else the one on.")
@click.option("--json", "as_json", is_flag=True, help="Print what was given so far, as one JSON object.")
@takes_home
def vote_command(workshop: str, line: str | None, session_ref: str | None, activity: int | None, as_json: bool) -> None:
    """Take down votes for themes, or print what they came to.

    A line each: who votes, then themes and numbers. Without a LINE they are read from standard input.

    "3: #debt 2 #housing 1" is what the person with sticker 3 gives, "parents: #debt x7" what a group gives, counted. Where themes are
    ranked they stand in their order: "3: #debt #housing #food".

    A number of 0 takes a vote back. Without any line it prints what was given so far.
    """
    with shelf().open(workshop) as book:
        session = book.session(session_ref) if session_ref else book.open_session() or book.last_session()
        place = book.vote_activity(session) if activity is None else book.activity_index(session, activity)
        book.vote_form(session, place)
        reads = not as_json and not sys.stdin.isatty()
        lines = [line] if line else lines_of(sys.stdin.buffer) if reads else ()
        taken, failed = _take(book, session, place, lines)
        if as_json:
            print_json(_listing(book, session, place))
        elif not taken and not failed:
            _print(book, session, place)
    if failed:
        raise click.exceptions.Exit(REFUSED)


def _take(book: Workbook, session: Session, activity: int, lines: Iterable[str]) -> tuple[int, int]:
    """Take these down, each answered when it is on disk; how many were, and how many could not be."""
    taken = failed = 0
    for line in lines:
        if not line.strip():
            continue
        try:
            cast = book.vote_line(session, line, activity=activity)
        except WorkshopError as error:
            click.echo(f"not saved: {line}\n{error}", err=True)
            failed += 1
            continue
        taken += 1
        click.echo(cast.words)
        if cast.doubt:
            click.echo(f"{cast.who}: {cast.doubt}", err=True)
    return taken, failed


def _listing(book: Workbook, session: Session, activity: int) -> dict[str, object]:
    form, themes = book.vote_form(session, activity), book.records.themes
    return {
        "session": book.ref(session),
        "activity": activity + 1,
        "title": book.activities(session)[activity].title,
        "most": form.most,
        **priorities_json(book.votes(session, activity)),
        "ballots": [
            {
                "who": ballot.code or None,
                "perspective": ballot.perspective,
                "given": {themes[theme].title: amount for theme, amount in ballot.given.items()},
            }
            for ballot in book.ballots(session, activity)
        ],
    }


def _print(book: Workbook, session: Session, activity: int) -> None:
    from workshop.console import print_table  # noqa: PLC0415  # rich: 46 ms that --json saves

    found = book.votes(session, activity)
    gave = [group for group in found.voted if any(theme.groups[group].points for theme in found.themes)]
    groups = [group for group, people in found.voted.items() if people or group in gave]
    if not groups:
        click.echo("Nobody has voted yet.", err=True)
        return
    header = ["Theme", *(f"{noun(2, group).capitalize()} ({voted_words(found.voted[group])})" for group in groups)]
    rows = [[each.theme, *(given_words(each.groups[group], found.kind, found.voted[group]) for group in groups)] for each in found.themes]
    print_table(header, rows)
    click.echo(order_words(gave), err=True)
