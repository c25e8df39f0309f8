"""`workshop statement`: made of remarks, changed with a history, listed with the answers and with the notes to correct."""

import pytest

from tests.cli.conftest import Run


@pytest.fixture
def workshop(run: Run) -> str:
    """R1 and R2 of practitioners, R3 of parents; T1 is of practitioners."""
    run("new", "Say")
    run("run", "say", "--plan", "community-of-practice", "--group", "practitioner")
    run("capture", "say", given="1: families hide it #pride\n2: they tell nobody\nparents: we are asked last\n")
    run("statement", "add", "say", "--from", "R1", "R2", "Parents hide it.", "--theme", "pride")
    return "say"


def test_it_is_made_of_remarks_and_keeps_them(run: Run, workshop: str) -> None:
    """All named after --from; whose it is follows from them."""
    (found,) = run("statement", "list", workshop, "--json").json()
    assert (found["ref"], found["made_by"], found["theme"], found["from"]) == ("T1", "practitioner", "Pride", ["R1", "R2"])
    assert (found["answers"], found["answered_back"], found["to_correct"]) == ({}, None, False)
    assert run("statement", "add", workshop, "R2 is what some call it.", "--made-by", "parent").out == "T2\n"


def test_it_is_about_what_its_remarks_share(run: Run, workshop: str) -> None:
    """Of several themes the one that most of them are about; where none is, a line says how to name one."""
    run("capture", workshop, given="1: they go to work tired #pride #health\n2: they sleep little #health\n3: the room is cold\n")
    for sources, theme in (("R1", "R2"), "Pride"), (("R4",), None), (("R5", "R6"), "Health"), (("R1", "R5"), None), (("R6",), None):
        done = run("statement", "add", workshop, "--made-by", "practitioner", *(f"--from={each}" for each in sources), "It is so.")
        found = next(each for each in run("statement", "list", workshop, "--json").json() if each["ref"] == done.out.strip())
        assert (found["theme"], "is about no theme: --theme names one" in done.err) == (theme, theme is None), sources


def test_a_theme_that_is_not_there_is_refused(run: Run, workshop: str) -> None:
    """With the nearest; of a statement that is made, and of one that is changed."""
    assert 'There is no theme "prid".' not in run("statement", "add", workshop, "--from", "R1", "It is so.", "--theme", "prid").err
    for tried in (("add", workshop, "--from", "R1", "It is so."), ("edit", workshop, "T1")):
        refused = run("statement", *tried, "--theme", "prise", code=1).err
        assert 'There is no theme "prise".' in refused
        assert 'Did you mean "Pride"?' in refused


def test_open_remarks_of_two_people_contest_it(run: Run, workshop: str) -> None:
    """Though it was never put to them; one person alone does not, and it is taken back like it was noted."""
    run("capture", workshop, "--group", "parent", given="p5: it is no secret\np6: we tell whoever asks\n", code=0)

    def contested() -> bool:
        return bool(run("compare", workshop, "--json").json()["statements"][0]["contested"])

    run("statement", "dispute", workshop, "T1", "R4")
    assert not contested()
    assert run("statement", "dispute", workshop, "T1", "R5").out == "R5\twe tell whoever asks\n"
    assert contested()
    run("statement", "dispute", workshop, "T1", "R5", "--take-back")
    assert not contested()


def test_a_line_says_unasked_what_it_is_about(run: Run, workshop: str) -> None:
    """`!disagree T1` in an open round: two people contest it so, with no answer counted; an edit keeps or takes away what it is about."""
    run("capture", workshop, "--group", "parent", given="p5: !disagree T1 it is no secret\np6: we tell whoever asks !disagree t1\n")
    (found,) = run("compare", workshop, "--json").json()["statements"]
    assert found["contested"]
    assert sum(found["answers"]["parent"].values()) == 0, "an open remark is no answer"
    assert "it is no secret" in run("reflections", workshop).out
    assert "secret T1" not in run("reflections", workshop).out
    assert "Contested: " in run("compare", workshop, "--why", "T1").out
    run("edit", workshop, "R5", "--line", "p6: we tell all who ask !disagree T1")
    assert run("compare", workshop, "--json").json()["statements"][0]["contested"]
    run("edit", workshop, "R5", "--line", "p6: we tell all who ask")
    assert not run("compare", workshop, "--json").json()["statements"][0]["contested"]
    assert run("statement", "list", workshop, "--json").json()[0]["answers"] == {}


