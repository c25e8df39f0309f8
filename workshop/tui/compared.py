"""What the Compare screen shows, in its parts: each row there has a name, by which it is looked at closely, explained and copied."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from workshop.compare.heard import SessionHeard
from workshop.compare.over_time import OverTime, caution_words
from workshop.compare.ratings import ROUGH, Rating
from workshop.compare.why import why
from workshop.model.comparison import Comparison
from workshop.model.view.view import View
from workshop.tui.appendix import Part, Words, appendix
from workshop.workbook.book import Workbook


class Chapter(StrEnum):
    """A part of the list, in its order."""

    THEMES = "Themes"
    STATEMENTS = "Statements"
    PICTURES = "Pictures"
    PRIORITIES = "Priorities"
    POINTS = "Points"
    HEARD = "Heard"
    TIME = "Over time"
    READING = "How to read it"
    APPENDIX = "Appendix"


ONLY_WHERE_FILLED = (Chapter.PICTURES, Chapter.POINTS, Chapter.APPENDIX)
"""The parts of which nothing is said where there is nothing in them; of the others, what would fill them."""


EMPTY: Mapping[Chapter, str] = {
    Chapter.THEMES: "No theme yet: {compare.themes} files remarks under themes.",
    Chapter.STATEMENTS: "No statement was put to a group yet: in the Room, {room.statement} writes one.",
    Chapter.PRIORITIES: "No votes yet: in the Room, an activity in which people vote takes them.",
    Chapter.HEARD: "No session yet: on the Shelf, {shelf.start} starts one.",
    Chapter.TIME: "No group has had two open rounds yet, so nothing can be set side by side over time.",
}
"""What fills a part in which there is nothing."""

READ_HOW = (
    "What was said while a picture was on show is a reading of it. It answers something that was shown, so it counts nowhere as raising a "
    "theme. Of two groups that both said something, as many readings of the one stand here as of the other."
)
HEARD_HOW = (
    "Captured contributions: what was written down, which is not who spoke. Notes measure the note-taker, not the time that people had. "
    "Below four people there are counts only. The Gini figure is 0 where all are noted equally often, and near 1 where one person alone is."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What is compared with what: `between` two sides, by default the workshop's own, of some sessions, a lane, some themes.

    `words` says whether words are counted too, which are exploratory.
    """

    between: tuple[str, ...] = ()
    sessions: tuple[str, ...] = ()
    lane: str = ""
    themes: tuple[str, ...] = ()
    words: bool = False

    @property
    def everything(self) -> bool:
        """Whether nothing is left out, and the sides are the workshop's own."""
        return not (self.between or self.sessions or self.lane or self.themes)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownHeard:
    """Who was heard in one session: "H2". `about` is the session in words; `several` says whether several groups sat together."""

    name: str
    about: str
    heard: SessionHeard

    @property
    def several(self) -> bool:
        """Whether shares of all present say anything: where a group sat alone, it is all of them."""
        return len(self.heard.groups) > 1


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownTime:
    """One theme in one group's sessions: "O3". `sessions` is what each session is called ("S1"), by its id."""

    name: str
    found: OverTime
    sessions: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPoints:
    """What people gave to one theme where they rated: "P1"."""

    name: str
    rating: Rating


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """A comparison as it is shown. `quotable`: how many remarks may be quoted, of how many that have words."""

    view: View
    comparison: Comparison
    heard: tuple[ShownHeard, ...]
    over_time: tuple[ShownTime, ...]
    quotable: tuple[int, int]
    points: tuple[ShownPoints, ...] = ()
    appendix: tuple[Part, ...] = ()

    @property
    def chapters(self) -> tuple[Chapter, ...]:
        """The parts that are shown, each numbered by its place: those with anything in their order, then those that wait for something.

        So where there is no room for the last, no number is missing from the others.
        """
        names = self.names
        waiting = tuple(each for each in Chapter if not names[each] and each not in ONLY_WHERE_FILLED)
        return (*(each for each in Chapter if names[each]), *waiting)

    @property
    def names(self) -> Mapping[Chapter, Sequence[str]]:
        """The names of the rows, by the part that they stand in, in their order."""
        return {
            Chapter.THEMES: [each.name for each in self.view.findings],
            Chapter.STATEMENTS: [each.name for each in self.view.statements],
            Chapter.PICTURES: [each.name for each in self.view.artworks],
            Chapter.PRIORITIES: [each.name for each in self.view.ranked],
            Chapter.POINTS: [each.name for each in self.points],
            Chapter.HEARD: [each.name for each in self.heard],
            Chapter.TIME: [each.name for each in self.over_time],
            Chapter.READING: [NOTES, METHOD],
            Chapter.APPENDIX: [each.name for each in self.appendix],
        }

    @property
    def found_nothing(self) -> bool:
        """Whether there is nothing to compare: nothing was said on any theme or picture, and there is no statement and no vote."""
        said = any(count.reflections or count.prompted for theme in self.comparison.themes for count in theme.groups.values())
        return not (said or self.view.statements or self.view.ranked or self.points or self.view.artworks)

    def why(self, name: str) -> tuple[str, ...]:
        """Why a row says what it says: the rule, the counts and the interval; of votes and of who was heard, how they are counted."""
        for finding, found in zip(self.view.findings, self.comparison.themes, strict=True):
            if finding.name == name:
                return why(found, self.comparison)
        for statement in self.view.statements:
            if statement.name == name:
                return why(next(each for each in self.comparison.statements if each.id == statement.id), self.comparison)
        told = {
            **{each.name: (READ_HOW,) for each in self.view.artworks},
            **{each.name: (each.how_text,) for each in self.view.ranked},
            **{each.name: (ROUGH,) for each in self.points},
            **{each.name: (HEARD_HOW,) for each in self.heard},
            **{each.name: (caution_words(each.found),) for each in self.over_time},
            **{each.name: tuple(each.how) for each in self.appendix},
        }
        return told.get(name, self.view.method)

    def offers_words(self, name: str) -> bool:
        """Whether this row stands for words that nobody has asked for yet."""
        return any(part.name == name and isinstance(part, Words) and part.found is None for part in self.appendix)

    def chapter_of(self, name: str) -> Chapter:
        """The part in which a row stands; KeyError for a name that there is not."""
        return next((chapter for chapter, names in self.names.items() if name in names), Chapter.THEMES)


