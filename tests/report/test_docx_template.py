"""A report in an organisation's own styles: what is taken of its file, what is left behind, and what is no template at all."""

import io
import zipfile
from collections.abc import Callable

import pytest
from docx import Document
from docx.document import Document as Opened
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.shared import Mm, RGBColor

from tests.report.made_up import records
from tests.report.page import made
from tests.report.word import W, Word, word
from workshop.errors import WorkshopError
from workshop.report.docx.report import docx
from workshop.report.docx.template import STANDARD, missing_styles

DRAFT = "A draft letter that nobody else may read"


def council(change: Callable[[Opened], None] | None = None) -> bytes:
    """A council's file: purple headings, a narrow page, a footer of its own, and a text that was left in it."""
    document = Document()
    document.styles["Heading 1"].font.color.rgb = RGBColor(0x66, 0, 0x66)
    document.sections[0].left_margin = Mm(50)
    document.sections[0].footer.paragraphs[0].text = "The Council of Nowhere"
    document.add_paragraph(DRAFT)
    document.add_picture(io.BytesIO(PIXEL))
    document.core_properties.author = "somebody at the council"
    if change is not None:
        change(document)
    packed = io.BytesIO()
    document.save(packed)
    return packed.getvalue()


PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108020000009077"
    "53de0000000c49444154789c63606060000000040001f61738550000000049454e44ae426082"
)


def report(template: bytes) -> Word:
    """The made-up workshop's report in these styles."""
    (content,) = docx(made(records()), template).values()
    return word(content)


def test_its_styles_margins_and_footer_are_kept() -> None:
    """Headings look as the file has them, the page is as wide as its own, and the marking stands below what its footer says."""
    file = report(council())
    (heading,) = file.found("//w:style[w:name/@w:val='heading 1']", "word/styles.xml")
    assert heading.find(f"{W}rPr/{W}color") is not None
    (margins,) = file.found("//w:pgMar")
    assert margins.get(f"{W}left") == "2835"
    foot = b"".join(content for name, content in file.parts.items() if "footer" in name).decode()
    assert foot.index("The Council of Nowhere") < foot.index("Working copy")
    widths = {sum(int(each.get(f"{W}w") or 0) for each in table.findall(f"{W}tblGrid/{W}gridCol")) for table in file.found("//w:tbl")}
    assert max(widths) < 9000


def test_what_stood_in_it_stays_behind() -> None:
    """Neither its text, nor its pictures, nor who wrote it, nor where its own template lay are in the report."""

    def attach(document: Opened) -> None:
        settings = document.settings.element
        part = document.part.part_related_by(RT.SETTINGS)
        key = part.relate_to(
            "file:///H:/templates/secret.dotm",
            RT.STYLES.replace("/styles", "/attachedTemplate"),
            is_external=True,
        )
        attached = settings.makeelement(f"{W}attachedTemplate", {f"{{{settings.nsmap['r']}}}id": key})
        settings.insert(0, attached)

    file = report(council(attach))
    for content in file.parts.values():
        for left in (DRAFT, "somebody at the council", "secret.dotm"):
            assert left.encode() not in content
    assert not [name for name in file.parts if name.startswith("word/media/")]


def test_a_missing_style_is_told_and_ours_stands_in() -> None:
    """Without Quote, only that is told; the report has all the styles that it uses."""

    def without_quote(document: Opened) -> None:
        document.styles["Quote"].delete()

    template = council(without_quote)
    assert missing_styles(template) == ("Quote",)
    assert missing_styles(council()) == ()
    file = report(template)
    used = {each.get(f"{W}val") for each in file.found("//w:pStyle | //w:rStyle | //w:tblStyle")}
    there = {each.get(f"{W}styleId") for each in file.found("//w:style", "word/styles.xml")}
    assert used <= there
    based = {each.get(f"{W}val") for each in file.found("//w:basedOn", "word/styles.xml")}
    assert based <= there


def test_headings_that_number_themselves_get_no_second_number() -> None:
    """Where the file's heading style counts, ours don't."""

    def numbered(document: Opened) -> None:
        properties = document.styles["Heading 1"].element.get_or_add_pPr()
        properties.get_or_add_numPr().get_or_add_numId().val = 1

    assert report(council(numbered)).in_style("Heading1")[0] == "Who took part, and how"
    assert report(council()).in_style("Heading1")[0] == "1. Who took part, and how"


def test_a_dotx_is_a_template_too() -> None:
    """The file that Word calls a template differs by its content type alone."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(council())) as before, zipfile.ZipFile(packed, "w") as after:
        for each in before.infolist():
            content = before.read(each)
            if each.filename == "[Content_Types].xml":
                content = content.replace(b"document.main+xml", b"template.main+xml")
            after.writestr(each, content)
    file = report(packed.getvalue())
    assert b"template.main+xml" not in file.parts["[Content_Types].xml"]


def test_its_language_becomes_that_of_our_words() -> None:
    """A file in American English gives a report that is read out in British English."""
    file = report(council())
    assert {each.get(f"{W}val") for each in file.found("//w:lang", "word/styles.xml")} == {"en-GB"}


def _zip(files: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return packed.getvalue()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "no Word file"),
        (b"{\\rtf1 old}", "no Word file"),
        (_zip({"a.txt": b"a"}), "no Word file"),
        (_zip({"[Content_Types].xml": b"<Types/>"}), "no Word file"),
        (_zip({"[Content_Types].xml": b"application/vnd.ms-word.document.macroEnabled.main+xml"}), "macros"),
        (_zip({"[Content_Types].xml": b"<Types/>", "big": bytes(210_000_000)}), "too large"),
    ],
)
def test_what_is_no_template_is_refused_in_a_line(content: bytes, words: str) -> None:
    """Nothing, another format, an archive, a file with macros, one that unpacks to 210 MB: each is refused, and unpacked no further."""
    with pytest.raises(WorkshopError, match=words):
        missing_styles(content)


def test_the_names_of_styles_are_words_own() -> None:
    """They are those that a Word in any language keeps in its files."""
    names = {style.name.casefold() for style in Document().styles if style.name}
    assert {name.casefold() for name in STANDARD} <= names
