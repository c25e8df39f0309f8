"""Every screen and dialog there is, found by itself, and how a test opens each; what is shown in it is hostile wherever it can be."""

import importlib
import pkgutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from textual.screen import Screen

from tests.pictures import drawn
from tests.tui.test_sizes import PROPOSAL, noon, unchanged
from workshop.model.capture import Context
from workshop.model.clearance import Decision
from workshop.model.clock.gap import Choice, Gap, What
from workshop.model.plan import Kind
from workshop.model.records import Consent, Session
from workshop.plans import load_plan
from workshop.tui import screens
from workshop.tui.codedview import theme_rows
from workshop.tui.compared import Scope, compared
from workshop.tui.keys import Place, keys_of
from workshop.tui.screens.add_time import HowMuchTime
from workshop.tui.screens.agenda_change import Line, WhatShallCome
from workshop.tui.screens.artwork import PictureWanted, WhichPicture
from workshop.tui.screens.artworks import ArtworksScreen
from workshop.tui.screens.better_words import BetterWords, HowIsItBetterSaid
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
from workshop.tui.screens.follow_up import Noted, WhatHasComeOfIt
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
from workshop.tui.widgets.reflections import RemarkRow
from workshop.tui.widgets.ticklist import Tick
from workshop.workbook.book import Workbook
from workshop.workbook.recommending import Wanted
from workshop.workbook.shelf import Shelf, open_workshop

HOSTILE = "[/] oops [b $primary [@click=app.bell]hi[/] :smile:"
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
BASES = {"Dialog", "Level", "WorkingScreen", "RoomBase", "ThemesBase"}
"""What screens are made of: none is opened by itself. Nor is a part of one, which another screen is made of."""


@dataclass(frozen=True, slots=True)
class Opened:
    """What a screen is opened with."""

    book: Workbook
    session: Session


def found() -> set[type[Screen[Any]]]:
    """Every dialog of the package, and every class of screen that no other is made of."""
    for module in pkgutil.walk_packages(screens.__path__, f"{screens.__name__}."):
        importlib.import_module(module.name)
    every: set[type[Screen[Any]]] = set()
    waiting: list[type[Screen[Any]]] = [Screen]
    while waiting:
        for kind in waiting.pop().__subclasses__():
            every.add(kind)
            waiting.append(kind)
    ours = {kind for kind in every if kind.__module__.startswith(screens.__name__) and kind.__name__ not in BASES}
    return {kind for kind in ours if issubclass(kind, Dialog) or not set(kind.__subclasses__()) & ours}


def _themes(here: Opened) -> MergeIntoWhich:
    return MergeIntoWhich(HOSTILE, theme_rows(here.book.themes(), {}), here.book.workshop.perspectives, lambda _: HOSTILE, "")


def _finding(here: Opened) -> FindingScreen:
    found = compared(here.book, Scope())
    return FindingScreen(found, found.view.findings[0].name)


def _vote(here: Opened) -> VoteScreen:
    plan = load_plan("families-priorities")
    votes = next(place for place, activity in enumerate(plan.activities) if activity.kind is Kind.VOTE)
    return VoteScreen(here.book, here.book.start_session(plan, "parent"), votes)


def _outcomes(here: Opened) -> OutcomesScreen:
    here.book.recommend(Wanted(text=HOSTILE, side="parent", agreed=("parent",)), here.session)
    here.book.capture(here.session, f"3: {HOSTILE} !question #oops *")
    return OutcomesScreen(here.book)


def _artworks(here: Opened) -> ArtworksScreen:
    file = here.book.folder.parent / "drawing.png"
    file.write_bytes(drawn(kind="PNG"))
    here.book.add_artwork(file, HOSTILE, "practitioner", alt=HOSTILE)
    here.book.add_artwork(None, f"{HOSTILE} on paper", "parent")
    return ArtworksScreen(here.book)


def _flags(here: Opened) -> FlagsScreen:
    here.book.set_consent(here.session, "p3", Consent.QUOTE)
    return FlagsScreen(here.book, "published")


def _instead(here: Opened) -> WhatStandsInstead:
    here.book.watch("oops")
    return WhatStandsInstead(here.book.flags("published")[0], Decision.REPLACE)


