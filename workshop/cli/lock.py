"""`workshop lock`, `unlock` and `passphrase`: a workshop that only its passphrase opens."""

from pathlib import Path

import click

from workshop.cli.common import shelf, takes_home
from workshop.cli.passphrase import changed_passphrase, new_passphrase, passphrase_for
from workshop.errors import REFUSED, WorkshopError
from workshop.workbook import locking
from workshop.workbook.locking import Locked
from workshop.workbook.shelf import open_workshop


@click.command("lock")
@click.argument("workshop")
@click.option("--recipient", metavar="age1...", default="", help="Whose age key is to open it too, should the passphrase be forgotten.")
@takes_home
def lock_command(workshop: str, recipient: str) -> None:
    """Lock a workshop with a passphrase: all of it is encrypted, and every opening asks for it.

    The files are in the age format; the age program opens them too. Reports in the workshop's folder are encrypted with it. Of one that
    is locked already, what is still in clear is encrypted.
    """
    folder = shelf().find(workshop)
    if locking.is_locked(folder):
        passphrase = passphrase_for(folder)
    else:
        open_workshop(folder).close()  # what a crash left half done is finished first
        click.echo(locking.FORGOTTEN, err=True)
        if recipient:
            click.echo(f"The one exception is who holds the secret key of {recipient}.", err=True)
        passphrase = new_passphrase()
    _say(f"Locked: {folder}", locking.lock(folder, passphrase, recipient), locking.BEYOND_REACH)


@click.command("unlock")
@click.argument("workshop")
@takes_home
def unlock_command(workshop: str) -> None:
    """Take the lock off a workshop for good: everything is in clear again."""
    folder = shelf().find(workshop)
    _say(f"Unlocked: {folder}", locking.unlock(folder, passphrase_for(folder)))


@click.command("passphrase")
@click.argument("workshop")
@click.option("--new-passphrase-file", "new", type=click.Path(path_type=Path), metavar="FILE", help="Its first line is the new one.")
@click.option(
    "--identity", type=click.Path(path_type=Path), metavar="FILE", help="Instead of the old one: the recovery recipient's age identity."
)
@takes_home
def passphrase_command(workshop: str, new: Path | None, identity: Path | None) -> None:
    """Change the passphrase of a locked workshop. Copies that were made before keep the old one."""
    folder = shelf().find(workshop)
    if identity is not None:
        locking.recover(folder, _text(identity), changed_passphrase(new))
    else:
        locking.change_passphrase(folder, passphrase_for(folder), changed_passphrase(new))
    click.echo(f"Its passphrase is another one now: {folder}")
    click.echo(locking.OLD_COPIES, err=True)


def _say(done: str, outcome: Locked, besides: str = "") -> None:
    if not outcome.pending:
        click.echo(done)
    for each in (*outcome.words(), *([besides] if besides else [])):
        click.echo(each, err=True)
    if outcome.pending:
        raise click.exceptions.Exit(REFUSED)


def _text(identity: Path) -> str:
    try:
        return identity.expanduser().read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise WorkshopError(f"{identity} cannot be read ({getattr(error, 'strerror', None) or 'it is no text'}).") from error
