"""One chart of mirrored bars: the left side's grow to the left and the right side's to the right, with the themes' names between them.

Each side has a pair of axes of its own, which lie over each other: the left one's values run to the left. Both begin beyond the
middle, so that the names, which are the labels of the right side's axis, have their room, and every bar is drawn from a true share.
"""

from collections.abc import Sequence
from typing import Any

from workshop.model.view.group import ShownGroup
from workshop.report.tables.table import Cell
from workshop.report.wording import upper_first
from workshop.report.xlsx.styles import INK, LEFT, RIGHT, RIGHT_TEXT

ROWS = 14
"""At most so many themes in one chart, so that it fits on a page."""
WIDTH = 1040
PER_THEME = 46
ROUND = 70
"""Pixels."""
REACH, MIDDLE = 1.35, 1.25
"""How long a full bar and its count are, and how wide the band of names is, where a full bar is 1 long."""
NONE = {"none": True}
QUIET = {"label_position": "none", "line": NONE, "major_tick_mark": "none", "major_gridlines": {"visible": False}}


def height(themes: int) -> int:
    """How many pixels a chart of so many themes is high."""
    return ROUND + PER_THEME * themes


def mirrored(book: Any, sheet: str, first: int, part: Sequence[Sequence[Cell]], sides: tuple[ShownGroup, ShownGroup]) -> Any:
    """The chart of these rows of the sheet's table, of which `first` is the row of the first."""
    chart = book.add_chart({"type": "bar"})
    last = first + len(part) - 1
    hatched = {"pattern": {"pattern": "wide_upward_diagonal", "fg_color": RIGHT_TEXT, "bg_color": RIGHT}}
    plain = {"fill": {"color": LEFT}}
    for column, side, form, colour, second in (
        (1, sides[0], plain, (LEFT, LEFT), False),
        (5, sides[1], hatched, (RIGHT, RIGHT_TEXT), True),
    ):
        common = {"categories": [sheet, first, 0, last, 0], "y2_axis": second, "gap": 60, "overlap": 100}
        name = upper_first(side.plural)
        more = {"fill": NONE, "border": {"color": colour[0], "width": 1.25, "dash_type": "square_dot"}}
        chart.add_series({**common, "name": f"{name}, at most", "values": [sheet, first, column + 2, last, column + 2], **more})
        chart.add_series({**common, "name": name, "values": [sheet, first, column + 1, last, column + 1], **form})
        counts = _counts([str(row[column] or "") for row in part], colour[1])
        ends = [sheet, first, column + 3, last, column + 3]
        chart.add_series({**common, "name": f"{name}, counts", "values": ends, "fill": NONE, "border": NONE, "data_labels": counts})
    chart.set_x_axis({**QUIET, "min": -(REACH + MIDDLE), "max": REACH, "reverse": True})
    chart.set_y_axis({**QUIET, "reverse": True})
    chart.set_y2_axis({**QUIET, "min": -(REACH + MIDDLE), "max": REACH})
    names = {"bold": True, "size": 9, "color": INK}
    chart.set_x2_axis({**QUIET, "visible": True, "reverse": True, "label_position": "next_to", "num_font": names})
    left, right = sides
    title = f"How many {left.plural} (left) and how many {right.plural} (right) raised each theme"
    chart.set_title({"name": title, "name_font": {"size": 11, "color": INK}})
    chart.set_legend(NONE)
    chart.show_hidden_data()  # else Excel leaves out what stands in columns that are out of sight
    chart.set_chartarea({"border": NONE})
    chart.set_size({"width": WIDTH, "height": height(len(part))})
    return chart


def _counts(texts: Sequence[str], colour: str) -> dict[str, object]:
    """The counts in words, at the ends of the bars."""
    font = {"color": colour, "size": 9}
    return {"value": True, "position": "outside_end", "font": font, "custom": [{"value": text or " ", "font": font} for text in texts]}