NOTES, METHOD = "N1", "N2"
"""The rows on what the numbers can't say, and on how the labels come about."""


def compared(book: Workbook, scope: Scope) -> Compared:
    """Work the comparison out. Raises WorkshopError."""
    found = book.compare(scope.between, sessions=scope.sessions, lane=scope.lane, themes=scope.themes)
    view = book.view(between=scope.between, sessions=scope.sessions, lane=scope.lane, themes=scope.themes)
    called = book.session_names()
    times = enumerate(book.over_time(scope.themes, scope.sessions), 1)
    rated = () if scope.lane else book.ratings(scope.between, sessions=scope.sessions, themes=scope.themes)  # points stand as lanes
    words = book.vocabulary(scope.between, sessions=scope.sessions, lane=scope.lane) if scope.words else None
    return Compared(
        view=view,
        comparison=found,
        heard=tuple(_heard(book, scope, view)),
        over_time=tuple(ShownTime(name=f"O{place}", found=each, sessions=called) for place, each in times),
        quotable=book.quotable(),
        points=tuple(ShownPoints(name=f"P{place}", rating=each) for place, each in enumerate(rated, 1)),
        appendix=appendix(book, found, words),
    )


def _heard(book: Workbook, scope: Scope, view: View) -> Iterator[ShownHeard]:
    """The sessions that are compared, in the order of their numbers."""
    told = {each.name: each for each in view.sessions}
    for heard in book.heard_by_session(scope.sessions):
        number = book.ref(book.records.sessions[heard.session])[1:]
        shown = told.get(f"Session {number}")
        about = [f"S{number}", *([shown.group_text, shown.date, shown.place] if shown else [])]
        yield ShownHeard(name=f"H{number}", about=", ".join(filter(None, about)), heard=heard)
