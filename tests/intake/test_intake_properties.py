"""What holds for any file at all."""

import csv

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.intake.given import PERSPECTIVES, csv_bytes
from workshop.errors import WorkshopError
from workshop.intake.check import check
from workshop.intake.fields import What
from workshop.intake.rows import ReflectionRow, row_keys
from workshop.intake.table import Table, table_of
from workshop.text import clean

# Controls are left out where words must come back: `clean` drops them, and a file with many is taken for a binary one.
LETTERS = st.characters(codec="utf-8", exclude_categories=["Cc"])
WORDS = st.text(LETTERS | st.sampled_from("\n\t,;\"' =+-@"), max_size=20)
DELIMITERS = st.sampled_from(",;\t")
CODECS = st.sampled_from(["utf-8", "utf-8-sig", "utf-16"])
PIECES = st.sampled_from(
    [b",", b";", b"\t", b'"', b"\n", b"\r", b"\x00", b"text", b"perspective", b"parent", b"'=", b"\xe9", b"\xff\xfe", b"sep=;"]
)
REMARKS = st.lists(st.tuples(WORDS, st.sampled_from(["parent", "Practitioners", "", "nobody"]), WORDS), max_size=8)

unhurried = settings(deadline=None)
"""A slow machine is no fault of the reader."""


@unhurried
@given(data=st.binary(max_size=300) | st.lists(PIECES, max_size=60).map(b"".join))
def test_any_bytes_are_a_table_or_an_error(data: bytes) -> None:
    """Nothing but WorkshopError is raised, and the rows of a table stand in order, on lines of the file."""
    try:
        found = table_of(data, "any.csv")
    except WorkshopError:
        return
    lines = [row.line for row in found.rows]
    assert lines == sorted(set(lines))
    assert all(1 < line <= data.count(b"\n") + data.count(b"\r") + 1 for line in lines)


@unhurried
@given(rows=st.lists(st.lists(WORDS, min_size=1, max_size=4), max_size=8), delimiter=DELIMITERS, codec=CODECS)
def test_what_is_written_as_csv_reads_back(rows: list[list[str]], delimiter: str, codec: str) -> None:
    """Every cell of every row that isn't blank, cleaned, whatever the delimiter and encoding."""
    header = ["one", "two", "three"]
    found = table_of(csv_bytes([header, *rows], delimiter, csv.QUOTE_ALL, codec), "any.csv")
    assert found.header == tuple(header)
    assert [list(row.cells) for row in found.rows] == [
        [clean(cell) for cell in row] for row in rows if any(clean(cell).strip() for cell in row)
    ]


@unhurried
@given(rows=st.lists(st.tuples(WORDS, WORDS), max_size=8))
def test_quotes_only_where_they_are_needed_read_back_too(rows: list[tuple[str, str]]) -> None:
    """As most programs write: only spaces at a cell's beginning may be lost."""
    found = table_of(csv_bytes([("one", "two"), *rows], quoting=csv.QUOTE_MINIMAL), "any.csv")
    assert [[cell.lstrip(" ") for cell in row.cells] for row in found.rows] == [
        [clean(cell).lstrip(" ") for cell in row] for row in rows if any(clean(cell).strip() for cell in row)
    ]


@unhurried
@given(rows=REMARKS)
def test_every_row_comes_in_or_is_refused(rows: list[tuple[str, str, str]]) -> None:
    """No row of a table is lost without a word, and none is both."""
    table = remarks(rows)
    found = check(table, What.REFLECTIONS, {}, {}, PERSPECTIVES)
    taken = [row.line for row in found.rows] + [refused.line for refused in found.refused]
    assert sorted(taken) == [row.line for row in table.rows]


@unhurried
@given(rows=st.lists(WORDS, max_size=8))
def test_texts_come_in_as_they_were_said(rows: list[str]) -> None:
    """Cleaned and without spaces at its ends, each text that isn't blank is a remark; a guard that is ours is taken off."""
    found = check(remarks([(text, "parent", "") for text in rows]), What.REFLECTIONS, {}, {}, PERSPECTIVES)
    texts = [row.text for row in found.rows if isinstance(row, ReflectionRow)]
    said = [clean(text).strip() for text in rows]
    guarded = {text for text in said if text.startswith("'")}
    expected = [text for text in said if text]
    assert len(texts) == len(expected)
    assert all(text == words or (words in guarded and words[1:].strip() == text) for text, words in zip(texts, expected, strict=True))


@unhurried
@given(rows=REMARKS, more=REMARKS)
def test_an_extended_file_adds_only_its_new_rows(rows: list[tuple[str, str, str]], more: list[tuple[str, str, str]]) -> None:
    """The keys of a file begin those of the file that it was extended to, and no two are one."""
    before = row_keys(check(remarks(rows), What.REFLECTIONS, {}, {}, PERSPECTIVES).rows)
    after = row_keys(check(remarks([*rows, *more]), What.REFLECTIONS, {}, {}, PERSPECTIVES).rows)
    assert after[: len(before)] == before
    assert len(set(after)) == len(after)


def remarks(rows: list[tuple[str, str, str]]) -> Table:
    """A file of text, perspective and theme, as our own export writes one."""
    return table_of(csv_bytes([("text", "perspective", "theme"), *rows], codec="utf-8-sig"), "any.csv")
