"""The workbook inside a Word chart: the numbers that the bars are drawn from, which are the view's and no others."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_rowcol_to_cell

from workshop.model.view.finding import ShownCount, ShownFinding
from workshop.model.view.group import ShownGroup

SHEET = "Sheet1"
ROOM = 1.55
"""How long the room for a bar and its count is on either side; a full bar is 1 long."""
NAMES = 1.5
"""How wide the band with the themes' names is in the middle."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One theme's bars, as shares from 0 to 1 (0 where the view hides the number), and the counts in words."""

    theme: str
    left: float
    left_more: float
    left_text: str
    right: float
    right_more: float
    right_text: str

    @property
    def left_room(self) -> float:
        """What is left of the room before the left bar."""
        return ROOM - self.left - self.left_more

    @property
    def right_room(self) -> float:
        """What is left of the room after the right bar."""
        return ROOM - self.right - self.right_more


COLUMNS = ("left_room", "left_more", "left", "names", "right", "right_more", "right_room")
"""The stacked series from left to right; each stands in a column of the sheet, after the themes' names."""


def bars(findings: Sequence[ShownFinding], sides: tuple[ShownGroup, ShownGroup]) -> tuple[Bar, ...]:
    """The bars of these findings, in their order."""
    made = []
    for finding in findings:
        left, left_more, left_text = _share(finding.groups.get(sides[0].name))
        right, right_more, right_text = _share(finding.groups.get(sides[1].name))
        made.append(
            Bar(
                theme=f"{finding.name} {finding.theme}",
                left=left,
                left_more=left_more,
                left_text=left_text,
                right=right,
                right_more=right_more,
                right_text=right_text,
            )
        )
    return tuple(made)


def value(bar: Bar, column: str) -> float:
    """How long a theme's piece of a series is."""
    return NAMES if column == "names" else float(getattr(bar, column))


def titles(sides: tuple[ShownGroup, ShownGroup]) -> tuple[str, ...]:
    """What the series are called, in the order of COLUMNS."""
    left, right = sides
    return (
        f"room for {left.plural}",
        f"{left.plural}, more at most",
        left.plural,
        "room for names",
        right.plural,
        f"{right.plural}, more at most",
        f"room for {right.plural}",
    )


def workbook(shown: Sequence[Bar], sides: tuple[ShownGroup, ShownGroup], made: datetime) -> bytes:
    """The file. The room on each side is computed in it, so that a bar that somebody changes stays at the names."""
    packed = io.BytesIO()
    book: Any = Workbook(packed, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False})
    book.set_properties({"author": "", "created": made.astimezone(UTC).replace(tzinfo=None), "comments": ""})
    sheet: Any = book.add_worksheet(SHEET)
    percent = book.add_format({"num_format": "0%"})
    header = ("theme", *titles(sides), f"{sides[0].plural}, in words", f"{sides[1].plural}, in words")
    for column, title in enumerate(header):
        sheet.write_string(0, column, title)
    for row, bar in enumerate(shown, start=1):
        sheet.write_string(row, 0, bar.theme)
        for column, name in enumerate(COLUMNS, start=1):
            if name.endswith("_room"):
                bar_cells = (column + 1, column + 2) if name == "left_room" else (column - 1, column - 2)
                less = "-".join(xl_rowcol_to_cell(row, each) for each in bar_cells)
                sheet.write_formula(row, column, f"={ROOM}-{less}", percent, round(value(bar, name), 6))
            else:
                sheet.write_number(row, column, round(value(bar, name), 6), percent)
        sheet.write_string(row, len(COLUMNS) + 1, bar.left_text)
        sheet.write_string(row, len(COLUMNS) + 2, bar.right_text)
    sheet.set_column(0, 0, 34)
    sheet.set_column(1, len(header) - 1, 16)
    book.close()
    return packed.getvalue()


def _share(count: ShownCount | None) -> tuple[float, float, str]:
    """The bar, how far unattributed notes could lengthen it, and the count in words."""
    if count is None:
        return 0.0, 0.0, ""
    share = count.share or 0.0
    return share, max(0.0, (count.share_at_most or share) - share), count.text
