"""Another workshop comes in, by our own json or a bundle: its findings are the same, nothing comes twice, nothing withdrawn comes back."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.workbook.conftest import Hands
from workshop.compare.as_json import comparison_json
from workshop.errors import WorkshopError
from workshop.model.plan import Plan
from workshop.model.records import Consent, Verb
from workshop.workbook.book import Workbook
from workshop.workbook.example import make_example
from workshop.workbook.recommending import Wanted
from workshop.workbook.shelf import create_workshop

SAID = ("3: the fares #money", "4: no bus #Getting-about", '3: "so they can eat" #food', "5: secret #food !off", "6: a child, named")


@pytest.fixture
def rich(tmp_path: Path, hands: Hands, plan: Plan) -> Iterator[Workbook]:
    """Attendance, consent, answers, a recommendation, a merge, a paraphrase, a remark read back, one off the record, one put aside."""
    with create_workshop(tmp_path / "rich", "Rich", ("councillor",), clock=hands) as book:
        book.add_theme("Food", agreed=False)
        claim = book.add_statement("Parents hide what they go without.", "practitioner", theme="Food")
        talk = book.start_session(plan, "parent", present={"parent": 6}, place="Leith")
        book.act(talk, Verb.START)
        for line in SAID:
            hands.pass_(1)
            book.capture(talk, line)
        book.flag("R5")
        book.found_right("R1")
        book.paraphrase("R2", "there is no bus")
        book.set_consent(talk, "p3", Consent.QUOTE, research=True)
        book.set_attendance(talk, "p4", (0,))
        book.merge_themes("Money", "Food")
        book.add_theme("Home", description="where people live")
        book.recommend(Wanted(text="Run it until ten.", lead="The bus company", themes=("Food",), sources=("R2",)))
        book.act(talk, Verb.NEXT)
        book.answer_by_hands(talk, claim, "parent", (1, 0, 4, 0))
        book.set_thresholds([("gap", 0.3)])
        yield book


@pytest.fixture
def other(tmp_path: Path, hands: Hands) -> Iterator[Workbook]:
    """An empty workshop."""
    with create_workshop(tmp_path / "other", "Other", clock=hands) as book:
        yield book


def _export(book: Workbook, folder: Path) -> Path:
    return book.export(["json"], folder, force=True)[0]


def _found(book: Workbook) -> dict[str, Any]:
    return comparison_json(book.compare())


def _ruled(book: Workbook) -> bool:
    return book.workshop.chatham_house


def test_findings_are_the_same_in_an_empty_workshop(rich: Workbook, other: Workbook, tmp_path: Path) -> None:
    """Thresholds and perspectives come too; what was read back, agreed, paraphrased and recommended still is."""
    report = other.import_file(_export(rich, tmp_path))
    assert _found(other) == _found(rich)
    assert other.workshop.perspectives == rich.workshop.perspectives
    assert (other.workshop.title, other.workshop.salt != rich.workshop.salt) == ("Other", True)
    assert [each.text for each in other.to_read_back(other.sessions()[0])] == [each.text for each in rich.to_read_back(rich.sessions()[0])]
    assert other.checked_back().keys() == rich.checked_back().keys() != set()
    assert [each.text for each in other.records.paraphrases.values()] == ["there is no bus"]
    assert other.person("p3").consent is Consent.QUOTE
    assert report.words().startswith("Brought in 1 session, 4 reflections, 1 statement, 1 answer, 1 recommendation, 3 themes, ")


def test_the_watch_list_comes_too(rich: Workbook, other: Workbook, tmp_path: Path) -> None:
    """What must not go out unnoticed there mustn't here: the names come once, under ids of this workshop, and the report says so."""
    rich.watch("Kiln Street")
    rich.watch("Shona")
    other.watch("shona")
    report = other.import_file(_export(rich, tmp_path))
    assert other.watched() == ("Kiln Street", "shona")
    assert "1 name on the watch list" in report.words()
    assert other.watch("KILN STREET").name == "Kiln Street"
    assert other.workshop.thresholds == rich.workshop.thresholds
    assert other.import_file(_export(rich, tmp_path)).parts == {}


def test_the_example_comes_out_as_it_went_in(tmp_path: Path, other: Workbook) -> None:
    """The example workshop, by json and by bundle."""
    with make_example(tmp_path / "example") as example:
        other.import_file(_export(example, tmp_path))
        assert _found(other) == _found(example)
        with create_workshop(tmp_path / "third", "Third") as third:
            third.import_file(example.bundle(tmp_path / "example.zip"))
            assert _found(third) == _found(example)


