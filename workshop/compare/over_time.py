"""The same themes across the sessions of one perspective: k of n each time, and no claim of a trend (method.md, 1.2)."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass

from workshop.compare.tally import Tally
from workshop.compare.words import noun, people, share_of
from workshop.model.attendance import Attendance
from workshop.model.comparison import GroupCount
from workshop.model.links import same_people
from workshop.model.plan import Plan
from workshop.model.records import Coding, Participant, Records, Reflection

TWO_POINTS = "Two sessions are two points: that more or fewer raised it the second time is no trend."
NO_TREND = "Who came, and what was asked, differs from session to session: numbers that rise or fall are a reason to ask, not a trend."


@dataclass(frozen=True, slots=True)
class Point:
    """One session (id) of the chain: how many of those who were there raised the theme."""

    session: str
    count: GroupCount


@dataclass(frozen=True, slots=True, kw_only=True)
class OverTime:
    """One theme in the sessions of one perspective that had people of it, in the order of their numbers.

    `in_all` is how many people count in every one of them, by the same sticker or a link.
    """

    theme: str
    title: str
    perspective: str
    points: tuple[Point, ...]
    in_all: int

    @property
    def raised_anywhere(self) -> bool:
        """Whether anybody of the perspective raised it at all."""
        return any(point.count.reflections for point in self.points)

    @property
    def side_by_side(self) -> bool:
        """Whether two sessions at least had a chance to raise it: one beside others without an open round compares nothing."""
        return sum(bool(point.count.could or point.count.reflections) for point in self.points) > 1


def over_time(
    records: Records,
    plans: Mapping[str, Plan],
    perspectives: Sequence[str],
    themes: Collection[str] = (),
    sessions: Collection[str] = (),
) -> tuple[OverTime, ...]:
    """Of each perspective that had people in two sessions or more, each theme that it raised in any of them and could have in two.

    `themes` and `sessions` (ids) alone, where they are given.
    """
    chosen = (one for one in records.sessions.values() if not sessions or one.id in sessions)
    ordered = sorted(chosen, key=lambda one: (one.number, one.id))
    apart = _apart(records)
    tallies = {one.id: Tally(apart[one.id], plans) for one in ordered}
    found = []
    for perspective in perspectives:
        there = [key for key, tally in tallies.items() if tally.people.total(perspective) or _spoke(tally, perspective)]
        if len(there) < 2:
            continue
        in_all = len(set.intersection(*(_persons(records, tallies[key], perspective) for key in there)))
        for theme in sorted(records.themes.values(), key=lambda one: (one.order, one.title, one.id)):
            points = tuple(Point(key, tallies[key].count(theme.id, perspective)) for key in there)
            one = OverTime(theme=theme.id, title=theme.title, perspective=perspective, points=points, in_all=in_all)
            if theme.id in themes or (not themes and one.raised_anywhere and one.side_by_side):
                found.append(one)
    return tuple(found)


def over_time_words(found: OverTime, names: Mapping[str, str]) -> str:
    """In a sentence: "Parents on Food: 3 of 8 parents in S1; 5 of 7 parents in S3."; `names` are the sessions' by id."""
    plural = noun(2, found.perspective)
    counts = "; ".join(f"{share_of(point.count, found.perspective)} in {names[point.session]}" for point in found.points)
    return f"{plural[:1].upper()}{plural[1:]} on {found.title}: {counts}."


def caution_words(found: OverTime) -> str:
    """What the numbers of a chain can't say."""
    counts = f"{people(found.in_all, found.perspective)} {'counts' if found.in_all == 1 else 'count'}"
    same = f"{counts} in all of them, by the same sticker or a link." if found.in_all else ""
    none = f"No {noun(1, found.perspective)} is known to have been in all of them: these may be different people."
    return f"{same or none} {TWO_POINTS if len(found.points) == 2 else NO_TREND}"


def over_time_json(found: OverTime, names: Mapping[str, str]) -> dict[str, object]:
    """The same as plain values."""
    return {
        "theme": found.title,
        "theme_id": found.theme,
        "perspective": found.perspective,
        "in_all": found.in_all,
        "sessions": [{"session": names[point.session], **asdict(point.count)} for point in found.points],
        "in_words": over_time_words(found, names),
        "caution": caution_words(found),
    }


def _apart(records: Records) -> Mapping[str, Records]:
    """Each session (id) as if it were the only one, as far as a tally needs it: in one pass, however many there are.

    What is of none of them, such as an import without a session, goes nowhere.
    """
    said: dict[str, dict[str, Reflection]] = {key: {} for key in records.sessions}
    codings: dict[str, dict[str, Coding]] = {key: {} for key in records.sessions}
    attended: dict[str, dict[str, Attendance]] = {key: {} for key in records.sessions}
    people: dict[str, dict[str, Participant]] = {session.cohort: {} for session in records.sessions.values()}
    for reflection in records.reflections.values():
        said.get(reflection.session, {})[reflection.id] = reflection
    for coding in records.codings.values():
        if about := records.reflections.get(coding.reflection):
            codings.get(about.session, {})[coding.id] = coding
    for attendance in records.attendance.values():
        attended.get(attendance.session, {})[attendance.id] = attendance
    for person in records.participants.values():
        people.get(person.cohort, {})[person.id] = person
    return {
        key: Records(
            workshop=records.workshop,
            sessions={key: session},
            timelines={key: records.timelines.get(key, ())},
            participants=people[session.cohort],
            attendance=attended[key],
            reflections=said[key],
            themes=records.themes,
            codings=codings[key],
        )
        for key, session in records.sessions.items()
    }


def _spoke(tally: Tally, perspective: str) -> bool:
    return any(group == perspective for _, group in tally.spoke_openly)


def _persons(records: Records, tally: Tally, perspective: str) -> set[str]:
    """Everybody of the perspective who is known to have been there, each by the least of their ids."""
    same = same_people(records.participants)
    there = (person for cohort in tally.people.cohorts(perspective) for person in tally.people.members(cohort, perspective))
    return {min(same.get(person, {person})) for person in there}
