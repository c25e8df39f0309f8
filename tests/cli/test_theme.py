"""`workshop theme`: everything that can be done to the codebook, in words and for machines."""

import pytest

from tests.cli.conftest import Run

LINES = "1: the cupboard was empty #food\n2: it shut at noon #food-bank\n3: they ring every day #debt #food\n4: and cold\n"


@pytest.fixture
def made(run: Run) -> None:
    """A workshop with four remarks and three themes."""
    run("new", "Try it")
    run("capture", "try-it", "--group", "parent", given=LINES)


def titles(run: Run) -> list[str]:
    """The codebook in order."""
    return [each["title"] for each in run("theme", "try-it", "list", "--json").json()]


def test_the_list_says_what_is_known_of_each(run: Run, made: None) -> None:
    """A table for people, the same for machines; without a verb it is the list."""
    run("theme", "try-it", "edit", "debt", "--description", "Owing", "--lead", "Advice Centre", "--agreed", "--priority", "--under", "food")
    table = run("theme", "try-it").out
    assert "Debt" in table
    assert "priority; under Food; lead: Advice Centre; Owing" in table
    assert run("theme", "try-it", "list", "--json").json()[2] == {
        "title": "Debt",
        "description": "Owing",
        "aliases": [],
        "parent": "Food",
        "lead": "Advice Centre",
        "agreed": True,
        "priority": True,
        "remarks": {"parent": 1},
        "id": run("theme", "try-it", "list", "--json").json()[2]["id"],
    }


def test_an_empty_codebook_says_how_to_begin(run: Run) -> None:
    """On stderr; there is nothing on stdout for a program to take for a theme."""
    run("new", "Empty")
    assert "add TITLE" in run("theme", "empty").err
    assert run("theme", "empty", "list", "--json").json() == []


def test_a_theme_is_added_with_a_hint_at_its_like(run: Run, made: None) -> None:
    """The hint is on stderr, and nothing comes of it."""
    done = run("theme", "try-it", "add", "foods", "--alias", "meals", "--provisional")
    assert done.out == "foods\n"
    assert 'Spelt much like "Food"' in done.err
    assert titles(run) == ["Food", "Food bank", "Debt", "foods"]
    assert "already" in run("theme", "try-it", "add", "MEALS", code=1).err


def test_rename_merge_split_order_move_remove(run: Run, made: None) -> None:
    """Each prints what came of it."""
    assert run("theme", "try-it", "rename", "debt", "Money owed").out == "Money owed\tprovisional; also: Debt\n"
    assert run("theme", "try-it", "merge", "food-bank", "food").out == "Food\tprovisional; also: Food bank\n"
    assert run("theme", "try-it", "split", "food", "Empty cupboards", "R1", "R2").out == "Empty cupboards\tprovisional\n"
    rows = run("reflections", "try-it", "--json").json()
    assert [each["themes"] for each in rows] == [["Empty cupboards"], ["Empty cupboards"], ["Food", "Money owed"], []]
    assert run("theme", "try-it", "order", "empty", "debt").out.split("\n")[:3] == ["Empty cupboards", "Money owed", "Food"]
    assert run("theme", "try-it", "move", "food", "1").out.split("\n")[0] == "Food"
    assert "not empty: 2 " in run("theme", "try-it", "remove", "empty", code=1).err
    run("theme", "try-it", "add", "Damp")
    assert run("theme", "try-it", "remove", "damp").out == "Damp\n"
    assert titles(run) == ["Food", "Empty cupboards", "Money owed"]


def test_aliases_are_replaced_or_taken_away(run: Run, made: None) -> None:
    """Not naming them leaves them."""
    run("theme", "try-it", "edit", "debt", "--alias", "arrears", "--alias", "owing")
    assert run("theme", "try-it", "edit", "owing", "--lead", "Council").out == "Debt\tprovisional; lead: Council; also: arrears, owing\n"
    assert run("theme", "try-it", "edit", "debt", "--no-alias", "--lead", "").out == "Debt\tprovisional\n"


def test_the_history_is_in_words(run: Run, made: None) -> None:
    """When, in which window, what."""
    run("theme", "try-it", "merge", "food-bank", "food")
    lines = [line.split("\t")[2] for line in run("theme", "try-it", "history", "food").out.splitlines()]
    assert lines == ['"Food" added', '"Food bank" added', '"Food bank" merged into "Food"']
    assert [each["what"] for each in run("theme", "try-it", "history", "food", "--json").json()] == lines


def test_what_is_done_here_can_be_undone_here(run: Run, made: None) -> None:
    """The next call of the program takes back the last one's merge."""
    run("theme", "try-it", "merge", "food-bank", "food")
    run("undo", "try-it")
    assert titles(run) == ["Food", "Food bank", "Debt"]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("theme", "try-it", "rename", "hunger", "X"), 1),
        (("theme", "try-it", "merge", "food", "food"), 1),
        (("theme", "try-it", "split", "food", "X", "R4"), 1),
        (("theme", "try-it", "split", "food", "X"), 2),
        (("theme", "try-it", "move", "food", "0"), 2),
        (("theme", "try-it", "paint", "food"), 2),
        (("theme", "nowhere", "list"), 1),
        (("theme",), 2),
    ],
)
def test_what_cannot_be_done_is_said_in_words(run: Run, made: None, words: tuple[str, ...], code: int) -> None:
    """One sentence on stderr and nothing on stdout."""
    done = run(*words, code=code)
    assert (done.out, bool(done.err)) == ("", True)
    assert "Traceback" not in done.err


def test_the_options_that_open_a_workshop_may_stand_anywhere(run: Run, made: None, home: object) -> None:
    """Before the verb, and after it."""
    assert run("theme", "try-it", "list", "--home", str(home), "--json").json()
    assert run("theme", "--home", str(home), "try-it", "list", "--json").json()