def test_what_is_off_the_record_or_put_aside_stays_there(rich: Workbook, other: Workbook, tmp_path: Path) -> None:
    """The words of neither are in the file, nor is the salt, and a remark put aside is not in it at all."""
    path = _export(rich, tmp_path)
    text = path.read_text(encoding="utf-8")
    assert "a child, named" not in text
    assert "secret" not in text
    assert rich.workshop.salt not in text
    other.import_file(path)
    assert sorted(each.number for each in other.records.reflections.values()) == [1, 2, 3, 4]


def test_a_bundle_holds_no_more_than_the_workshop_shows(rich: Workbook, other: Workbook, tmp_path: Path) -> None:
    """What was put aside there stays there, though the bundle's journals hold it."""
    other.import_file(rich.bundle(tmp_path / "rich.zip"))
    assert _found(other) == _found(rich)
    assert not other.flagged()
    assert all("named" not in each.text for each in other.repository.everything().reflections.values())


def test_the_same_file_twice_adds_nothing(rich: Workbook, other: Workbook, tmp_path: Path) -> None:
    """And into the workshop that it came from nothing either; nothing is written for it."""
    path = _export(rich, tmp_path)
    other.import_file(path)
    for book in (other, rich):
        before = book.serial
        report = book.import_file(path)
        assert (report.added, book.serial) == (0, before)


def test_a_dry_run_says_what_would_come(rich: Workbook, other: Workbook, tmp_path: Path) -> None:
    """And brings nothing."""
    report = other.import_file(_export(rich, tmp_path), dry_run=True)
    assert report.words().startswith("Would bring in 1 session, 4 reflections")
    assert not other.records.reflections


def test_an_undo_takes_it_all_back(rich: Workbook, other: Workbook, tmp_path: Path) -> None:
    """One import is one deed; what was taken back can come again, and gives the same findings, and so does a redo."""
    path = _export(rich, tmp_path)
    other.import_file(path)
    assert other.undo() == "importing rich-report.json"
    assert not other.records.reflections
    assert not other.records.sessions
    assert "councillor" not in other.workshop.perspectives
    assert not any(other.records.timelines.values())
    other.redo()
    assert _found(other) == _found(rich)
    other.undo()
    other.import_file(path)
    assert _found(other) == _found(rich)


def test_it_goes_beside_what_is_here(rich: Workbook, other: Workbook, plan: Plan, tmp_path: Path) -> None:
    """Numbers that are in use here are not given twice, a theme of the same title is the same, thresholds stay as they are."""
    mine = other.start_session(plan, "practitioner", present={"practitioner": 4})
    other.capture(mine, "3: they eat #food")
    path = _export(rich, tmp_path)
    with pytest.raises(WorkshopError, match="has no perspective councillor"):
        other.import_file(path)
    document = json.loads(path.read_text(encoding="utf-8"))
    document["records"]["workshop"]["perspectives"].remove("councillor")
    path.write_text(json.dumps(document), encoding="utf-8")
    other.import_file(path)
    assert sorted(each.number for each in other.records.reflections.values()) == [1, 2, 3, 4, 5]
    assert sorted(each.number for each in other.sessions()) == [1, 2]
    (food,) = (each for each in other.themes() if each.title == "Food")
    raised = {each.theme: each.groups["parent"].raised for each in other.compare().themes}
    assert (food.id, raised["Food"]) == (next(iter(other.records.themes)), 1)
    assert other.thresholds.gap == 0.25


def test_who_goes_on_speaking_is_the_same_person(rich: Workbook, other: Workbook, tmp_path: Path) -> None:
    """A code of the session that came in is the person who came in with it: typed, imported, or taken down."""
    other.import_file(_export(rich, tmp_path))
    (talk,) = other.sessions()
    before = set(other.records.participants)
    other.capture(talk, "p3: one more thing")
    assert other.person_or_new("3", talk).id in before
    assert set(other.records.participants) == before


def test_what_was_withdrawn_here_stays_out(rich: Workbook, other: Workbook, tmp_path: Path) -> None:
    """Of a person who has withdrawn, and of a remark that was struck, nothing comes back by an older file; nor what rests on it."""
    path = _export(rich, tmp_path)
    other.import_file(path)
    other.withdraw(other.withdrawal("p3"))
    other.strike("R2")
    report = other.import_file(path)
    assert report.added == 0
    assert report.withdrawn >= 3
    assert {each.number for each in other.records.reflections.values()} == {4}
    assert not other.records.recommendations
    assert not other.records.paraphrases


