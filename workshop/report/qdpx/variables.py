"""What is known of people and of sources, as variables. No two of them share a name: QualCoder would take a source's for a case's."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from workshop.model.view.record import ShownPerson
from workshop.model.view.view import View
from workshop.report.qdpx.sources import Source

SESSION = "Session"
SOURCE_PERSPECTIVE = "Source perspective"


@dataclass(frozen=True, slots=True)
class Variable:
    """One variable, all of them texts, and what it says."""

    name: str
    description: str


OF_PEOPLE = (
    Variable("Perspective", "Whose view it is that this person has."),
    Variable("Organisation", "Where this person works or volunteers, as was noted."),
    Variable("Role", "What this person does, as was noted."),
)
OF_SESSIONS = (
    Variable("Session group", "Which group the session was held with."),
    Variable("Session date", "The day of the session."),
    Variable("Session place", "Where the session was held."),
)
OF_SOURCES = (
    Variable(SESSION, "The session in which this was said."),
    *OF_SESSIONS,
    Variable(SOURCE_PERSPECTIVE, "Whose views stand in this source: those of one group, or of several."),
)


_HOW = {
    False: "What this person answered to the statement",
    True: "What this person, one of its makers, answered once they had heard the others, to the statement",
}
"""What the answer to a statement is, by whether it was answered back."""


def of_people(view: View) -> Mapping[str, Mapping[str, str]]:
    """By code, where people have one: each person's values, of what is known.

    Their last answer to a statement counts, and one that was answered back apart.
    """
    answers: dict[str, dict[str, str]] = {}
    for given in view.responses:
        if given.person and given.answer:
            answers.setdefault(given.person, {})[_answer(given.statement, back=given.back)] = given.answer
    return {each.code: {**_known(each), **answers.get(each.code, {})} for each in view.people if each.code}


def of_session(name: str, view: View) -> Mapping[str, str]:
    """The values of the session of this name, of what is known."""
    session = next((each for each in view.sessions if each.name == name), None)
    values = (session.group, session.date, session.place) if session else ()
    return {variable.name: value for variable, value in zip(OF_SESSIONS, values, strict=False) if value}


def of_source(source: Source, view: View) -> Mapping[str, str]:
    """The values of one source, of what is known."""
    values = {SESSION: source.session, **of_session(source.session, view), SOURCE_PERSPECTIVE: source.perspective}
    return {name: value for name, value in values.items() if value}


def variables_of_people(view: View) -> tuple[Variable, ...]:
    """Those that some person has a value of, the answers after the others in the order of the statements' names."""
    used = {name for values in of_people(view).values() for name in values}
    answers = [
        Variable(_answer(each.name, back=back), f"{_HOW[back]}: {each.text}")
        for each in sorted(view.statements, key=lambda each: (len(each.name), each.name))
        for back in (False, True)
    ]
    return tuple(each for each in (*OF_PEOPLE, *answers) if each.name in used)


def variables_of_sources(sources: Iterable[Source], view: View) -> tuple[Variable, ...]:
    """Those that some source has a value of."""
    used = {name for source in sources for name in of_source(source, view)}
    return tuple(each for each in OF_SOURCES if each.name in used)


def _answer(statement: str, *, back: bool) -> str:
    return f"{'Answered back' if back else 'Answer'} to {statement}"


def _known(person: ShownPerson) -> dict[str, str]:
    values = {"Perspective": person.perspective, "Organisation": person.organisation, "Role": person.role}
    return {name: value for name, value in values.items() if value}
