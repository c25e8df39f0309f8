"""`workshop capture`: reflections on standard input, one a line, each acknowledged when it is on disk."""

import os
import stat
import sys
from collections.abc import Iterable
from dataclasses import replace

import click

from workshop.cli.common import shelf, takes_home
from workshop.cli.headcounts import head_counts, says_how_many
from workshop.cli.lines import lines_of
from workshop.cli.typedup import Tally, into_words
from workshop.errors import REFUSED, WorkshopError
from workshop.model.records import Session
from workshop.workbook.book import Workbook
from workshop.workbook.capturing import Saved
from workshop.workbook.typingup import Page

_WORDLESS = "(without words)"


@click.command("capture")
@click.argument("workshop")
@click.option("--session", "session_ref", metavar="S", help="The session, such as S2. Else the one that is open.")
@click.option("--group", metavar="PERSPECTIVE", help="This group's newest session; one is begun to type up notes if there is none.")
@click.option("--new", is_flag=True, help="With --group: begin a session for these notes, though the group has one.")
@click.option("--activity", type=click.IntRange(1), metavar="N", help="The activity of the plan that the lines belong to, else the one on.")
@says_how_many
@takes_home
def capture_command(
    workshop: str, session_ref: str | None, group: str | None, activity: int | None, here: tuple[str, ...], *, new: bool
) -> None:
    """Capture reflections from standard input, one a line.

    A line: who said it, what they said, themes. For example:  3: "we go without so they can eat" #food

    Each is answered on stdout with its number as soon as it is on disk. A file (< notes.txt) is taken whole, or nothing of it.

    Answers to a statement: a line  shown: T1  says that it was put to the group; then  2: !agree  or  hands: 1 1 6 0  (agree, partly,
    disagree, unsure), until  shown: nothing
    """
    if session_ref and group:
        raise click.UsageError("Give --session or --group, not both.")
    if new and not group:
        raise click.UsageError("--new begins a session of a group: give --group too.")
    with shelf().open(workshop) as book:
        found = _session(book, session_ref, group, new=new)
        lines: Iterable[str] = lines_of(sys.stdin.buffer)
        page = Page(found or book.session_to_begin(group or ""))
        present = head_counts(book, page.session.group, here)
        if activity is not None:
            page = replace(page, activity=book.activity_index(page.session, activity))
        whole = _is_file()
        if whole:
            lines = list(lines)
            _refuse_faults(book, page, lines)
        if found is None:
            page = replace(page, session=book.start_session(None, group or "", present=present))
        elif present:
            page = replace(page, session=book.set_present(found, present))
        click.echo(into_words(book, page, begun=found is None, chosen=bool(session_ref)), err=True)
        tally = Tally(workshop, counted=bool(page.session.present))
        _take(book, page, lines, tally, whole=whole)
        for told in tally.words():
            click.echo(told, err=True)
    if tally.refused:
        raise click.exceptions.Exit(REFUSED)


def _take(book: Workbook, page: Page, lines: Iterable[str], tally: Tally, *, whole: bool) -> None:
    """Take down line by line, each acknowledged; one that is refused is said. Of a `whole` file none after it is taken."""
    for number, line in enumerate(lines, 1):
        try:
            saved, page = book.type_up(page, line)
        except WorkshopError as error:
            click.echo(f"not saved: {line}\n{error}", err=True)
            tally.refused += 1
            if whole:
                click.echo(f"That was line {number}. No line after it was taken down.", err=True)
                return
            continue
        if saved is not None:
            _acknowledge(book, saved, line)
            tally.add(number, line, saved)


def _acknowledge(book: Workbook, saved: Saved, line: str) -> None:
    if saved.ref:
        words = saved.words or (line.strip() if saved.response else _WORDLESS)
        click.echo(f"{saved.ref}\t{words}")
        sys.stdout.flush()
    for title in saved.new_themes:
        if alike := ", ".join(each.title for each in book.near_themes(title) if each.title != title):
            click.echo(f"{saved.ref}: {title} is a new theme, spelt much like {alike}", err=True)
    if saved.hint:
        click.echo(f"{saved.ref}: {saved.hint}", err=True)


def _refuse_faults(book: Workbook, page: Page, lines: Iterable[str]) -> None:
    """Raise WorkshopError with every line of a file that can't be taken, before any is."""
    faults = book.faults_in(page, lines)
    if faults:
        told = tuple(f"line {each.number}: {each.line.strip()}\n    {each.why}" for each in faults)
        raise WorkshopError("Nothing of the file was taken down.", "Put right what is named in the file, then run this again.", told)


def _is_file() -> bool:
    """Whether the lines come from a file that is there whole; those of a pipe come one by one, and each waits for its answer."""
    try:
        return stat.S_ISREG(os.fstat(sys.stdin.fileno()).st_mode)
    except OSError:  # no file of the system's stands behind it
        return False


def _session(book: Workbook, reference: str | None, group: str | None, *, new: bool) -> Session | None:
    """The session that is meant; None where one of the group is to be begun."""
    if reference:
        return book.session(reference)
    if group:
        return None if new else book.session_of_group(group)
    found = book.open_session()
    if found is None:
        raise WorkshopError(
            "No session is open in this workshop.", "Name one with --session S1, or type up notes of a group with --group parent."
        )
    return found
