"""The table in a file: encodings, delimiters, quotes, lines, and the files that are none."""

import json
import os
import tracemalloc
from pathlib import Path

import pytest

from tests.intake.given import csv_bytes, table
from workshop.errors import WorkshopError
from workshop.intake import delimited
from workshop.intake.table import LARGEST_FILE, table_of
from workshop.intake.tables import read_table
from workshop.text import clean

SPECTRUM = (
    "comma_in_quotes",
    "empty",
    "empty_crlf",
    "escaped_quotes",
    "json",
    "newlines",
    "newlines_crlf",
    "quotes_and_newlines",
    "simple",
    "simple_crlf",
    "utf8",
)
WORDS = "text,who\nChips are £1.50 – “every day”,José\n"


@pytest.mark.parametrize("name", SPECTRUM)
def test_csv_spectrum_reads_as_its_json_says(shared: Path, name: str) -> None:
    """Each awkward CSV of the collection gives the cells of its JSON; its line ends inside a cell become newlines."""
    folder = shared / "data" / "hostile" / "csv-spectrum"
    expected = json.loads((folder / "json" / f"{name}.json").read_text(encoding="utf-8"))
    found = read_table(folder / "csvs" / f"{name}.csv")
    assert [dict(zip(found.header, row.cells, strict=True)) for row in found.rows] == [
        {column: clean(cell) for column, cell in row.items()} for row in expected
    ]


@pytest.mark.parametrize(
    ("data", "read_as"),
    [
        (WORDS.encode(), "UTF-8, commas"),
        (WORDS.encode("utf-8-sig"), "UTF-8, commas"),
        (WORDS.encode("utf-16"), "UTF-16, commas"),
        (b"\xfe\xff" + WORDS.encode("utf-16-be"), "UTF-16, commas"),
        (WORDS.encode("utf-16-le"), "UTF-16, commas"),
        (WORDS.encode("utf-16-be"), "UTF-16, commas"),
        (WORDS.encode("cp1252"), "Windows-1252, commas"),
        (WORDS.replace("\n", "\r\n").encode(), "UTF-8, commas"),
        (WORDS.replace("\n", "\r").encode(), "UTF-8, commas"),
        (WORDS.replace(",", ";").encode(), "UTF-8, semicolons"),
        (WORDS.replace(",", "\t").encode("utf-16"), "UTF-16, tabs"),
        (b"\n , \n\n" + WORDS.encode(), "UTF-8, commas"),
        (b"sep=;\r\n" + WORDS.replace(",", ";").encode(), "UTF-8, semicolons"),
    ],
)
def test_the_words_are_the_same_in_every_encoding_and_delimiter(data: bytes, read_as: str) -> None:
    """UTF-8, UTF-16 and Windows-1252, with or without a mark; commas, semicolons and tabs; any line ends; blank lines before."""
    found = table_of(data, "remarks.csv")
    assert found.header == ("text", "who")
    assert [row.cells for row in found.rows] == [("Chips are £1.50 – “every day”", "José")]
    assert found.read_as == read_as


@pytest.mark.parametrize(
    ("lines", "cells"),
    [
        (["who;what", "p3;a, b, and c", "p4;d, e"], [("p3", "a, b, and c"), ("p4", "d, e")]),
        (['"what, if any, was hard";who', "rent;p3"], [("rent", "p3")]),
        (["what, if any, was hard;who", "rent;p3", "food;p4"], [("rent", "p3"), ("food", "p4")]),
        (["text", "hello, world", "no comma"], [("hello, world",), ("no comma",)]),
        (["text,themes", "rent,housing;debt", "shoes,clothes;school;debt"], [("rent", "housing;debt"), ("shoes", "clothes;school;debt")]),
        (['who, "text"', 'p3, "it costs, a lot"'], [("p3", "it costs, a lot")]),
        (["sep=,", "a;b,c", "1;2,3"], [("1;2", "3")]),
    ],
)
def test_the_delimiter_is_the_one_that_gives_one_width(lines: list[str], cells: list[tuple[str, ...]]) -> None:
    """Signs inside the texts don't mislead the choice, and a list of one column needs no delimiter."""
    assert [row.cells for row in table(*lines).rows] == cells


def test_rows_know_the_line_that_they_begin_on() -> None:
    """Lines count from 1 and include those inside quotes, blank ones, and a first line `sep=`."""
    assert [row.line for row in table("a,b", '"one', 'two",2', "", ",", "three,3").rows] == [2, 6]
    assert [row.line for row in table("sep=;", "a;b", '"one', 'two";2', "three;3").rows] == [3, 5]


def test_blank_rows_are_not_there() -> None:
    """Empty lines, rows of empty cells and of spaces are passed over in silence."""
    assert [row.cells for row in table("a,b", "", ",", " , ", '"\t",""', "1,2").rows] == [("1", "2")]


