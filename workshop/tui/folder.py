"""Opening a folder in the program that this computer shows folders with."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

WAIT = 2.0
"""Seconds after which a program that is still there has opened it."""


def opener(platform: str, environment: Mapping[str, str]) -> tuple[str, ...]:
    """The command that a folder is opened with; () where there is none, or no window could be shown."""
    if platform == "darwin":
        names: tuple[str, ...] = ("open",)
    elif platform == "win32":
        names = ("explorer",)
    elif environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"):
        names = ("xdg-open",)
    else:
        names = ()
    found = next(filter(None, map(shutil.which, names)), None)
    return (found,) if found else ()


def open_folder(folder: Path) -> bool:
    """Open it, and say whether that seems to have been done. Its name is one argument of one program, and no shell reads it."""
    command = opener(sys.platform, os.environ)
    if not command:
        return False
    silent = subprocess.DEVNULL
    try:
        program = subprocess.Popen(  # noqa: S603  # a program of this computer, by its full path, and a folder as one argument
            [*command, str(folder.absolute())], stdin=silent, stdout=silent, stderr=silent, start_new_session=True
        )
    except OSError:
        return False
    try:
        return program.wait(WAIT) == 0 or sys.platform == "win32"  # explorer says 1 when all is well
    except subprocess.TimeoutExpired:
        return True