def test_a_maker_who_said_none_of_it_is_refused(run: Run, workshop: str) -> None:
    """What practitioners said is no statement of parents."""
    done = run("statement", "add", workshop, "--made-by", "parent", "--from", "R1", "R2", "It is so.", code=1)
    assert "Those remarks are of practitioners, none is of parents." in done.err


def test_it_says_what_is_missing(run: Run, workshop: str) -> None:
    """Whose it is where remarks of two groups, or none, say nothing; the words; a remark that isn't there."""
    assert "Whose statement is it?" in run("statement", "add", workshop, "--from", "R1", "R3", "Both say so.", code=1).err
    assert "Whose statement is it?" in run("statement", "add", workshop, "Nobody says so.", code=1).err
    assert "Give the statement as one text" in run("statement", "add", workshop, "--from", "R1", "R2", code=2).err
    assert 'There is no reflection "R9"' in run("statement", "add", workshop, "--from", "R9", "It is so.", code=1).err


def test_a_change_keeps_what_was(run: Run, workshop: str) -> None:
    """Words and theme; once somebody has answered, only what means the same."""
    run("theme", workshop, "add", "Being open")
    assert (
        run("statement", "edit", workshop, "T1", "Parents may hide it.", "--theme", "Being open").out
        == "T1\tpractitioner\tParents may hide it.\n"
    )
    assert "Parents hide it." in run("history", workshop, "T1").out
    run("clock", workshop, "start")
    run("clock", workshop, "end")
    run("run", workshop, "--plan", "readback", "--group", "parent")
    run("clock", workshop, "start", "4")
    run("capture", workshop, given="hands: 1 0 5 0\n")
    assert "People have answered T1 as it stands." in run("statement", "edit", workshop, "T1", "Parents do.", code=1).err
    assert run("statement", "edit", workshop, "T1", "Parents may hide it!", "--same-meaning").out.endswith("hide it!\n")
    assert run("statement", "edit", workshop, "T1", "--theme", "").out.endswith("hide it!\n")
    (found,) = run("statement", "list", workshop, "--json").json()
    assert (found["theme"], found["answers"]) == (None, {"parent": {"agree": 1, "partly": 0, "disagree": 5, "unsure": 0}})


def test_the_list_tells_answers_and_notes_to_correct(run: Run, workshop: str) -> None:
    """What another group contests is a difference; what its own group finds wrong is a note to correct."""
    run("clock", workshop, "start")
    run("clock", workshop, "end")
    run("statement", "add", workshop, "We are asked last.", "--made-by", "parent")
    run("run", workshop, "--plan", "readback", "--group", "mixed", "--present", "parent=6")
    run("clock", workshop, "start", "4")
    run("capture", workshop, given="parents: hands: 1 0 5 0\n")
    run("clock", workshop, "show", "T2")
    run("capture", workshop, given="parents: hands: 0 1 5 0\n")
    listed = run("statement", "list", workshop, "--answers").out
    assert listed.splitlines() == [
        "T1\tpractitioner\tParents hide it.",
        "\tparents\tagree 1 | partly 0 | disagree 5 | unsure 0 of 6 asked: challenged, contested",
        "T2\tparent\tWe are asked last.",
        "\tparents\tagree 0 | partly 1 | disagree 5 | unsure 0 of 6 asked: challenged, a note to correct",
    ]
    assert run("statement", "list", workshop, "--to-correct").out == "T2\tparent\tWe are asked last.\n"