def test_ragged_rows_stay_as_they_are() -> None:
    """A row of another width than the header is a row still: the check refuses it, not the reader."""
    assert [row.cells for row in table("a,b", "1", "1,2,3", "1,2").rows] == [("1",), ("1", "2", "3"), ("1", "2")]


def test_cells_are_cleaned_as_they_are_read() -> None:
    """No escape sequence, NUL or bidi control of a file reaches a preview; the words stay."""
    found = table("te\x1b[31mxt,who", "he\x00llo\x1b]52;c;aGk=\x07 \u202ethere,p3")
    assert found.header == ("text", "who")
    assert found.rows[0].cells == ("hello there", "p3")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "remarks.csv is empty."),
        (b"\xef\xbb\xbf\r\n , \r\n", "remarks.csv is empty."),
        (b"\xff\xfe", "remarks.csv is empty."),
        (bytes(range(256)) * 8, "remarks.csv is not text in UTF-8, UTF-16 or Windows-1252."),
        (b"\x00\x01\x02\x03" * 50, "remarks.csv is not text."),
        (b"\x7fELF\x02\x01\x01" + b"\x00" * 200, "remarks.csv is not text."),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x90\x8f", "remarks.csv is not text in UTF-8, UTF-16 or Windows-1252."),
        (b"PK\x03\x04\x14\x00", "remarks.csv is a zip archive, or a spreadsheet or document that is one inside, not a CSV file."),
        (b"%PDF-1.7\n", "remarks.csv is a PDF, not a CSV file."),
        ("caf\u00e9,na\u00efve\n".encode()[:-3] + b"\xc3\n", "remarks.csv, line 1: the text is UTF-8 with broken characters in it."),
        ("a,b\n\u201cyes\u201d,\u00a31".encode() + b"\xe2\x80,\n", "remarks.csv, line 2: the text is UTF-8 with broken characters in it."),
        (b"\xff\xfea\x00,\x00b", "remarks.csv begins as UTF-16 text, and does not go on as such."),
        (b'a,b\n1,2\n"never closed,3\n4,5\n', "remarks.csv, line 3: can't be read as a row (unexpected end of data)."),
        (b'a,b\n"said" twice,2\n', "remarks.csv, line 2: can't be read as a row (',' expected after '\"')."),
    ],
)
def test_what_is_no_table_is_refused_in_a_line(data: bytes, message: str) -> None:
    """An empty, binary, damaged or wrongly quoted file is one error, which names the file and, where there is one, the line."""
    with pytest.raises(WorkshopError) as caught:
        table_of(data, "remarks.csv")
    assert caught.value.message == message


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"x" * LARGEST_FILE, "one line of over 1,000,000 characters"),
        (b"," * LARGEST_FILE, "one line of over 1,000,000 characters"),
        (b'a,b\n"' + b"x\n" * 100_000, "line 2: can't be read as a row"),
        (b"a\n" * (delimited.MOST_LINES + 1), "over 500,000 lines"),
        (b"a,b,c,d\n" * (delimited.MOST_CELLS // 4 + 1), "over 1,000,000 cells"),
        (b"a,b\n" + b"1,2\n" * (LARGEST_FILE // 4), "is over 16 MB"),
    ],
    ids=["one line", "one row", "one cell", "lines", "cells", "bytes"],
)
def test_what_is_too_much_is_refused(data: bytes, message: str) -> None:
    """Bytes, lines, cells, and the length of a line and of a cell each have a bound."""
    with pytest.raises(WorkshopError, match=message):
        table_of(data, "remarks.csv")


def test_a_file_of_a_gigabyte_is_refused_in_200_megabytes(tmp_path: Path) -> None:
    """Never more of a file is read than a table may have, however big it is."""
    path = tmp_path / "big.csv"
    path.touch()
    os.truncate(path, 1_000_000_000)
    tracemalloc.start()
    try:
        with pytest.raises(WorkshopError, match=r"big.csv is over 16 MB."):
            read_table(path)
        assert tracemalloc.get_traced_memory()[1] < 200_000_000
    finally:
        tracemalloc.stop()


def test_files_that_are_not_there_are_refused(tmp_path: Path) -> None:
    """A missing file and a folder are refused; a file's name can't act on the terminal."""
    (tmp_path / "folder.csv").mkdir()
    for name, message in (
        ("missing.csv", "missing.csv can't be read"),
        ("folder.csv", "folder.csv can't be read"),
        ("\x1b[31mred.csv", "^red.csv can't be read"),
    ):
        with pytest.raises(WorkshopError, match=message):
            read_table(tmp_path / name)


def test_a_file_on_the_disk_is_read(tmp_path: Path) -> None:
    """`read_table` gives what the file holds, under its name."""
    path = tmp_path / "answers.txt"
    path.write_bytes(csv_bytes([["a", "b"], ["1", "2"]], "\t"))
    found = read_table(path)
    assert (found.name, found.header, found.read_as) == ("answers.txt", ("a", "b"), "UTF-8, tabs")
