"""Which computer this is, so that it knows again what was done on it."""

import platform
from functools import cache
from pathlib import Path

_MACHINE_ID = Path("/etc/machine-id")
"""Where Linux keeps what tells two computers of one name apart."""


@cache
def computer() -> str:
    """Text that stays the same on one computer from day to day, and is another on most others. Not to be shown or stored as it is."""
    try:
        machine = _MACHINE_ID.read_text(encoding="ascii", errors="replace").strip()
    except OSError:  # another system: its name has to do
        machine = ""
    return f"{platform.node()} {machine}"
