"""The apostrophe that our CSV export sets before a cell that a spreadsheet would take for a formula, and its removal."""

import unicodedata

_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def unguarded(cell: str) -> str:
    """The cell without its first apostrophe, where the export would have set it: report/guard.py, read backwards."""
    begins = cell.lstrip("'")
    formula = begins.startswith(_STARTS_A_FORMULA) or unicodedata.normalize("NFKC", begins).lstrip().startswith(_STARTS_A_FORMULA)
    return cell[1:] if formula and cell.startswith("'") else cell
