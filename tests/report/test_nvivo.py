"""The kit for NVivo: Word files whose headings become cases and codes, sheets that find those cases, and a guide that promises nothing."""

import io
import zipfile
from dataclasses import replace

from docx import Document
from python_calamine import CalamineWorkbook

from tests.report.coded import empty, hard, shown
from tests.report.page import made
from workshop.model.view.view import View
from workshop.report.nvivo.guide import UNTRIED
from workshop.report.nvivo.kit import nvivo

NAME = "parenting-on-a-low-income-nvivo"


def paragraphs(content: bytes) -> list[tuple[str, str]]:
    """The style and the words of each paragraph of a Word file."""
    return [(str(each.style.name) if each.style else "", each.text) for each in Document(io.BytesIO(content)).paragraphs]


def rows(content: bytes) -> list[list[str]]:
    """The one sheet of a workbook."""
    (sheet,) = CalamineWorkbook.from_filelike(io.BytesIO(content)).sheet_names
    return [[str(cell) for cell in row] for row in CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_name(sheet).to_python()]


def words_under(content: bytes) -> dict[str, list[str]]:
    """What autocoding by Heading 2 gives each case: the plain paragraphs below it."""
    found: dict[str, list[str]] = {}
    who = ""
    for style, text in paragraphs(content):
        if style == "Heading 2":
            who = text
        elif style == "Normal" and text:
            found.setdefault(who, []).append(text)
    return found


def test_there_is_a_file_for_each_session_two_sheets_and_a_guide() -> None:
    """The guide first, and named so."""
    names = [f"{NAME}-{rest}" for rest in ("read-me-first.docx", "session-1.docx", "session-2.docx", "people.xlsx", "sessions.xlsx")]
    assert list(nvivo(shown())) == names


def test_headings_are_what_it_was_said_to_and_who_said_it() -> None:
    """Level 1 the activity with the statement or the picture on show, level 2 the code; nothing else is a heading."""
    found = paragraphs(nvivo(shown())[f"{NAME}-session-2.docx"])
    assert list(dict.fromkeys(text for style, text in found if style == "Heading 1")) == [
        "What it is like",
        "What it is like \u2013 A1 Hands / cups.",
        "What it is like \u2013 A2 A drawing on the wall",
        "What the others said \u2013 T1 Parents may try to protect their children from the impact of living on a low income.",
    ]
    assert {text for style, text in found if style == "Heading 2"} == {*(f"p{number}" for number in range(1, 9)), "parent, no code"}
    assert {style for style, _ in found} == {"Title", "Heading 1", "Heading 2", "Normal"}


def test_a_case_gets_all_that_its_person_said() -> None:
    """Below their headings stand their words and nobody else's, line by line."""
    view = shown()
    found = words_under(nvivo(view)[f"{NAME}-session-2.docx"])
    expected: dict[str, list[str]] = {}
    for said in view.reflections:
        if said.quote.text and said.quote.session == "Session 2":
            expected.setdefault(said.quote.person or "parent, no code", []).extend(said.quote.text.split("\n"))
    assert found == expected


def test_the_sheet_of_people_finds_every_case() -> None:
    """Its first cell names the classification, its first column is the headings' names, silent people too."""
    files = nvivo(shown())
    table = rows(files[f"{NAME}-people.xlsx"])
    assert table[0] == ["Person", "Perspective", "Organisation", "Answer to T1", "Answer to T2", "Answer to T3", "Answer to T4"]
    names = [row[0] for row in table[1:]]
    headings = {who for number in (1, 2) for who in words_under(files[f"{NAME}-session-{number}.docx"])}
    assert headings < set(names)
    assert "p9" in set(names) - headings
    assert table[names.index("p3") + 1][1:5] == ["parent", "", "disagree", "agree"]
    assert len(names) == len(set(names))


