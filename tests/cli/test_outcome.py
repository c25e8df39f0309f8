"""What each way of working came to, from the command line."""

from tests.cli.conftest import Run


def banked(run: Run) -> None:
    """Neighbours offer and need: one skill has both, one has no offer."""
    run("new", "Street")
    run("run", "street", "--plan", "skills-bank", "--group", "parent", "--present", "4")
    lines = '1: can cut hair !offer #haircuts\n2: "three boys who need one" !need #haircuts\n3: somebody with a van !need #moving\n'
    run("capture", "street", "--activity", "2", given=lines)


def test_what_goes_together_is_printed(run: Run) -> None:
    """The plan's title, what stands out, each theme with its lanes and words."""
    banked(run)
    lines = run("outcome", "street").out.splitlines()
    assert lines[:3] == ["Skills bank", "  In both: Haircuts.", "  Only in \u201cneed\u201d: Moving."]
    assert "    offer: 1 remark" in lines
    assert '      R2\t2\t"three boys who need one"' in lines or '      R2\tp2\t"three boys who need one"' in lines


def test_one_of_them_is_asked_for_by_its_title(run: Run) -> None:
    """And as JSON, with every cell and word."""
    banked(run)
    run("recommend", "street", "add", "A wall in the hall", "--side", "parent", "--agreed", "parent")
    assert len(run("outcome", "street", "--json").json()) == 2
    (found,) = run("outcome", "street", "--of", "promised", "--json").json()
    assert found["rows"][0]["cells"] == ["Parents", "parents", "", "open"]


def test_a_page_and_tables_are_exported(run: Run) -> None:
    """Each outcome is a csv file; the page has all of them."""
    banked(run)
    files = [line.rpartition("/")[2] for line in run("export", "street", "--to", "outcomes").out.splitlines()]
    assert files == ["street-outcomes.html", "outcome-lanes-1.csv"]


def test_a_statement_is_put_in_better_words(run: Run) -> None:
    """The new one has a number of its own, and stands with the old."""
    run("new", "Charter")
    run("statement", "add", "charter", "We listen.", "--made-by", "practitioner")
    assert run("statement", "reword", "charter", "T1", "We let you finish.", "--made-by", "parent").out == "T2\n"
    assert "    before: T1 We listen." in run("outcome", "charter").out


def test_without_any_it_says_so(run: Run) -> None:
    """Nothing on stdout."""
    run("new", "Empty")
    done = run("outcome", "empty")
    assert done.out == ""
    assert "Nothing of this kind yet" in done.err


def test_what_a_session_begins_with_is_printed(run: Run) -> None:
    """The promises of the session before, with what came of them; as JSON too; nothing, said on stderr, in the first."""
    banked(run)
    assert run("carried", "street").out == ""
    run("recommend", "street", "add", "Hang up the wall", "--side", "parent")
    run("clock", "street", "start")
    run("clock", "street", "end")
    run("recommend", "street", "note", "D1", "it hangs", "--status", "done")
    run("run", "street", "--plan", "the-deal", "--group", "mixed", "--present", "parent=4")
    assert run("carried", "street").out == "Parents promised: Hang up the wall (done: it hangs)\n"
    assert run("carried", "street", "--json").json()["promises"][0]["stands"] == "done: it hangs"
    assert run("carried", "street", "--session", "S1").out == ""
