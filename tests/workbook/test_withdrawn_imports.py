"""What was withdrawn is not brought back by importing the same files again, and does not hinder the rest of them."""

from datetime import timedelta
from pathlib import Path

import pytest

from tests.workbook.conftest import Hands
from tests.workbook.laptops import files_with
from workshop.workbook.book import Workbook
from workshop.workbook.importreport import ImportReport

PEOPLE = "code,perspective,organisation\np1,parent,Corner Playgroup\np2,parent,Library\n"
REMARKS = "participant,text,at\np1,the heating stayed off,\np2,the bus is late,\np2,and it is dear,\n"
STATEMENTS = "id,text,made_by\n7,Families sit in the cold.,practitioner\n8,Buses are fine.,practitioner\n"
RESPONSES = "participant,statement,answer\np1,8,disagree\np2,8,disagree\np2,7,agree\n"


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Path]:
    """The four files, by what they hold."""
    contents = {"participants": PEOPLE, "reflections": REMARKS, "statements": STATEMENTS, "responses": RESPONSES}
    paths = {}
    for what, content in contents.items():
        paths[what] = tmp_path / f"{what}.csv"
        paths[what].write_text(content, encoding="utf-8")
    return paths


def brought_in(book: Workbook, files: dict[str, Path]) -> dict[str, ImportReport]:
    """Import all four."""
    return {what: book.import_file(path, what) for what, path in files.items()}


def test_the_same_files_bring_nothing_back(book: Workbook, files: dict[str, Path]) -> None:
    """p1 withdraws and statement 7 is struck: the second import adds nothing, and says how many rows stay out of each file."""
    brought_in(book, files)
    book.withdraw(book.withdrawal("p1"))
    book.strike("T1")
    again = brought_in(book, files)
    assert {what: (each.added, each.already, each.withdrawn, len(each.refused)) for what, each in again.items()} == {
        "participants": (0, 1, 1, 0),
        "reflections": (0, 2, 1, 0),
        "statements": (0, 1, 1, 0),
        "responses": (0, 2, 1, 0),
    }
    assert again["reflections"].words() == "Brought in 0 reflections. 2 were here already. 1 row stays out: withdrawn."
    assert files_with(book.folder, "heating stayed", "Corner Playgroup", "sit in the cold") == []
    assert [person.code for person in book.records.participants.values()] == ["p2"]


def test_a_struck_row_stays_out_and_the_person_stays(book: Workbook, files: dict[str, Path]) -> None:
    """One remark of p2 is struck: only that row stays out."""
    brought_in(book, files)
    book.strike("R2")
    report = book.import_file(files["reflections"], "reflections")
    assert (report.already, report.withdrawn) == (2, 1)
    assert sorted(each.text for each in book.records.reflections.values()) == ["and it is dear", "the heating stayed off"]


def test_another_file_of_the_same_person_stays_out_unless_it_was_said_since(
    book: Workbook, files: dict[str, Path], tmp_path: Path, hands: Hands
) -> None:
    """The words with another comma, undated, stay out, and so does what is dated before; what p1 said after withdrawing comes in."""
    brought_in(book, files)
    hands.pass_(60)
    book.withdraw(book.withdrawal("p1"))
    before, since = hands.wall - timedelta(minutes=30), hands.wall + timedelta(minutes=30)
    other = tmp_path / "other.csv"
    other.write_text(
        "participant,text,at,perspective\n"
        '"p1","the heating, stayed off",,parent\n'
        f"p1,the heating stayed off again,{before.isoformat()},parent\n"
        f"p1,I have thought about it,{since.isoformat()},parent\n",
        encoding="utf-8",
    )
    report = book.import_file(other, "reflections")
    assert (report.added, report.withdrawn) == (1, 2)
    assert book.carry_out() == ()
    assert "I have thought about it" in [each.text for each in book.records.reflections.values()]
    assert files_with(book.folder, "heating") == []


def test_new_answers_to_a_struck_statement_stay_out(book: Workbook, files: dict[str, Path]) -> None:
    """A fuller file of answers comes in, but for those to the statement that is gone."""
    brought_in(book, files)
    book.strike("T1")
    with files["responses"].open("a", encoding="utf-8") as table:
        table.write("p1,7,disagree\np3,8,agree\n")
    book.import_file(_with(files["participants"], "p3,parent,\n"), "participants")
    report = book.import_file(files["responses"], "responses")
    assert (report.added, report.already, report.withdrawn, report.refused) == (1, 3, 1, ())


def _with(path: Path, line: str) -> Path:
    path.write_text(path.read_text(encoding="utf-8") + line, encoding="utf-8")
    return path
