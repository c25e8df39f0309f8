"""The apostrophe before a cell that a spreadsheet would take for a formula."""

import unicodedata

_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def guarded(cell: str) -> str:
    """The cell, with an apostrophe before it where = + - or @ begins it (after spaces, and in any width), or a tab or CR.

    Apostrophes that it has already don't hide what follows, so that a reader who takes one off gets every cell back.
    """
    begins = cell.lstrip("'")
    formula = begins.startswith(_STARTS_A_FORMULA) or unicodedata.normalize("NFKC", begins).lstrip().startswith(_STARTS_A_FORMULA)
    return f"'{cell}" if formula else cell
