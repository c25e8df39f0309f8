"""`workshop keys`."""

import json

from tests.cli.conftest import Run
from workshop.tui.keys import KEYS, NAMES, Place, spelt


def test_every_key_of_every_place_is_printed(run: Run) -> None:
    """A row a key, under the name of the place; the same as JSON."""
    printed = run("keys").out
    found = json.loads(run("keys", "--json").out)
    assert set(NAMES) == set(Place)
    for place, name in NAMES.items():
        of_place = [key for key in KEYS if place in key.places]
        assert [each["key"] for each in found[name]] == [spelt(key) for key in of_place]
        assert all(key.description in printed for key in of_place)
