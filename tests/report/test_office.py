"""What LibreOffice makes of the workbook and of the CSV files: nothing is computed, and everything is there to be seen and printed."""

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from tests.report import made_up
from tests.report.office import converted
from tests.report.page import made
from tests.report.rich import rich
from workshop.intake.guard import unguarded
from workshop.model.view.view import View
from workshop.report.csv import csv
from workshop.report.xlsx.workbook import xlsx
from workshop.text import clean

TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
AS_CSV = "CSV:44,34,76,1,,0,false,true,false,false,false,0,true"
"""Commas, quotation marks, UTF-8, and at the end: cells that look like formulas are."""
OWN = (
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(1;1)",
    "  =1+1",
    "\uff1d1+1",
    '=HYPERLINK("http://example.org";"x")',
    '=WEBSERVICE("http://example.org")',
)


@pytest.fixture
def payloads(shared: Path) -> list[str]:
    """Remarks that a spreadsheet would compute, or send away, if it took them for formulas."""
    lines = (shared / "data" / "hostile" / "formula-injection.txt").read_text().splitlines()
    return [*(clean(line) for line in lines if line.strip()), *OWN]


def said(payloads: list[str]) -> View:
    """A workshop in which people said these, and in which themes, a place and an organisation are called so."""
    data = made_up.records()
    model = data.reflections["g1"]
    remarks = {f"x{place:04}": replace(model, id=f"x{place:04}", number=place, text=text) for place, text in enumerate(payloads)}
    themes = {key: replace(theme, title=text) for (key, theme), text in zip(data.themes.items(), payloads, strict=False)}
    people = {key: replace(person, organisation=payloads[0]) for key, person in data.participants.items()}
    return made(replace(data, reflections=remarks, codings={}, themes=themes, participants=people))


def cells(path: Path) -> tuple[list[str], int]:
    """The texts of all cells of a flat OpenDocument sheet, and how many cells compute something."""
    tree = etree.parse(path, parser=etree.XMLParser(huge_tree=True))
    found = list(tree.iter(f"{TABLE}table-cell"))
    texts = ["\n".join("".join(each.itertext()) for each in cell) for cell in found]
    return texts, sum(cell.get(f"{TABLE}formula") is not None for cell in found)


def test_no_cell_of_the_workbook_computes(payloads: list[str], tmp_path: Path) -> None:
    """Opened and saved by LibreOffice each payload is the same words in its cell, and no cell holds a formula."""
    (content,) = xlsx(said(payloads)).values()
    (tmp_path / "report.xlsx").write_bytes(content)
    texts, computing = cells(converted(tmp_path / "report.xlsx", "fods"))
    assert computing == 0
    assert [text for text in payloads if " ".join(text.split()) not in {" ".join(each.split()) for each in texts}] == []


def test_no_cell_of_a_csv_file_computes(payloads: list[str], tmp_path: Path) -> None:
    """Opened with formulas allowed, as a double click does, each payload is words still, and the import gives them back."""
    (tmp_path / "reflections.csv").write_bytes(csv(said(payloads))["reflections.csv"])
    texts, computing = cells(converted(tmp_path / "reflections.csv", "fods", by=AS_CSV))
    assert computing == 0
    assert [text for text in payloads if " ".join(text.split()) not in {" ".join(unguarded(each).split()) for each in texts}] == []


def test_a_formula_would_be_found(tmp_path: Path) -> None:
    """A CSV file without the guard does compute in LibreOffice, so that the tests above could fail."""
    (tmp_path / "plain.csv").write_bytes(b'"=1+1","x"\r\n')
    _, computing = cells(converted(tmp_path / "plain.csv", "fods", by=AS_CSV))
    assert computing == 1


def test_the_workbook_prints_with_its_chart(tmp_path: Path) -> None:
    """As PDF each sheet has its title and marking, and the chart its counts beside the names of the themes."""
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext is not installed")
    shown = rich()
    (content,) = xlsx(shown).values()
    (tmp_path / "report.xlsx").write_bytes(content)
    paper = converted(tmp_path / "report.xlsx", "pdf")
    text = subprocess.run(["pdftotext", "-layout", str(paper), "-"], check=True, capture_output=True, text=True, timeout=60).stdout
    pages = [" ".join(page.split()) for page in text.split("\f")[:-1]]
    assert all(shown.marking in page for page in pages)
    (chart,) = (page for page in pages if page.startswith("Chart"))
    drawn = chart.partition("raised each theme")[2].partition(" theme ")[0]
    for finding in shown.findings:
        assert all(finding.groups[side].text in drawn for side in shown.between)
    for name in ("F1 Universal versus", "targeted support", "F10 Sleep"):
        assert name in drawn
