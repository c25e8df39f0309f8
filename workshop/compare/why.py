"""Why a finding has its label: the counts, the rule that matched and the interval, in sentences."""

from collections.abc import Iterator

from workshop.compare.salience import salience
from workshop.compare.words import answers_words, gap_words, noun, people, share, share_of, steadiness_words
from workshop.model.comparison import (
    CHALLENGED,
    CLEAR,
    CONFIRMED,
    CONTESTED,
    DEPENDS,
    DIVIDED,
    ENDORSED,
    FEW,
    MIXED_ANSWERS,
    NOT_COMPARED,
    NOT_RAISED,
    ONE_VOICE,
    QUALIFIED,
    SHARED,
    TOO_FEW,
    UNSETTLED,
    Comparison,
    StatementFinding,
    ThemeFinding,
    Thresholds,
)


def why(finding: ThemeFinding | StatementFinding, comparison: Comparison) -> tuple[str, ...]:
    """The sentences, the counts first."""
    if isinstance(finding, ThemeFinding):
        return tuple(_why_theme(finding, comparison))
    return tuple(_why_statement(finding, comparison.thresholds))


def _why_theme(finding: ThemeFinding, comparison: Comparison) -> Iterator[str]:
    for group in comparison.between:
        count = finding.groups[group]
        yield f"Raised unprompted by {share_of(count, group)}." if count.could else f"{noun(2, group).capitalize()}: {share(count)}."
        if count.not_attributed:
            yield (
                f"{count.not_attributed} of the {count.reflections} remarks of {noun(2, group)} name no one: "
                f"that may be {count.raised} to {count.raised_at_most} people."
            )
    yield _rule(finding, comparison)
    if finding.interval:
        lower, upper = finding.interval
        yield f"Gap {gap_words(finding.gap)}; 95 % interval {gap_words(lower)} to {gap_words(upper)}."
    if finding.contested or finding.confirmed:
        yield f"Of the statements put to the other group, {finding.confirmed} accepted, {finding.contested} contested."
    if finding.label != NOT_COMPARED:
        yield f"{steadiness_words(finding.fragile).capitalize()}: every person was left out in turn."


def _rule(finding: ThemeFinding, comparison: Comparison) -> str:
    """The rule of method.md, 1.3 or 1.4, with the numbers that it was applied with."""
    thresholds = comparison.thresholds
    if finding.leader:
        clear = finding.strength == CLEAR
        level, fewest = (thresholds.clear_level, thresholds.clear_count) if clear else (thresholds.leaning_level, thresholds.leaning_count)
        rule = (
            f"Raised more by {noun(2, finding.leader)}, {finding.strength}: a gap of {round(100 * thresholds.gap)} points or more, "
            f"a {round(100 * level)} % interval without 0, and at least {people(fewest, finding.leader)}."
        )
        return rule if clear else f"{rule} Chance alone often makes such a gap: read the quotes."
    if finding.label == NOT_COMPARED:
        return _not_compared(finding, comparison)
    return {
        NOT_RAISED: "Nobody raised it, though both could have.",
        ONE_VOICE: "One voice: one person raised it, and one person is not compared with nobody.",
        SHARED: f"Shared: at least {thresholds.shared_count} people of each raised it, and the gap is small or may be chance. "
        "That both raised it does not say that they agree.",
        FEW: f"Raised by a few: fewer than {thresholds.shared_count} people in one group, and the gap is small or may be chance.",
        DEPENDS: f"It depends on the notes that name no one: {_at_the_ends(finding, comparison)}.",
        CONFIRMED: "Only one group had an open round; the other, shown its statements, agreed with some at least in part.",
        CONTESTED: "Only one group had an open round; the other, shown its statements, agreed with none and contested some.",
        UNSETTLED: "Only one group had an open round; the other's answers to its statements settle nothing.",
    }[finding.label]


def _at_the_ends(finding: ThemeFinding, comparison: Comparison) -> str:
    """The labels that the counts would have at the ends of their ranges, in words."""
    first, second = (finding.groups[group] for group in comparison.between)
    found = {
        salience(a, first.could, b, second.could, comparison.thresholds)
        for a in (first.raised, first.raised_at_most)
        for b in (second.raised, second.raised_at_most)
    }
    labels = {one.label if one.leader is None else f"raised more by {noun(2, comparison.between[one.leader])}" for one in found}
    return f"it is {' or '.join(sorted(labels))}, as they stand for few or for many"


def _not_compared(finding: ThemeFinding, comparison: Comparison) -> str:
    smallest = comparison.thresholds.smallest_group
    small = [group for group in comparison.between if 0 < finding.groups[group].could < smallest]
    without = [group for group in comparison.between if not finding.groups[group].could]
    if without:
        return f"Not compared: no {' and no '.join(noun(2, group) for group in without)} were counted in an open round on it."
    return f"Not compared: fewer than {smallest} {' and '.join(noun(2, group) for group in small)} could have raised it."


def _why_statement(finding: StatementFinding, thresholds: Thresholds) -> Iterator[str]:
    for group, answers in finding.answers.items():
        if answers.asked:
            label = finding.label[group]
            yield f"{noun(2, group).capitalize()}: {answers_words(answers)}. {label.capitalize()}: {_stance_rule(label, thresholds)}."
        else:
            yield f"{noun(2, group).capitalize()} were not asked."
    if finding.contested_by:
        by = " and ".join(noun(2, group) for group in finding.contested_by)
        yield f"Contested: {noun(2, finding.made_by)} said it, and {by} dispute it."
    if finding.to_correct:
        yield "Its own group challenged it: a note to correct, not a difference."


def _stance_rule(label: str, thresholds: Thresholds) -> str:
    return {
        TOO_FEW: f"fewer than {thresholds.fewest_answers} agreed, partly agreed or disagreed",
        UNSETTLED: f"more than {round(100 * thresholds.unsure_share)} % were unsure",
        DIVIDED: f"at least {thresholds.divided_count} people, and {round(100 * thresholds.divided_share)} % of those who took a side, "
        "agreed, and as many disagreed",
        CHALLENGED: "more than half of those who took a side disagreed",
        ENDORSED: "more than half of those who took a side agreed",
        QUALIFIED: "more than half of those who took a side agreed, some of them in part",
        MIXED_ANSWERS: "no answer has more than half of those who took a side",
    }[label]
