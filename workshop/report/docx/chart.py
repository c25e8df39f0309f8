"""The mirrored bars as a chart of Word's own, which can be edited there: seven stacked series, of which three are the room around the bars.

The names stand in the middle, the counts at the ends of the bars; both are labels of the invisible series.
"""

from collections.abc import Sequence
from datetime import datetime
from xml.sax.saxutils import escape

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from workshop.model.view.finding import ShownFinding
from workshop.model.view.group import ShownGroup
from workshop.report.chart import wrapped
from workshop.report.docx.chartsheet import COLUMNS, NAMES, ROOM, SHEET, Bar, bars, titles, value, workbook
from workshop.report.docx.paper import TWENTIETHS, Paper

ROWS = 12
"""At most so many themes in one chart, so that it fits on a page with what is around it."""
ROW_HEIGHT = 360_000
"""EMU (1 cm) for a theme's bars."""
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_INK, _LEFT, _RIGHT, _LEFT_WORDS, _RIGHT_WORDS = "1C2127", "12436D", "F46A25", "12436D", "9C3A0C"

_SHAPES = {
    "left_room": "<a:noFill/>",
    "left_more": f'<a:noFill/><a:ln w="12700"><a:solidFill><a:srgbClr val="{_LEFT}"/></a:solidFill><a:prstDash val="sysDash"/></a:ln>',
    "left": f'<a:solidFill><a:srgbClr val="{_LEFT}"/></a:solidFill>',
    "names": "<a:noFill/>",
    "right": f'<a:pattFill prst="wdUpDiag"><a:fgClr><a:srgbClr val="{_RIGHT_WORDS}"/></a:fgClr>'
    f'<a:bgClr><a:srgbClr val="{_RIGHT}"/></a:bgClr></a:pattFill>',
    "right_more": f'<a:noFill/><a:ln w="12700"><a:solidFill><a:srgbClr val="{_RIGHT}"/></a:solidFill><a:prstDash val="sysDash"/></a:ln>',
    "right_room": "<a:noFill/>",
}
_LABELS = {"left_room": ("inEnd", _LEFT_WORDS), "names": ("ctr", _INK), "right_room": ("inBase", _RIGHT_WORDS)}
"""Where the labels of the invisible series stand in their pieces, and their colour."""


def put_charts(paper: Paper, findings: Sequence[ShownFinding], sides: tuple[ShownGroup, ShownGroup], made: datetime) -> None:
    """The charts of these findings, each in a paragraph of its own with the words that stand for it."""
    for place, start in enumerate(range(0, len(findings), ROWS), start=1):
        _put(paper, place, bars(findings[start : start + ROWS], sides), sides, made)


def alternative(shown: Sequence[Bar], sides: tuple[ShownGroup, ShownGroup]) -> str:
    """The chart in words, for whoever can't see it."""
    left, right = sides
    said = "; ".join(f"{bar.theme}: {left.plural} {bar.left_text or 'none'}, {right.plural} {bar.right_text or 'none'}" for bar in shown)
    return f"Mirrored bars, {left.plural} to the left and {right.plural} to the right. {said}."


def _put(paper: Paper, place: int, shown: tuple[Bar, ...], sides: tuple[ShownGroup, ShownGroup], made: datetime) -> None:
    package = paper.document.part.package
    sheet = Part(PackURI(f"/word/embeddings/Microsoft_Excel_Sheet{place}.xlsx"), CT.SML_SHEET, workbook(shown, sides, made), package)
    chart = Part(PackURI(f"/word/charts/chart{place}.xml"), CT.DML_CHART, b"", package)
    key = chart.relate_to(sheet, RT.PACKAGE)
    chart._blob = chart_xml(shown, sides, key).encode()  # python-docx has no setter; the part had to be there to be given the key
    relation = paper.document.part.relate_to(chart, RT.CHART)
    height = ROW_HEIGHT * len(shown) + ROW_HEIGHT // 2
    paper.insert(etree.fromstring(_drawing(relation, place, paper.width * TWENTIETHS, height, alternative(shown, sides))))


