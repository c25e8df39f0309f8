"""Records of made-up people, for tests: `Room` writes down who came, what they raised and what they answered."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from workshop.compare.comparison import compare
from workshop.model.attendance import Attendance
from workshop.model.comparison import Comparison, ThemeFinding
from workshop.model.plan import Activity, Plan
from workshop.model.records import (
    Answer,
    Coding,
    Elicited,
    Entry,
    Participant,
    Records,
    Reflection,
    Response,
    Session,
    Statement,
    Theme,
    Verb,
    Vote,
    VoteKind,
    Workshop,
)

BEGIN = datetime(2024, 3, 5, 10, 0, tzinfo=UTC)


class Room:
    """A workshop in the making. Codes such as "p3" name a person of their cohort; every method adds and returns a record."""

    def __init__(self, perspectives: tuple[str, ...] = ("parent", "practitioner")) -> None:
        self.workshop = Workshop(title="Made up", perspectives=perspectives, salt="salt", created=BEGIN)
        self.sessions: dict[str, Session] = {}
        self.timelines: dict[str, tuple[Entry, ...]] = {}
        self.participants: dict[str, Participant] = {}
        self.attendance: dict[str, Attendance] = {}
        self.reflections: dict[str, Reflection] = {}
        self.themes: dict[str, Theme] = {}
        self.codings: dict[str, Coding] = {}
        self.statements: dict[str, Statement] = {}
        self.responses: dict[str, Response] = {}
        self.votes: dict[str, Vote] = {}
        self.plans: dict[str, Plan] = {}
        self._moments = 0

    def session(
        self, name: str, group: str = "mixed", cohort: str = "", present: Mapping[str, int] | None = None, **counted: int
    ) -> Session:
        session = Session(
            id=name,
            number=len(self.sessions) + 1,
            group=group,
            cohort=cohort or name,
            created=BEGIN,
            present=tuple({**(present or {}), **counted}.items()),
        )
        self.sessions[name] = session
        return session

    def run(self, name: str, *activities: Activity, reached: int | None = None) -> None:
        """The session ran these activities one after the other, all of them or so many."""
        self.plans[name] = Plan(name="plan", title="Plan", activities=activities)
        entries = [Entry(id=f"{name}-00", session=name, verb=Verb.START, at=BEGIN)]
        for left in range((reached or len(activities)) - 1):
            entries.append(Entry(id=f"{name}-{left + 1:02}", session=name, verb=Verb.NEXT, at=BEGIN, activity=left))
        self.timelines[name] = tuple(entries)

    def person(self, code: str, perspective: str, cohort: str = "import") -> str:
        found = Participant(id=f"{cohort}/{code}", cohort=cohort, code=code, perspective=perspective)
        self.participants[found.id] = found
        return found.id

    def people(self, count: int, perspective: str, cohort: str = "import") -> list[str]:
        return [self.person(f"{perspective[:2]}{number}", perspective, cohort) for number in range(1, count + 1)]

    def was_in(self, who: str, session: str, *parts: int) -> None:
        """The person was in these parts of a session, and in no others."""
        self.attendance[f"{session}/{who}"] = Attendance(id=f"{session}/{who}", session=session, participant=who, parts=parts)

    def link(self, who: str, other: str) -> None:
        """The two are one person."""
        self.participants[other] = replace(self.participants[other], same_as=who)

    def theme(self, title: str, **more: Any) -> str:
        self.themes[title] = replace(Theme(id=title, title=title), **more)
        return title

    def says(self, who: str | None, *themes: str, perspective: str = "", session: str = "", coder: str = "", **more: Any) -> Reflection:
        number = len(self.reflections) + 1
        speaker = self.participants.get(who or "")
        reflection = Reflection(
            id=f"r{number:04}",
            number=number,
            session=session,
            text=f"made-up remark {number}",
            perspective=perspective or (speaker.perspective if speaker else "unknown"),
            at=self._now(),
            participant=who,
        )
        self.reflections[reflection.id] = replace(reflection, **more)
        for theme in themes:
            if theme not in self.themes:
                self.theme(theme)
            coding = Coding(id=f"{reflection.id}/{theme}/{coder}", reflection=reflection.id, theme=theme, coder=coder)
            self.codings[coding.id] = coding
        return self.reflections[reflection.id]

    def prompted(self, who: str | None, *themes: str, **more: Any) -> Reflection:
        return self.says(who, *themes, elicited=Elicited.PROMPTED, **more)

    def statement(self, name: str, made_by: str, theme: str | None = None) -> str:
        self.statements[name] = Statement(id=name, number=len(self.statements) + 1, text=f"Made-up {name}.", made_by=made_by, theme=theme)
        return name

    def answers(self, who: str, statement: str, answer: str, session: str = "") -> Response:
        speaker = self.participants[who]
        return self._respond(statement, speaker.perspective, session, participant=who, answer=Answer(answer))

    def all_answer(self, people: list[str], statement: str, *counts: int, session: str = "") -> None:
        """The people answer in turn: so many agree, partly, disagree, unsure; the rest stay silent."""
        answers = [answer for answer, count in zip(Answer, counts, strict=True) for _ in range(count)]
        for who, answer in zip(people, answers, strict=False):
            self.answers(who, statement, answer, session)

    def hands(self, perspective: str, statement: str, *counts: int, session: str = "") -> Response:
        agree, partly, disagree, unsure = counts
        return self._respond(statement, perspective, session, hands=(agree, partly, disagree, unsure))

    def ballot(self, perspective: str, statement: str, answer: str, session: str = "") -> Response:
        return self._respond(statement, perspective, session, answer=Answer(answer))

    def gives(
        self, who: str, given: Mapping[str, int], kind: VoteKind = VoteKind.DOTS, session: str = "", activity: int = 0, **more: Any
    ) -> None:
        """A person (an id), or a group by its perspective's name, gives so much to each theme."""
        person = self.participants.get(who)
        for theme, amount in given.items():
            if theme not in self.themes:
                self.theme(theme)
            vote = Vote(
                id=f"v{len(self.votes) + 1:04}",
                session=session,
                activity=activity,
                theme=theme,
                choice=theme,
                perspective=person.perspective if person else who,
                kind=kind,
                amount=amount,
                at=self._now(),
                participant=who if person else None,
            )
            self.votes[vote.id] = replace(vote, **more)

    def _respond(self, statement: str, perspective: str, session: str, **more: Any) -> Response:
        response = Response(
            id=f"a{len(self.responses) + 1:04}", statement=statement, perspective=perspective, at=self._now(), session=session
        )
        self.responses[response.id] = replace(response, **more)
        return self.responses[response.id]

    def _now(self) -> datetime:
        self._moments += 1
        return BEGIN + timedelta(seconds=self._moments)

    def records(self) -> Records:
        return Records(
            workshop=self.workshop,
            sessions=self.sessions,
            timelines=self.timelines,
            participants=self.participants,
            attendance=self.attendance,
            reflections=self.reflections,
            themes=self.themes,
            codings=self.codings,
            statements=self.statements,
            responses=self.responses,
            votes=self.votes,
        )

    def compare(self, between: tuple[str, str] | None = None) -> Comparison:
        return compare(self.records(), between=between, plans=self.plans)

    def finding(self, theme: str) -> ThemeFinding:
        return by_title(self.compare())[theme]


def by_title(comparison: Comparison) -> Mapping[str, ThemeFinding]:
    return {finding.theme: finding for finding in comparison.themes}
