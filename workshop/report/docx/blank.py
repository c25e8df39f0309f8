"""The page that a report in Word begins with: our own, or an organisation's with what it lacks of ours."""

from copy import deepcopy
from importlib.resources import files

from docx import Document
from docx.document import Document as Opened
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.shared import Mm
from lxml import etree

from workshop.report.docx.template import names, opened
from workshop.report.docx.wml import add, w

LANGUAGE = "en-GB"
_NOT_OURS = {RT.THUMBNAIL, RT.CUSTOM_XML, "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects"}
"""What python-docx's own template brings besides a page."""


def blank() -> Opened:
    """An empty A4 page with our styles and nothing of python-docx's own."""
    document = Document()
    package = document.part.package
    for relations in (package.rels, document.part.rels):
        for key, relation in list(relations.items()):
            if relation.reltype in _NOT_OURS:
                del relations[key]
    _replace(document.styles.element, "styles.xml")
    _replace(document.settings.element, "settings.xml")
    _replace(document.part.numbering_part.element, "numbering.xml")
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(18)
    section.top_margin, section.bottom_margin = Mm(18), Mm(20)
    section.header_distance = section.footer_distance = Mm(10)
    return document


def from_template(template: bytes) -> Opened:
    """An organisation's page; each style that it lacks is ours. Its language becomes that of our words. WorkshopError for no Word file."""
    document = opened(template)
    styles = document.styles.element
    there = names(styles)
    for style in _part("styles.xml").findall(w("style")):
        name = style.find(w("name"))
        if name is not None and (name.get(w("val")) or "").casefold() not in there:
            styles.append(_fitting(style, there))
    for language in list(styles.iter(w("lang"))):
        language.set(w("val"), LANGUAGE)
    if not list(styles.iter(w("lang"))):
        add(_run_defaults(styles), "lang", val=LANGUAGE)
    return document


def _fitting(style: etree._Element, there: dict[str, str]) -> etree._Element:
    """Our style for a file that has others: based on that file's own, in no list that it doesn't have, and never its default."""
    made = deepcopy(style)
    made.attrib.pop(w("default"), None)
    for numbered in list(made.iter(w("numPr"))):
        holder = numbered.getparent()
        if holder is not None:
            holder.remove(numbered)
    for tag in ("basedOn", "next"):
        reference = made.find(w(tag))
        if reference is not None:
            ours = reference.get(w("val")) or ""
            named = _NAMES.get(ours, ours).casefold()
            reference.set(w("val"), there.get(named, ours))
    return made


_NAMES = {"TableNormal": "Normal Table", "WorkshopCell": "Workshop Cell", "ListBullet": "List Bullet"}
"""The names of our styles that others are based on, where they are not the same as their ids."""


def _run_defaults(styles: etree._Element) -> etree._Element:
    defaults = styles.find(w("docDefaults"))
    if defaults is None:
        defaults = etree.Element(w("docDefaults"))
        styles.insert(0, defaults)
    holder = defaults.find(w("rPrDefault"))
    if holder is None:
        holder = etree.Element(w("rPrDefault"))
        defaults.insert(0, holder)
    found = holder.find(w("rPr"))
    return add(holder, "rPr") if found is None else found


def _replace(element: etree._Element, name: str) -> None:
    """Our own content in the root of a part."""
    for child in list(element):
        element.remove(child)
    element.extend(list(_part(name)))


def _part(name: str) -> etree._Element:
    content = files("workshop.report.docx").joinpath(name).read_bytes()
    return etree.fromstring(content, etree.XMLParser(remove_blank_text=True, resolve_entities=False))
