"""Files of other programs, made for a test: spreadsheets, Word documents, and archives that nobody should open."""

import io
import zipfile
from collections.abc import Mapping, Sequence

import xlsxwriter

SHEET = "xl/worksheets/sheet1.xml"
_ODS = (
    '<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">'
    '<office:body><office:spreadsheet><table:table table:name="A">{}</table:table></office:spreadsheet></office:body>'
    "</office:document-content>"
)
_MANIFEST = '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
_WORD = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{}</w:body></w:document>'


def zipped(members: Mapping[str, bytes | str]) -> bytes:
    """A zip of these."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def xlsx(sheets: Mapping[str, Sequence[Sequence[object]]]) -> bytes:
    """A workbook with these sheets; a text is written as one, whatever it looks like."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "default_date_format": "yyyy-mm-dd hh:mm"}) as workbook:
        for name, rows in sheets.items():
            sheet = workbook.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
    return out.getvalue()


def with_member(data: bytes, member: str, content: bytes | str) -> bytes:
    """The archive with one member in place of its own."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members: dict[str, bytes | str] = {name: archive.read(name) for name in archive.namelist()}
    return zipped({**members, member: content})


def ods(rows: str) -> bytes:
    """An OpenDocument spreadsheet with these rows, as XML."""
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    return zipped({"mimetype": kind, "META-INF/manifest.xml": _MANIFEST, "content.xml": _ODS.format(rows)})


def ods_cell(text: str, more: str = "") -> str:
    """One cell of text, as XML; `more` are further attributes."""
    return f'<table:table-cell {more} office:value-type="string"><text:p>{text}</text:p></table:table-cell>'


def docx(body: str) -> bytes:
    """A Word document with this body, as XML."""
    return zipped({"word/document.xml": _WORD.format(body)})


def paragraph(text: str) -> str:
    """A paragraph of one run, as XML."""
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"
