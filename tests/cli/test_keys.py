"""`workshop keys`."""

import json
from pathlib import Path

from tests.cli.conftest import Run
from workshop.tui.keys import KEYS, NAMES, Place, naming_keys, spelt
from workshop.tui.keys.remapping import read_own_keys


def test_every_key_of_every_place_is_printed(run: Run) -> None:
    """A row a key, under the name of the place; the same as JSON."""
    printed = run("keys").out
    found = json.loads(run("keys", "--json").out)
    assert set(NAMES) == set(Place)
    for place, name in NAMES.items():
        of_place = [key for key in KEYS if place in key.places]
        assert [each["key"] for each in found[naming_keys(name)]] == [spelt(key) for key in of_place]
        assert all(key.description in printed for key in of_place)


def test_a_file_of_one_s_own_keys_is_written_once_and_followed(run: Run, home: Path) -> None:
    """As it is written it changes nothing; what was changed is printed, a fault is on stderr; it is not written over."""
    before = run("keys").out
    place = Path(run("keys", "--new").out.strip())
    assert place == home / "keys.toml"
    assert run("keys").out == before
    lines = place.read_text("utf-8").splitlines()
    assert len(lines) > len(KEYS)
    assert "is there already" in run("keys", "--new", code=1).err
    place.write_text('"room.next" = "F5"\n"room.undo" = "Ctrl+Wheel"\n"room.more" = "F7"\n', encoding="utf-8")
    done = run("keys")
    assert "F5" in done.out
    assert "After F7 in the Room" in done.out
    assert "keys.toml:2:" in done.err


def test_every_line_of_the_file_can_be_taken_as_it_stands(run: Run) -> None:
    """With the # taken off all of them nothing is wrong."""
    text = Path(run("keys", "--new").out.strip()).read_text("utf-8")
    assert read_own_keys(text.replace('# "', '"')).faults == ()


def test_colours_are_chosen_and_printed(run: Run) -> None:
    """However they are typed; others are named."""
    assert run("colours").out == "dark\n"
    run("colours", "High Contrast")
    assert run("colours").out == "high-contrast\n"
    assert "dark, light, high-contrast" in run("colours", "pink", code=1).err
