"""Recommending: what should happen and what each side will do, who leads it, by when, and what came of it."""

from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

from workshop.clocks import local_zone
from workshop.errors import WorkshopError
from workshop.model.recommendation import Followed, FollowUp, Progress, Recommendation, followed
from workshop.model.records import Session, Theme
from workshop.text import clean, clean_line
from workshop.workbook.sessions import Sessions


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a recommendation is to say, as a person types it; None leaves it as it is. `themes` are titles, `sources` and `statement` refs.

    `side` is the perspective that commits itself; "" makes it a recommendation to others. A `due` that is `NO_DAY` takes the day away.
    `agreed` are the perspectives that say yes to it: other words need another yes, so without it none has said yes to those.
    """

    text: str | None = None
    side: str | None = None
    lead: str | None = None
    due: date | None = None
    themes: tuple[str, ...] | None = None
    sources: tuple[str, ...] | None = None
    statement: str | None = None
    agreed: tuple[str, ...] | None = None


NO_DAY = date.max
"""In `Wanted.due`: no day any more."""


class Recommending(Sessions):
    """The verbs of recommendations and commitments."""

    def recommend(self, wanted: Wanted, session: Session | None = None) -> Recommendation:
        """Make a recommendation, or with a side a commitment, in a session (else the one that is open). Raises WorkshopError."""
        self.refresh()  # so that another window's number is not given twice
        session = session or self.open_session()
        blank = Recommendation(
            id=self.repository.new_id(),
            number=self.repository.next_number("recommendations"),
            text="",
            created=self.now(),
            session=session.id if session else "",
        )
        made = self._as_wanted(blank, wanted)
        self._do(self.ref(made), made)
        return made

    def recommend_of(self, reference: str) -> Wanted:
        """What a recommendation made of one remark (R12) would say: its words and themes, the remark, the statement that it answered."""
        remark = self.reflection(reference)
        statement = self.records.statements.get(remark.statement or "")
        return Wanted(
            text=clean_line(remark.text),
            themes=tuple(theme.title for theme in self._themes_of(remark.id)),
            sources=(self.ref(remark),),
            statement=self.ref(statement) if statement else None,
        )

    def as_wanted(self, recommendation: Recommendation) -> Wanted:
        """What one says now, as it would be typed; the remarks that it rests on stay as they are."""
        statement = self.records.statements.get(recommendation.statement or "")
        return Wanted(
            text=recommendation.text,
            side=recommendation.side,
            lead=recommendation.lead,
            due=recommendation.due,
            themes=self.titles_of(recommendation),
            statement=self.ref(statement) if statement else "",
            agreed=recommendation.agreed,
        )

    def edit_recommendation(self, reference: str, wanted: Wanted) -> Recommendation:
        """Change what a recommendation says; what it said stays in its history. Raises WorkshopError."""
        was = self.recommendation(reference)
        edited = self._as_wanted(was, wanted)
        if edited != was:
            self._do(f"the edit of {self.ref(was)}", edited)
        return edited

    def follow_up(self, reference: str, text: str = "", progress: Progress | None = None) -> FollowUp:
        """Note what was done or heard, and how far it has got. Raises WorkshopError where neither is given, or an end without words."""
        about = self.recommendation(reference)
        words = clean(text).strip()
        if not words and progress is None:
            raise WorkshopError("There is nothing to note.", "Say what was done or heard, or how far it has got.")
        if progress is not None and progress.closed and not words:
            raise WorkshopError(f"What came of {self.ref(about)}?", f"Say it in a sentence: what was {progress.value}, or why.")
        note = FollowUp(id=self.repository.new_id(), recommendation=about.id, at=self.now(), text=words, progress=progress)
        self._do(f"the note on {self.ref(about)}", note)
        return note

    def recommendations(self) -> tuple[Followed, ...]:
        """All there are with their notes: what is overdue first, then what is open, the earliest due first, then the rest."""
        records = self.records
        today = self.now().astimezone(local_zone()).date()
        return followed(records.recommendations.values(), records.followups.values(), today)

    def open_recommendations(self) -> tuple[Followed, ...]:
        """Those that are neither done nor dropped, what is overdue first: what a next session begins with."""
        return tuple(each for each in self.recommendations() if not each.progress.closed)

    def carried_over(self) -> str:
        """What is still open from before, in words: "2 commitments and 1 recommendation are open, 1 of them overdue"; "" for nothing."""
        sessions = self.records.sessions
        found = [each for each in self.open_recommendations() if not _rehearsed(sessions.get(each.recommendation.session))]
        commitments = sum(bool(each.recommendation.side) for each in found)
        counts = ((commitments, "commitment"), (len(found) - commitments, "recommendation"))
        told = " and ".join(f"{count} {noun}{'' if count == 1 else 's'}" for count, noun in counts if count)
        overdue = sum(each.overdue for each in found)
        late = f", {overdue} of them overdue" if overdue and len(found) > 1 else ", and overdue" if overdue else ""
        return f"{told} {'is' if len(found) == 1 else 'are'} open from before{late}" if found else ""

    def titles_of(self, recommendation: Recommendation) -> tuple[str, ...]:
        """The titles of its themes, as they are called now."""
        themes = self.records.themes
        return tuple(themes[each].title for each in recommendation.themes if each in themes)

    def _themes_of(self, remark: str) -> list[Theme]:
        records = self.records
        found = {each.theme for each in records.codings.values() if each.reflection == remark}
        return sorted((records.themes[each] for each in found if each in records.themes), key=lambda each: (each.order, each.id))

    def _as_wanted(self, was: Recommendation, wanted: Wanted) -> Recommendation:
        """The record that says what is wanted. Raises WorkshopError."""
        given = {each.name: getattr(wanted, each.name) for each in fields(wanted) if getattr(wanted, each.name) is not None}
        changed: dict[str, Any] = {}
        for name, value in given.items():
            match name:
                case "text" | "lead":
                    changed[name] = clean_line(value)
                case "due":
                    changed[name] = None if value == NO_DAY else value
                case "side":
                    changed[name] = self.perspective(value).name if value else ""
                case "agreed":
                    changed[name] = tuple(dict.fromkeys(self.perspective(each).name for each in value))
                case "sources":
                    changed[name] = tuple(dict.fromkeys(self.reflection(each).id for each in value))
                case "statement":
                    changed[name] = self.statement(value).id if value else None
                case _:
                    changed[name] = tuple(dict.fromkeys(self.theme(each).id for each in value if clean_line(each)))
        if changed.get("text", was.text) != was.text:
            changed.setdefault("agreed", ())
        found = replace(was, **changed)
        if not found.text:
            raise WorkshopError("A recommendation needs words.", "Say in one sentence what should happen.")
        return found


def _rehearsed(session: Session | None) -> bool:
    return session is not None and session.rehearsal is not None
