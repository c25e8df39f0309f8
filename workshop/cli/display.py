"""`workshop display`: what the room sees, on a projector or a second screen."""

import click

from workshop.cli.common import is_terminal, shelf, takes_home
from workshop.errors import OK, WorkshopError
from workshop.workbook.book import Workbook


@click.command("display")
@click.argument("workshop")
@click.option("--session", "session_ref", metavar="S", help="The session, such as S2. Else whichever is open, and the next one after it.")
@click.option("--wall/--no-wall", default=None, help="Let the display show what was said, without codes, or no longer. Kept.")
@takes_home
def display_command(workshop: str, session_ref: str | None, wall: bool | None) -> None:
    """Show the room what goes on, in large letters: for a second screen.

    The activity, its prompt, and the time left.

    For a second terminal or screen beside the Room's: it follows the session, and waits where none is open. Esc leaves it.
    It shows no name, no sticker's code, and nothing about being behind.
    """
    with shelf().open(workshop) as book:
        if wall is not None:
            _set_wall(book, session_ref, wall)
        if not is_terminal():
            if wall is None:
                raise WorkshopError("The display is a screen: run this in a terminal.", "--wall and --no-wall work without one.")
            return
        from workshop.tui.opening import run_display  # noqa: PLC0415  # textual: 186 ms that a wrong call saves

        code = run_display(book, shelf().home, book.session(session_ref) if session_ref else None)
    if code != OK:
        raise click.exceptions.Exit(code)


def _set_wall(book: Workbook, session_ref: str | None, wall: bool) -> None:
    session = book.session(session_ref) if session_ref else book.open_session()
    if session is None:
        raise WorkshopError("No session is open in this workshop.", "Name one with --session S1.")
    book.set_wall(session, wall)
    shown = "shows what is said, without codes" if wall else "does not show what is said"
    click.echo(f"The room's display of {book.ref(session)} {shown}.", err=True)
