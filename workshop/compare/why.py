"""Why a finding has its label: the counts, the rule that matched and the interval, in sentences."""

from collections.abc import Iterator

from workshop.compare.clustering import RHO, clustered_interval
from workshop.compare.salience import salience
from workshop.compare.words import (
    HANDS_CURE,
    answers_words,
    contested_how,
    gap_words,
    label_words,
    listed,
    miscount_words,
    noun,
    people,
    share,
    share_of,
    short_label,
    unasked_words,
)
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
    GroupCount,
    StatementFinding,
    ThemeFinding,
    Thresholds,
)

FRAGILE = "Could change with one person: leaving out one person would change this."


def why(finding: ThemeFinding | StatementFinding, comparison: Comparison) -> tuple[str, ...]:
    """The sentences, the counts first."""
    if isinstance(finding, ThemeFinding):
        return tuple(_why_theme(finding, comparison))
    return tuple(_why_statement(finding, comparison.thresholds))


def _why_theme(finding: ThemeFinding, comparison: Comparison) -> Iterator[str]:
    for group in comparison.between:
        count = finding.groups[group]
        yield f"Raised unprompted by {share_of(count, group)}." if count.could else f"{_upper_first(noun(2, group))}: {share(count)}."
        if count.not_attributed:
            yield _unnamed(count, group)
    yield _rule(finding, comparison)
    if finding.interval:
        lower, upper = finding.interval
        yield f"Gap {gap_words(finding.gap)}; 95 % interval {gap_words(lower)} to {gap_words(upper)}."
        yield from _clustered(finding, comparison)
    if finding.contested or finding.confirmed:
        yield f"Of the statements put to the other group, {finding.confirmed} accepted, {finding.contested} contested."
    if finding.label != NOT_COMPARED:
        yield (FRAGILE if finding.fragile else "Steady: leaving out any one person does not change this.")
    if finding.one_session:
        yield "All who raised it sat in one session, though it was in play in others too."


def _clustered(finding: ThemeFinding, comparison: Comparison) -> Iterator[str]:
    """What the interval would be if people who sat together influenced each other."""
    ends = clustered_interval(finding, comparison)
    if ends and any(comparison.session_size[group] > 1 for group in comparison.between):
        yield f"If people in a room influence each other (alike by {RHO:g}): {gap_words(ends[0])} to {gap_words(ends[1])}."


def _unnamed(count: GroupCount, group: str) -> str:
    """How many remarks name no one, and how many people that may be."""
    few = count.not_attributed == 1
    remarks = f"{count.not_attributed} of the {count.reflections} remarks" if count.reflections > 1 else "The only remark"
    low, high = count.raised, count.raised_at_most
    people_of_them = "1 person" if low == high == 1 else f"{high} people" if low == high else f"{low} to {high} people"
    return f"{remarks} of {noun(2, group)} {'names' if few else 'name'} no one: that may be {people_of_them}."


def _rule(finding: ThemeFinding, comparison: Comparison) -> str:
    """The rule of method.md, 1.3 or 1.4, with the numbers that it was applied with."""
    thresholds = comparison.thresholds
    if finding.leader:
        clear = finding.strength == CLEAR
        level, fewest = (thresholds.clear_level, thresholds.clear_count) if clear else (thresholds.leaning_level, thresholds.leaning_count)
        rule = (
            f"a gap of {round(100 * thresholds.gap)} points or more, 0 outside its {round(100 * level)} % interval, "
            f"and at least {people(fewest, finding.leader)}."
        )
        if clear:
            return f"Raised more by {noun(2, finding.leader)}, clear: {rule}"
        return f"{_upper_first(label_words(finding))}. That is {rule} Chance alone often makes such a gap."
    if finding.label == NOT_COMPARED:
        return _not_compared(finding, comparison)
    return {
        NOT_RAISED: "Nobody raised it, though both could have.",
        ONE_VOICE: "Raised by one person, and one person is not compared with nobody.",
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
    labels = {short_label(one.label, one.strength, None if one.leader is None else comparison.between[one.leader]) for one in found}
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
            yield f"{_upper_first(noun(2, group))}: {answers_words(answers)}. {_stance(finding, group, thresholds)}"
        elif group != finding.made_by or not finding.answered_back.asked:
            yield f"{_upper_first(noun(2, group))} were not asked."
        if said := finding.unasked.get(group):
            yield f"{_upper_first(unasked_words(said, group))}: that is no answer."
    if finding.contested_by:
        by = listed(f"{noun(2, group)} {contested_how(finding.label.get(group, ''))} it" for group in finding.contested_by)
        yield f"Contested: {noun(2, finding.made_by)} said it, and {by}."
    if finding.answered_back.asked:
        yield f"{_upper_first(noun(2, finding.made_by))} answered back, having heard that: {answers_words(finding.answered_back)}."
        if finding.back_miscounted:
            yield f"{_upper_first(miscount_words(finding.back_miscounted, finding.made_by))}. {HANDS_CURE}"
    if finding.to_correct:
        yield "Its own group challenged it: a note to correct, not a difference."


def _stance(finding: StatementFinding, group: str, thresholds: Thresholds) -> str:
    """The label with its rule; of a show of hands that can't be, what is wrong with it and the cure."""
    label = finding.label[group]
    if group in finding.miscounted:
        return f"{_upper_first(label)}. {_upper_first(miscount_words(finding.miscounted[group], group))}. {HANDS_CURE}"
    fragile = f" {FRAGILE}" if finding.fragile.get(group) else ""
    return f"{_upper_first(label)}: {_stance_rule(label, thresholds)}.{fragile}"


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


def _upper_first(text: str) -> str:
    """As a sentence begins; unlike str.capitalize it leaves "NHS staff" alone."""
    return text[:1].upper() + text[1:]
