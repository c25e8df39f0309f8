"""What stands behind the screens of the tour: workshops with made-up people, in a folder of their own."""

import runpy
import shutil
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from textual.screen import Screen

from tests.pictures import drawn
from tests.workbook.conftest import Hands
from workshop.model.records import Session, Verb
from workshop.plans import load_plan
from workshop.tui.screens.artworks import ArtworksScreen
from workshop.tui.screens.compare import CompareScreen
from workshop.tui.screens.display import DisplayScreen
from workshop.tui.screens.incoming import IncomingScreen
from workshop.tui.screens.outcomes import OutcomesScreen
from workshop.tui.screens.people import PeopleScreen
from workshop.tui.screens.readback import ReadBackScreen
from workshop.tui.screens.recommendations import RecommendationsScreen
from workshop.tui.screens.report import ReportScreen
from workshop.tui.screens.room import RoomScreen
from workshop.tui.screens.shelf import ShelfScreen
from workshop.tui.screens.themes import ThemesScreen
from workshop.tui.screens.vote import VoteScreen
from workshop.workbook.book import Workbook
from workshop.workbook.example import make_example
from workshop.workbook.shelf import Shelf, create_workshop, open_workshop

FORM = """Who are you?,What helped?,What got in the way?
Mum,The breakfast club,The bus fare
Grandparent,A neighbour with a car,
Worker,,Three forms for one family
"""
SAID = runpy.run_path(str(Path(__file__).parents[3] / "scripts" / "pictures.py"))["SAID"]
"""Minutes from the start, and what a note-taker types: the evening of the README's pictures."""
STATEMENTS = (
    ("Families come for the food alone.", "food"),
    ("Parents would rather not be seen at the door.", "welcome"),
)
PLACES = ("the library", "the swings", "the bus stop by the shops", "the health centre")


@dataclass
class Ground:
    """A folder to make workshops in, and the clock of those that are made here."""

    folder: Path
    hands: Hands = field(default_factory=Hands)
    books: list[Workbook] = field(default_factory=list)

    def close(self) -> None:
        """Close what was opened."""
        for book in self.books:
            book.close()

    def kept(self, book: Workbook) -> Workbook:
        """The book, to be closed with the ground."""
        self.books.append(book)
        return book

    def empty(self) -> Workbook:
        """A workshop in which nothing was done yet."""
        return self.kept(create_workshop(self.folder / "shelf" / "warm-homes", "Warm homes", clock=self.hands))

    def example(self) -> Workbook:
        """The example workshop; the first ground of a folder makes it, the others copy that."""
        first, mine = self.folder.parent / "example", self.folder / "shelf" / "parenting-on-a-low-income"
        if not first.exists():
            make_example(first).close()
        shutil.copytree(first, mine)
        return self.kept(open_workshop(mine))

    def running(
        self, *, said: bool = True, present: bool = True, group: str = "parent", plan: str = "readback"
    ) -> tuple[Workbook, Session]:
        """A session of parents at its thirteenth minute, in its second activity; or (not `said`) one that has not begun."""
        book = self.kept(create_workshop(self.folder / "shelf" / "breakfast", "Breakfast before school", clock=self.hands))
        for title in ("Food", "Welcome"):
            book.add_theme(title, agreed=False)
        for text, theme in STATEMENTS:
            book.add_statement(text, "practitioner", theme=theme)
        here = {"parent": 5, "practitioner": 3} if group == "mixed" else {group: 8}
        session = book.start_session(load_plan(plan), group, present=here if present else {}, place="Leith library")
        if said:
            book.act(session, Verb.START)
            self.later(book, session, 2, Verb.NEXT)
            for minute, line in SAID:
                self.hands.pass_(minute - self.minutes)
                book.capture(session, line)
        return book, session

    @property
    def minutes(self) -> float:
        """Since ten."""
        return (self.hands.wall - Hands().wall) / timedelta(minutes=1)

    def later(self, book: Workbook, session: Session, minutes: float, *verbs: Verb) -> None:
        """So much later, these of the clock's verbs."""
        self.hands.pass_(minutes)
        for verb in verbs:
            book.act(session, verb)

    def file(self, name: str, content: bytes) -> Path:
        """A file somewhere on this computer."""
        path = self.folder / name
        path.write_bytes(content)
        return path


def shelf(ground: Ground) -> Screen[None]:
    """Three workshops: the example, one with a session that is on, a new one."""
    ground.example()
    ground.running()
    ground.empty()
    return ShelfScreen(Shelf(ground.folder / "shelf"))


def bare_shelf(ground: Ground) -> Screen[None]:
    """The shelf on the first day."""
    return ShelfScreen(Shelf(ground.folder / "shelf"))


def room(ground: Ground) -> Screen[None]:
    """The Room in the middle of it."""
    return RoomScreen(*ground.running())


def room_before(ground: Ground) -> Screen[None]:
    """The Room before the clock is started."""
    return RoomScreen(*ground.running(said=False))


def room_uncounted(ground: Ground) -> Screen[None]:
    """The Room of a group of which nobody said yet how many are here."""
    return RoomScreen(*ground.running(said=False, present=False), asks_first=True)


def room_asking(ground: Ground) -> Screen[None]:
    """The Room while a statement is put to the group."""
    return RoomScreen(*_asking(ground))


def room_mixed(ground: Ground) -> Screen[None]:
    """The Room of parents and practitioners together."""
    return RoomScreen(*ground.running(group="mixed"))


def room_late(ground: Ground) -> Screen[None]:
    """The Room a quarter of an hour behind, when it must end at half past eleven."""
    book, session = ground.running()
    book.set_ends_by(session, ground.hands.wall + timedelta(minutes=60))
    return RoomScreen(book, session)


