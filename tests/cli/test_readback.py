"""`workshop readback`: what is read back to a group, without codes, and put right."""

import pytest

from tests.cli.conftest import Run


@pytest.fixture
def workshop(run: Run) -> str:
    """A session of parents with R1 to R3; R2 is unfinished."""
    run("new", "Read")
    run("run", "read", "--plan", "readback", "--group", "parent", "--present", "6")
    run("capture", "read", given='3: the bus is late\n4: "we go without so...\nparents: damp walls\n')
    return "read"


def test_the_list_has_words_and_no_codes(run: Run, workshop: str) -> None:
    """Each with how it stands; nobody in the room is told who said it."""
    listed = run("readback", workshop).out
    assert listed == "R1\tnot checked\tthe bus is late\nR2\tto finish\twe go without so...\nR3\tnot checked\tdamp walls\n"
    assert run("readback", workshop, "list", "--unfinished").out == "R2\tto finish\twe go without so...\n"


def test_what_is_right_and_what_is_put_right(run: Run, workshop: str) -> None:
    """Several at once are right as they stand; a correction says what one should say, and finishes a quote."""
    assert run("readback", workshop, "ok", "R1", "R3").out == "R1\tchecked back\nR3\tchecked back\n"
    assert run("readback", workshop, "correct", "R2", "we go without so they can eat").out.startswith("R2\tchecked back\t")
    found = run("readback", workshop, "--session", "S1", "--json").json()
    assert [each["ref"] for each in found if each["checked_back"]] == ["R1", "R2", "R3"]
    assert [each["text"] for each in run("readback", workshop, "--json", "--unfinished").json()] == []
    assert run("readback", workshop, "--unfinished").err == "Nothing is left to finish.\n"


def test_it_says_what_is_missing(run: Run, workshop: str) -> None:
    """Which remark, which words, and what can't be."""
    assert "Say which remark" in run("readback", workshop, "ok", code=2).err
    assert "Give the remark and its words" in run("readback", workshop, "correct", "R1", code=2).err
    assert 'There is no reflection "R9"' in run("readback", workshop, "ok", "R9", code=1).err
