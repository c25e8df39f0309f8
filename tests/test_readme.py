"""The README says what is so: its keys, its commands, its length."""

import re
from pathlib import Path

from workshop.cli import COMMANDS
from workshop.tui.keys import KEYS, Place, spelt

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PLACES = {
    Place.SHELF: "the shelf",
    Place.LINE: "the Room's line",
    Place.ROOM: "the Room",
    Place.MORE: "after Ctrl+K in the Room",
    Place.COMPARE: "the comparison",
    Place.FINDING: "one finding",
    Place.THEMES: "the themes",
    Place.PEOPLE: "the people",
    Place.DISPLAY: "the room's display",
    Place.VOTE: "the table of votes",
    Place.READBACK: "reading back",
    Place.EVERYWHERE: "everywhere",
}


def key_table() -> str:
    """The README's table of keys, made from the keys themselves: a row a place."""
    rows = ["| where | keys |", "|---|---|"]
    for place, name in PLACES.items():
        keys = [f"`{spelt(key)}` {key.description}" for key in KEYS if place in key.places]
        rows.append(f"| {name} | {'; '.join(keys)} |")
    return "\n".join(rows)


def test_the_key_table_is_the_table_of_keys() -> None:
    """Every key of every screen stands in the README as it works; to renew it, paste what this test expects."""
    assert key_table() in README


def test_the_two_commands_are_single_lines() -> None:
    """The command that sets up and runs, and the one that sets up and tests, each stand on a line of their own."""
    lines = README.splitlines()
    assert "python3 -m venv .venv && .venv/bin/pip install . && .venv/bin/workshop demo" in lines
    assert "python3 -m venv .venv && .venv/bin/pip install -e '.[test]' && .venv/bin/pytest" in lines


def test_the_commands_named_are_there() -> None:
    """Whatever the README calls `workshop WORD` is a command, and it names most commands that there are."""
    named = set(re.findall(r"(?:^|`)workshop ([a-z]+)", README, re.MULTILINE))
    assert named <= set(COMMANDS) | {"and"}
    assert {"new", "run", "capture", "import", "compare", "export", "plans"} <= named


def test_it_is_short() -> None:
    """60 to 120 lines."""
    assert 60 <= len(README.splitlines()) <= 120
