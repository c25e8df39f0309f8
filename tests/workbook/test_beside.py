"""A report is published again: with what the first told, the second gives nobody away, and says what it does for that."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from tests.workbook.conftest import Hands, Reopen
from workshop.errors import WorkshopError
from workshop.model.plan import Plan
from workshop.model.records import Session, Verb
from workshop.model.view.view import View
from workshop.workbook.book import Workbook
from workshop.workbook.shelf import create_workshop


@pytest.fixture
def session(book: Workbook, plan: Plan) -> Session:
    """Eight parents: 3 of them raised the buses, 1 the damp; 6 of them disagreed with a statement, one agreed and one in part."""
    return met(book, plan, 8, {"buses": 3, "damp": 1}, (1, 1, 6, 0))


def met(book: Workbook, plan: Plan, people: int, raised: dict[str, int], answers: tuple[int, int, int, int]) -> Session:
    """So many parents met, of whom so many raised each theme, and answered like this."""
    made = book.start_session(plan, "parent", present={"parent": people}, cohort=f"of-{len(book.sessions())}")
    book.act(made, Verb.START)
    for code in range(1, people + 1):
        tags = " ".join(f"#{theme}" for theme, number in raised.items() if code <= number)
        book.capture(made, f"{code}: said so {tags or '#else'}")
    if not book.records.statements:
        book.add_statement("Parents could ask.", "practitioner")
    book.act(made, Verb.NEXT)
    book.answer_by_hands(made, next(iter(book.records.statements.values())), "parent", answers)
    return made


def publish(book: Workbook, folder: Path) -> View:
    """Publish it there, and give what it showed."""
    shown = book.view("published")
    book.export(["json"], folder, audience="published")
    return shown


def said(shown: View, theme: str) -> str:
    """What it says of how many parents raised a theme."""
    return next(each.groups["parent"].text for each in shown.findings if each.theme.casefold() == theme)


def answered(shown: View) -> str:
    """What it says of their answers."""
    return shown.statements[0].answers["parent"].sentence


def test_the_same_again_is_the_same_copy(book: Workbook, session: Session, tmp_path: Path) -> None:
    """Another format a minute later: nothing is said, and nothing changes."""
    first = publish(book, tmp_path / "one")
    again = publish(book, tmp_path / "two")
    assert replace(again, made=first.made) == first
    assert book.beside_earlier("published").sentences == ()
    assert (said(first, "buses"), said(first, "damp")) == ("3 of 8", "1 or 2 of 8")


def test_a_few_people_more_are_waited_for(book: Workbook, session: Session, plan: Plan, tmp_path: Path) -> None:
    """Who has both copies would see what those two said: it names the earlier one and what to do; nothing is written, or registered."""
    publish(book, tmp_path / "one")
    met(book, plan, 2, {"buses": 1}, (0, 0, 2, 0))
    with pytest.raises(
        WorkshopError, match=r"Report 1, published on 2 March 2026 \(.*one\), counts 8 parents, and this one would count 10"
    ) as no:
        publish(book, tmp_path / "two")
    assert "Wait until 3 more parents have taken part." in no.value.cure
    assert "workshop exports WORKSHOP --taken-back 1" in no.value.cure
    assert not (tmp_path / "two").exists()
    assert len(book.exports()) == 1
    found = book.disclosure("published")
    assert found.refused
    assert found.refused in " ".join(found.hidden)
    met(book, plan, 3, {"buses": 3}, (0, 0, 3, 0))
    assert said(publish(book, tmp_path / "two"), "buses") == "6 or 7 of 13"


def test_what_came_since_is_told_as_a_group_by_itself(book: Workbook, session: Session, plan: Plan, tmp_path: Path) -> None:
    """Six parents more: counts that would tell of one or two of them are told less exactly, in the sentence, the notes and the json."""
    publish(book, tmp_path / "one")
    met(book, plan, 6, {"buses": 1, "damp": 6}, (0, 0, 6, 0))
    second = publish(book, tmp_path / "two")
    assert (said(second, "buses"), said(second, "damp")) == ("4 or 5 of 14", "7 or 8 of 14")
    assert answered(second) == "12 of 14 parents disagreed; the others answered differently"
    assert any("An earlier copy of this report was published." in note for note in second.notes)
    told = json.loads(next((tmp_path / "two").iterdir()).read_text("utf-8"))["comparison"]["themes"]
    assert {each["groups"]["parent"]["raised"] for each in told if each["theme"].casefold() in ("buses", "damp")} == {None}


TWINS = {
    "1 or 2 of the first eight": ((1, 1, (1, 1, 6, 0)), (2, 1, (1, 1, 6, 0))),
    "1 or 2 of those who came since": ((1, 1, (1, 1, 6, 0)), (1, 2, (1, 1, 6, 0))),
    "what two of the first answered": ((1, 1, (1, 1, 6, 0)), (1, 1, (1, 0, 6, 1))),
}


@pytest.mark.parametrize("case", TWINS)
def test_two_workshops_that_differ_in_a_hidden_count_look_the_same_twice(case: str, plan: Plan, hands: Hands, tmp_path: Path) -> None:
    """Whoever has both copies of the one has both of the other: neither the first nor the second tells which it is."""
    copies = []
    for number, (before, since, answers) in enumerate(TWINS[case]):
        with create_workshop(tmp_path / f"twin{number}", "Alike", clock=hands) as book:
            met(book, plan, 8, {"buses": 3, "damp": before}, answers)
            first = publish(book, tmp_path / f"one{number}")
            met(book, plan, 6, {"buses": since}, (0, 0, 5, 1))
            copies.append([told_of(each) for each in (first, publish(book, tmp_path / f"two{number}"))])
    assert copies[0] == copies[1]


def told_of(shown: View) -> list[object]:
    """All that it tells but for words and ids, in its order."""
    plain = [(each.name, each.theme, each.groups, each.label_text, each.strength_text, each.gap_text) for each in shown.findings]
    answered_so = [(each.name, each.answers, each.contested_by) for each in shown.statements]
    return [plain, answered_so, shown.sessions, shown.at_a_glance, shown.notes, shown.took_part]


def test_a_change_of_what_was_told_is_not_told(book: Workbook, session: Session, tmp_path: Path) -> None:
    """One remark more under a theme would show whose: the number goes, and the warning says how many numbers do."""
    publish(book, tmp_path / "one")
    book.code("R8", "Buses")
    (warning,) = book.beside_earlier("published").warnings
    assert warning.startswith("Report 1, published on 2 March 2026 (")
    assert "2 numbers say less than by itself" in warning
    assert warning in book.disclosure("published").hidden
    assert said(publish(book, tmp_path / "two"), "buses") == "not told how many of 8"


def test_a_copy_that_is_taken_back_binds_nobody(book: Workbook, session: Session, plan: Plan, reopened: Reopen, tmp_path: Path) -> None:
    """It is said by its number, can be undone, and stays said; the later copy is made beside what is still out."""
    publish(book, tmp_path / "one")
    met(book, plan, 2, {"buses": 2}, (0, 0, 2, 0))
    assert book.take_back(1).taken_back
    assert said(book.view("published"), "buses") == "5 of 10"
    assert book.undo() == "the taking back of report 1"
    assert book.beside_earlier("published").numbers == (1,)
    book.redo()
    again = reopened()
    assert again.published() == {}
    assert said(publish(again, tmp_path / "two"), "buses") == "5 of 10"
    assert list(again.published()) == [2]
    with pytest.raises(WorkshopError, match="no report 3"):
        again.take_back(3)


def test_other_audiences_are_not_made_beside_it(book: Workbook, session: Session, plan: Plan, tmp_path: Path) -> None:
    """A working copy and a copy for participants say what they would have said, and no published one is made beside them."""
    book.export(["json"], tmp_path / "theirs", audience="participants", group="parent")
    met(book, plan, 2, {"buses": 2}, (0, 0, 2, 0))
    publish(book, tmp_path / "one")
    met(book, plan, 2, {"buses": 2}, (0, 0, 2, 0))
    assert said(book.view("participants", group="parent"), "buses") == "7 of 12"
    assert said(book.view("working"), "buses") == "7 of 12"
    assert book.disclosure("working").earlier == ()
    assert book.beside_earlier("participants").sentences == ()


def test_what_an_older_version_told_is_not_known(book: Workbook, session: Session, plan: Plan, tmp_path: Path) -> None:
    """The register has no figures of it: it is named, nothing is hidden for it, and one whose figures are known is what binds."""
    publish(book, tmp_path / "one")
    publish(book, tmp_path / "two")
    book.repository.put(replace(book.exports()[1], told=None))
    found = book.beside_earlier("published")
    assert found.numbers == (2, 1)
    assert found.warnings == (
        f"Report 2, published on 2 March 2026 ({tmp_path / 'two'}), is out. An older version wrote it, and what it told isn\u2019t known: "
        "compare the two.",
    )
    book.take_back(1)
    met(book, plan, 2, {"buses": 2}, (0, 0, 2, 0))
    assert said(publish(book, tmp_path / "three"), "buses") == "5 of 10"


def test_the_register_has_no_words_of_it(book: Workbook, session: Session, tmp_path: Path) -> None:
    """Figures are numbers of people by the ids of themes and statements."""
    publish(book, tmp_path / "one")
    document = json.dumps(book.repository.db.table("exports").get(doc_id=book.exports()[0].id))
    assert "uses" not in document
    assert "said so" not in document
    assert book.exports()[0].figures["people/parent"].counts == (8,)
