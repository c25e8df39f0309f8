"""The report in Word: what makes it a document rather than a picture of one, and that it says what the page says."""

from dataclasses import replace
from pathlib import Path

from lxml import etree
from lxml import html as lxml_html

from tests.report.made_up import records
from tests.report.page import made, page
from tests.report.rich import rich
from tests.report.word import W, pages, word, written
from workshop.report import wording
from workshop.report.docx.report import docx
from workshop.text import clean

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


def test_headings_are_headings_in_the_order_of_the_page() -> None:
    """Every section of the contents is a heading of the first level, numbered as on the page; every finding one of the second."""
    view = rich()
    file = written(docx, view)
    assert file.in_style("Heading1") == [f"{place}. {title}" for place, (_, title) in enumerate(wording.contents(view), start=1)]
    second = file.in_style("Heading2")
    assert {f"{finding.name} {finding.theme}" for finding in view.findings} <= set(second)


def test_it_says_what_the_page_says() -> None:
    """Every heading, sentence, quote and cell of the page stands in the Word file, in the same words."""
    view = rich()
    told = _squeezed(written(docx, view).text)
    found = page(view).root.xpath("//main//td | //main//th | //main//q | //main//p | //main//h2 | //main//h3 | //main//h4")
    texts = {lxml_html.tostring(each, method="text", encoding="unicode", with_tail=False) for each in found}
    assert len(texts) > 100
    assert [text for text in texts if _squeezed(text) not in told] == []


def _squeezed(text: str) -> str:
    """The text without what each format sets in its own way: spaces, and quotation marks."""
    return "".join(text.split()).replace("\u201c", "").replace("\u201d", "")


def test_links_lead_somewhere() -> None:
    """Each name in the contents and in the table of themes leads to a bookmark of the file; none is there twice."""
    file = written(docx, rich())
    marks = [each.get(f"{W}name") for each in file.found("//w:bookmarkStart")]
    links = {each.get(f"{W}anchor") for each in file.found("//w:hyperlink")}
    assert len(links) > 15
    assert links <= set(marks)
    assert len(marks) == len(set(marks)) == len({each.get(f"{W}id") for each in file.found("//w:bookmarkStart")})


def test_tables_name_their_columns_on_every_page_and_cut_no_row() -> None:
    """The first row of each table is its header, which repeats; no row is cut; each table says what it is; columns have widths."""
    file = written(docx, rich())
    tables = file.found("//w:tbl")
    assert len(tables) > 20
    for table in tables:
        rows = table.findall(f"{W}tr")
        assert rows[0].find(f"{W}trPr/{W}tblHeader") is not None
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
        assert all(row.find(f"{W}trPr/{W}tblHeader") is None for row in rows[1:])
        caption = table.find(f"{W}tblPr/{W}tblCaption")
        assert caption is not None
        assert caption.get(f"{W}val")
        widths = [int(each.get(f"{W}w") or 0) for each in table.findall(f"{W}tblGrid/{W}gridCol")]
        assert abs(sum(widths) - 9865) <= len(widths)
        assert {len(row.findall(f"{W}tc")) for row in rows} == {len(widths)}


def test_a_table_of_a_few_rows_stays_on_one_page() -> None:
    """All its rows but the last are kept with the next; a long one is not, since it has to go on somewhere."""
    view = rich()
    many = replace(view, findings=tuple(replace(view.findings[0], name=f"F{number}") for number in range(1, 31)))
    short = [each for each in written(docx, view).found("//w:tbl") if len(each.findall(f"{W}tr")) == 3]
    assert short
    for table in short:
        rows = table.findall(f"{W}tr")
        kept = [all(p.find(f"{W}pPr/{W}keepNext") is not None for p in row.iter(f"{W}p")) for row in rows]
        assert kept == [True, True, False]
    longest = max(written(docx, many).found("//w:tbl"), key=len)
    assert [row.find(f".//{W}keepNext") is not None for row in longest.findall(f"{W}tr")][:3] == [True, False, False]


def test_a_statement_its_answers_and_what_was_said_stay_together() -> None:
    """From the statement on each paragraph is kept with the next, down to the first of the words on it."""
    file = written(docx, rich())
    body = file.found("/w:document/w:body/*")
    texts = ["".join(text.text or "" for text in each.iter(f"{W}t")) for each in body]
    begins = [place for place, text in enumerate(texts) if text == "Practitioners said"]
    ends = [texts.index("In their words", place) for place in begins]
    assert begins
    for begin, end in zip(begins, ends, strict=True):
        assert any(body[place].tag == f"{W}tbl" for place in range(begin, end))
        for each in body[begin : end + 1]:
            assert all(p.find(f"{W}pPr/{W}keepNext") is not None for p in each.iter(f"{W}p"))


def test_headings_stay_with_what_they_name_in_anybody_s_styles() -> None:
    """An organisation's headings and captions need not say so themselves: each paragraph does."""
    file = written(docx, rich())
    for style in ("Heading1", "Heading2", "Heading3", "Caption"):
        found = file.found(f"//w:p[w:pPr/w:pStyle/@w:val='{style}']")
        assert found
        assert all(each.find(f"{W}pPr/{W}keepNext") is not None for each in found)


