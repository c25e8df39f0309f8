"""The codebook as the table that Taguette imports."""

import csv
import io
import json
import subprocess
import sys
from dataclasses import replace

import pytest

from tests.report.coded import empty, hard, shown
from tests.report.page import made
from tests.report.wheels import fetched
from workshop.intake.guard import unguarded
from workshop.model.records import Theme
from workshop.report.codebook_csv import HEADER, LONGEST_PATH, codebook_csv

IMPORT = """
import io, json, sys
sys.path.insert(0, sys.argv[1])
from taguette import validate
from taguette.import_codebook import list_tags
tags = list_tags(io.BytesIO(sys.stdin.buffer.read()))
print(json.dumps([[each["path"], each["description"]] for each in tags if validate.tag_path(each["path"])]))
"""


def content() -> bytes:
    """The hard workshop's codebook, with titles that a table or a tree could be misled by."""
    data = hard()
    more = {
        "dot": Theme(id="dot", title="Dr. Smith's surgery", parent="below", order=40),
        "formula": Theme(id="formula", title="=SUM(A1)", order=41, description='He said "no", twice;\nthen left \U0001f6aa'),
        "long": Theme(id="long", title="y" * 250, parent="below", order=42),
    }
    (found,) = codebook_csv(made(replace(data, themes={**data.themes, **more}))).values()
    return found


def rows() -> list[dict[str, str]]:
    """The table, read as any program would."""
    return list(csv.DictReader(io.StringIO(content().decode("utf-8-sig"), newline="")))


def test_taguette_takes_it(request: pytest.FixtureRequest) -> None:
    """Its own importer reads every theme as a tag that it may be called, with its description, emoji and line ends too."""
    needs = ("taguette==1.5.2", "chardet==5.2.0", "sentry-sdk==2.19.2", "urllib3==2.2.3", "certifi")
    folder = fetched(request.config, "taguette-1.5.2", *needs)
    done = subprocess.run([sys.executable, "-c", IMPORT, str(folder)], input=content(), capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    assert json.loads(done.stdout) == [[row["path"], row["description"].strip()] for row in rows()]


def test_one_column_alone_names_the_tag() -> None:
    """Taguette takes exactly one of `tag`, `name` and `path`; the title stands in a column that it passes over."""
    assert len({"tag", "name", "path"} & set(HEADER)) == 1
    assert "description" in HEADER


def test_dots_make_the_tree_and_nothing_else_does() -> None:
    """A theme under another has its path; a title's own dot is a space there, and stays in the title."""
    found = {row["title"]: row["path"] for row in rows()}
    assert found["Bus fares"] == "Getting there: buses and distance.Bus fares"
    assert found["Dr. Smith's surgery"] == "Getting there: buses and distance.Bus fares.Dr Smith's surgery"


def test_a_path_is_never_too_long() -> None:
    """Where the whole is longer than Taguette takes, the last title stands alone, shortened."""
    found = {row["title"]: row["path"] for row in rows()}
    assert found["y" * 250] == "y" * (LONGEST_PATH - 1) + "\u2026"
    assert max(map(len, found.values())) <= LONGEST_PATH


def test_a_spreadsheet_computes_nothing() -> None:
    """What begins a formula is guarded, and comes back with the guard taken off."""
    (row,) = [row for row in rows() if "SUM" in row["title"]]
    assert (row["title"], unguarded(row["title"])) == ("'=SUM(A1)", "=SUM(A1)")


def test_the_rest_of_an_entry_stands_beside_it() -> None:
    """Other names, the theme above, priority, lead and whether it is agreed on."""
    found = {row["title"]: row for row in rows()}
    assert (found["Bus fares"]["aliases"], found["Bus fares"]["parent"]) == ("Fares; Tickets", "Getting there: buses and distance")
    money = found["Income maximisation"]
    assert (money["priority"], money["lead organisation"], money["agreed"]) == ("yes", "Harbour Advice", "no")


def test_an_empty_codebook_is_a_header() -> None:
    """And the same view gives the same bytes."""
    (found,) = codebook_csv(empty()).values()
    assert found.decode("utf-8-sig").count("\n") == 1
    assert codebook_csv(shown()) == codebook_csv(shown())
