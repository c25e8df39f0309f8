"""The apostrophe that our CSV export sets before a cell that a spreadsheet would take for a formula, and its removal."""

import unicodedata


def unguarded(cell: str) -> str:
    """The cell without a leading apostrophe, where what follows is what the export guards: after any spaces = + - @, or a tab or CR."""
    rest = cell[1:]
    if cell.startswith("'") and (
        rest.startswith(("\t", "\r")) or unicodedata.normalize("NFKC", rest).lstrip().startswith(("=", "+", "-", "@"))
    ):
        return rest
    return cell
