"""What the room's own display shows of a session at one instant: calm, without a name, a code, or a word about being late."""

from dataclasses import dataclass, replace
from datetime import tzinfo
from math import ceil

from workshop.model.artwork import Artwork
from workshop.model.clock import ActivityStatus, Phase, Status
from workshop.model.clock.words import clock_time, nearest_minute
from workshop.model.duration import spoken
from workshop.model.perspective import plural_of
from workshop.model.plan import Activity, Kind
from workshop.model.records import Session, Statement
from workshop.tui.widgets.laidout import upper_first
from workshop.workbook.book import Workbook

NO_SESSION = "We begin soon."
BEFORE = "Welcome"
AFTER = "Thank you."
FINISHING = "Finishing"
GOING_ON = "We go on in a moment"
REHEARSAL = "a rehearsal"
MOST_CARRIED = 8
"""So many lines of what was promised before stand on the display; the notes in the Room have all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """All that the display shows. `words` are in large letters, `above` them what they are, `notes` below them in small.

    `passed` is the share of the time that has gone, from 0 to 1; None where no time is shown. A `picture` has its caption in the notes.
    """

    above: str = ""
    words: str = ""
    notes: tuple[str, ...] = ()
    time: str = ""
    passed: float | None = None
    wall: tuple[str, ...] = ()
    picture: Artwork | None = None


def shown(book: Workbook, session: Session | None, zone: tzinfo, wall: tuple[str, ...] = (), carried: tuple[str, ...] = ()) -> Shown:
    """What to show now. Without a session it waits.

    `wall` is what `Workbook.wall` gave when something was last written, and `carried` the lines that the session begins with: they stand
    until its first activity is over.
    """
    if session is None:
        return Shown(above=book.workshop.title, words=NO_SESSION)
    status = book.status(session)
    title = book.plan_of(session).title
    if session.rehearsal is not None:
        title = f"{title}, {REHEARSAL}"
    if status.current is not None:
        found = _activity(book, session, status, status.current, zone, wall)
        return replace(found, notes=(*carried[:MOST_CARRIED], *found.notes)) if status.current.index == 0 else found
    match status.phase:
        case Phase.NOT_STARTED:
            return Shown(above=title, words=BEFORE, notes=carried[:MOST_CARRIED], wall=wall)
        case Phase.ENDED:
            return Shown(above=title, words=AFTER, wall=wall)
    coming = status.upcoming[0].title if status.upcoming else ""
    return Shown(above=title, words=coming or AFTER, wall=wall)


def _activity(book: Workbook, session: Session, status: Status, current: ActivityStatus, zone: tzinfo, wall: tuple[str, ...]) -> Shown:
    activity = book.activities(session)[current.index]
    on_show = book.on_show(session, current.index)
    captions = () if activity.kind is Kind.SHOW else activity.pictures
    pictures = tuple(f"Picture {number}: {caption}" for number, caption in enumerate(captions, 1))
    timed = activity.show_time and book.plan_of(session).show_time
    passed = 1 - current.share_left if timed else None
    time = _time(status, current, activity, zone) if timed else ""
    match on_show:
        case Statement() as statement:
            above = f"{upper_first(plural_of(statement.made_by))} said"
            notes = (*book.heard_of(session, statement), *((activity.prompt,) if activity.prompt else ()))
            return Shown(above=above, words=f"“{statement.text}”", notes=notes, time=time, passed=passed, wall=wall)
        case Artwork() as artwork:
            above, caption = activity.prompt or activity.title, artwork.caption
            if not artwork.content:
                return Shown(above=above, words=caption, time=time, passed=passed, wall=wall)
            return Shown(above=above, notes=(caption,), time=time, passed=passed, wall=wall, picture=artwork)
    words = activity.prompt or activity.title
    return Shown(above=activity.title if activity.prompt else "", words=words, notes=pictures, time=time, passed=passed, wall=wall)


def _time(status: Status, current: ActivityStatus, activity: Activity, zone: tzinfo) -> str:
    """The time left in words; when it is up the room is told nothing but that the activity comes to its end."""
    pause = activity.kind is Kind.BREAK
    if current.remaining <= 0:
        return GOING_ON if pause else FINISHING
    minutes = ceil(current.remaining / 60)
    left = f"{spoken(minutes * 60)} left" if minutes > 1 else "about a minute left"
    if status.phase is Phase.PAUSED:
        return f"Paused, {left}"
    if pause and current.projected_end is not None:
        return f"We go on at {clock_time(nearest_minute(current.projected_end), zone)}"
    return left
