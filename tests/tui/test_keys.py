"""The table of keys: complete, without clashes, and with nothing in it that terminals keep for themselves."""

import pytest

from workshop.tui.app import WorkshopApp
from workshop.tui.keys import KEYS, Key, Place, bindings, keys_at
from workshop.tui.screens.artworks import ArtworksScreen
from workshop.tui.screens.compare import CompareScreen
from workshop.tui.screens.display import DisplayScreen
from workshop.tui.screens.finding import FindingScreen
from workshop.tui.screens.guides import GuidesScreen
from workshop.tui.screens.help import TITLES
from workshop.tui.screens.incoming import IncomingScreen
from workshop.tui.screens.outcomes import OutcomesScreen
from workshop.tui.screens.people import PeopleScreen
from workshop.tui.screens.readback import ReadBackScreen
from workshop.tui.screens.recommendations import RecommendationsScreen
from workshop.tui.screens.report import ReportScreen
from workshop.tui.screens.report.flags import FlagsScreen
from workshop.tui.screens.room import RoomScreen
from workshop.tui.screens.shelf import ShelfScreen
from workshop.tui.screens.themes import ThemesScreen
from workshop.tui.screens.vote import VoteScreen
from workshop.tui.widgets.captureline import CaptureLine

EATEN = {"ctrl+b", "ctrl+h", "ctrl+i", "ctrl+j", "ctrl+m", "ctrl+c"}
"""tmux's prefix; Backspace, Tab and Enter, which a terminal can't tell apart from them; and the key for copying."""
OWNERS = {
    Place.SHELF: ShelfScreen,
    Place.ROOM: RoomScreen,
    Place.MORE: RoomScreen,
    Place.LINE: CaptureLine,
    Place.COMPARE: CompareScreen,
    Place.FINDING: FindingScreen,
    Place.THEMES: ThemesScreen,
    Place.PEOPLE: PeopleScreen,
    Place.DISPLAY: DisplayScreen,
    Place.VOTE: VoteScreen,
    Place.READBACK: ReadBackScreen,
    Place.RECOMMENDATIONS: RecommendationsScreen,
    Place.ARTWORKS: ArtworksScreen,
    Place.GUIDES: GuidesScreen,
    Place.INCOMING: IncomingScreen,
    Place.REPORT: ReportScreen,
    Place.FLAGS: FlagsScreen,
    Place.OUTCOMES: OutcomesScreen,
    Place.EVERYWHERE: WorkshopApp,
}


@pytest.mark.parametrize("key", KEYS, ids=lambda key: key.id)
def test_every_verb_has_a_key_that_works_everywhere(key: Key) -> None:
    """At least one of its keys is no function key, and none is one that a terminal keeps for itself."""
    names = key.keys.split(",")
    assert [name for name in names if not (name.startswith("f") and name[1:].isdecimal())]
    assert not EATEN & set(names)


@pytest.mark.parametrize("place", list(Place))
def test_no_key_means_two_things_in_one_place(place: Place) -> None:
    """Among what works in a place each key occurs once."""
    names = [name for key in keys_at(place) for name in key.keys.split(",")]
    assert len(names) == len(set(names))


def test_in_the_room_every_verb_is_a_chord() -> None:
    """A letter alone would be typed into the line: only what is done from the list has one (tests/tui/test_rewording.py)."""
    letters = [key.id for key in keys_at(Place.ROOM) if any(len(name) == 1 for name in key.keys.split(","))]
    assert letters == ["room.edit", "room.versions"]


@pytest.mark.parametrize("place", list(Place))
def test_every_binding_has_an_id_a_tooltip_and_an_action_that_is_there(place: Place) -> None:
    """So that users may remap it, and a misspelt action is found here."""
    for binding in bindings(place):
        assert binding.id
        assert binding.tooltip
        namespace, _, name = binding.action.partition("(")[0].rpartition(".")
        owner = {"app": WorkshopApp, "screen": RoomScreen}.get(namespace, OWNERS[place])
        assert hasattr(owner, f"action_{name}") or binding.id == "line.save", binding


@pytest.mark.parametrize("place", [place for place in Place if place not in (Place.EVERYWHERE, Place.LINE, Place.MORE)])
def test_every_screen_with_keys_has_help(place: Place) -> None:
    """F1 has a heading for it: without one the program would end there."""
    assert TITLES[place].startswith(("Keys ", "Marks and keys "))