def test_the_sheet_of_sessions_finds_every_file() -> None:
    """By the file's name without its ending, as NVivo calls what it imported."""
    files = nvivo(shown())
    table = rows(files[f"{NAME}-sessions.xlsx"])
    assert table[0] == ["Session", "Session group", "Session date", "Session place"]
    assert all(f"{row[0]}.docx" in files for row in table[1:])
    assert table[2][1:] == ["parent", "19 May 2026", "Kiln Street nursery"]


def test_a_code_that_nvivo_would_change_is_changed_alike_in_both() -> None:
    """A slash or a colon in a heading becomes a tilde there, and the sheet would miss the case."""
    data = hard()
    people = {**data.participants, "parent1": replace(data.participants["parent1"], code="p:1/a")}
    files = nvivo(made(replace(data, participants=people)))
    assert "p 1 a" in words_under(files[f"{NAME}-session-2.docx"])
    assert "p 1 a" in [row[0] for row in rows(files[f"{NAME}-people.xlsx"])]


def test_no_cell_is_a_formula() -> None:
    """What looks like one stays the words that it is."""
    data = hard()
    people = {**data.participants, "parent1": replace(data.participants["parent1"], organisation="=1+1")}
    content = nvivo(made(replace(data, participants=people)))[f"{NAME}-people.xlsx"]
    assert "=1+1" in [cell for row in rows(content) for cell in row]
    with zipfile.ZipFile(io.BytesIO(content)) as zipped:
        assert all(b"<f>" not in zipped.read(name) for name in zipped.namelist())


def test_the_guide_says_that_nvivo_was_not_tried_and_what_each_name_means() -> None:
    """With how the files go in, and a data dictionary: attributes with their values, themes, statements."""
    content = nvivo(shown())[f"{NAME}-read-me-first.docx"]
    texts = [text for _, text in paragraphs(content)]
    assert UNTRIED in texts
    assert UNTRIED.startswith("NVivo itself was not tried.")
    assert f"{NAME}-people.xlsx" in texts
    tables = {each.rows[1].cells[0].text: each for each in Document(io.BytesIO(content)).tables}
    assert {"Perspective", "Session group", "Protecting children", "T1"} == set(tables)
    assert [cell.text for cell in tables["Perspective"].rows[1].cells] == [
        "Perspective",
        "Whose view it is that this person has.",
        "parent, practitioner",
    ]


def test_without_anything_said_there_is_the_guide_alone() -> None:
    """And without people no sheet of them."""
    assert list(nvivo(empty())) == ["nothing-yet-nvivo-read-me-first.docx"]


def test_what_an_audience_may_not_have_is_nowhere() -> None:
    """Without people, codes and sessions there is one text, by perspective, and no file has a code in it."""
    view = shown()
    quotes = [replace(said.quote, person="", session="", name="") for said in view.reflections]
    said = tuple(replace(each, quote=quote, at=None) for each, quote in zip(view.reflections, quotes, strict=True))
    files = nvivo(replace(view, people=(), sessions=(), reflections=said, responses=(), journal=()))
    assert f"{NAME}-what-was-said.docx" in files
    assert set(words_under(files[f"{NAME}-what-was-said.docx"])) == {"parent, no code", "practitioner, no code"}
    assert [row[0] for row in rows(files[f"{NAME}-people.xlsx"])] == ["Person", "practitioner, no code", "parent, no code"]
    assert not codes_in(files, view)


def codes_in(files: dict[str, bytes], view: View) -> set[str]:
    """The codes of people that stand in a cell or a paragraph."""
    texts = {text for name, content in files.items() if name.endswith("docx") for _, text in paragraphs(content)}
    texts |= {cell for name, content in files.items() if name.endswith("xlsx") for row in rows(content) for cell in row}
    return texts & {person.code for person in view.people}


def test_one_view_makes_one_kit() -> None:
    """The same bytes in every file."""
    assert nvivo(shown()) == nvivo(shown())
