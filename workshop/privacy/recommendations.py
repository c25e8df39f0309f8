"""What should happen and what each side will do, as it may be shown."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, tzinfo

from workshop.compare.words import noun
from workshop.model.recommendation import Followed, followed
from workshop.model.records import Records
from workshop.model.view.recommendation import ShownRecommendation
from workshop.privacy.audience import Audience
from workshop.privacy.names import Names


def recommendations(
    records: Records, called: Names, now: datetime, audience: Audience = Audience.WORKING
) -> dict[str, ShownRecommendation]:
    """By id, what is overdue first (model/recommendation.py); `now` tells what is, and in which zone notes are dated."""
    found = followed(records.recommendations.values(), records.followups.values(), now.date())
    shown = {each.recommendation.id: _recommendation(each, records, called, now.tzinfo) for each in found}
    if not audience.hides_small_numbers:
        return shown
    told = {called.reflections[key] for key, said in records.reflections.items() if said.text and key in called.reflections}
    place = audience is Audience.PARTICIPANTS
    return {
        key: replace(each, sources=tuple(one for one in each.sources if one in told), session=each.session if place else "")
        for key, each in shown.items()
    }


def _recommendation(each: Followed, records: Records, called: Names, zone: tzinfo | None) -> ShownRecommendation:
    one = each.recommendation
    return ShownRecommendation(
        name=called.recommendations[one.id],
        text=one.text,
        side=one.side,
        side_plural=noun(2, one.side) if one.side else "",
        lead=one.lead,
        due=_day(one.due) if one.due else "",
        status=each.progress.value,
        overdue=each.overdue,
        outcome=each.outcome,
        themes=tuple(records.themes[theme].title for theme in one.themes if theme in records.themes),
        sources=tuple(called.reflections[key] for key in one.sources if key in called.reflections),
        statement=called.statements[one.statement] if one.statement and one.statement in records.statements else "",
        session=called.sessions.get(one.session, ""),
        notes=tuple(_notes(each, zone)),
        agreed=tuple(noun(2, side) for side in one.agreed),
    )


def _notes(each: Followed, zone: tzinfo | None) -> Iterator[str]:
    """The notes, oldest first: "2 June 2026: under way: the firm was asked"."""
    for note in each.notes:
        yield ": ".join(part for part in (_day(note.at.astimezone(zone)), note.progress.value if note.progress else "", note.text) if part)


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
