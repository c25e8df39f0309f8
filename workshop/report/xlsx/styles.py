"""How cells look: calm, dark on white, with a line only below headings."""

from typing import Any

INK, SOFT = "#1C2127", "#55606B"
LEFT, RIGHT, RIGHT_TEXT = "#12436D", "#F46A25", "#9C3A0C"
"""The accents of the two sides, the same in every report; words in the right one's are darker, to be read."""


class Styles:
    """The formats of one workbook, each made once."""

    def __init__(self, book: Any) -> None:
        """Make them."""
        plain = {"font_color": INK, "valign": "top"}
        wrapped = {**plain, "text_wrap": True}
        self.title = book.add_format({**wrapped, "bold": True, "font_size": 20})
        self.section = book.add_format({**wrapped, "bold": True, "font_size": 14, "valign": "bottom"})
        self.heading = book.add_format({**plain, "bold": True, "font_size": 14})
        self.soft = book.add_format({"font_color": SOFT, "valign": "top"})
        self.soft_wrapped = book.add_format({"font_color": SOFT, "valign": "top", "text_wrap": True})
        self.marking = book.add_format({"font_color": SOFT, "bold": True})
        self.link = book.add_format({"font_color": LEFT, "underline": 1})
        self.header = book.add_format({**wrapped, "bold": True, "valign": "bottom", "bottom": 2, "bottom_color": SOFT})
        self.text = book.add_format(wrapped)
        # Numbers stand below their headings, which are at the left: Excel puts the filters at the right.
        number = {**plain, "align": "left"}
        self.number = book.add_format(number)
        self.share = book.add_format({**number, "num_format": "0%"})
        self.difference = book.add_format({**number, "num_format": "+0%;-0%;0%"})
        self.chance = book.add_format({**number, "num_format": "0.000"})
        self.moment = book.add_format({**number, "num_format": "yyyy-mm-dd hh:mm:ss"})
