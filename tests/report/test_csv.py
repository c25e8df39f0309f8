"""The CSV tables: how they open in a spreadsheet, and that every cell can be read back."""

import csv
import io
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.report.made_up import records, voted
from tests.report.page import made
from workshop.intake.guard import unguarded
from workshop.report.csv import csv as csv_files
from workshop.report.guard import guarded
from workshop.report.tables.table import HIDDEN
from workshop.text import clean


def rows(content: bytes) -> list[dict[str, str]]:
    """A table, read as any program would."""
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_files_open_in_excel_as_utf_8() -> None:
    """Each file begins with the byte order mark, and each cell stands in quotation marks."""
    for name, content in csv_files(made(records())).items():
        assert content.startswith(b"\xef\xbb\xbf"), name
        lines = content.decode("utf-8-sig").removesuffix("\r\n").split("\r\n")
        assert all(line.startswith('"') and line.endswith('"') for line in lines), name


def test_themes_have_their_counts_as_numbers() -> None:
    """A row a theme, in the order of the findings, with what each group raised and could have raised."""
    found = rows(csv_files(made(records()))["themes.csv"])
    assert [row["finding"] for row in found] == [f"F{number}" for number in range(1, 11)]
    school = next(row for row in found if row["theme"] == "School costs")
    assert [school[f"parent {column}"] for column in ("raised", "raised at most", "could", "remarks")] == ["3", "4", "8", "4"]
    listened = next(row for row in found if row["theme"] == "Being listened to")
    assert (listened["label"], listened["strength"], listened["contested"]) == ("parent-led", "clear", "0")
    assert float(listened["gap"]) == pytest.approx(6 / 8 - 2 / 13, abs=1e-4)


def test_a_gap_below_zero_stays_a_number() -> None:
    """A minus before a number is no formula: the cell has no apostrophe."""
    found = rows(csv_files(made(records()))["themes.csv"])
    assert min(float(row["gap"]) for row in found) < 0


def test_a_number_that_may_not_be_seen_says_so() -> None:
    """Where the view hides a count, the cell holds the mark for that, not an empty cell or a zero."""
    shown = made(records())
    finding = shown.findings[0]
    hidden = replace(finding.groups["parent"], raised=None, raised_at_most=None, share=None, text="1 or 2 of 8")
    shown = replace(shown, findings=(replace(finding, groups={**finding.groups, "parent": hidden}),))
    (row,) = rows(csv_files(shown)["themes.csv"])
    assert (row["parent raised"], row["parent could"]) == (HIDDEN, "8")


def test_reflections_carry_what_an_import_reads() -> None:
    """The columns have the names of the import's fields, and say who, when, about what, and how it came."""
    found = rows(csv_files(made(records()))["reflections.csv"])
    assert len(found) == len(records().reflections)
    reason = next(row for row in found if row["text"].startswith("That is naive"))
    expected = {
        "perspective": "parent",
        "participant": "p3",
        "theme": "",
        "session": "Session 2",
        "activity": "What the others said",
        "verbatim": "yes",
        "elicited": "prompted",
        "statement": "T1",
        "answer": "disagree",
    }
    assert {column: reason[column] for column in expected} == expected
    assert reason["at"] == "2026-05-19T13:00:03+00:00"


def test_the_marks_of_a_remark_are_in_the_table() -> None:
    """All !marks, of words and of a silence."""
    data = records()
    silence = replace(data.reflections["g1"], text="", kinds=("silence", "question"))
    found = rows(csv_files(made(replace(data, reflections={**data.reflections, "g1": silence})))["reflections.csv"])
    assert {row["remark"]: row["kinds"] for row in found if row["kinds"]} == {"R300": "silence; question"}


def test_responses_name_the_statement_as_the_statements_do() -> None:
    """Each answer's statement is an id of statements.csv, each person a code of participants.csv."""
    files = csv_files(made(records()))
    statements, people = rows(files["statements.csv"]), rows(files["participants.csv"])
    responses = rows(files["responses.csv"])
    assert {row["statement"] for row in responses} == {row["id"] for row in statements} == {"T1", "T2", "T3", "T4"}
    assert {row["participant"] for row in responses} <= {row["code"] for row in people}
    first = next(row for row in statements if row["id"] == "T1")
    assert [first[f"parent {answer}"] for answer in ("agree", "partly", "disagree", "unsure", "label")] == [
        "1",
        "1",
        "6",
        "0",
        "challenged",
    ]
    assert first["practitioner agree"] == ""


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("=1+1", "'=1+1"),
        ("+44 141", "'+44 141"),
        ("-2 degrees", "'-2 degrees"),
        ("@here", "'@here"),
        ("  =1+1", "'  =1+1"),
        ("\u00a0=1+1", "'\u00a0=1+1"),
        ("\uff1d1+1", "'\uff1d1+1"),
        ("\ttab", "'\ttab"),
        ("'=1", "''=1"),
        ("'quoted'", "'quoted'"),
        ("2-1=1", "2-1=1"),
        ("", ""),
    ],
)
def test_a_cell_that_a_spreadsheet_would_compute_is_guarded(cell: str, written: str) -> None:
    """An apostrophe goes before what begins a formula, and before nothing else."""
    assert guarded(cell) == written


@given(st.text() | st.text(alphabet="'=+-@ \t\uff1d\u00a0a"))
def test_any_cell_can_be_read_back_and_none_is_computed(cell: str) -> None:
    """Whatever the cell, taking the one apostrophe off again gives it whole, and what is written begins no formula."""
    written = guarded(cell)
    assert not unicodedata.normalize("NFKC", written).lstrip().startswith(("=", "+", "-", "@"))
    ours = written.startswith("'") and guarded(written[1:]) == written
    assert (written[1:] if ours else written) == cell


def test_words_come_back_whole_whatever_they_are(shared: Path) -> None:
    """Naughty strings and formula payloads are the same words again, read as CSV and with the apostrophe taken off."""
    hostile = shared / "data" / "hostile"
    lines = [
        line
        for name in ("naughty-strings.txt", "formula-injection.txt")
        for line in (hostile / name).read_bytes().decode("utf-8", "surrogateescape").split("\n")
    ]
    texts = [clean(line) for line in lines if clean(line).strip()]
    texts += ["two\nlines", '"quoted", and "more"', "a;b,c\td"]
    data = records()
    model = data.reflections["g1"]
    remarks = {f"x{place:04}": replace(model, id=f"x{place:04}", number=place, text=text) for place, text in enumerate(texts)}
    content = csv_files(made(replace(data, reflections=remarks, codings={})))["reflections.csv"]
    written = [row["text"] for row in rows(content)]
    assert [unguarded(cell) for cell in written] == texts
    assert [cell for cell in written if cell.lstrip().startswith(("=", "+", "-", "@"))] == []


def test_votes_have_tables_of_their_own_where_there_are_any() -> None:
    """Ranks by group as numbers, and every vote as it was cast; without votes there are no such files."""
    files = csv_files(made(voted()))
    first = rows(files["priorities.csv"])[0]
    assert (first["theme"], first["parent rank"], first["parent points"], first["parent people"]) == (
        "Income maximisation",
        "1",
        "4",
        "2 of 3",
    )
    assert (first["practitioner rank"], first["practitioner points"]) == ("", "0")
    votes = rows(files["votes.csv"])
    assert [vote["amount"] for vote in votes] == ["3", "1", "2", "1", "2", "3", "1"]
    assert (votes[0]["participant"], votes[0]["theme"], votes[0]["kind"]) == ("p1", "Income maximisation", "dots")
    assert not {"priorities.csv", "votes.csv"} & set(csv_files(made(records())))
