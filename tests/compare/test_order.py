"""The order of themes in a report."""

from tests.compare.room import Room


def room_of(*themes: tuple[str, int, int]) -> Room:
    """Themes raised by so many of 8 parents and of 15 practitioners."""
    room = Room()
    room.session("s", parent=8, practitioner=15)
    parents, practitioners = room.people(8, "parent", "s"), room.people(15, "practitioner", "s")
    for title, a, b in themes:
        room.theme(title)
        for who in (*parents[:a], *practitioners[:b]):
            room.says(who, title, session="s")
    return room


def order(room: Room) -> list[str]:
    return [one.theme for one in room.compare().themes]


def test_contested_comes_first_then_led_then_shared_then_the_rest() -> None:
    """Clear before leaning, wider gaps and more people earlier."""
    room = room_of(
        ("nobody", 0, 0), ("one", 1, 0), ("few", 1, 1), ("shared", 4, 6), ("more shared", 6, 9),
        ("leaning", 0, 5), ("clear", 5, 1), ("clearer", 8, 1), ("contested", 1, 0),
    )  # fmt: skip
    room.statement("claim", "practitioner", "contested")
    room.hands("parent", "claim", 0, 0, 8, 0, session="s")
    room.theme("twice contested")
    for number in range(2):
        room.statement(f"other {number}", "practitioner", "twice contested")
        room.hands("parent", f"other {number}", 0, 0, 8, 0, session="s")
    assert order(room) == ["twice contested", "contested", "clearer", "clear", "leaning", "more shared", "shared", "few", "one", "nobody"]


def test_equals_stand_in_the_codebooks_order_and_then_by_title() -> None:
    """So that the same records always read the same."""
    room = room_of(("b", 1, 1), ("a", 1, 1), ("C", 1, 1))
    assert order(room) == ["a", "b", "C"]
    room.theme("b", order=-1)
    assert order(room) == ["b", "a", "C"]
