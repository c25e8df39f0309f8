"""`workshop consent`: taken down for a person, the room, one remark; and listed."""

import pytest

from tests.cli.conftest import Run

LINES = "3: we walk to the shop #shops\nP: the bus is dear #buses\n"


@pytest.fixture
def listed(run: Run) -> None:
    """A workshop "asked" with a typed-up session: R1 is p3's, R2 the group's."""
    run("new", "Asked")
    run("capture", "asked", "--group", "parent", given=LINES)


def levels(run: Run) -> dict[str, tuple[str, bool, bool]]:
    """Of everybody: the level, whether it was asked, and research."""
    return {
        each["who"]: (each["level"], each["asked"], each["research"]) for each in run("consent", "asked", "--json").json()["agreements"]
    }


@pytest.mark.usefixtures("listed")
def test_a_person_the_room_and_one_remark(run: Run) -> None:
    """Each is answered with what holds now; the list has them all, and says how many remarks may be quoted."""
    assert levels(run) == {"the room": ("count", False, False), "p3": ("count", False, False)}
    assert run("consent", "asked", "P3", "quote", "--research", "yes").out == "p3\tS1\tquote\tresearch: yes\n"
    assert run("consent", "asked", "--room", "paraphrase").out == "the room\tS1\tparaphrase\tresearch: no (not asked)\n"
    assert run("consent", "asked", "--remark", "R1", "none").out == "R1\tS1\tnone\tresearch: yes\n"
    assert levels(run) == {"the room": ("paraphrase", True, False), "p3": ("quote", True, True), "R1": ("none", True, True)}
    assert "0 of 2 remarks may be quoted" in run("consent", "asked").err


@pytest.mark.usefixtures("listed")
def test_somebody_who_has_not_spoken(run: Run) -> None:
    """With the session named p8 can be asked beforehand; without it nobody knows whom that would be."""
    assert "Nobody here has the code" in run("consent", "asked", "p8", "quote", code=1).err
    assert run("consent", "asked", "--session", "S1", "8", "quote").out.startswith("p8\tS1\tquote")
    assert levels(run)["p8"] == ("quote", True, False)


@pytest.mark.usefixtures("listed")
def test_the_last_day_for_withdrawing(run: Run) -> None:
    """It is taken down for the only session there is, or the one named."""
    assert run("consent", "asked", "--withdraw-until", "2026-05-01").out == "S1\tpeople may withdraw until 01 May 2026\n"
    run("capture", "asked", "--group", "practitioner", given="1: we refer people on #referral\n")
    assert "which session" in run("consent", "asked", "--withdraw-until", "2026-05-01", code=1).err
    assert run("consent", "asked", "--session", "S2", "--withdraw-until", "2026-05-01").out.startswith("S2")


@pytest.mark.usefixtures("listed")
def test_calls_that_say_too_little_or_too_much(run: Run) -> None:
    """A level that there isn't names those there are; nothing said, two levels, and a room with a code are refused."""
    assert "Levels: quote, paraphrase, count, none." in run("consent", "asked", "p3", "maybe", code=1).err
    assert "Nothing was said" in run("consent", "asked", "p3", code=1).err
    assert "One level at a time" in run("consent", "asked", "p3", "quote", "none", code=2).err
    assert "stands alone" in run("consent", "asked", "--room", "quote", "p3", code=2).err
    assert levels(run)["p3"] == ("count", False, False)
