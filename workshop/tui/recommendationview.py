"""What the list of recommendations and commitments shows, in words."""

from collections.abc import Iterator
from datetime import date

from workshop.clocks import local_zone
from workshop.model.perspective import plural_of
from workshop.model.recommendation import Followed, Progress
from workshop.tui.widgets.recommendationlist import RecommendationRow
from workshop.workbook.book import Workbook


def recommendation_rows(book: Workbook, *, only_open: bool) -> tuple[RecommendationRow, ...]:
    """All of them, or only those that are neither done nor dropped; what is overdue first."""
    found = book.open_recommendations() if only_open else book.recommendations()
    return tuple(_row(book, each) for each in found)


def progress_words(progress: Progress) -> str:
    """What a person chooses."""
    return {Progress.OPEN: "open: nothing has begun", Progress.UNDER_WAY: "under way"}.get(progress, progress.value)


def _row(book: Workbook, each: Followed) -> RecommendationRow:
    one = each.recommendation
    whose = [f"a commitment of {plural_of(one.side)}"] if one.side else ["recommended"]
    whose.append(f"led by {one.lead}" if one.lead else "nobody leads it yet")
    whose += [f"{' and '.join(map(plural_of, one.agreed))} said yes"] if one.agreed else []
    return RecommendationRow(
        id=one.id,
        name=book.ref(one),
        text=one.text,
        side=one.side,
        whose=", ".join(whose),
        due=f"by {_day(one.due)}" if one.due else "no day is set",
        status="overdue" if each.overdue else each.progress.value,
        overdue=each.overdue,
        closed=each.progress.closed,
        rests_on=tuple(_rests_on(book, each)),
        notes=tuple(_notes(each)),
    )


def _rests_on(book: Workbook, each: Followed) -> Iterator[str]:
    one, records = each.recommendation, book.records
    if titles := book.titles_of(one):
        yield f"on {', '.join(titles)}"
    if sources := [book.ref(records.reflections[key]) for key in one.sources if key in records.reflections]:
        yield f"from {', '.join(sources)}"
    if one.statement and one.statement in records.statements:
        yield f"answers {book.ref(records.statements[one.statement])}"
    if one.session in records.sessions:
        yield f"made in {book.ref(records.sessions[one.session])}"


def _notes(each: Followed) -> Iterator[str]:
    for note in reversed(each.notes):
        how = ": ".join(part for part in (note.progress.value if note.progress else "", " ".join(note.text.split())) if part)
        yield f"{_day(note.at.astimezone(local_zone()))}  {how}"


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
