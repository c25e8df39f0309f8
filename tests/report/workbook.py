"""An Excel report read back: its cells as calamine has them, and the parts of its archive."""

import io
import zipfile
from dataclasses import dataclass
from typing import Any

from lxml import etree
from python_calamine import CalamineWorkbook

from workshop.model.view.view import View
from workshop.report.xlsx.sheet import HEAD
from workshop.report.xlsx.workbook import xlsx

NAMES = {
    "m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "xdr": "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
}


@dataclass(frozen=True)
class Opened:
    """One report."""

    content: bytes

    @property
    def sheets(self) -> list[str]:
        """Their titles in order."""
        return CalamineWorkbook.from_filelike(io.BytesIO(self.content)).sheet_names

    def cells(self, title: str) -> list[list[Any]]:
        """The values of a sheet, row by row."""
        return CalamineWorkbook.from_filelike(io.BytesIO(self.content)).get_sheet_by_name(title).to_python(skip_empty_area=False)

    def rows(self, title: str) -> list[dict[str, Any]]:
        """The rows of a sheet's table."""
        head, *rest = self.cells(title)[HEAD:]
        return [dict(zip(head, row, strict=True)) for row in rest]

    def parts(self) -> dict[str, bytes]:
        """The files of the archive."""
        with zipfile.ZipFile(io.BytesIO(self.content)) as packed:
            return {name: packed.read(name) for name in packed.namelist()}

    def found(self, part: str, xpath: str) -> list[str]:
        """What a path finds in a part, as text."""
        tree = etree.fromstring(self.parts()[part])
        return [each if isinstance(each, str) else "".join(each.itertext()) for each in tree.xpath(xpath, namespaces=NAMES)]


def opened(shown: View) -> Opened:
    """The workbook that the writer makes of a view."""
    (content,) = xlsx(shown).values()
    return Opened(content)
