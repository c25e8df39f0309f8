"""A list in a dialog: rows without a frame of their own, since the dialog is one already."""

from workshop.tui.quirks import RoomyOptionList


class Rows(RoomyOptionList):
    """As tall as its rows, as long as question and keys stay in sight; then it scrolls."""

    DEFAULT_CSS = """
    Rows, Rows:focus {
        height: auto;
        min-height: 1;
        max-height: 65vh;
        border: none;
        padding: 0;
        background: $panel;
        background-tint: $foreground 0%;
        scrollbar-size-vertical: 1;
    }
    """
