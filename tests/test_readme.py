"""The README says what is so: its keys, its commands, its length."""

import re
from pathlib import Path

from workshop.cli import COMMANDS
from workshop.tui.keys import KEYS, NAMES, Place, spelt

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PLACES = (Place.SHELF, Place.LINE, Place.ROOM, Place.EVERYWHERE)
"""Where a first session takes place; `workshop keys` prints the rest."""


def key_table() -> str:
    """The README's table of keys, made from the keys themselves: a row a place, with the keys that a key bar shows or help is found by."""
    rows = ["| where | keys |", "|---|---|"]
    for place in PLACES:
        keys = [f"`{spelt(key)}` {key.description}" for key in KEYS if place in key.places and (key.label or place is not Place.ROOM)]
        rows.append(f"| {NAMES[place]} | {'; '.join(keys)} |")
    return "\n".join(rows)


def test_the_key_table_is_the_table_of_keys() -> None:
    """The keys of a first session stand in the README as they work; to renew it, paste what this test expects."""
    assert key_table() in README


def test_the_two_commands_are_single_lines() -> None:
    """The command that sets up and runs, and the one that sets up and tests, each stand on a line of their own."""
    lines = README.splitlines()
    assert "python3 -m venv .venv && .venv/bin/pip install . && .venv/bin/workshop demo" in lines
    assert "python3 -m venv .venv && .venv/bin/pip install -e '.[test]' && .venv/bin/pytest -n auto" in lines


def test_the_commands_named_are_there() -> None:
    """Whatever the README calls `workshop WORD` is a command, and it names most commands that there are."""
    named = set(re.findall(r"(?:^|`)workshop ([a-z]+)", README, re.MULTILINE))
    assert named <= set(COMMANDS) | {"and"}
    assert {"new", "run", "capture", "import", "compare", "export", "plans"} <= named


def test_it_is_short() -> None:
    """60 to 120 lines."""
    assert 60 <= len(README.splitlines()) <= 120
