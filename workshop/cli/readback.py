"""`workshop readback`: a group hears what was noted of what it said, and says what is right."""

from collections.abc import Collection

import click

from workshop.cli.common import print_json, shelf, takes_home
from workshop.model.records import Reflection, Session
from workshop.workbook.book import Workbook

_WHAT = ("list", "ok", "correct")


@click.command("readback")
@click.argument("workshop")
@click.argument("what", type=click.Choice(_WHAT), default="list")
@click.argument("words", nargs=-1, metavar="[R12 ...] [TEXT]")
@click.option("--session", "session_ref", metavar="S", help="The session, such as S2. Else the one that is open, else the newest.")
@click.option("--unfinished", is_flag=True, help="List only the quotes that wait to be finished.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON list.")
@takes_home
def readback_command(workshop: str, what: str, words: tuple[str, ...], session_ref: str | None, unfinished: bool, as_json: bool) -> None:
    """Read back to a group what was noted of it, and put it right.

    List what a group said, without codes, to be read back to it; note what it finds right, or what it should say instead.

    "workshop readback W ok R12 R13" notes that these are right as they stand, "workshop readback W correct R12 TEXT" what one
    should say: it finishes an unfinished quote too. To take a remark off the record: workshop strike W R12.
    """
    if what != "list" and not words:
        raise click.UsageError("Say which remark, such as R12.")
    if what == "correct" and len(words) != 2:
        raise click.UsageError('Give the remark and its words, such as: correct R12 "we go without, some weeks"')
    with shelf().open(workshop) as book:
        if what == "ok":
            for reference in words:
                click.echo(f"{book.ref(book.found_right(reference))}\tchecked back")
        elif what == "correct":
            corrected = book.correct(*words)
            click.echo(f"{book.ref(corrected)}\t{_state(corrected, book.checked_back())}\t{corrected.text}")
        else:
            session = book.session(session_ref) if session_ref else book.open_session() or book.last_session()
            _list(book, session, unfinished=unfinished, as_json=as_json)


def _list(book: Workbook, session: Session, *, unfinished: bool, as_json: bool) -> None:
    remarks = book.to_read_back(session, unfinished=unfinished)
    checked = book.checked_back()
    if as_json:
        print_json(
            [
                {
                    "ref": book.ref(each),
                    "text": each.text,
                    "verbatim": each.verbatim,
                    "unfinished": each.unfinished,
                    "checked_back": checked[each.id].isoformat() if each.id in checked else None,
                }
                for each in remarks
            ]
        )
        return
    for each in remarks:
        click.echo(f"{book.ref(each)}\t{_state(each, checked)}\t{each.text}")
    if not remarks:
        click.echo("Nothing is left to finish." if unfinished else "Nothing was noted in this session yet.", err=True)


def _state(remark: Reflection, checked: Collection[str]) -> str:
    return "to finish" if remark.unfinished else "checked back" if remark.id in checked else "not checked"
