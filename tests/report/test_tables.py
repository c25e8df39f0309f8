"""The tables for whoever counts anew: who raised what, who said what of which theme, what should happen, and when."""

import csv
import io
from dataclasses import replace

from tests.report import made_up
from tests.report.page import made
from tests.report.rich import rich, rich_records
from workshop.compare.comparison import compare
from workshop.model.attendance import Attendance
from workshop.privacy.view import view
from workshop.report.csv import csv as csv_files
from workshop.report.tables.every import tables
from workshop.report.tables.framework import LONGEST, framework
from workshop.report.tables.people import participant_theme
from workshop.report.tables.sessions import sessions


def rows(content: bytes) -> list[dict[str, str]]:
    """A file, read as any program would."""
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_no_two_columns_of_a_table_are_called_alike() -> None:
    """Whoever reads a table by its column names gets every column; no two tables have one name."""
    found = tables(rich())
    assert len({table.name for table in found}) == len({table.title for table in found}) == len(found)
    for table in found:
        names = [column.casefold() for column in table.columns]
        assert len(set(names)) == len(names), table.name
        assert all(len(row) == len(names) for row in table.rows), table.name


def test_the_matrix_adds_up_to_the_counts_of_the_comparison() -> None:
    """Its ones are who raised a theme, and what isn't empty is who could have, but for what was noted for a group."""
    shown = made(made_up.records())
    found = [dict(zip(participant_theme(shown).columns, row, strict=True)) for row in participant_theme(shown).rows]
    for finding in shown.findings:
        for side in shown.between:
            cells = [row[f"{finding.name} {finding.theme}"] for row in found if row["perspective"] == side]
            count = finding.groups[side]
            assert (sum(cell == 1 for cell in cells), sum(cell is not None for cell in cells)) == (count.raised, count.could)


def test_who_had_no_chance_to_speak_has_an_empty_cell() -> None:
    """Who was away while the themes were in play did not leave them out: neither 1 nor 0."""
    data = made_up.records()
    away = Attendance(id="x", session="s2", participant="parent8", parts=(1,))
    silent = {key: said for key, said in data.reflections.items() if said.participant != "parent8"}
    data = replace(data, attendance={"x": away}, reflections=silent)
    found = rows(csv_files(made(data))["participant_theme.csv"])
    by_code = {row["participant"]: set(list(row.values())[2:]) for row in found}
    assert by_code["p8"] == {""}
    assert "" not in by_code["p7"]


def test_the_matrix_is_for_an_audience_from_whom_nothing_is_hidden() -> None:
    """A view without it makes no such file."""
    assert "participant_theme.csv" not in csv_files(replace(made(made_up.records()), raised=()))


def test_the_framework_has_everybodys_words_on_every_theme() -> None:
    """A line a remark with its name; what was noted for a group has a row of its own; who said nothing has an empty one."""
    found = rows(csv_files(rich())["framework.csv"])
    by_person = {(row["participant"], row["perspective"]): row for row in found}
    titles = {column.partition(" ")[2]: column for column in found[0]}
    assert by_person["p1", "parent"][titles["Protecting children"]] == "They see the empty cupboard. They are not daft. [R101]"
    assert by_person["", "parent"][titles["School costs"]] == "Jumpers with the badge on cost double. [R300]"
    assert set(list(by_person["b1", "both"].values())[2:]) == {""}
    assert len(found) == 13 + 8 + 1 + 1


def test_a_long_remark_is_cut_in_the_framework_and_nowhere_else() -> None:
    """The matrix leads to the remark by its name; the table of remarks has it whole, line ends and all."""
    data = made_up.records()
    text = "one two\nthree " * 100
    files = csv_files(made(replace(data, reflections={**data.reflections, "g1": replace(data.reflections["g1"], text=text)})))
    (cell,) = (cell for row in rows(files["framework.csv"]) for cell in row.values() if "R300" in cell)
    assert cell.endswith("\u2026 [R300]")
    assert len(cell) <= LONGEST + len(" [R300]")
    assert "\n" not in cell
    assert text in {row["text"] for row in rows(files["reflections.csv"])}


def test_a_framework_without_a_coded_remark_is_no_file() -> None:
    """There is nothing to put under the themes."""
    data = replace(made_up.records(), codings={})
    assert framework(made(data)).rows == []
    assert "framework.csv" not in csv_files(made(data))


def test_recommendations_have_a_file_with_what_came_of_them() -> None:
    """Whose they are, what they rest on, how they stand, and the notes."""
    first, second = rows(csv_files(rich())["recommendations.csv"])
    assert (first["id"], first["committed by"], first["lead"], first["due"]) == ("D1", "practitioners", "Harbour Advice", "1 June 2026")
    assert (first["status"], first["overdue"], first["remarks"], first["statement"]) == ("open", "yes", "R900", "T1")
    assert (second["outcome"], second["themes"]) == ("it runs until ten", "Getting there: buses and distance")
    assert second["notes"] == "26 May 2026: done: it runs until ten"
    assert "recommendations.csv" not in csv_files(made(made_up.records()))


def test_times_have_a_file_in_seconds() -> None:
    """A row an activity: planned and actual."""
    found = rows(csv_files(rich())["timings.csv"])
    assert [(row["activity"], row["planned"], row["actual"]) for row in found[:2]] == [
        ("What it is like", "2400", "2460"),
        ("What the others said", "1800", "2040"),
    ]


def test_the_sessions_have_a_file_with_what_was_noted_of_whom() -> None:
    """A row a session and group; what is a number is one, and what is told in words stays words."""
    shown = made(made_up.records())
    found = rows(csv_files(shown)["sessions.csv"])
    assert [(row["session"], row["group"], row["present"], row["noted by person"]) for row in found] == [
        ("Session 1", "practitioners", "13", "13 of 13"),
        ("Session 2", "parents", "8", "8 of 8"),
    ]
    assert found[1]["shown"] == "T1; T2; T3; T4"
    told = replace(shown.sessions[0], voices=(replace(shown.sessions[0].voices[0], present="1 or 2"),))
    assert [row[8] for row in sessions(replace(shown, sessions=(shown.sessions[1], told))).rows] == [8, "1 or 2"]


def test_a_framework_for_everybody_has_a_row_a_group() -> None:
    """Where nobody has a code, organisations make no rows of people: what was said stands by perspective."""
    shown = made(made_up.records())
    said = tuple(replace(one, quote=replace(one.quote, person="")) for one in shown.reflections)
    organisations = tuple(replace(one, code="") for one in shown.people)
    found = framework(replace(shown, reflections=said, people=organisations))
    assert [row[:2] for row in found.rows] == [["", "parent"], ["", "practitioner"]]


def test_the_matrix_counts_as_the_comparison_does_with_a_third_group() -> None:
    """People of any perspective have a row, and keep it when another comparison is made."""
    data = rich_records()
    found = view(compare(data, ("parent", "both"), plans=made_up.PLANS), data, plans=made_up.PLANS, now=made_up.NOW)
    assert {one.perspective for one in found.raised} == {"parent", "practitioner", "both"}