def room_voting(ground: Ground) -> Screen[None]:
    """The Room while dots are given."""
    return RoomScreen(*_voting(ground)[:2])


def vote(ground: Ground) -> Screen[None]:
    """The table of votes, three people in."""
    return VoteScreen(*_voting(ground))


def no_vote(ground: Ground) -> Screen[None]:
    """The table of votes where no theme has a name yet."""
    book = ground.empty()
    session = book.start_session(load_plan("families-priorities"), "parent", present={"parent": 8})
    return VoteScreen(book, session, VOTES)


VOTES, STATED = 4, 3
"""The place in "Families' priorities" at which dots are given, and in "Reading it back" at which statements are put to the group."""


def _voting(ground: Ground) -> tuple[Workbook, Session, int]:
    book, session = ground.running(plan="families-priorities")
    _go_on(ground, book, session, VOTES - 1)
    for who, given in (("p1", {"Food": 2, "Welcome": 1}), ("p2", {"Food": 1, "Getting there": 2}), ("p3", {"Opening times": 3})):
        book.vote(session, VOTES, who, given)
    return book, session, VOTES


def _asking(ground: Ground) -> tuple[Workbook, Session]:
    book, session = ground.running()
    _go_on(ground, book, session, STATED - 1)
    book.show(session, book.deck(session, STATED)[0])
    return book, session


def _go_on(ground: Ground, book: Workbook, session: Session, activities: int) -> None:
    for _ in range(activities):
        ground.later(book, session, 8, Verb.NEXT)


def display(ground: Ground) -> Screen[None]:
    """What the room sees while a prompt is on."""
    return DisplayScreen(*ground.running())


def display_asking(ground: Ground) -> Screen[None]:
    """What the room sees while a statement is put to it, and with what was said beside it."""
    return DisplayScreen(*_asking(ground))


def display_nothing(ground: Ground) -> Screen[None]:
    """What the room sees where no session is open."""
    return DisplayScreen(ground.empty())


def compare(ground: Ground) -> Screen[None]:
    """The comparison of the example."""
    return CompareScreen(ground.example())


def no_compare(ground: Ground) -> Screen[None]:
    """The comparison before anybody said anything."""
    return CompareScreen(ground.empty())


def themes(ground: Ground) -> Screen[None]:
    """The themes of the example."""
    return ThemesScreen(ground.example())


def themes_waiting(ground: Ground) -> Screen[None]:
    """The themes where remarks wait to be filed."""
    book, session = ground.running(plan="enablers-and-barriers")
    _go_on(ground, book, session, 1)
    for line in (
        "3: the library lets you sit",
        "5: my sister has the key",
        "2: two buses, and a wait !barrier",
        "5: a warm room !enabler",
    ):
        book.capture(session, line)
    return ThemesScreen(book)


def no_themes(ground: Ground) -> Screen[None]:
    """The themes before anybody said anything."""
    return ThemesScreen(ground.empty())


def people(ground: Ground) -> Screen[None]:
    """The practitioners of the example's first session."""
    book = ground.example()
    return PeopleScreen(book, book.sessions()[0])


def people_running(ground: Ground) -> Screen[None]:
    """The people of a session that is on."""
    return PeopleScreen(*ground.running())


def no_people(ground: Ground) -> Screen[None]:
    """The people before anybody has a code."""
    return PeopleScreen(*ground.running(said=False))


def recommendations(ground: Ground) -> Screen[None]:
    """What the example's groups want to happen."""
    return RecommendationsScreen(ground.example())


def no_recommendations(ground: Ground) -> Screen[None]:
    """Where nothing was recommended yet."""
    return RecommendationsScreen(ground.empty())


def outcomes(ground: Ground) -> Screen[None]:
    """What the example came to."""
    return OutcomesScreen(ground.example())


def no_outcomes(ground: Ground) -> Screen[None]:
    """Where nothing came of anything yet."""
    return OutcomesScreen(ground.empty())


def pictures(ground: Ground) -> Screen[None]:
    """Two pictures, one of them on paper, and what was read in the first."""
    book = ground.empty()
    file = ground.file("bus-stop.png", drawn(kind="PNG"))
    book.add_artwork(file, "A bus stop in the rain", "practitioner", alt="An empty bus stop, and a child in a wet coat")
    book.add_artwork(None, "One plate on the table", "parent")
    session = book.start_session(load_plan("reading-the-pictures"), "parent", present={"parent": 8})
    book.act(session, Verb.START)
    _go_on(ground, book, session, 1)
    book.show(session, book.artworks()[0])
    _capture(book, session, ('3: "that is us, every morning"', "5: the child is waiting for nobody", "2: it is only a bus stop"))
    return ArtworksScreen(book)


def no_pictures(ground: Ground) -> Screen[None]:
    """Where no picture was added yet."""
    return ArtworksScreen(ground.empty())


def _capture(book: Workbook, session: Session, lines: Iterable[str]) -> None:
    for line in lines:
        book.capture(session, line)


def incoming(ground: Ground) -> Screen[None]:
    """Where a file is asked for."""
    ground.file("form.csv", FORM.encode())
    return IncomingScreen(ground.empty())


def report(ground: Ground) -> Screen[None]:
    """A report on the example."""
    return ReportScreen(ground.example())


def no_report(ground: Ground) -> Screen[None]:
    """A report on nothing."""
    return ReportScreen(ground.empty())


def readback(ground: Ground) -> Screen[None]:
    """Reading back what parents said, two of them checked."""
    book, session = ground.running()
    for remark in book.to_read_back(session)[:2]:
        book.found_right(remark.id)
    return ReadBackScreen(book, session)


def no_readback(ground: Ground) -> Screen[None]:
    """Reading back where nothing was noted."""
    return ReadBackScreen(*ground.running(said=False))
