"""What makes a row itself: the same file twice adds nothing, an extended one only its new rows."""

import csv
from datetime import UTC, datetime, timedelta, timezone

from tests.intake.given import PERSPECTIVES, checked, csv_bytes
from workshop.intake.check import check
from workshop.intake.fields import What
from workshop.intake.rows import ParticipantRow, ReflectionRow, Row, StatementRow, row_key, row_keys
from workshop.intake.table import table_of
from workshop.model.records import Elicited


def test_a_key_does_not_depend_on_where_the_row_stands() -> None:
    """Neither on the line, nor on columns that aren't mapped, their order, nor the file's name and encoding."""
    rows = [("No bus, ever", "parent"), ("“Dear” shoes", "parent")]
    first = check(table_of(csv_bytes([("text", "perspective"), *rows]), "a.csv"), What.REFLECTIONS, {}, {}, PERSPECTIVES)
    moved = [("perspective", "score", "comment"), ("", "", ""), *((who, "5", text) for text, who in rows)]
    written = csv_bytes(moved, ";", csv.QUOTE_ALL, "utf-16")
    second = check(table_of(written, "b.csv"), What.REFLECTIONS, {}, {}, PERSPECTIVES)
    assert row_keys(first.rows) == row_keys(second.rows)


def test_rows_that_are_equal_are_told_apart_by_their_ordinal() -> None:
    """Three people who said "housing" are three rows, today and when a fourth is added."""
    lines = ["text,perspective", "housing,parent", "food,parent", "housing,parent", "housing,parent"]
    keys = row_keys(checked("reflections", *lines).rows)
    assert len(set(keys)) == 4
    assert row_keys(checked("reflections", *lines, "housing,parent", "bus,parent").rows)[:4] == keys


def test_everything_that_a_row_says_is_in_its_key() -> None:
    """Another word, person, theme, kind or ordinal is another row."""
    rows: list[Row] = [
        ReflectionRow(line=1, text="a"),
        ReflectionRow(line=1, text="b"),
        ReflectionRow(line=1, text="a", perspective="parent"),
        ReflectionRow(line=1, text="a", participant="parent"),
        ReflectionRow(line=1, text="a", themes=("x", "y")),
        ReflectionRow(line=1, text="a", themes=("x; y",)),
        ReflectionRow(line=1, text="a", session="1"),
        ReflectionRow(line=1, text="a", activity="1"),
        ReflectionRow(line=1, text="a", at_written="2026-03-31"),
        ReflectionRow(line=1, text="a", verbatim=True),
        ReflectionRow(line=1, text="a", elicited=Elicited.PROMPTED),
        StatementRow(line=1, text="a"),
    ]
    keys = [*row_keys(rows), row_key(rows[0], 2)]
    assert len(set(keys)) == len(rows) + 1


def test_a_key_leaves_out_what_the_file_does_not_say() -> None:
    """The format of a key is kept for ever: a change to it would bring every file in again."""
    assert (
        row_key(ParticipantRow(line=9, code="p3", perspective="parent"), 1) == '["participant", {"code": "p3", "perspective": "parent"}, 1]'
    )
    row = ReflectionRow(line=9, text="Zoë", at=datetime(2026, 3, 31, tzinfo=UTC), at_written="2026-03-31")
    assert row_key(row, 2) == '["reflection", {"at_written": "2026-03-31", "text": "Zoë"}, 2]'


def test_the_zone_of_the_computer_is_not_in_the_key() -> None:
    """A file brought in again on a journey, or after the clocks changed, is the same file."""
    table = table_of(b"text,perspective,at\nNo bus,parent,2026-03-31 10:00\n", "a.csv")
    zones = (UTC, timezone(timedelta(hours=-4)))
    here, there = (check(table, What.REFLECTIONS, {}, {}, PERSPECTIVES, zone=zone).rows for zone in zones)
    assert here != there
    assert row_keys(here) == row_keys(there)
