"""A golden walk: a workshop is run, coded, reworked and voted on, and `workshop export --to qdpx` hands all of it on."""

import re
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.report.refi import Project, Q, opened

PLAN = """
title = "The walk"

[[activity]]
title = "Talk"
kind = "open"
minutes = 10

[[activity]]
title = "What the others said"
kind = "show"
minutes = 10

[[activity]]
title = "Dots"
kind = "vote"
minutes = 5
dots = 3
"""
SAID = """1: the form asks it all again \U0001f62e\u200d\U0001f4a8 #forms
2: "two buses with a buggy" #buses
3: fares ate the shopping money #fares
1: I hide the letters #worry
1: they asked me what I think #listening
"""
ANSWERED = """1: !disagree "they see the cupboard"
2: !disagree
3: !disagree
4: !agree
"""


@pytest.fixture
def walked(run: Run, tmp_path: Path) -> Run:
    """Two groups' words; themes merged and split; a second coder; dots; a statement answered, and answered back by its makers."""
    plan, back = tmp_path / "walk.toml", tmp_path / "back.toml"
    plan.write_text(PLAN, encoding="utf-8")
    back.write_text(PLAN.replace('kind = "show"', 'kind = "show"\ncontested = true'), encoding="utf-8")
    run("new", "The walk")
    for group, lines in (("practitioner", "1: forms are a wall #forms\n2: nobody reads letters #worry\n"), ("parent", SAID)):
        run("run", "the-walk", "--plan", str(plan), "--group", group, "--present", "4")
        run("clock", "the-walk", "start")
        run("capture", "the-walk", given=lines)
        if group == "practitioner":
            run("statement", "add", "the-walk", "Parents hide it from their children.", "--made-by", "practitioner")
        else:
            run("clock", "the-walk", "note", "The kettle took ten minutes.")
            run("clock", "the-walk", "start", "2")
            run("clock", "the-walk", "show", "T1")
            run("capture", "the-walk", given=ANSWERED)
            run("clock", "the-walk", "start", "3")
            run("vote", "the-walk", given="1: #buses 2 #forms\n2: #buses\n")
        run("clock", "the-walk", "end")
    run("run", "the-walk", "--plan", str(back), "--group", "practitioner", "--present", "4")
    run("clock", "the-walk", "start", "2")
    run("clock", "the-walk", "show", "T1")
    run("capture", "the-walk", given="1: !agree we meant the little ones\n2: !partly\n")
    run("clock", "the-walk", "end")
    run("theme", "the-walk", "merge", "fares", "buses")
    run("theme", "the-walk", "split", "worry", "Hiding it", "R6")
    run("theme", "the-walk", "edit", "buses", "--priority", "--under", "forms")
    run("code", "the-walk", "R3", "worry", "--coder", "Bo")
    run("code", "the-walk", "R4", "--none", "--coder", "Bo")
    return run


def exported(run: Run, folder: Path, *options: str) -> Project:
    """The project that the command writes."""
    (path,) = run("export", "the-walk", "--to", "qdpx", "--out", str(folder), "--force", *options).out.splitlines()
    assert path.endswith("the-walk.qdpx")
    return opened(Path(path).read_bytes())


def themes_of(found: Project, remark: str, coder: str = "note-taker") -> list[str]:
    """The codes that somebody gave a remark, without the labels that say how it came."""
    return [
        code for code in found.codes_of(found.named("PlainTextSelection", remark), coder) if not re.match("Activity|How it|Stance|T1", code)
    ]


