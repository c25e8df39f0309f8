"""The Excel report: a cover, a chart, and a table a sheet, in which words are words and numbers are numbers."""

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.report import made_up
from tests.report.page import made
from tests.report.rich import rich
from tests.report.workbook import opened
from workshop.errors import WorkshopError
from workshop.report import wording
from workshop.report.tables.every import tables
from workshop.report.tables.table import HIDDEN, Table
from workshop.report.xlsx import sheet as sheets
from workshop.report.xlsx.cover import MARKS
from workshop.report.xlsx.page import CUT, LONGEST, fitting
from workshop.report.xlsx.workbook import xlsx
from workshop.text import clean


def test_a_cover_then_the_chart_then_a_sheet_a_table() -> None:
    """Every table with rows has its sheet, in the report's order, and the cover has a link to each."""
    shown = rich()
    book = opened(shown)
    titles = [table.title for table in tables(shown) if table.rows]
    assert book.sheets == ["Cover", "Chart", *titles]
    links = book.found("xl/worksheets/sheet1.xml", "//m:hyperlink/@location")
    assert links == [f"'{title}'!A1" for title in ["Chart", *titles]]


def test_the_cover_says_what_it_is_and_how_to_read_it() -> None:
    """Marking, title, the findings in a few sentences, every fixed sentence, the method, and what the marks in cells mean."""
    shown = rich()
    texts = [str(row[0]) for row in opened(shown).cells("Cover")]
    assert texts[:2] == [shown.marking, shown.title]
    for sentence in (*shown.at_a_glance, *shown.notes, *shown.method, *MARKS):
        assert sentence in texts
    assert any(HIDDEN in text and "not shown" in text for text in texts)


def test_each_table_is_marked_up_as_one() -> None:
    """A named table with a heading row and filters; the headings stay in sight, and are repeated on every printed page."""
    shown = rich()
    book = opened(shown)
    for place, title in enumerate(book.sheets[1:], start=2):
        sheet = f"xl/worksheets/sheet{place}.xml"
        assert len(book.found(sheet, "//m:tablePart/@*")) == 1, title
        if title != "Chart":
            assert book.found(sheet, "//m:pane/@state") == ["frozen"], title
    names = {name for part in book.parts() if "/tables/" in part for name in book.found(part, "/m:table/@displayName")}
    assert names == {"chart", *(table.name for table in tables(shown) if table.rows)}
    for part in (part for part in book.parts() if "/tables/" in part):
        assert book.found(part, "/m:table/m:autoFilter/@ref") == book.found(part, "/m:table/@ref")
        assert book.found(part, "/m:table/@headerRowCount") in ([], ["1"])
    printed = book.found("xl/workbook.xml", "//m:definedName[@name='_xlnm.Print_Titles']")
    assert len(printed) == len(names) - 1


def test_numbers_are_numbers_and_instants_are_dates() -> None:
    """Whoever counts with them need not turn words into numbers."""
    book = opened(made(made_up.records()))
    themes = book.rows("Themes")
    school = next(row for row in themes if row["theme"] == "School costs")
    assert [school[f"parent {column}"] for column in ("raised", "raised at most", "could", "remarks")] == [3, 4, 8, 4]
    assert min(row["gap"] for row in themes) < 0
    remark = next(row for row in book.rows("Remarks") if row["text"].startswith("That is naive"))
    assert remark["at"] == datetime(2026, 5, 19, 13, 0, 3)
    assert remark["verbatim"] == "yes"


def test_what_says_nothing_stands_in_no_cell() -> None:
    """An empty cell says no, a zero is a zero, and a column in which nothing stands is left out, but for the first."""
    book = opened(made(made_up.records()))
    remarks = book.rows("Remarks")
    assert {row["verbatim"] for row in remarks} == {"yes", ""}
    assert not {"lane", "hands"} & remarks[0].keys()
    assert {row[column] for row in book.rows("Who raised what") for column in list(row)[2:]} == {0, 1}
    nameless = replace(made(made_up.records()), responses=tuple(replace(given, person="") for given in made(made_up.records()).responses))
    assert next(iter(opened(nameless).rows("Answers")[0])) == "participant"


