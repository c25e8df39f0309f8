"""What each way of working comes to: lanes, points, promises, the questions that lead on, and statements in better words."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from workshop.model.plan import Plan
from workshop.model.records import Records
from workshop.model.rewording import earlier
from workshop.model.view.outcome import ShownOutcome, ShownOutcomeRow
from workshop.model.view.recommendation import ShownRecommendation
from workshop.model.view.record import ShownReflection
from workshop.model.view.statement import ShownStatement
from workshop.model.view.view import View
from workshop.privacy.lanes import lanes
from workshop.privacy.names import Names, upper_first
from workshop.privacy.points import points

QUESTION = "question"
"""The mark of a remark that asks; with a * it is the question that a group goes on with."""


def outcomes(records: Records, plans: Mapping[str, Plan], called: Names, shown: View, *, told: bool) -> tuple[ShownOutcome, ...]:
    """The tables that have a row, made of what is `shown` already wherever they can be. `told`: no count is hidden."""
    every = shown.reflections
    questions = set() if not told else {called.reflections[key] for key, each in records.reflections.items() if each.highlight}
    found = (
        *lanes(records, plans, called, every, told=told),
        *points(records, plans, shown.between, told=told),
        *_promises(shown.recommendations),
        *_questions([each for each in every if each.quote.name in questions and QUESTION in each.quote.marks and each.quote.text]),
        *_reworded(shown.statements, records),
    )
    return tuple(_named(found))


def _promises(recommended: Sequence[ShownRecommendation]) -> Iterator[ShownOutcome]:
    """The deal: what each side has promised, who said yes to it, and what came of it."""
    promised = [each for each in recommended if each.side]
    if promised:
        yield ShownOutcome(
            name="promises",
            title="What each side has promised",
            of="promise",
            sentences=tuple(_yes(promised)),
            columns=("whose", "who said yes", "by when", "how it stands"),
            rows=tuple(
                ShownOutcomeRow(name=f"{each.name} {each.text}", cells=(upper_first(each.whose), each.agreed_text, each.due, each.stands))
                for each in promised
            ),
        )


def _yes(promised: Sequence[ShownRecommendation]) -> Iterator[str]:
    open_ = [each.name for each in promised if not each.agreed_text]
    if open_ and len(open_) < len(promised):
        yield f"Nobody is noted to have said yes to {', '.join(open_)}."
    sides = Counter(each.side_plural for each in promised)
    yield f"{'; '.join(f'{upper_first(side)}: {count}' for side, count in sides.items())}."


def _questions(asked: Sequence[ShownReflection]) -> Iterator[ShownOutcome]:
    if asked:
        yield ShownOutcome(
            name="questions",
            title="The questions that led on",
            of="question",
            sentences=(),
            columns=("asked in", "about"),
            rows=tuple(ShownOutcomeRow(name=each.quote.text, cells=(each.quote.session, ", ".join(each.themes))) for each in asked),
        )


def _reworded(statements: Iterable[ShownStatement], records: Records) -> Iterator[ShownOutcome]:
    """The statements that nobody has put in better words since, each with what it was before, and what was answered to that."""
    by_id = {each.id: each for each in statements}
    replaced = {each.replaces for each in records.statements.values()}
    rows = []
    for each in by_id.values():
        before = [by_id[key] for key in earlier(each.id, records.statements) if key in by_id]
        if before and each.id not in replaced:
            was = "\n".join(f"{one.name} {one.text}{_answered(one)}" for one in before)
            rows.append(ShownOutcomeRow(name=f"{each.name} {each.text}", cells=(was, _answered(each)[2:-1])))
    if rows:
        yield ShownOutcome(
            name="reworded",
            title="Statements in better words",
            of="as it stands now",
            sentences=(),
            columns=("before", "answered to it now"),
            rows=tuple(rows),
        )


def _answered(statement: ShownStatement) -> str:
    """What each group answered to it, as far as that is told: " (parents: 1 partly, 4 disagree)"."""
    given = (
        f"{each.plural}: {', '.join(f'{one.text} {one.answer}' for one in each.answers if one.text != '0')}"
        for each in statement.answers.values()
        if each.asked_text
    )
    said = "; ".join(given)
    return f" ({said})" if said else ""


def _named(found: Iterable[ShownOutcome]) -> Iterator[ShownOutcome]:
    """Each with a name: those of lanes are numbered."""
    number = 0
    for each in found:
        number += not each.name
        yield each if each.name else replace(each, name=f"lanes-{number}")
