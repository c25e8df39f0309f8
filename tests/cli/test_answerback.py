"""`workshop answerback`: contested statements for those who made them."""

from tests.cli.conftest import Run


def contest(run: Run) -> str:
    """T1 of practitioners, contested by parents; one of two reasons may be passed on."""
    run("new", "Back")
    run("statement", "add", "back", "Parents hide it.", "--made-by", "practitioner")
    run("run", "back", "--plan", "readback", "--group", "parent", "--present", "5")
    run("clock", "back", "start", "4")
    lines = ['3: !disagree "they see the cupboard"', "4: !disagree mine knows", "5: !disagree", "6: !disagree", "7: !agree"]
    run("capture", "back", given="\n".join(lines) + "\n")
    run("consent", "back", "3", "quote")
    return "back"


def test_it_prints_what_was_said_answered_and_why(run: Run) -> None:
    """And how to put it to them, with what is kept back."""
    done = run("answerback", contest(run))
    assert done.out.splitlines() == [
        "T1\tpractitioners said\tParents hide it.",
        "\t5 parents were asked: 1 agreed, 0 agreed in part, 4 disagreed, 0 unsure",
        "\t\t“they see the cupboard”",
        "\t\t(1 more reason is kept back: nobody agreed to pass on the words)",
    ]
    assert done.err == "To put them to practitioners: workshop run back --plan answering-back --group practitioner\n"


def test_it_says_how_many_reasons_more_there_are(run: Run) -> None:
    """Five stand there; of seven that may be passed on, two more."""
    workshop = contest(run)
    run("capture", workshop, given="".join(f"3: !disagree for the {n}. time\n" for n in range(2, 8)))
    done = run("answerback", workshop)
    assert "\t\tand 2 more" in done.out.splitlines()
    (found,) = run("answerback", workshop, "--json").json()
    assert (len(found["heard"][0]["reasons"]), found["heard"][0]["more"]) == (5, "and 2 more")


def test_what_was_answered_back_is_not_to_be_put_to_them_again(run: Run) -> None:
    """The line that says how goes once its makers have answered."""
    workshop = contest(run)
    run("clock", workshop, "end")
    run("run", workshop, "--plan", "answering-back", "--group", "practitioner", "--present", "5")
    run("clock", workshop, "start", "2")
    run("capture", workshop, given="1: !agree we stand by it\n")
    done = run("answerback", workshop)
    assert "practitioners answered back: " in done.out
    assert done.err == ""


def test_machines_get_the_same(run: Run) -> None:
    """And null as long as nobody has answered back."""
    (found,) = run("answerback", contest(run), "--json").json()
    assert (found["statement"], found["made_by"], found["answered_back"]) == ("T1", "practitioner", None)
    assert found["heard"][0]["reasons"] == ["“they see the cupboard”"]
    assert found["heard"][0]["kept_back"] == 1


def test_without_anything_contested_it_says_so(run: Run) -> None:
    """Of a group too; a group that isn't there is named."""
    assert run("answerback", contest(run), "--group", "parent").err == "Nothing is contested yet.\n"
    assert 'no perspective "plumber"' in run("answerback", "back", "--group", "plumber", code=1).err