def test_an_instant_is_that_of_the_wall_clock() -> None:
    """A cell has no time zone, so the time stands there that people saw."""
    shown = made(made_up.records())
    said = shown.reflections[0]
    assert said.at is not None
    zone = (said.at + timedelta(hours=1)).replace(tzinfo=None)
    later = replace(said, at=said.at.astimezone(made_up.FIRST_DAY.tzinfo) + timedelta(hours=1))
    assert opened(replace(shown, reflections=(later,))).rows("Remarks")[0]["at"] == zone


def test_a_number_that_may_not_be_seen_says_so_everywhere() -> None:
    """Its cell says [c], the chart's table too, and there is no bar; the words for it stand where the count would."""
    shown = made(made_up.records())
    finding = shown.findings[2]
    hidden = replace(finding.groups["parent"], raised=None, raised_at_most=None, share=None, share_at_most=None, text="1 or 2 of 8")
    changed = replace(finding, groups={**finding.groups, "parent": hidden})
    book = opened(replace(shown, findings=(*shown.findings[:2], changed, *shown.findings[3:])))
    assert [book.rows("Themes")[2][f"parent {column}"] for column in ("raised", "raised at most", "could")] == [HIDDEN, HIDDEN, 8]
    row = next(row for row in book.cells("Chart") if str(row[0]).startswith("F3 "))
    assert row[1:5] == ["1 or 2 of 8", HIDDEN, "", 0]
    points = book.found("xl/charts/chart1.xml", "(//c:ser)[2]/c:val//c:pt[@idx='2']/c:v")
    assert points in ([], ["0"])
    labels = book.found("xl/charts/chart1.xml", "(//c:ser)[3]//c:dLbl[c:idx/@val='2']//a:t")
    assert labels == ["1 or 2 of 8"]


def test_the_bars_are_the_shares_of_the_view() -> None:
    """A native chart, left and right side, drawn from the numbers beside it; what it is stands in its alternative text."""
    shown = rich()
    book = opened(shown)
    for place, side in ((2, "parent"), (5, "practitioner")):
        drawn = [float(value) for value in book.found("xl/charts/chart1.xml", f"(//c:ser)[{place}]/c:val//c:v")]
        assert drawn == pytest.approx([finding.groups[side].share for finding in shown.findings])
    counts = book.found("xl/charts/chart1.xml", "(//c:ser)[6]//c:dLbl//a:t")
    assert counts == [finding.groups["practitioner"].text for finding in shown.findings]
    (words,) = book.found("xl/drawings/drawing1.xml", "//xdr:cNvPr/@descr")
    assert words.startswith("Mirrored bars from F1 to F10: parents to the left, practitioners to the right.")


def test_what_only_places_a_label_is_out_of_sight() -> None:
    """Both columns are hidden, and the chart draws them all the same."""
    book = opened(rich())
    head = next(row for row in book.cells("Chart") if row[0] == "theme")
    hidden = [int(place) - 1 for place in book.found("xl/worksheets/sheet2.xml", "//m:col[@hidden='1']/@min")]
    assert [head[place] for place in hidden] == ["parents: count stands at", "practitioners: count stands at"]
    assert book.found("xl/charts/chart1.xml", "//c:plotVisOnly/@val") in ([], ["0"])


def test_a_theme_s_label_stands_there_in_the_words_of_the_report() -> None:
    """Beside the method's own word for it."""
    shown = rich()
    assert [row["in words"] for row in opened(shown).rows("Themes")] == [wording.in_words(finding) for finding in shown.findings]


def test_many_themes_have_several_charts() -> None:
    """Each fits on a page, and says which findings it has."""
    shown = made(made_up.records())
    many = tuple(replace(shown.findings[0], name=f"F{number}", theme=f"Theme {number}") for number in range(1, 31))
    book = opened(replace(shown, findings=many))
    words = book.found("xl/drawings/drawing1.xml", "//xdr:cNvPr/@descr")
    assert [text.partition(":")[0] for text in words] == [
        "Mirrored bars from F1 to F14",
        "Mirrored bars from F15 to F28",
        "Mirrored bars from F29 to F30",
    ]


