"""The statements and what each group answered, as they may be shown."""

from collections.abc import Mapping
from dataclasses import replace

from workshop.compare.words import answered_words, miscount_words, noun, unasked_words
from workshop.model.comparison import DIVIDED, MISCOUNTED, Answers, Comparison, Miscount, StatementFinding
from workshop.model.figure import answers_place, back_place
from workshop.model.records import Answer, Records
from workshop.model.view.finding import ShownFinding
from workshop.model.view.quote import ShownQuote
from workshop.model.view.recommendation import ShownRecommendation
from workshop.model.view.statement import ShownAnswer, ShownAnswers, ShownStatement
from workshop.privacy.answers import POOLED, Told, counts_of, told, told_words
from workshop.privacy.names import Names, upper_first
from workshop.privacy.quotes import QUOTES, Reasons, chosen_of, more_words, reasons
from workshop.privacy.remarks import Remarks
from workshop.privacy.small import SMALLEST_GROUP, Small


def statements(
    comparison: Comparison,
    records: Records,
    names: Names,
    remarks: Remarks,
    findings: Mapping[str, ShownFinding],
    recommended: Mapping[str, ShownRecommendation],
    small: Small | None = None,
) -> tuple[ShownStatement, ...]:
    """The statements, the contested first; `findings` are by the id of their theme, those `recommended` by their own."""
    ordered = sorted(comparison.statements, key=lambda statement: (not statement.contested, statement.number, statement.id))
    found = [_statement(found, records, names, remarks, findings, small) for found in ordered]
    return tuple(replace(each, now=tuple(one for one in recommended.values() if one.statement == each.name)) for each in found)


def _statement(
    found: StatementFinding,
    records: Records,
    names: Names,
    remarks: Remarks,
    findings: Mapping[str, ShownFinding],
    small: Small | None,
) -> ShownStatement:
    record = records.statements[found.id]
    finding = findings.get(record.theme or "")
    most = remarks.quotes_under(record.theme or "", found.made_by, QUOTES)
    built_from = [records.reflections[one] for one in record.sources if one in records.reflections]
    sources = chosen_of(built_from, most)
    said = remarks.by_statement[found.id]
    given = reasons([one for one in said if not remarks.answers_back(one, found.made_by)], remarks)
    back = reasons([one for one in said if remarks.answers_back(one, found.made_by)], remarks).get(found.made_by, Reasons())
    of_theme: tuple[ShownQuote, ...] = finding.quotes.get(found.made_by, ()) if finding else ()
    return ShownStatement(
        id=found.id if small is None else found.ref or names.statements[found.id],
        ref=found.ref,
        name=names.statements[found.id],
        text=record.text,
        made_by=found.made_by,
        made_by_plural=noun(2, found.made_by),
        theme=finding.theme if finding else None,
        finding=finding.name if finding else "",
        raised_text=_raised(finding, found.made_by),
        contested=found.contested,
        contested_by=found.contested_by,
        answers={group: _of_group(group, found, small) for group in found.answers},
        reasons={group: each.quotes for group, each in given.items()},
        sources=tuple(remarks.quote(one) for one in sources) or of_theme,
        answered_back=_back(found, small) if found.answered_back.asked else None,
        back_words=back.quotes,
        more={group: more_words(each.left, counted=small is None) for group, each in given.items()},
        back_more=more_words(back.left, counted=small is None),
        # Where small numbers are hidden, that there are more would tell what a range of one or two people stands for.
        sources_more="" if small else more_words(sum(bool(one.text) for one in built_from) - len(sources), counted=True),
    )


def _of_group(group: str, found: StatementFinding, small: Small | None) -> ShownAnswers:
    label, wrong = found.label.get(group, ""), found.miscounted.get(group)
    given = _answers(group, found.answers[group], label, small, wrong, answers_place(found.id, group))
    said = found.unasked.get(group) if small is None else None  # few people each: where such counts are hidden, nothing of it is told
    return replace(given, fragile=found.fragile.get(group, False), unasked=unasked_words(said, group) if said else "")


def _back(found: StatementFinding, small: Small | None) -> ShownAnswers:
    label = MISCOUNTED if found.back_miscounted else "answered back"
    return _answers(found.made_by, found.answered_back, label, small, found.back_miscounted, back_place(found.id))


def _raised(finding: ShownFinding | None, maker: str) -> str:
    count = finding.groups.get(maker) if finding else None
    if not count or count.could == 0:
        return ""
    return f"{count.text} {noun(count.could or 2, maker)} raised this theme"


def _answers(group: str, answers: Answers, label: str, small: Small | None, wrong: Miscount | None, place: str) -> ShownAnswers:
    """As one group gave them; `wrong` where that can't be, `place` where an earlier copy has them."""
    found = told(counts_of(answers), small, place) if small else None
    if small and found and not found.whole:
        pooled = _pooled(group, found, label, small)
        return replace(pooled, sentence=_miscounted(wrong, group, small)) if wrong else pooled
    people = {answer: getattr(answers, answer.value) for answer in Answer}
    asked = answers.asked
    return ShownAnswers(
        perspective=group,
        plural=noun(2, group),
        answers=tuple(
            ShownAnswer(answer=answer.value, people=number, text=str(number), share=number / asked if asked else None)
            for answer, number in people.items()
        ),
        asked=asked,
        asked_text=f"of {asked} asked" if asked else "",
        label=label,
        sentence=_miscounted(wrong, group, small) if wrong else _sentence(group, answers, label) if asked else "",
    )


def _miscounted(wrong: Miscount, group: str, small: Small | None) -> str:
    """What is wrong with a show of hands; how many people there were only where small numbers may be told."""
    if small is None:
        return miscount_words(wrong, group)
    return f"more hands were counted than {noun(2, group)} were here: that can't be right"


def _pooled(group: str, found: Told, label: str, small: Small) -> ShownAnswers:
    """Answers of which some are not told: none of those has a number, nor a bar."""
    texts = [POOLED if count is None else str(count) for count in found.counts]
    return ShownAnswers(
        perspective=group,
        plural=noun(2, group),
        answers=tuple(
            ShownAnswer(
                answer=answer.value, people=count, text=text, share=count / found.asked if count is not None and found.asked else None
            )
            for answer, count, text in zip(Answer, found.counts, texts, strict=True)
        ),
        asked=found.asked,
        asked_text=f"of {found.asked} asked" if found.asked else f"of fewer than {SMALLEST_GROUP} asked",
        label=label,
        sentence=told_words(found, group, small),
    )


def _sentence(group: str, answers: Answers, label: str) -> str:
    """What most answered; of a divided group both halves, so that neither reads as its answer."""
    if label == DIVIDED:
        return f"{upper_first(noun(2, group))} were divided: {answers.agree} of {answers.asked} agreed, {answers.disagree} disagreed"
    return answered_words(answers, group)