def test_what_was_reworked_is_handed_on_as_it_is_now(walked: Run, tmp_path: Path) -> None:
    """The theme that was merged is another name of its whole, one that was split off has what it took, and one stands under another."""
    found = exported(walked, tmp_path)
    buses = found.named("Code", "Buses")
    assert (buses.getparent().get("name"), buses.findtext(f"{Q}Description")) == ("Forms", "Also called: Fares.\nProvisional.")
    assert [themes_of(found, remark) for remark in ("R4", "R5", "R6", "R2")] == [["Buses"], ["Buses"], ["Hiding it"], ["Worry"]]
    names = {each.get("guid"): each.get("name") for each in found.all("Code")}
    assert [names[each.get("targetGUID")] for each in found.named("Set", "Priority themes")] == ["Buses"]


def test_the_words_are_whole_and_each_coder_s_codes_their_own(walked: Run, tmp_path: Path) -> None:
    """An emoji of several code points too; what the second coder gave stands beside the note-taker's."""
    found = exported(walked, tmp_path)
    first = found.named("PlainTextSelection", "R3")
    assert found.words(first) == "the form asks it all again \U0001f62e\u200d\U0001f4a8"
    assert found.words(found.named("PlainTextSelection", "R6")) == "I hide the letters"
    assert [each.get("name") for each in found.all("User")] == ["note-taker", "Bo"]
    assert (themes_of(found, "R3"), themes_of(found, "R3", "Bo")) == (["Forms"], ["Worry"])
    assert themes_of(found, "R4", "Bo") == ["Coding: no theme fits"]


def test_answers_stand_with_their_words_and_with_the_people(walked: Run, tmp_path: Path) -> None:
    """What parents answered to the statement, and what its makers answered once they had heard them."""
    found = exported(walked, tmp_path)
    reason = found.codes_of(found.named("PlainTextSelection", "R8"))
    assert {"Stance: disagree", "T1: Parents hide it from their children.", "How it came: prompted"} <= set(reason)
    assert found.values(found.named("Case", "p4")) == {"Perspective": "parent", "Answer to T1": "agree"}
    assert found.values(found.named("Case", "r2, Session 3")) == {"Perspective": "practitioner", "Answered back to T1": "partly"}
    (note,) = found.all("Note")
    assert found.text_of(note).endswith(" The kettle took ten minutes.")


def test_a_second_export_is_the_first(walked: Run, tmp_path: Path) -> None:
    """The same bytes; and what is asked for by option is there only then."""
    plain = exported(walked, tmp_path)
    assert exported(walked, tmp_path).files == plain.files
    assert "People" in {each.get("name") for each in exported(walked, tmp_path, "--case-codes").all("Code")}
    assert "People" not in {each.get("name") for each in plain.all("Code")}
    in_order = exported(walked, tmp_path, "--speaking-order")
    assert [each.get("name") for each in in_order.all("TextSource")] == ["Session 1", "Session 2", "Session 3"]
    assert "\n\np2: two buses with a buggy\n\n" in in_order.text_of(in_order.named("TextSource", "Session 2"))


def test_the_codebook_goes_alone_too(walked: Run, tmp_path: Path) -> None:
    """As REFI-QDA's codebook and as Taguette's table."""
    paths = walked("export", "the-walk", "--to", "qdc", "--to", "codebook", "--out", str(tmp_path)).out.splitlines()
    assert [Path(path).name for path in paths] == ["the-walk.qdc", "the-walk-codebook.csv"]
    assert '"Forms.Buses"' in Path(paths[1]).read_text(encoding="utf-8-sig")


def test_a_codebook_that_was_handed_on_can_be_taken_in(walked: Run, tmp_path: Path) -> None:
    """Taguette's table is read by another workshop too, with the tree, the other names and what is a priority."""
    (path,) = walked("export", "the-walk", "--to", "codebook", "--out", str(tmp_path)).out.splitlines()
    walked("new", "Another")
    walked("import", "another", path)
    facts = ("title", "description", "aliases", "parent", "priority", "lead", "agreed")
    ours, theirs = (walked("theme", name, "list", "--json").json() for name in ("the-walk", "another"))
    assert [[each[fact] for fact in facts] for each in theirs] == [[each[fact] for fact in facts] for each in ours]
