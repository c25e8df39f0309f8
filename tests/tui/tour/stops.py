"""The stops of the tour: each a screen as people meet it, and the keys by which they come to it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from textual import events
from textual.pilot import Pilot
from textual.screen import Screen

from tests.tui.driving import press_each, settle
from tests.tui.tour import ground as on
from tests.tui.tour.ground import Ground
from workshop.errors import WorkshopError
from workshop.model.clock.gap import Choice, Gap, What
from workshop.tui.screens.add_time import HowMuchTime
from workshop.tui.screens.agenda_change import WhatShallCome
from workshop.tui.screens.artwork import WhichPicture
from workshop.tui.screens.artworks import ArtworksScreen
from workshop.tui.screens.better_words import HowIsItBetterSaid
from workshop.tui.screens.between import BetweenWhom
from workshop.tui.screens.catch_up import WhichTimes
from workshop.tui.screens.compare import CompareScreen
from workshop.tui.screens.consent import WhatIsAgreedTo
from workshop.tui.screens.contact_card import WhoIsToBeTold
from workshop.tui.screens.correct import WhatItShouldSay
from workshop.tui.screens.dialog import Dialog
from workshop.tui.screens.discard import ThrowItAway
from workshop.tui.screens.display import DisplayScreen
from workshop.tui.screens.edit_remark import WhatItSays
from workshop.tui.screens.end_session import EndTheSession
from workshop.tui.screens.finding import FindingScreen
from workshop.tui.screens.first_hour import WhatToTry
from workshop.tui.screens.follow_up import WhatHasComeOfIt
from workshop.tui.screens.guides import GuidesScreen
from workshop.tui.screens.help import Help
from workshop.tui.screens.how_long import HowLong
from workshop.tui.screens.how_many_until_when import HowManyUntilWhen
from workshop.tui.screens.incoming import IncomingScreen
from workshop.tui.screens.made_of import WhatDoTheySay
from workshop.tui.screens.meanwhile import WhatHappenedMeanwhile
from workshop.tui.screens.more import WhatElse
from workshop.tui.screens.new_activity import WhatActivity
from workshop.tui.screens.new_statement import WhichStatementAndWhose
from workshop.tui.screens.new_workshop import WhatIsItCalled
from workshop.tui.screens.only import OnlyWhichPart
from workshop.tui.screens.outcomes import OutcomesScreen
from workshop.tui.screens.parts import InWhichParts
from workshop.tui.screens.passphrase import WhatIsThePassphrase
from workshop.tui.screens.paste import CaptureTheseLines
from workshop.tui.screens.people import PeopleScreen
from workshop.tui.screens.person import WhoIsTheParticipant
from workshop.tui.screens.put_aside import PutThisAside
from workshop.tui.screens.readback import ReadBackScreen
from workshop.tui.screens.recommendation import WhatShouldHappen
from workshop.tui.screens.recommendations import RecommendationsScreen
from workshop.tui.screens.report import ReportScreen
from workshop.tui.screens.report.flags import FlagsScreen
from workshop.tui.screens.report.instead import WhatStandsInstead
from workshop.tui.screens.report.over import WriteOverThese
from workshop.tui.screens.room import RoomScreen
from workshop.tui.screens.shelf import ShelfScreen
from workshop.tui.screens.stands_for import WhatItStandsFor
from workshop.tui.screens.start_session import WhichPlanWithWhom
from workshop.tui.screens.strike import StrikeThis
from workshop.tui.screens.theme_edit import WhatIsKnownOfTheTheme
from workshop.tui.screens.theme_merge import MergeIntoWhich
from workshop.tui.screens.theme_title import WhatIsTheThemeCalled
from workshop.tui.screens.themes import ThemesScreen
from workshop.tui.screens.vote import VoteScreen
from workshop.tui.screens.what_for import WhatIsThisFor
from workshop.tui.screens.what_time import AtWhatTime
from workshop.tui.screens.which_version import WhichVersion
from workshop.tui.screens.who_is_it import WhoIsIt
from workshop.tui.screens.whose_turn import WhoseTurn
from workshop.tui.screens.why import WhyIsItCalledThis
from workshop.workbook.book import Workbook

LINES = "\n".join(("3: the form asks what we earn #forms", "5: I left it half done", '"nobody rang me back" #forms *'))


@dataclass(frozen=True, slots=True)
class Pasted:
    """What is pasted, where others are pressed."""

    text: str


@dataclass(frozen=True, slots=True)
class Stop:
    """A screen of this `kind`, come to from what is opened first by these keys, several in a string."""

    kind: type[Screen[Any]]
    opened: Callable[[Ground], Screen[None]]
    keys: tuple[str | Pasted, ...] = ()
    called: str = ""
    """What is particular about it, among others of its kind."""
    over: Callable[[], Dialog[Any]] | None = None
    """A dialog that is asked as a visit begins, over what is opened."""

    @property
    def name(self) -> str:
        """Of its picture."""
        return f"{self.kind.__name__}{'-' if self.called else ''}{self.called}"

    async def reach(self, pilot: Pilot[Any]) -> None:
        """Press the keys, on what was opened."""
        for each in self.keys:
            if isinstance(each, Pasted):
                pilot.app.post_message(events.Paste(each.text))
                await settle(pilot)
            else:
                await press_each(pilot, each)


MORE = "ctrl+k"
SLEPT = Gap(
    What.UNSURE,
    40 * 60,
    "The session was left open 40 min ago, at 10:05. What happened in the room?",
    (
        Choice("The room went on: count the 40 min"),
        Choice("The room stopped: leave the 40 min out"),
        Choice("It was over: close it at 10:05"),
    ),
)


def _never(_passphrase: str) -> Workbook:
    raise WorkshopError("That is not the passphrase.")


STOPS = (
    Stop(ShelfScreen, on.shelf),
    Stop(ShelfScreen, on.bare_shelf, called="bare"),
    Stop(WhatIsItCalled, on.shelf, ("n",)),
    Stop(WhatIsThePassphrase, on.shelf, over=lambda: WhatIsThePassphrase("warm-homes", _never)),
    Stop(WhichPlanWithWhom, on.shelf, ("s",)),
    Stop(GuidesScreen, on.shelf, ("g",)),
    Stop(GuidesScreen, on.shelf, ("g", "left"), called="words"),
    Stop(Help, on.shelf, ("f1",), called="shelf"),
    Stop(RoomScreen, on.room),
    Stop(RoomScreen, on.room_before, called="before"),
    Stop(RoomScreen, on.room_asking, called="asking"),
    Stop(RoomScreen, on.room_voting, called="voting"),
    Stop(RoomScreen, on.room, ("ctrl+f",), called="agenda"),
    Stop(RoomScreen, on.room, (MORE, "n"), called="script"),
    Stop(RoomScreen, on.room, (MORE, "h"), called="heard"),
    Stop(WhatToTry, on.room_before, over=lambda: WhatToTry(9.0)),
    Stop(WhatHappenedMeanwhile, on.room, over=lambda: WhatHappenedMeanwhile(SLEPT)),
    Stop(HowManyUntilWhen, on.room_uncounted),
    Stop(HowMuchTime, on.room, ("ctrl+t",)),
    Stop(HowLong, on.room, (MORE, "d")),
    Stop(AtWhatTime, on.room, (MORE, "e")),
    Stop(WhichTimes, on.room_late, (MORE, "c")),
    Stop(WhatShallCome, on.room, (MORE, "p")),
    Stop(WhatActivity, on.room, (MORE, "p", "a")),
    Stop(WhoseTurn, on.room, (MORE, "w")),
    Stop(WhoIsIt, on.room_mixed, ("ctrl+e",)),
    Stop(WhatElse, on.room, (MORE,)),
    Stop(EndTheSession, on.room, ("ctrl+o",)),
    Stop(ThrowItAway, on.room_before, ("ctrl+o",)),
    Stop(WhatIsThisFor, on.room, ("ctrl+o", "f1")),
    Stop(CaptureTheseLines, on.room, (Pasted(LINES),)),
    Stop(WhichStatementAndWhose, on.room_asking, ("ctrl+y",)),
    Stop(HowIsItBetterSaid, on.room_asking, (MORE, "y")),
    Stop(WhatItSays, on.room, ("shift+tab", "e")),
    Stop(WhichVersion, on.room, ("up", "backspace", "8", "enter", "shift+tab", "v")),
    Stop(StrikeThis, on.room, ("shift+tab", "up up", "delete")),
    Stop(PutThisAside, on.room, (MORE, "f")),
    Stop(WhoIsToBeTold, on.room, (MORE, "f", "y")),
    Stop(WhatShouldHappen, on.room, (MORE, "j"), called="of-a-remark"),
    Stop(Help, on.room, ("f1",), called="room"),
    Stop(Help, on.room, ("f1", "pagedown"), called="room-below"),
    Stop(DisplayScreen, on.display),
    Stop(DisplayScreen, on.display_asking, called="asking"),
    Stop(DisplayScreen, on.display, ("w",), called="wall"),
    Stop(DisplayScreen, on.display_nothing, called="nothing"),
    Stop(Help, on.display, ("f1",), called="display"),
    Stop(VoteScreen, on.vote),
    Stop(VoteScreen, on.no_vote, called="no-themes"),
    Stop(Help, on.vote, ("f1",), called="vote"),
    Stop(PeopleScreen, on.people),
    Stop(PeopleScreen, on.people_running, called="running"),
    Stop(PeopleScreen, on.no_people, called="nobody"),
    Stop(WhatIsAgreedTo, on.people, ("down", "c")),
    Stop(InWhichParts, on.people, ("down", "a")),
    Stop(WhoIsTheParticipant, on.people, ("n",), called="new"),
    Stop(WhoIsTheParticipant, on.people, ("down", "e")),
    Stop(StrikeThis, on.people, ("down", "delete"), called="withdrawal"),
    Stop(Help, on.people, ("f1",), called="people"),
    Stop(ReadBackScreen, on.readback),
    Stop(ReadBackScreen, on.no_readback, called="nothing"),
    Stop(WhatItShouldSay, on.readback, ("e",)),
    Stop(Help, on.readback, ("f1",), called="readback"),
    Stop(CompareScreen, on.compare),
    Stop(CompareScreen, on.no_compare, called="nothing"),
    *(Stop(CompareScreen, on.compare, ("tab " * part,), called=f"part-{part + 1}") for part in range(1, 5)),
    Stop(FindingScreen, on.compare, ("down", "enter")),
    Stop(FindingScreen, on.compare, ("tab", "enter"), called="statement"),
    Stop(FindingScreen, on.compare, ("tab tab", "enter"), called="part-3"),
    Stop(FindingScreen, on.compare, ("tab tab tab", "enter"), called="part-4"),
    Stop(Help, on.compare, ("enter", "f1"), called="finding"),
    Stop(WhyIsItCalledThis, on.compare, ("down", "w")),
    Stop(OnlyWhichPart, on.compare, ("slash",)),
    Stop(CompareScreen, on.compare, ("slash", "space", "enter"), called="only"),
    Stop(BetweenWhom, on.compare, ("b",)),
    Stop(CompareScreen, on.compare, ("b", "backspace", "end space up space enter"), called="between"),
    Stop(Help, on.compare, ("f1",), called="compare"),
    Stop(ThemesScreen, on.themes),
    Stop(ThemesScreen, on.themes, ("tab",), called="at-themes"),
    Stop(ThemesScreen, on.themes_waiting, called="waiting"),
    Stop(ThemesScreen, on.themes_waiting, ("ctrl+l",), called="lanes"),
    Stop(ThemesScreen, on.themes, ("slash", "s c h o o l enter"), called="look-for"),
    Stop(ThemesScreen, on.no_themes, called="nothing"),
    Stop(WhatIsTheThemeCalled, on.themes, ("ctrl+n",)),
    Stop(WhatIsKnownOfTheTheme, on.themes, ("tab", "ctrl+e")),
    Stop(MergeIntoWhich, on.themes, ("tab", "ctrl+g")),
    Stop(MergeIntoWhich, on.themes, ("tab", "ctrl+g", "down down"), called="picked"),
    Stop(WhatDoTheySay, on.themes, ("asterisk", "space space", "ctrl+y")),
    Stop(Help, on.themes, ("f1",), called="themes"),
    Stop(RecommendationsScreen, on.recommendations),
    Stop(RecommendationsScreen, on.no_recommendations, called="nothing"),
    Stop(WhatShouldHappen, on.recommendations, ("e",)),
    Stop(WhatHasComeOfIt, on.recommendations, ("enter",)),
    Stop(Help, on.recommendations, ("f1",), called="recommendations"),
    Stop(OutcomesScreen, on.outcomes),
    Stop(OutcomesScreen, on.no_outcomes, called="nothing"),
    Stop(Help, on.outcomes, ("f1",), called="outcomes"),
    Stop(ArtworksScreen, on.pictures),
    Stop(ArtworksScreen, on.no_pictures, called="nothing"),
    Stop(WhichPicture, on.pictures, ("n",)),
    Stop(WhichPicture, on.pictures, ("e",), called="edit"),
    Stop(Help, on.pictures, ("f1",), called="pictures"),
    Stop(IncomingScreen, on.incoming),
    Stop(Help, on.incoming, ("f1",), called="incoming"),
    Stop(ReportScreen, on.report),
    Stop(ReportScreen, on.no_report, called="nothing"),
    Stop(WhatItStandsFor, on.report, ("down enter",)),
    Stop(ReportScreen, on.report, ("down enter", "end", "enter"), called="published"),
    Stop(FlagsScreen, on.report, ("down enter", "end", "enter", "f")),
    Stop(WhatStandsInstead, on.report, ("down enter", "end", "enter", "f", "r")),
    Stop(WriteOverThese, on.report, ("w", "w")),
    Stop(Help, on.report, ("f1",), called="report"),
    Stop(Help, on.report, ("down enter", "end", "enter", "f", "f1"), called="flags"),
)
"""In the order in which they are met."""
