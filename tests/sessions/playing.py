"""A made-up cast that goes through a plan, activity by activity, by a clock that only the test moves."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tests.workbook.conftest import Hands
from workshop.model.plan import Activity, Kind, Plan
from workshop.model.records import Session, Verb
from workshop.plans import load_plan
from workshop.workbook.book import Workbook
from workshop.workbook.recommending import Wanted
from workshop.workbook.shelf import create_workshop

CAST: Mapping[str, tuple[str, ...]] = {
    "parent": ("p1", "p2", "p3", "p4", "p5"),
    "practitioner": ("r1", "r2", "r3", "r4", "r5"),
    "young person": ("y1", "y2", "y3", "y4", "y5"),
    "mixed": ("p1", "p2", "p3", "r1", "r2"),
}
"""Codes by the group that a session is for."""
RAISED: Mapping[str, tuple[str, ...]] = {
    "p": ("Fares", "Damp", "Fares", "Forms", "Company"),
    "r": ("Forms", "Parenting classes", "Forms", "Fares", "Opening hours"),
    "y": ("Fares", "Broken glass", "Park", "Fares", "Park"),
}
"""What each of a group brings up, by the letter of their stickers."""
SAID = (
    "it is gone by half past eight",
    '"they ask me for the same thing twice"',
    "nobody rang back",
    "my neighbour took them for me",
    '"you have to know somebody"',
)
POINTS = {"p": 2, "r": 4, "y": 3}
"""What a group gives on a scale of 1 to 5: one person more, one less."""
BEFORE: Mapping[str, tuple[tuple[str, str], ...]] = {
    "readback": (("community-of-practice", "practitioner"),),
    "answering-back": (("community-of-practice", "practitioner"), ("readback", "parent")),
    "inquiry-2-evidence": (("inquiry-1-question", "practitioner"),),
    "inquiry-3-change": (("inquiry-1-question", "practitioner"), ("inquiry-2-evidence", "practitioner")),
}
"""The sessions that have to have been, and with whom."""
WITH: Mapping[str, tuple[str, ...]] = {"the-deal": ("mixed",), "supervision": ("practitioner",)}
"""With whom a plan is played, where that isn't each group that it is made for."""
PICTURES: Mapping[str, tuple[str, ...]] = {"reading-the-pictures": ("A bus stop in the rain", "One plate on the table")}
"""The captions of the pictures that have to be there; they are shown on paper."""
WITHOUT_WORDS = {"story-circle"}
OFF_THE_RECORD = {"supervision"}


@dataclass(frozen=True)
class Played:
    """A workshop after its sessions: the book, its clock, and the sessions of the plan in question."""

    book: Workbook
    hands: Hands
    sessions: tuple[Session, ...]


def play(name: str, folder: Path) -> Played:
    """Play a ready-made plan with each group that it is made for, after the sessions that have to come before it."""
    hands = Hands()
    book = create_workshop(folder / "book", f"Playing {name}", ["young person"], clock=hands)
    for before, group in BEFORE.get(name, ()):
        play_session(book, hands, load_plan(before), group)
    for caption in PICTURES.get(name, ()):
        book.add_artwork(None, caption, "practitioner")
    plan = load_plan(name)
    groups = WITH.get(name, tuple(each for each in plan.perspectives if each in CAST))
    return Played(book, hands, tuple(play_session(book, hands, plan, group) for group in groups))


def play_session(book: Workbook, hands: Hands, plan: Plan, group: str) -> Session:
    """One session from the first activity to the end; each takes just its minutes."""
    codes = CAST[group]
    present: dict[str, int] = {}
    for code in codes:
        whose = {"p": "parent", "r": "practitioner", "y": "young person"}[code[0]]
        present[whose] = present.get(whose, 0) + 1
    team = "team" if plan.name.startswith("inquiry") else ""
    session = book.start_session(plan, group, present=present, cohort=team, place="A hall")
    book.act(session, Verb.START)
    for index, activity in enumerate(plan.activities):
        _play_activity(book, hands, session, index, activity)
        book.act(session, Verb.END if index + 1 == len(plan.activities) else Verb.NEXT)
    if group == "practitioner" and plan.name == "community-of-practice":
        for text in ("Parents keep the worry from their children.", "People know where to ask."):
            book.add_statement(text, "practitioner", theme="Forms", sources=["R1"])
    hands.pass_(60)
    return session