def _drawing(relation: str, place: int, width: int, height: int, words: str) -> str:
    described = escape(words, {'"': "&quot;", "\n": " "})
    return (
        f'<w:p xmlns:w="{_W}"><w:pPr><w:keepNext/></w:pPr><w:r><w:drawing>'
        f'<wp:inline xmlns:wp="{_WP}" distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{width}" cy="{height}"/>'
        f'<wp:docPr id="{1000 + place}" name="Chart {place}" descr="{described}"/><wp:cNvGraphicFramePr/>'
        f'<a:graphic xmlns:a="{_A}"><a:graphicData uri="{_C}"><c:chart xmlns:c="{_C}" xmlns:r="{_R}" r:id="{relation}"/>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )


def chart_xml(shown: Sequence[Bar], sides: tuple[ShownGroup, ShownGroup], workbook_key: str) -> str:
    """The chart's part; `workbook_key` is that of its relation to the workbook."""
    series = "".join(_series(place, column, title, shown) for place, (column, title) in enumerate(zip(COLUMNS, titles(sides), strict=True)))
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f'<c:chartSpace xmlns:c="{_C}" xmlns:a="{_A}" xmlns:r="{_R}"><c:date1904 val="0"/><c:lang val="en-GB"/><c:roundedCorners val="0"/>'
        '<c:chart><c:autoTitleDeleted val="1"/><c:plotArea>'
        '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
        '<c:x val="0"/><c:y val="0"/><c:w val="1"/><c:h val="1"/></c:manualLayout></c:layout>'
        '<c:barChart><c:barDir val="bar"/><c:grouping val="stacked"/><c:varyColors val="0"/>'
        f'{series}<c:gapWidth val="60"/><c:overlap val="100"/><c:axId val="1001"/><c:axId val="1002"/></c:barChart>'
        '<c:catAx><c:axId val="1001"/><c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="1"/><c:axPos val="l"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="none"/>'
        '<c:crossAx val="1002"/><c:crosses val="autoZero"/>'
        '<c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/></c:catAx>'
        f'<c:valAx><c:axId val="1002"/>'
        f'<c:scaling><c:orientation val="minMax"/><c:max val="{2 * ROOM + NAMES:g}"/><c:min val="0"/></c:scaling>'
        '<c:delete val="1"/><c:axPos val="b"/><c:numFmt formatCode="0%" sourceLinked="0"/><c:majorTickMark val="none"/>'
        '<c:minorTickMark val="none"/><c:tickLblPos val="none"/><c:crossAx val="1001"/>'
        '<c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>'
        '<c:spPr><a:noFill/></c:spPr></c:plotArea><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
        f"{_text(_INK, bold=False)}"
        f'<c:externalData r:id="{workbook_key}"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


def _series(place: int, column: str, title: str, shown: Sequence[Bar]) -> str:
    letter, last = "BCDEFGH"[place], len(shown) + 1
    themes = "".join(f'<c:pt idx="{row}"><c:v>{escape(bar.theme)}</c:v></c:pt>' for row, bar in enumerate(shown))
    numbers = "".join(f'<c:pt idx="{row}"><c:v>{round(value(bar, column), 6):g}</c:v></c:pt>' for row, bar in enumerate(shown))
    return (
        f'<c:ser><c:idx val="{place}"/><c:order val="{place}"/>'
        f"<c:tx><c:strRef><c:f>{SHEET}!${letter}$1</c:f>"
        f'<c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>{escape(title)}</c:v></c:pt></c:strCache></c:strRef></c:tx>'
        f'<c:spPr>{_SHAPES[column]}</c:spPr><c:invertIfNegative val="0"/>{_labels(column, shown)}'
        f"<c:cat><c:strRef><c:f>{SHEET}!$A$2:$A${last}</c:f>"
        f'<c:strCache><c:ptCount val="{len(shown)}"/>{themes}</c:strCache></c:strRef></c:cat>'
        f"<c:val><c:numRef><c:f>{SHEET}!${letter}$2:${letter}${last}</c:f>"
        f'<c:numCache><c:formatCode>0%</c:formatCode><c:ptCount val="{len(shown)}"/>{numbers}</c:numCache></c:numRef></c:val></c:ser>'
    )


def _labels(column: str, shown: Sequence[Bar]) -> str:
    """The words beside or between the bars, a label a theme; "" for the bars themselves."""
    if column not in _LABELS:
        return ""
    position, colour = _LABELS[column]
    text = _text(colour, bold=column == "names")
    made = []
    for row, bar in enumerate(shown):
        lines = {"left_room": [bar.left_text], "names": wrapped(bar.theme), "right_room": [bar.right_text]}[column]
        words = "".join(_line(line, colour, bold=column == "names") for line in lines)
        made.append(
            f'<c:dLbl><c:idx val="{row}"/><c:tx><c:rich><a:bodyPr wrap="none"/><a:lstStyle/>{words}</c:rich></c:tx>'
            f"<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{text}"
            f'<c:dLblPos val="{position}"/>{_SHOWN}</c:dLbl>'
        )
    return (
        f'<c:dLbls>{"".join(made)}<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{text}<c:dLblPos val="{position}"/>{_SHOWN}</c:dLbls>'
    )


_FONT = '<a:latin typeface="Arial"/><a:cs typeface="Arial"/>'
_SHOWN = (
    '<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/>'
    '<c:showBubbleSize val="0"/>'
)


def _text(colour: str, *, bold: bool) -> str:
    """How the words of a chart, or of its labels, look."""
    look = f'<a:defRPr sz="900" b="{int(bold)}"><a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>{_FONT}</a:defRPr>'
    return f'<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>{look}</a:pPr><a:endParaRPr lang="en-GB"/></a:p></c:txPr>'


def _line(text: str, colour: str, *, bold: bool) -> str:
    run = f'<a:rPr lang="en-GB" sz="900" b="{int(bold)}"><a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>{_FONT}</a:rPr>'
    return f"<a:p><a:r>{run}<a:t>{escape(text)}</a:t></a:r></a:p>" if text else '<a:p><a:endParaRPr lang="en-GB"/></a:p>'