WAYS: Mapping[type[Screen[Any]], Callable[[Opened], Screen[Any]]] = {
    ArtworksScreen: _artworks,
    AtWhatTime: lambda _: AtWhatTime(HOSTILE, noon, HOSTILE),
    BetweenWhom: lambda _: BetweenWhom([Tick(id=HOSTILE, title=HOSTILE, more=HOSTILE)], [HOSTILE]),
    CaptureTheseLines: lambda _: CaptureTheseLines([HOSTILE, HOSTILE], Context(group="parent")),
    CompareScreen: lambda here: CompareScreen(here.book, HOSTILE),
    DisplayScreen: lambda here: DisplayScreen(here.book, here.session),
    EndTheSession: lambda _: EndTheSession(HOSTILE),
    ThrowItAway: lambda _: ThrowItAway(HOSTILE),
    FindingScreen: _finding,
    FlagsScreen: _flags,
    GuidesScreen: lambda _: GuidesScreen(),
    Help: lambda _: Help(Place.ROOM),
    HowIsItBetterSaid: lambda _: HowIsItBetterSaid(BetterWords(HOSTILE, HOSTILE), HOSTILE),
    HowLong: lambda _: HowLong(HOSTILE, offered=HOSTILE),
    HowManyUntilWhen: lambda _: HowManyUntilWhen("parent", Context().perspectives, noon),
    HowMuchTime: lambda _: HowMuchTime(HOSTILE),
    IncomingScreen: lambda here: IncomingScreen(here.book),
    InWhichParts: lambda _: InWhichParts(HOSTILE, [HOSTILE, HOSTILE], [1]),
    MergeIntoWhich: _themes,
    OnlyWhichPart: lambda _: OnlyWhichPart([Tick(id="S1", title=HOSTILE)], [HOSTILE], [HOSTILE], Scope(lane=HOSTILE)),
    OutcomesScreen: _outcomes,
    PeopleScreen: lambda here: PeopleScreen(here.book, here.session),
    PutThisAside: lambda _: PutThisAside(RemarkRow(id="r", ref=HOSTILE, speaker=HOSTILE, perspective=HOSTILE, text=HOSTILE)),
    ReadBackScreen: lambda here: ReadBackScreen(here.book, here.session),
    RecommendationsScreen: lambda here: RecommendationsScreen(here.book, here.session),
    ReportScreen: lambda here: ReportScreen(here.book, Scope(lane=HOSTILE), HOSTILE),
    RoomScreen: lambda here: RoomScreen(here.book, here.session),
    ShelfScreen: lambda here: ShelfScreen(Shelf(here.book.folder.parent)),
    StrikeThis: lambda here: StrikeThis(here.book.striking("R1")),
    ThemesScreen: lambda here: ThemesScreen(here.book, chosen=here.book.reflection("R1").id),
    VoteScreen: _vote,
    WhatActivity: lambda _: WhatActivity(),
    WhatElse: lambda _: WhatElse(keys_of(Place.MORE)),
    WhatHasComeOfIt: lambda _: WhatHasComeOfIt(HOSTILE, Noted(HOSTILE, None), HOSTILE),
    WhatHappenedMeanwhile: lambda _: WhatHappenedMeanwhile(Gap(What.SLEPT, 420, HOSTILE, (Choice(HOSTILE), Choice("no")))),
    WhatIsAgreedTo: lambda _: WhatIsAgreedTo(HOSTILE, None, None),
    WhatIsItCalled: lambda _: WhatIsItCalled(),
    WhatIsKnownOfTheTheme: lambda here: WhatIsKnownOfTheTheme(here.book.themes()[0], HOSTILE, [HOSTILE]),
    WhatIsThePassphrase: lambda here: WhatIsThePassphrase(HOSTILE, lambda words: open_workshop(Path(here.book.folder), words)),
    WhatIsTheThemeCalled: lambda _: WhatIsTheThemeCalled(HOSTILE, HOSTILE, lambda typed: (typed, HOSTILE), more=HOSTILE),
    WhatIsThisFor: lambda _: WhatIsThisFor(EndTheSession(HOSTILE)),
    WhatItStandsFor: lambda _: WhatItStandsFor(HOSTILE, [Tick(id=HOSTILE, title=HOSTILE, more=HOSTILE)], about=HOSTILE, typed=HOSTILE),
    WhatItSays: lambda here: WhatItSays(HOSTILE, HOSTILE, Context(group="parent"), here.book.now, HOSTILE),
    WhatItShouldSay: lambda here: WhatItShouldSay(HOSTILE, here.book.now),
    WhatStandsInstead: _instead,
    WhatToTry: lambda _: WhatToTry(9.0),
    WhatShallCome: lambda _: WhatShallCome([Line(index=0, place=0, title=HOSTILE, starts="10:00", seconds=600, on=True)], unchanged),
    WhatShouldHappen: lambda _: WhatShouldHappen(HOSTILE, Wanted(text=HOSTILE, lead=HOSTILE), Context().perspectives, HOSTILE),
    WhichPicture: lambda _: WhichPicture(HOSTILE, PictureWanted(HOSTILE, HOSTILE, HOSTILE, HOSTILE), Context().perspectives, HOSTILE),
    WhichPlanWithWhom: lambda _: WhichPlanWithWhom(HOSTILE, [load_plan("readback")], Context().perspectives, noon),
    WhatDoTheySay: lambda _: WhatDoTheySay("2 remarks", ("the bus is late", "the bus is dear")),
    WhichStatementAndWhose: lambda _: WhichStatementAndWhose(Context().perspectives),
    WhichTimes: lambda _: WhichTimes(HOSTILE, lambda _pinned, _dropped: PROPOSAL, PROPOSAL, UTC, starting=True),
    WhichVersion: lambda here: WhichVersion("R1", here.book.history("R1")),
    WhoIsIt: lambda _: WhoIsIt(HOSTILE, Context().perspectives),
    WhoIsTheParticipant: lambda here: WhoIsTheParticipant(None, here.book.perspectives),
    WhoIsToBeTold: lambda _: WhoIsToBeTold(HOSTILE, HOSTILE),
    WhoseTurn: lambda _: WhoseTurn([HOSTILE], lambda typed: typed),
    WhyIsItCalledThis: lambda _: WhyIsItCalledThis(HOSTILE, [HOSTILE]),
    WriteOverThese: lambda _: WriteOverThese([HOSTILE]),
}
