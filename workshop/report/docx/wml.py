"""Blocks as the XML of a Word file (WordprocessingML). lxml escapes what people said."""

import re
from collections.abc import Mapping
from dataclasses import replace

from lxml import etree

from workshop.report.docx.blocks import CELL, HEAD, Cell, Paragraph, Span, Table

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
LEADING = ("heading", "caption", "workshop big")
"""Styles of what stands above something else and stays with it, even where an organisation's own style doesn't say so."""
_BREAKS = re.compile("([\n\t])")


def w(name: str) -> str:
    """A name in the namespace of Word's main part, as lxml takes it."""
    return f"{{{W}}}{name}"


def add(parent: etree._Element, tag: str, /, **attributes: str | int) -> etree._Element:
    """A new last child; its attributes are in Word's namespace too."""
    return etree.SubElement(parent, w(tag), {w(key): str(value) for key, value in attributes.items()})


class Writer:
    """Writes blocks as elements. `styles` are the ids of styles by their names, as the file at hand has them."""

    def __init__(self, styles: Mapping[str, str], width: int) -> None:
        """`width` is that of the text on the page, in twentieths of a point."""
        self._styles = styles
        self.width = width
        self._marks = 0

    def paragraph(self, parent: etree._Element, block: Paragraph, *, keep: bool = False) -> etree._Element:
        """The paragraph, as the last child of the body or of a cell."""
        made = add(parent, "p")
        properties = add(made, "pPr")
        add(properties, "pStyle", val=self._styles[block.style.casefold()])
        if keep or block.keep or block.style.casefold().startswith(LEADING):
            add(properties, "keepNext")
        if block.mark:
            self._marks += 1
            add(made, "bookmarkStart", id=self._marks, name=block.mark)
        for span in block.spans:
            self._span(made, span)
        if block.mark:
            add(made, "bookmarkEnd", id=self._marks)
        return made

    def _span(self, parent: etree._Element, span: Span) -> None:
        holder = add(parent, "hyperlink", anchor=span.to, history=1) if span.to else parent
        run = add(holder, "r")
        if span.style:
            add(add(run, "rPr"), "rStyle", val=self._styles[span.style.casefold()])
        for piece in _BREAKS.split(span.text):
            if piece == "\n":
                add(run, "br")
            elif piece == "\t":
                add(run, "tab")
            elif piece:
                text = add(run, "t")
                text.text = piece
                text.set(XML_SPACE, "preserve")

    def table(self, parent: etree._Element, table: Table) -> etree._Element:
        """The table, as the last child of the body."""
        made = add(parent, "tbl")
        widths = [round(self.width * part / sum(table.widths)) for part in table.widths]
        self._table_properties(made, table)
        grid = add(made, "tblGrid")
        for width in widths:
            add(grid, "gridCol", w=width)
        self._row(made, _heads(table.header, len(widths)), widths, keep=True, header=True)
        for place, row in enumerate(table.rows):
            self._row(made, _heads(row, int(table.row_headers)), widths, keep=table.keep if place + 1 == len(table.rows) else table.whole)
        return made

    def _table_properties(self, made: etree._Element, table: Table) -> None:
        properties = add(made, "tblPr")
        add(properties, "tblStyle", val=self._styles["workshop table"])
        add(properties, "tblW", w=self.width, type="dxa")
        add(properties, "tblLayout", type="fixed")
        first_column = int(table.row_headers)
        look = f"{0x0420 + 0x0080 * first_column + 0x0200:04X}"
        add(
            properties,
            "tblLook",
            val=look,
            firstRow=1,
            lastRow=0,
            firstColumn=first_column,
            lastColumn=0,
            noHBand=1,
            noVBand=1,
        )
        add(properties, "tblCaption", val=table.title)

    def _row(self, parent: etree._Element, row: tuple[Cell, ...], widths: list[int], *, keep: bool, header: bool = False) -> None:
        made = add(parent, "tr")
        properties = add(made, "trPr")
        add(properties, "cantSplit")
        if header:
            add(properties, "tblHeader")
        for content, width in zip(row, widths, strict=True):
            holder = add(made, "tc")
            add(add(holder, "tcPr"), "tcW", w=width, type="dxa")
            for block in content:
                self.paragraph(holder, block, keep=keep)


def _heads(row: tuple[Cell, ...], number: int) -> tuple[Cell, ...]:
    """The row, its first cells as those that name a row or a column."""
    return (
        tuple(tuple(replace(block, style=HEAD) if block.style == CELL else block for block in each) for each in row[:number]) + row[number:]
    )