def test_words_are_words_whatever_they_begin_with(shared: Path) -> None:
    """Formula payloads and naughty strings come back as the same words, and no cell of any sheet holds a formula or a link."""
    hostile = shared / "data" / "hostile"
    lines = [
        line
        for name in ("naughty-strings.txt", "formula-injection.txt")
        for line in (hostile / name).read_bytes().decode("utf-8", "surrogateescape").split("\n")
    ]
    texts = [clean(line) for line in lines if clean(line).strip()]
    texts += ["two\nlines", "_x0041_ is no escape", "http://example.org/a#b", "mailto:a@example.org"]
    data = made_up.records()
    model = data.reflections["g1"]
    remarks = {f"x{place:04}": replace(model, id=f"x{place:04}", number=place, text=text) for place, text in enumerate(texts)}
    titles = {key: replace(theme, title=texts[place]) for place, (key, theme) in enumerate(data.themes.items())}
    book = opened(made(replace(data, reflections=remarks, codings={}, themes=titles)))
    assert [row["text"] for row in book.rows("Remarks")] == texts
    for part in (part for part in book.parts() if part.startswith("xl/worksheets/sheet")):
        assert book.found(part, "//m:f") == [], part
    assert not any(b"TargetMode" in content for content in book.parts().values())


def test_nobody_and_no_other_day_stands_in_its_properties() -> None:
    """No author, and the day of the view, not that of the writing."""
    shown = made(made_up.records())
    book = opened(shown)
    assert book.found("docProps/core.xml", "//dc:creator") == [""]
    stamp = f"{made_up.NOW:%Y-%m-%dT%H:%M:%SZ}"
    assert book.found("docProps/core.xml", "//dcterms:created | //dcterms:modified") == [stamp, stamp]
    assert book.found("docProps/core.xml", "//dc:title") == [shown.title]


def test_the_same_view_makes_the_same_bytes() -> None:
    """An export that is made again can be compared byte by byte."""
    assert xlsx(rich()) == xlsx(rich())


def test_a_remark_that_no_cell_holds_is_cut_and_says_so() -> None:
    """Excel takes a file with a longer cell for a broken one; letters that count double there are not cut in half."""
    assert fitting("x" * LONGEST) == "x" * LONGEST
    for text in ("x" * (LONGEST + 1), "\U0001f9e6" * LONGEST):
        cut = fitting(text)
        assert cut.endswith(CUT)
        assert len(cut.encode("utf-16-le")) // 2 <= LONGEST
        assert text.startswith(cut.removesuffix(CUT))


def test_a_table_longer_than_a_sheet_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is left out in silence: the message says what holds it."""
    monkeypatch.setattr(sheets, "MOST_ROWS", 3)
    with pytest.raises(WorkshopError, match="holds 3 rows") as refused:
        xlsx(made(made_up.records()))
    assert "csv" in refused.value.cure


def test_an_empty_workshop_has_a_workbook() -> None:
    """Before anybody has said anything there is the cover alone."""
    data = made_up.records()
    empty = replace(data, sessions={}, timelines={}, participants={}, reflections={}, themes={}, codings={}, statements={}, responses={})
    assert opened(made(empty)).sheets == ["Cover"]


def test_a_title_with_signs_of_its_own_keeps_them() -> None:
    """An ampersand is a sign of the footer's, and quotation marks and brackets are XML's."""
    shown = replace(made(made_up.records()), marking='Draft & <b>"x"</b> \u2013 &P', title="A&B <c>")
    book = opened(shown)
    assert book.cells("Cover")[1][0] == "A&B <c>"
    (footer,) = book.found("xl/worksheets/sheet1.xml", "//m:oddFooter")
    assert footer == '&L&8Draft && <b>"x"</b> \u2013 &&P&R&8&P / &N'


def test_a_heading_is_cut_where_a_table_can_t_hold_it() -> None:
    """A theme with a very long title is one column still, told from the others by its finding's name."""
    shown = made(made_up.records())
    long = tuple(replace(finding, theme="long " * 80) for finding in shown.findings)
    book = opened(replace(shown, findings=long))
    found: Table = next(table for table in tables(shown) if table.name == "participant_theme")
    assert len(book.cells("Who raised what")[sheets.HEAD]) == len(found.columns)
