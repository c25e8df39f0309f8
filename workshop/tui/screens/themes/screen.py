"""`ThemesScreen`: the Themes screen with all its parts."""

from typing import ClassVar

from textual.binding import BindingType

from workshop.tui.keys import Place, bindings
from workshop.tui.screens.themes.codebook import EditingCodebook
from workshop.tui.screens.themes.finding import Finding
from workshop.tui.screens.themes.lanes import InLanes
from workshop.tui.screens.themes.stating import Stating


class ThemesScreen(InLanes, Stating, EditingCodebook, Finding):
    """The remarks of a workshop, and the themes that they are filed under."""

    CSS_PATH = "themes.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.THEMES)]