def test_it_is_in_british_english_and_names_nobody() -> None:
    """The language is en-GB, title and date are the report's; nothing of python-docx's own is left: no author, no 2013, no thumbnail."""
    view = made(records())
    file = written(docx, view)
    core = file.parts["docProps/core.xml"].decode()
    assert view.title in core
    assert "2026-06-02T10:00:00Z" in core
    for left in ("python-docx", "2013", "creator", "lastModifiedBy"):
        assert left not in core
    assert {each.get(f"{W}val") for each in file.found("//w:lang", "word/styles.xml")} == {"en-GB"}
    assert not [name for name in file.parts if "thumbnail" in name or "customXml" in name or "WithEffects" in name]
    assert len(file.content) < 60_000


def test_captions_are_not_pale() -> None:
    """Word's own caption is pale blue; ours is bold, in the colour of the text, and kept with what it names."""
    (caption,) = written(docx, made(records())).found("//w:style[w:name/@w:val='caption']", "word/styles.xml")
    assert caption.find(f"{W}rPr/{W}b") is not None
    assert caption.find(f"{W}rPr/{W}color") is None
    assert caption.find(f"{W}pPr/{W}keepNext") is not None


def test_the_marking_stands_on_every_page(tmp_path: Path) -> None:
    """Beside it the page's number; and a report of this size takes more than one page."""
    view = made(records())
    printed = pages(written(docx, view), tmp_path)
    assert len(printed) > 3
    for number, text in enumerate(printed, start=1):
        assert view.marking in text
        assert text.rstrip().replace(" ", "").endswith(f"{number}/{len(printed)}")


def test_no_table_loses_its_header_and_no_heading_its_text(tmp_path: Path) -> None:
    """On paper no page ends with a heading, and every page that goes on with a table begins with its header."""
    view = rich()
    headings = {text.strip() for style in ("Heading1", "Heading2", "Heading3", "Caption") for text in written(docx, view).in_style(style)}
    for text in pages(written(docx, view), tmp_path):
        lines = [" ".join(line.split()) for line in text.splitlines() if line.strip()]
        assert lines[-2] not in headings, lines[-3:]


def test_any_word_on_a_page_is_in_a_style_of_the_file() -> None:
    """No paragraph, run or table names a style that isn't there, which Word would show in another."""
    file = written(docx, rich())
    used = {each.get(f"{W}val") for each in file.found("//w:pStyle | //w:rStyle | //w:tblStyle")}
    assert used <= {each.get(f"{W}styleId") for each in file.found("//w:style", "word/styles.xml")}


def test_one_view_gives_one_file() -> None:
    """Written twice, the bytes are the same."""
    view = made(records())
    assert docx(view) == docx(view)


def test_words_stay_words_whatever_they_are(shared: Path) -> None:
    """Naughty strings come out of the file as they went into the view: nothing of them is markup, and none breaks it."""
    lines = (shared / "data" / "hostile" / "naughty-strings.txt").read_text(encoding="utf-8", errors="replace").splitlines()
    view = made(records())
    quote = view.reflections[0].quote
    texts = [clean(line).strip() for line in lines if clean(line).strip()]
    said = tuple(replace(view.reflections[0], quote=replace(quote, text=text, name=f"N{place}")) for place, text in enumerate(texts))
    file = written(docx, replace(view, reflections=said, title=texts[-1], cover="\n".join(texts[:20])))
    bullets = file.in_style("ListBullet")
    marks = ("\u201c", "\u201d")
    told = [bullet.split("  r1, ")[0].removeprefix(marks[0]).removesuffix(marks[1]) for bullet in bullets]
    assert told == [text.replace("\t", "").replace("\n", "") for text in texts]


def test_a_number_that_may_not_be_seen_is_nowhere_in_the_file() -> None:
    """A hidden count has a text and no bar: not in the table, not in the chart, not in the workbook inside it."""
    view = made(records())
    finding = view.findings[0]
    hidden = replace(finding.groups["parent"], raised=None, raised_at_most=None, share=None, share_at_most=None, text="1 or 2 of 8")
    shown = replace(finding, groups={**finding.groups, "parent": hidden}, gap=None, gap_text="", interval=None, interval_text="")
    file = written(docx, replace(view, findings=(shown,)))
    chart = file.xml("word/charts/chart1.xml")
    values = _series(chart)
    assert values["parents"] == ["0"]
    assert "1 or 2 of 8" in "".join(str(text) for text in chart.itertext())
    sheet = word(file.parts["word/embeddings/Microsoft_Excel_Sheet1.xlsx"])
    assert b"0.125" not in sheet.parts["xl/worksheets/sheet1.xml"]


def _series(chart: etree._Element) -> dict[str, list[str]]:
    """The values of each series of a chart, by its title."""
    return {
        each.findtext(f"{C}tx//{C}v") or "": [value.text or "" for value in each.iterfind(f"{C}val//{C}v")]
        for each in chart.iter(f"{C}ser")
    }
