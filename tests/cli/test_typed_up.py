"""Notes that were typed up: into which session they go, what of a file can't be taken, and answers that stand on paper."""

import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Done, Run
from workshop.cli import main
from workshop.model.plan import Kind
from workshop.plans import load_plan

ANSWERS = """Notes of the evening
1: "we go without" #food
+ and more
shown: T1
1: !disagree they see it all
2: !agree
shown: nothing
3: !agree T1
"""


@pytest.fixture
def from_file(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Call `workshop` with these words and a file as its standard input, as a shell's `<` gives it."""

    def call(*words: str, given: str = "", code: int = 0) -> Done:
        notes = tmp_path / "notes.txt"
        notes.write_text(given, encoding="utf-8")
        with notes.open(encoding="utf-8") as stream:
            monkeypatch.setattr(sys, "stdin", stream)
            capsys.readouterr()
            got = main(words)
        written = capsys.readouterr()
        assert got == code, written
        return Done(got, written.out, written.err)

    run("new", "Typed")
    run("statement", "add", "typed", "Families hide it", "--made-by", "practitioner")
    return call


def test_answers_on_paper_count_as_answers(from_file: Run, run: Run) -> None:
    """After `shown: T1` the lines answer T1, with their reasons, until `shown: nothing`; after that what is said of T1 is unasked."""
    done = from_file("capture", "typed", "--group", "parent", given=ANSWERS)
    assert done.out.splitlines() == [
        "R1\tNotes of the evening",
        "R2\twe go without",
        'R2\t"we go without" and more',
        "R3\tthey see it all",
        "T1\t2: !agree",
        "R4\t(without words)",
    ]
    (found,) = run("compare", "typed", "--json").json()["statements"]
    assert (found["answers"]["parent"]["agree"], found["answers"]["parent"]["disagree"]) == (1, 1)


def test_what_was_taken_is_said(from_file: Run) -> None:
    """How many lines, as whom, which had no speaker, which said something unasked, and how to take all of it back."""
    err = from_file("capture", "typed", "--group", "parent", given=ANSWERS).err
    assert "Into S1, with parents: begun now" in err
    assert "Taken down: 6 lines, 2 as p1, 1 as parents, 1 as p2, 1 as p3. To take that back: workshop undo typed --times 6" in err
    assert "No speaker stands before line 1 (R1: as parents)." in err
    assert "no answer to it: line 8 (T1)" in err


def test_a_file_is_taken_whole_or_not_at_all(from_file: Run, run: Run) -> None:
    """Each line that can't be is named with its cause and its cure; nothing of the others is kept, and no session is begun."""
    given = "1: we go without\nhands: 1 1 6 0\n2: !agree\nshown: T9\n3: !disagree they see it\n4: !agree T7\n"
    err = from_file("capture", "typed", "--group", "parent", given=given, code=1).err
    assert "Nothing of the file was taken down." in err
    whys = {
        2: "hands T1: 1 1 6 0",
        3: "a line  shown: T1  stands before the answers",
        4: '"T9"',
        5: "name it,  !disagree T1",
        6: "no statement T7",
    }
    for number, why in whys.items():
        told = err.split(f"line {number}:")[1].split("\nline ")[0]
        assert why in told
    assert "line 1:" not in err
    assert run("reflections", "typed", "--json").json() == []
    assert "none yet" in run("heard", "typed", "--session", "S1", code=1).err


def test_which_session_is_meant_is_said(from_file: Run, run: Run) -> None:
    """The newest of the group, how it stands, and how to take another; `--new` begins one though there is one."""
    run("run", "typed", "--plan", "readback", "--group", "parent")
    run("clock", "typed", "start")
    run("clock", "typed", "end")
    ended = from_file("capture", "typed", "--group", "parent", given="3: it was cold\n").err
    assert 'Into S1, with parents, "' in ended
    assert "it has ended" in ended
    assert "--group parent --new begins a session" in ended
    assert "Into S2, with parents: begun now" in from_file("capture", "typed", "--group", "parent", "--new", given="3: it was cold\n").err
    later = from_file("capture", "typed", "--group", "parent", given="3: it was cold\n").err
    assert "1 sticker is known in it" in later
    assert "name it with --session S1" in later
    named = from_file("capture", "typed", "--session", "S1", given="3: and wet\n").err
    assert "Into S1" in named
    assert "Not that one?" not in named
    assert "give --group too" in run("capture", "typed", "--new", code=2).err


def test_lines_of_a_pipe_are_taken_as_they_come(run: Run) -> None:
    """Where each line waits for its answer, one that is refused doesn't hold up the others."""
    run("new", "Pipe")
    done = run("capture", "pipe", "--group", "parent", given="1: we go without\n2: !agree\n3: the bus\n", code=1)
    assert [line.split("\t")[0] for line in done.out.splitlines()] == ["R1", "R2"]
    assert "not saved: 2: !agree" in done.err


def test_what_was_said_unasked_is_seen_in_the_comparison(from_file: Run, run: Run) -> None:
    """`!disagree T1` in an open round stands beside "not asked", in the list of statements and in the reasons for the label."""
    from_file("capture", "typed", "--group", "parent", given="1: !disagree T1 they see it all\n")
    assert "parents not asked (unasked, 1 parent disagreed)" in run("compare", "typed").out
    assert "unasked, 1 parent disagreed" in run("statement", "list", "typed", "--answers").out
    assert "Unasked, 1 parent disagreed: that is no answer." in run("compare", "typed", "--why", "T1").out
    assert run("compare", "typed", "--json").json()["statements"][0]["unasked"]["parent"]["people"]["disagree"] == 1


def test_a_file_stops_at_what_only_the_lines_before_it_make_wrong(from_file: Run, run: Run) -> None:
    """Two votes that are right one by one and too many together: the second is named, and nothing after it is taken."""
    run("run", "typed", "--plan", "appreciative-inquiry", "--group", "parent")
    votes = str(1 + [each.kind for each in load_plan("appreciative-inquiry").activities].index(Kind.VOTE))
    given = "3: #debt 3\n3: #housing 3\n4: #debt 3\n"
    done = from_file("capture", "typed", "--activity", votes, given=given, code=1)
    assert done.out.splitlines() == ["vote\tp3: Debt 3 (3 of 3 dots given)"]
    assert "That was line 2. No line after it was taken down." in done.err
    assert "Taken down: 1 line, 1 as p3. To take that back: workshop undo typed" in done.err