def test_a_bundle_of_the_same_workshop_is_to_be_merged(rich: Workbook, tmp_path: Path) -> None:
    """It says how."""
    with pytest.raises(WorkshopError, match="is a copy of this same workshop") as caught:
        rich.import_file(rich.bundle(tmp_path / "rich.zip"))
    assert "workshop merge" in caught.value.cure


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"schema": "something.else"}, "is not from this program"),
        ({"version": 2}, "made by a newer version"),
        ({"records": None}, "is a report for readers"),
        ({"records": {"workshop": {}}}, "doesn't say of what workshop it is"),
        ({"records": {"workshop": {"title": "x", "perspectives": ["parent"]}, "themes": []}}, "themes can't be read"),
        (
            {"records": {"workshop": {"title": "x", "perspectives": ["parent"]}, "themes": {"t": {"titel": "x"}}}},
            "record of themes can't be read",
        ),
    ],
)
def test_a_file_that_was_changed_is_refused(rich: Workbook, other: Workbook, tmp_path: Path, change: dict[str, Any], said: str) -> None:
    """Of another program, a newer version, for readers, or with a record that can't be one: all of it or nothing."""
    path = _export(rich, tmp_path)
    path.write_text(json.dumps({**json.loads(path.read_text(encoding="utf-8")), **change}), encoding="utf-8")
    with pytest.raises(WorkshopError, match=said):
        other.import_file(path)
    assert not other.records.reflections


def test_words_are_cleaned_as_they_come(rich: Workbook, other: Workbook, tmp_path: Path) -> None:
    """A file that somebody wrote by hand acts on no terminal."""
    path = _export(rich, tmp_path)
    path.write_text(path.read_text(encoding="utf-8").replace("no bus", "no \\u001b[31mbus\\u202e"), encoding="utf-8")
    other.import_file(path)
    assert other.reflection("R2").text == "no bus"


def test_a_report_of_a_part_holds_no_records(rich: Workbook, tmp_path: Path) -> None:
    """Narrowed to a session it is no whole workshop, and says so when it is to come in."""
    (path,) = rich.export(["json"], tmp_path, sessions=["S1"])
    with pytest.raises(WorkshopError, match="is a report for readers"):
        rich.import_file(path)


@pytest.mark.parametrize("in_use", [False, True])
@pytest.mark.parametrize("by_bundle", [False, True])
def test_the_chatham_house_rule_comes_with_a_workshop(
    other: Workbook, plan: Plan, tmp_path: Path, *, in_use: bool, by_bundle: bool
) -> None:
    """A room was promised it: it holds wherever its words go, and the import says so, once; an undo takes back both."""
    if in_use:
        other.capture(other.start_session(plan, "parent"), "3: the bus")
    with create_workshop(tmp_path / "promised", "Promised") as promised:
        promised.capture(promised.start_session(plan, "parent"), "4: the fares")
        promised.set_chatham_house(chosen=True)
        path = promised.bundle(tmp_path / "promised.zip") if by_bundle else _export(promised, tmp_path / "out")
    assert "The Chatham House Rule holds there, and so here" in other.import_file(path, dry_run=True).words()
    assert not _ruled(other)
    assert other.import_file(path).as_json()["chatham_house_rule_came"]
    assert _ruled(other)
    assert "Chatham" not in other.import_file(path).words()
    other.undo()
    assert not _ruled(other)


def test_the_chatham_house_rule_is_never_taken_away_by_another_workshop(other: Workbook, plan: Plan, tmp_path: Path) -> None:
    """Where it holds here, what comes in from a workshop without it changes nothing of it, in an empty one either."""
    other.set_chatham_house(chosen=True)
    with create_workshop(tmp_path / "without", "Without") as without:
        without.capture(without.start_session(plan, "parent"), "4: the fares")
        path = _export(without, tmp_path / "out")
    assert not other.import_file(path).ruled
    assert _ruled(other)


def test_what_was_read_back_before_it_was_changed_comes_as_not_read_back(rich: Workbook, other: Workbook, tmp_path: Path) -> None:
    """A bundle holds the old check too: it is of words that nobody may take the new ones for."""
    assert rich.records.checks
    rich.edit("R1", "the fares, and the bus")
    other.import_file(rich.bundle(tmp_path / "rich.zip"))
    assert not other.records.checks
