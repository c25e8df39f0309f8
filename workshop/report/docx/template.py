"""An organisation's own Word file, whose styles, margins, header and footer a report takes."""

import io
import zipfile

from docx import Document
from docx.document import Document as Opened
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.exceptions import PackageNotFoundError
from lxml import etree

from workshop.errors import WorkshopError
from workshop.report.docx.wml import w

STANDARD = ("Normal", "Title", "Subtitle", "Heading 1", "Heading 2", "Heading 3", "Caption", "List Bullet", "Quote")
"""Word's own styles that a report uses, by the names that a file keeps in any language; the others are this program's own."""
LARGEST = 30_000_000
LARGEST_UNPACKED = 200_000_000
TOO_LARGE = ("The template is too large to be one.", "Take the pictures and the text out of it, and save it again.")
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_TEMPLATE_TYPE = b"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
_DOCUMENT_TYPE = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_KEPT = {
    RT.STYLES,
    RT.NUMBERING,
    RT.SETTINGS,
    RT.THEME,
    RT.FONT_TABLE,
    RT.WEB_SETTINGS,
    RT.HEADER,
    RT.FOOTER,
    RT.FOOTNOTES,
    RT.ENDNOTES,
}
"""What a report takes from a file, besides its page; all else, such as pictures in its text, is left behind."""
_FAULTS = (PackageNotFoundError, etree.XMLSyntaxError, zipfile.BadZipFile, KeyError, ValueError, AttributeError, TypeError)
"""What python-docx comes upon in a damaged file: where an element isn't what it should be, it goes on until an attribute is missing."""
_NOT_SETTINGS = ("attachedTemplate", "documentProtection", "writeProtection", "trackRevisions", "mailMerge", "rsids")
"""Settings that would lead elsewhere, keep people from editing, or tell of the file's past."""


def opened(template: bytes) -> Opened:
    """The file without its text. Raises WorkshopError for what is no Word file, or holds more than styles ask for."""
    document = _read(template)
    body = document.element.body
    page = body.sectPr
    for child in list(body):
        if child is not page:
            body.remove(child)
    part = document.part
    shown = {each.get(_ID) for each in page}
    for key, relation in list(part.rels.items()):
        if relation.reltype not in _KEPT or (relation.reltype in (RT.HEADER, RT.FOOTER) and key not in shown):
            del part.rels[key]
    settings = document.settings.element
    for name in _NOT_SETTINGS:
        for element in settings.findall(w(name)):
            settings.remove(element)
    elsewhere = part.part_related_by(RT.SETTINGS).rels
    for key, relation in list(elsewhere.items()):
        if relation.is_external:
            del elsewhere[key]
    for key, relation in list(part.package.rels.items()):
        if relation.reltype not in (RT.OFFICE_DOCUMENT, RT.CORE_PROPERTIES):
            del part.package.rels[key]
    return document


def missing_styles(template: bytes) -> tuple[str, ...]:
    """Word's own styles that a report uses and the file doesn't have; our own stand in for them. WorkshopError as `opened`."""
    there = names(_read(template).styles.element)
    return tuple(name for name in STANDARD if name.casefold() not in there)


def names(styles: etree._Element) -> dict[str, str]:
    """The ids of a file's styles by their names, folded."""
    found = {}
    for style in styles.findall(w("style")):
        name = style.find(w("name"))
        if name is not None:
            found[(name.get(w("val")) or "").casefold()] = style.get(w("styleId")) or ""
    return found


def _read(template: bytes) -> Opened:
    fault = WorkshopError("The template is no Word file.", "Give a .docx or .dotx file, saved by Word or LibreOffice.")
    try:
        with zipfile.ZipFile(io.BytesIO(template)) as packed:
            unpacked = sum(each.file_size for each in packed.infolist())
            kinds = packed.read("[Content_Types].xml") if unpacked <= LARGEST_UNPACKED else b""
    except (zipfile.BadZipFile, KeyError, OSError, ValueError) as error:
        raise fault from error
    if len(template) > LARGEST or unpacked > LARGEST_UNPACKED:
        raise WorkshopError(*TOO_LARGE)
    if _DOCUMENT_TYPE not in kinds and _TEMPLATE_TYPE not in kinds and b"macroEnabled" not in kinds:
        raise fault
    if b"macroEnabled" in kinds:
        raise WorkshopError("The template holds macros.", "Save it in Word as a document without macros (.docx or .dotx).")
    try:
        document = Document(io.BytesIO(_as_document(template) if _TEMPLATE_TYPE in kinds else template))
    except _FAULTS as error:
        raise fault from error
    if document.element.body is None or document.element.body.sectPr is None:
        raise fault
    return document


def _as_document(template: bytes) -> bytes:
    """A .dotx with the content type of a .docx, which is all that tells the two apart."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(template)) as packed, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as document:
        for each in packed.infolist():
            content = packed.read(each)
            if each.filename == "[Content_Types].xml":
                content = content.replace(_TEMPLATE_TYPE, _DOCUMENT_TYPE)
            document.writestr(each.filename, content)
    return made.getvalue()
