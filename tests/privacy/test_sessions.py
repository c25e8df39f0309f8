"""The sessions as they may be shown: who, when, where, what was put to them, and who was noted."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

from tests.report.made_up import NOW, PLANS, records
from tests.report.page import made
from workshop.compare.comparison import compare
from workshop.privacy.view import view


def test_people_and_sessions_are_in_words() -> None:
    """Who took part, and for each session its group, day, place, people and what was put to them."""
    shown = made(records())
    assert shown.took_part == "8 parents and 13 practitioners took part."
    practitioners, parents = shown.sessions
    assert (practitioners.name, practitioners.group_text, practitioners.people) == ("Session 1", "practitioners", "13 practitioners")
    assert (practitioners.date, practitioners.place, practitioners.shown) == ("12 May 2026", "Town House, upper room", ())
    assert (parents.date, parents.people, parents.shown) == ("19 May 2026", "8 parents", ("T1", "T2", "T3", "T4"))


def test_days_are_those_of_the_readers_time_zone() -> None:
    """A session that began at 23:30 in UTC was on the next day where the report is made, an hour ahead."""
    data = records()
    late = datetime(2026, 5, 12, 23, 30, tzinfo=UTC)
    started = replace(data.timelines["s1"][0], at=late)
    data = replace(data, timelines={**data.timelines, "s1": (started,)})
    ahead = NOW.astimezone(timezone(timedelta(hours=1)))
    assert view(compare(data), data, plans=PLANS, now=ahead).sessions[0].date == "13 May 2026"


def test_who_was_heard_counts_people_and_remarks() -> None:
    """By session and group: how many were there, how many of them were noted by sticker, how many remarks."""
    (voice,) = made(records()).sessions[1].voices
    assert (voice.plural, voice.present, voice.heard, voice.remarks) == ("parents", "8", "8 of 8", "35, 1 of them noted for the group")


def test_an_import_has_no_day() -> None:
    """Nobody noted when an imported session was; the day of the import is not it."""
    data = records()
    session = replace(data.sessions["s1"], imported=True)
    shown = made(replace(data, sessions={**data.sessions, "s1": session}, timelines={}))
    assert shown.sessions[0].date == ""
