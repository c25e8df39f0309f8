"""`RoomScreen`: the Room with all its parts."""

from typing import ClassVar

from textual.binding import BindingType

from workshop.tui.keys import Place, bindings
from workshop.tui.screens.room.beginning import Beginning
from workshop.tui.screens.room.catching import Catching
from workshop.tui.screens.room.coming import Coming
from workshop.tui.screens.room.cueing import Cueing
from workshop.tui.screens.room.ending import Ending
from workshop.tui.screens.room.entering import Entering
from workshop.tui.screens.room.explaining import Explaining
from workshop.tui.screens.room.gaps import Bridging
from workshop.tui.screens.room.looking import Looking
from workshop.tui.screens.room.planning import Planning
from workshop.tui.screens.room.recommending import Agreeing
from workshop.tui.screens.room.remarks import Remarking
from workshop.tui.screens.room.rewording import Rewording
from workshop.tui.screens.room.sorting import Sorting
from workshop.tui.screens.room.statements import Showing
from workshop.tui.screens.room.turning import Turning
from workshop.tui.screens.room.voting import Voting
from workshop.tui.screens.room.walling import Walling


class RoomScreen(
    Ending,
    Beginning,
    Voting,
    Agreeing,
    Walling,
    Catching,
    Cueing,
    Turning,
    Planning,
    Bridging,
    Looking,
    Coming,
    Showing,
    Entering,
    Explaining,
    Remarking,
    Rewording,
    Sorting,
):
    """One session, run by its clock."""

    CSS_PATH = "room.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.ROOM)]