def _play_activity(book: Workbook, hands: Hands, session: Session, index: int, activity: Activity) -> None:
    steps = tuple(_lines(book, session, index, activity))
    lines = sum(isinstance(each, str) for each in steps)
    for step in steps:
        if isinstance(step, str):
            hands.pass_(activity.minutes / (lines + 1))
            book.capture(session, step)
        else:
            step()
    hands.pass_(activity.minutes / (lines + 1))


Step = str | Callable[[], object]
"""A line that is typed, or a key that is pressed between two."""


def _lines(book: Workbook, session: Session, index: int, activity: Activity) -> Iterator[Step]:
    """What is done in an activity, one after the other. What is agreed is taken down as it is asked for."""
    codes, plan = CAST[session.group], session.plan_name
    match activity.kind:
        case Kind.BREAK:
            return
        case Kind.VOTE:
            yield from (_vote(code, activity) for code in codes)
        case Kind.RATE:
            steps = [theme.casefold().replace(" ", "-") for theme in activity.themes]
            for place, code in enumerate(codes):
                yield from (f"{code}: #{step} !{POINTS[code[0]] + (place % 3) - 1}" for step in steps)
        case Kind.SHOW:
            yield from _answers(book, session, index) if book.deck(session, index) else _readings(book, session, index)
        case Kind.RECOMMEND:
            _agree(book, session)
            yield from _remarks(book, session, activity) if activity.lanes else ()
        case _ if plan in WITHOUT_WORDS:
            if activity.turns:
                for code in codes:
                    yield partial(book.turn, session, code)
                    yield f"{code}: #{_tag(code, codes)}"
        case _ if plan in OFF_THE_RECORD:
            yield f"{codes[0]}: !off"
        case _:
            yield from _remarks(book, session, activity)


def _answers(book: Workbook, session: Session, index: int) -> Iterator[Step]:
    """What each answers to each statement, with a reason."""
    answers = ("disagree", "disagree", "disagree", "disagree", "partly")
    for statement in book.deck(session, index):
        yield partial(book.show, session, statement)
        yield from (f"{code}: !{answer} {said}" for code, answer, said in zip(CAST[session.group], answers, SAID, strict=True))


def _readings(book: Workbook, session: Session, index: int) -> Iterator[Step]:
    """What each sees in each picture, or says where nothing is there to be shown."""
    activity = book.activities(session)[index]
    for picture in book.pictures(session, index) or (None,):
        if picture is not None:
            yield partial(book.show, session, picture)
        yield from _remarks(book, session, activity)


def _remarks(book: Workbook, session: Session, activity: Activity) -> Iterator[Step]:
    """A round in which each says something, in each lane once at least."""
    codes = CAST[session.group]
    rounds = max(1, -(-len(activity.lanes) // len(codes)))
    for place, code in enumerate(codes * rounds):
        if activity.turns:
            yield partial(book.turn, session, code)
        lane = f" !{activity.lanes[place % len(activity.lanes)].replace(' ', '-')}" if activity.lanes else ""
        yield f"{code}: {SAID[place % len(SAID)]}{lane} #{_tag(code, codes)}"


def _agree(book: Workbook, session: Session) -> None:
    """A recommendation, and a commitment of each side in the room, resting on the first remark of the session."""
    first = min((each for each in book.records.reflections.values() if each.session == session.id), key=lambda each: each.number)
    book.recommend(Wanted(text="Ring back within a day", lead="The office", sources=(book.ref(first),)), session)
    for side in dict(session.present):
        book.recommend(Wanted(text=f"What {side}s will do", side=side, sources=(book.ref(first),)), session)


def _vote(code: str, activity: Activity) -> str:
    first, second = RAISED[code[0]][:2]
    one, two = first.casefold().replace(" ", "-"), second.casefold().replace(" ", "-")
    if activity.budget:
        return f"{code}: #{one} {activity.budget - 40} #{two} 40"
    if activity.ranks:
        return f"{code}: #{one} #{two}"
    return f"{code}: #{one} {max(1, (activity.dots or 1) - 1)} #{two} 1" if activity.dots else f"{code}: #{one}"


def _tag(code: str, codes: tuple[str, ...]) -> str:
    return RAISED[code[0]][codes.index(code)].casefold().replace(" ", "-")
