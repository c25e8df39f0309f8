"""A Word file in the making: blocks go onto the page one after the other, then it is saved, the same bytes each time."""

import io
import zipfile
from collections.abc import Iterable
from datetime import UTC
from importlib.resources import files

from docx.document import Document as Opened
from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.shared import Emu
from lxml import etree

from workshop.model.view.view import View
from workshop.report.docx.blank import LANGUAGE, blank, from_template
from workshop.report.docx.blocks import Paragraph, Span, Table, paragraph
from workshop.report.docx.template import names
from workshop.report.docx.wml import XML_SPACE, Writer, add, w

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The first day that a zip can tell of, for every file in it: when a report was made stands in its properties."""
TWENTIETHS = 635
"""EMU to a twentieth of a point."""


class Paper:
    """One file of the report of `view`; `template` is an organisation's Word file. WorkshopError where that is none."""

    def __init__(self, view: View, template: bytes | None = None) -> None:
        """Begin with an empty page that is marked as the view says."""
        self._view = view
        self.document: Opened = blank() if template is None else from_template(template)
        section = self.document.sections[-1]
        width = Emu((section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0))
        styles = names(self.document.styles.element)
        self.writer = Writer(styles, width // TWENTIETHS)
        self.body: etree._Element = self.document.element.body
        self._page = self.document.element.body.sectPr
        self._after_table = False
        self.numbered = not _has_numbers(self.document.styles.element, styles["heading 1"])
        _mark(self.document, self.writer, view.marking, own=template is None)

    @property
    def width(self) -> int:
        """The width of the text, in twentieths of a point."""
        return self.writer.width

    def put(self, *blocks: Paragraph | Table) -> None:
        """Add blocks at the end, with some room after a table: a heading brings its own, and Word would join two tables."""
        for block in blocks:
            table = isinstance(block, Table)
            if self._after_table and (isinstance(block, Table) or not block.style.startswith("heading")):
                self._page.addprevious(_gap(self.writer, self.body))
            made = self.writer.table(self.body, block) if isinstance(block, Table) else self.writer.paragraph(self.body, block)
            self._page.addprevious(made)
            self._after_table = table

    def heading(self, text: str, level: int, mark: str = "", soft: str = "") -> None:
        """A heading of a level from 1 to 3; `soft` stands behind it in small print."""
        spans = (text, *((Span(f"  {soft}", "Workshop Soft"),) if soft else ()))
        self.put(paragraph(*spans, style=f"heading {level}", mark=mark))

    def text(self, *texts: str, style: str = "Normal") -> None:
        """Each text as a paragraph of its own; empty ones are left out."""
        self.put(*(paragraph(each, style=style) for each in texts if each))

    def insert(self, element: etree._Element) -> None:
        """Add a paragraph that was made elsewhere, such as one that holds a chart."""
        self._page.addprevious(element)
        self._after_table = False

    def save(self) -> bytes:
        """The file. Its properties name nobody; its date is the report's."""
        if self._after_table:
            self._page.addprevious(_gap(self.writer, self.body))
        view = self._view
        about = self.document.core_properties
        for element in list(about._element):  # python-docx can change a property and not take one away
            about._element.remove(element)
        about.title, about.language, about.content_status = view.title[:255], LANGUAGE, view.marking[:255]
        about.created = about.modified = view.made.astimezone(UTC).replace(tzinfo=None)
        package = self.document.part.package
        app = files("workshop.report.docx").joinpath("app.xml").read_bytes()
        for key, relation in list(package.rels.items()):
            if relation.reltype == RT.EXTENDED_PROPERTIES:
                del package.rels[key]
        package.relate_to(Part(PackURI("/docProps/app.xml"), CT.OFC_EXTENDED_PROPERTIES, app, package), RT.EXTENDED_PROPERTIES)
        packed = io.BytesIO()
        self.document.save(packed)
        return _without_times(packed.getvalue())


def _gap(writer: Writer, body: etree._Element) -> etree._Element:
    made = writer.paragraph(body, Paragraph((), "Workshop Cell"))
    properties = made[0]
    add(properties, "spacing", before=0, after=0, line=160, lineRule="exact")
    return made


def _has_numbers(styles: etree._Element, style: str) -> bool:
    """Whether a style numbers its headings itself, so that ours would stand beside them."""
    return any(each.get(w("styleId")) == style and next(each.iter(w("numPr")), None) is not None for each in styles.findall(w("style")))


def _mark(document: Opened, writer: Writer, marking: str, *, own: bool) -> None:
    """The marking on every page, below what an organisation's own footer says; on our own page its number too."""
    section = document.sections[-1]
    feet = [section.footer]
    if section.different_first_page_header_footer:
        feet.append(section.first_page_footer)
    if document.settings.odd_and_even_pages_header_footer:
        feet.append(section.even_page_footer)
    for foot in feet:
        foot.is_linked_to_previous = False
        element = foot._element  # the root of the footer's part, which python-docx gives no other way to
        empty = [each for each in element.findall(w("p")) if not "".join(each.itertext()) and next(each.iter(w("r")), None) is None]
        for each in empty:
            element.remove(each)
        made = writer.paragraph(element, paragraph(f"{marking}\t" if own else marking, style="footer"))
        if own:
            for piece in _numbered():
                made.append(piece)


def _numbered() -> Iterable[etree._Element]:
    """The page's number and how many there are, counted by Word: "2 / 5"."""
    yield _field("PAGE")
    between = etree.Element(w("r"))
    text = add(between, "t")
    text.text = " / "
    text.set(XML_SPACE, "preserve")
    yield between
    yield _field("NUMPAGES")


def _field(instruction: str) -> etree._Element:
    field = etree.Element(w("fldSimple"), {w("instr"): instruction})
    add(add(field, "r"), "t").text = "1"
    return field


def _without_times(packed: bytes) -> bytes:
    """The same zip with no moment in it, so that one view gives one file."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(packed)) as before, zipfile.ZipFile(made, "w") as after:
        for each in before.infolist():
            entry = zipfile.ZipInfo(each.filename, _FIRST_DAY)
            entry.external_attr = 0o600 << 16
            after.writestr(entry, before.read(each), zipfile.ZIP_DEFLATED)
    return made.getvalue()
