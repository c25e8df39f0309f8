"""Where a passphrase comes from: a file or the environment in scripts, else the terminal. Never an argument: others can list those."""

import getpass
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from workshop.errors import LockedError, WorkshopError

VARIABLE, NEW_VARIABLE = "WORKSHOP_PASSPHRASE", "WORKSHOP_NEW_PASSPHRASE"
_FILE = "workshop.passphrase_file"
"""Under which the option is kept: it may stand before the command's name or after it."""

F = TypeVar("F", bound=Callable[..., Any])


def takes_passphrase_file(command: F) -> F:
    """Let a command, or all of them, take `--passphrase-file`."""

    def remember(ctx: click.Context, _parameter: click.Parameter, value: Path | None) -> None:
        if value:
            ctx.meta[_FILE] = value

    option = click.option(
        "--passphrase-file",
        type=click.Path(path_type=Path),
        expose_value=False,
        is_eager=True,
        callback=remember,
        help=f"Of a locked workshop: a file whose first line is its passphrase (or set {VARIABLE}). Else it is asked.",
    )
    return option(command)


def passphrase_for(place: Path) -> str:
    """The passphrase of the locked workshop at this place. LockedError where nobody can be asked."""
    passphrase = _given() or _typed(f"Passphrase of {place.name}: ", f"{place.name} is locked with a passphrase")
    if sys.stderr.isatty():  # to try it takes seconds by design
        click.echo(f"Opening {place.name} ...", err=True)
    return passphrase


def new_passphrase() -> str:
    """The passphrase for a workshop that is to be locked: typed twice, unless it is given."""
    return _given() or _typed_twice("--passphrase-file", VARIABLE)


def changed_passphrase(file: Path | None) -> str:
    """The one that is to take a passphrase's place: typed twice, unless it is given, in this file or the environment."""
    return _read(file) if file else os.environ.get(NEW_VARIABLE) or _typed_twice("--new-passphrase-file", NEW_VARIABLE)


def _given() -> str | None:
    file = click.get_current_context().meta.get(_FILE)
    return _read(file) if file else os.environ.get(VARIABLE) or None


def _read(file: Path) -> str:
    try:
        lines = file.expanduser().read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise WorkshopError(f"The passphrase file {file} cannot be read ({getattr(error, 'strerror', None) or error}).") from error
    if not lines or not lines[0]:
        raise WorkshopError(f"The first line of {file} is empty: a passphrase is to stand there.")
    return lines[0]


def _typed_twice(option: str, variable: str) -> str:
    passphrase = _typed("New passphrase: ", "There is no terminal to ask for a passphrase", option, variable)
    if _typed("Once more: ", "", option, variable) != passphrase:
        raise WorkshopError("The two were not the same; nothing was changed.")
    return passphrase


def _typed(prompt: str, otherwise: str, option: str = "--passphrase-file", variable: str = VARIABLE) -> str:
    if not has_terminal():
        raise LockedError(f"{otherwise}.", f"In a script: {option} FILE, or {variable} in the environment.")
    try:
        return getpass.getpass(prompt)
    except EOFError as error:
        raise click.Abort from error


def has_terminal() -> bool:
    """Whether a person can be asked without the answer being seen. Standard input may be something else, such as remarks to capture."""
    if os.name == "nt":
        return sys.stdin.isatty()
    try:
        os.close(os.open("/dev/tty", os.O_RDWR | os.O_NOCTTY))
    except OSError:
        return False
    return True
