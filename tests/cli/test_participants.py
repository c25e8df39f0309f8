"""`workshop participants`: who took part, and who is in the room."""

import pytest

from tests.cli.conftest import Run


@pytest.fixture
def made(run: Run) -> None:
    """Notes of a parents' session, with two people known."""
    run("new", "Room")
    run("capture", "room", "--group", "parent", given="3: the bus is dear #bus\n4: and late #bus\n")


def people(run: Run, *words: str) -> dict[str, dict[str, object]]:
    """What is known of each code."""
    return {each["code"]: each for each in run("participants", "room", "list", *words, "--json").json()["people"]}


def test_of_several_sessions_one_is_named(run: Run, made: None) -> None:
    """The cure says which there are and how; it can be done without a verb and with one."""
    run("capture", "room", "--group", "practitioner", given="9: the forms #forms\n")
    assert "Name one: --session S1 (there are S1, S2)." in run("participants", "room", code=1).err
    assert "p3" in run("participants", "room", "--session", "S1").out
    assert "r9" in run("participants", "room", "list", "--session", "S2").out
    assert run("participants", "room", "--session", "S2", "--json").json()["session"] == "S2"


def test_people_are_added_edited_and_listed(run: Run, made: None) -> None:
    """By sticker; what isn't given stays."""
    assert run("participants", "room", "add", "7", "--organisation", "Corner Playgroup", "--role", "grandmother").out == (
        "p7\tparent\tCorner Playgroup\tgrandmother\n"
    )
    assert run("participants", "room", "edit", "p7", "--role", "").out == "p7\tparent\tCorner Playgroup\t\n"
    run("consent", "room", "p7", "quote", "--session", "S1")
    assert people(run)["p7"] == {
        "code": "p7",
        "perspective": "parent",
        "organisation": "Corner Playgroup",
        "role": "",
        "consent": "quote",
        "parts": None,
        "here": True,
        "same_as": [],
        "session": "S1",
    }
    table = run("participants", "room")
    assert "p7     parent        Corner Playgroup          quote       throughout" in table.out
    assert "Here: 3 parents." in table.err
    assert "never a name" in run("participants", "room", "add", "Aisha", code=1).err


def test_who_comes_and_goes_is_counted(run: Run, made: None) -> None:
    """By group or by code; what is printed is who is here now."""
    assert run("participants", "room", "arrive", "parents", "-n", "6").out == "Here: 8 parents.\n"
    assert run("participants", "room", "leave", "-n", "2").out == "Here: 6 parents.\n"
    assert run("participants", "room", "arrive", "--again").out == "Here: 7 parents.\n"
    assert run("participants", "room", "arrive", "9").out == "Here: 8 parents.\n"
    assert run("participants", "room", "arrive", "r1").out == "Here: 8 parents, 1 practitioner.\n"
    listed = run("participants", "room", "list", "--json").json()
    assert (listed["here"], listed["present"]) == ({"parent": 8, "practitioner": 1}, {"parent": 9})
    assert "can't leave" in run("participants", "room", "leave", "-n", "20", code=1).err


def test_attendance_and_the_part_there_is_none_of(run: Run, made: None) -> None:
    """Absent, there throughout, and a part that typed-up notes don't have."""
    assert run("participants", "room", "attend", "3", "--absent").out == "p3\tabsent\n"
    assert people(run)["p3"]["parts"] == []
    assert run("participants", "room", "attend", "3").out == "p3\tthroughout\n"
    assert "0 parts" in run("participants", "room", "attend", "3", "--part", "1", code=1).err
    assert run("participants", "room", "attend", "3", "--part", "1", "--absent", code=2).err


def test_one_person_in_two_groups(run: Run, made: None) -> None:
    """Linked, listed so, counted once, and taken back."""
    run("capture", "room", "--group", "practitioner", given="r1: we see it too #bus\n")
    run("participants", "room", "add", "b1", "--perspective", "both", "--session", "S1")
    run("participants", "room", "add", "b5", "--perspective", "both", "--session", "S2")
    assert run("compare", "room", "--json").json()["people"]["both"] == 2
    assert run("participants", "room", "link", "b1", "S1", "b5", "S2").out == "b5\tsame as\tb1 of S1\n"
    assert people(run, "--session", "S1")["b1"]["same_as"] == ["b5 of S2"]
    assert run("compare", "room", "--json").json()["people"]["both"] == 1
    assert run("participants", "room", "unlink", "b1", "--session", "S1").out == "b1\tlinked with nobody\n"
    assert run("compare", "room", "--json").json()["people"]["both"] == 2


def test_which_session_is_meant_is_asked(run: Run, made: None) -> None:
    """Where there are two and none is open."""
    run("capture", "room", "--group", "practitioner", given="r1: we see it too #bus\n")
    assert "--session S1" in run("participants", "room", code=1).err
    assert run("participants", "room", "list", "--session", "S2", "--json").json()["session"] == "S2"
