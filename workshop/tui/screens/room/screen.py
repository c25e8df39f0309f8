"""`RoomScreen`: the Room with all its parts."""

from typing import ClassVar

from textual.binding import BindingType

from workshop.tui.keys import Place, bindings
from workshop.tui.screens.room.clocking import Clocking
from workshop.tui.screens.room.entering import Entering
from workshop.tui.screens.room.remarks import Remarking
from workshop.tui.screens.room.statements import Showing


class RoomScreen(Clocking, Showing, Entering, Remarking):
    """One session, run by its clock."""

    CSS_PATH = "room.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.ROOM)]
