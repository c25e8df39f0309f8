"""A file opened in the editor that a person uses."""

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from workshop.errors import WorkshopError

VARIABLES = ("VISUAL", "EDITOR")
_ON_WINDOWS, _ON_MAC, _ELSEWHERE = ("notepad",), ("nano", "vi"), ("nano", "sensible-editor", "vi")
"""The plainest first."""


def editor(environ: Mapping[str, str] = os.environ, platform: str = sys.platform) -> list[str]:
    """The words that call the editor: what VISUAL or EDITOR say, else the plainest that this computer has; none where it has none."""
    said = next((environ[name] for name in VARIABLES if environ.get(name, "").strip()), "")
    if said:
        return shlex.split(said, posix=platform != "win32")
    usual = {"win32": _ON_WINDOWS, "darwin": _ON_MAC}.get(platform, _ELSEWHERE)
    return next(([name] for name in usual if shutil.which(name)), [])


def edit_file(path: Path) -> None:
    """Open the file and wait until the editor is left. WorkshopError, with the path, where there is none or it fails."""
    words = editor()
    cure = f"Open it in an editor of yours: {path}\nThen check it with: workshop plans --check {shlex.quote(str(path))}"
    if not words:
        raise WorkshopError("There is no editor here that this program knows.", cure)
    try:
        done = subprocess.run([*words, str(path)], check=False)  # noqa: S603  # the person's own editor, no shell
    except OSError as error:
        raise WorkshopError(f"The editor {words[0]} could not be opened: {error.strerror or error}.", cure) from error
    if done.returncode:
        raise WorkshopError(f"The editor {words[0]} ended with an error ({done.returncode}).", cure)
