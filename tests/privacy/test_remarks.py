"""The remarks behind the findings, as they may be shown."""

from dataclasses import replace

from tests.compare.room import Room
from tests.report.made_up import NOW
from workshop.model.records import Coding
from workshop.model.view.view import View
from workshop.privacy.view import view


def shown(room: Room) -> View:
    """The view of a room."""
    return view(room.compare(), room.records(), plans=room.plans, now=NOW)


def test_a_second_coders_themes_are_no_evidence() -> None:
    """Coded blind, to see how far two people agree, they stand beside the remark alone until the note-taker takes them over."""
    room = Room()
    room.session("s", parent=4, practitioner=4)
    said = room.says(room.person("p1", "parent", "s"), "food", session="s")
    room.theme("debt")
    before = shown(room)
    room.codings["blind"] = Coding(id="blind", reflection=said.id, theme="debt", coder="ada")
    after = shown(room)
    assert [dict(each.coded_by) for each in after.reflections] == [{"ada": ("debt",)}]
    assert replace(after, reflections=before.reflections) == before
    assert [each.themes for each in after.reflections] == [("food",)]
