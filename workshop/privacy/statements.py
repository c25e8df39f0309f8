"""The statements and what each group answered, as they may be shown."""

from collections import defaultdict
from collections.abc import Mapping

from workshop.compare.words import answered_words, noun
from workshop.model.comparison import Answers, Comparison, StatementFinding
from workshop.model.records import Answer, Records, Reflection
from workshop.model.view import ShownAnswer, ShownAnswers, ShownFinding, ShownStatement
from workshop.privacy.names import Names
from workshop.privacy.remarks import OFF_THE_RECORD, in_order, quote


def statements(comparison: Comparison, records: Records, names: Names, findings: Mapping[str, ShownFinding]) -> tuple[ShownStatement, ...]:
    """The statements, the contested first; `findings` are by the id of their theme."""
    reasons: defaultdict[str, list[Reflection]] = defaultdict(list)
    for reflection in in_order(records):
        if reflection.statement and reflection.text and OFF_THE_RECORD not in reflection.kinds:
            reasons[reflection.statement].append(reflection)
    ordered = sorted(comparison.statements, key=lambda statement: (not statement.contested, statement.number, statement.id))
    return tuple(_statement(found, records, names, findings, reasons[found.id]) for found in ordered)


def _statement(
    found: StatementFinding, records: Records, names: Names, findings: Mapping[str, ShownFinding], reasons: list[Reflection]
) -> ShownStatement:
    record = records.statements[found.id]
    finding = findings.get(record.theme) if record.theme else None
    sides: dict[str, list[Reflection]] = {}
    for reason in reasons:
        sides.setdefault(reason.perspective, []).append(reason)
    return ShownStatement(
        id=found.id,
        ref=record.ref,
        name=names.statements[found.id],
        text=found.statement,
        made_by=found.made_by,
        made_by_plural=noun(2, found.made_by),
        theme=finding.theme if finding else None,
        finding=finding.name if finding else "",
        raised_text=_raised(finding, found.made_by),
        contested=found.contested,
        contested_by=found.contested_by,
        answers={group: _answers(group, answers, found.label.get(group, "")) for group, answers in found.answers.items()},
        reasons={group: tuple(quote(reason, names) for reason in said) for group, said in sides.items()},
        sources=tuple(
            quote(records.reflections[one], names)
            for one in record.sources
            if (one in records.reflections and records.reflections[one].text)
        ),
    )


def _raised(finding: ShownFinding | None, maker: str) -> str:
    if finding is None or maker not in finding.groups:
        return ""
    return f"{finding.groups[maker].text} {noun(2, maker)} raised this theme"


def _answers(group: str, answers: Answers, label: str) -> ShownAnswers:
    people = {answer: getattr(answers, answer.value) for answer in Answer}
    return ShownAnswers(
        perspective=group,
        plural=noun(2, group),
        answers=tuple(
            ShownAnswer(answer=answer.value, people=number, text=str(number), share=number / answers.asked if answers.asked else None)
            for answer, number in people.items()
        ),
        asked=answers.asked,
        asked_text=f"of {answers.asked} asked" if answers.asked else "",
        label=label,
        sentence=answered_words(answers, group) if answers.asked else "",
    )
