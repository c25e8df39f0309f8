"""The findings in words for people who have not read the method; the labels of the JSON stay as they are (method.md, 2)."""

from collections import Counter
from collections.abc import Iterable, Sequence

from workshop.model.checking import Checked
from workshop.model.comparison import (
    CHALLENGED,
    CLEAR,
    CONFIRMED,
    DIVIDED,
    LEANING,
    NOT_COMPARED,
    NOT_TOLD,
    ONE_VOICE,
    Answers,
    Comparison,
    GroupCount,
    Miscount,
    ThemeFinding,
    Unasked,
)
from workshop.model.perspective import AT, BOTH, OTHER, plural_of
from workshop.model.priorities import FEWEST_THEMES, GroupPriority, Priorities
from workshop.model.records import VoteKind

_ANSWERED = {"agree": "agreed", "partly": "agreed in part", "disagree": "disagreed", "unsure": "were unsure"}

_PEOPLE = {BOTH: ("person who is both", "people who are both"), OTHER: ("other person", "other people")}


def people(count: int, perspective: str) -> str:
    """How many people: "8 parents", "1 parent"."""
    return f"{count} {noun(count, perspective)}"


def noun(count: int, perspective: str) -> str:
    """The perspective's name in the number that the count asks for; "both" and "other" say what they are, "parent@Ayr" where."""
    whose, at, where = perspective.partition(AT)
    if at:
        return f"{noun(count, whose)} in {where}"
    one, several = _PEOPLE.get(perspective) or (perspective, plural_of(perspective))
    return one if count == 1 else several


def share(count: GroupCount) -> str:
    """How many of how many: "5 of 8", or "3-5 of 8" where notes name no one."""
    if not count.could:
        return "people not counted" if count.reflections else "no open round"
    raised = f"{count.raised}" if count.raised == count.raised_at_most else f"{count.raised}-{count.raised_at_most}"
    return f"{raised} of {count.could}"


def share_of(count: GroupCount, perspective: str) -> str:
    """`share` with its unit: "5 of 8 parents"."""
    return f"{share(count)} {noun(count.could, perspective)}" if count.could else share(count)


def label_words(finding: ThemeFinding) -> str:
    """The label of a theme: "raised more by parents"; one that is only leaning is no finding, and says what to do instead."""
    words = short_label(finding.label, finding.strength, finding.leader)
    return f"{words}: read the quotes" if finding.strength == LEANING else words


def short_label(label: str, strength: str, leader: str | None) -> str:
    """The same for an enumeration: "perhaps raised more by parents"."""
    if leader:
        return f"{'perhaps ' if strength == LEANING else ''}raised more by {noun(2, leader)}"
    told = {CONFIRMED: "shared, confirmed when shown", ONE_VOICE: "raised by one person", NOT_TOLD: "with too few people to say more"}
    return told.get(label, label)


def strength_words(finding: ThemeFinding) -> str:
    """That a led label is clear; of one that is leaning the label itself says so, and others have no strength."""
    return "a clear difference" if finding.strength == CLEAR else ""


def not_compared_words(finding: ThemeFinding, comparison: Comparison) -> str:
    """Why a theme is not compared: "no open round for parents", "fewer than 4 parents"; "" where it is."""
    if finding.label != NOT_COMPARED:
        return ""
    counts = {group: finding.groups[group] for group in comparison.between}
    if without := [group for group, count in counts.items() if not count.could]:
        said = (
            f"{noun(2, group)} not counted" if counts[group].reflections else f"no open round for {noun(2, group)}" for group in without
        )
        return listed(said)
    small = [noun(2, group) for group, count in counts.items() if count.could < comparison.thresholds.smallest_group]
    return f"fewer than {comparison.thresholds.smallest_group} {listed(small)}"


def steadiness_words(fragile: bool) -> str:
    """Whether leaving out one person would change the label."""
    return "could change with one person" if fragile else "steady"


def contested_words(count: int) -> str:
    """How many contested points: "1 contested point", "" for none."""
    return f"{count} contested point{'' if count == 1 else 's'}" if count else ""


def contested_how(stance: str) -> str:
    """How a group with this stance on a statement contested it: "challenged"."""
    return {CHALLENGED: "challenged", DIVIDED: "were divided over"}.get(stance, "disagreed by themselves with")


def gap_words(gap: float | None) -> str:
    """The gap in points, with its sign: "+56 points"; "" where nothing is compared."""
    if gap is None:
        return ""
    points = round(100 * gap)
    return f"{points:+d} point{'' if abs(points) == 1 else 's'}" if points else "no gap"


def answered_words(answers: Answers, perspective: str) -> str:
    """What most answered: "6 of 8 parents disagreed", or of a tie "4 of 8 parents agreed and 4 disagreed"."""
    if not answers.asked:
        return f"{noun(2, perspective)} were not asked"
    counts = {answer: getattr(answers, answer) for answer in _ANSWERED}
    most = max(counts.values())
    verbs = [verb if most > 1 else verb.replace("were", "was") for answer, verb in _ANSWERED.items() if counts[answer] == most]
    first, *others = verbs
    return listed([f"{most} of {people(answers.asked, perspective)} {first}", *(f"{most} {verb}" for verb in others)])


def unasked_words(unasked: Unasked, perspective: str) -> str:
    """What was said of a statement by itself: "unasked, 2 parents disagreed and 1 agreed, and 1 remark noted of parents disagrees"."""
    told = [(getattr(unasked.people, answer), verb) for answer, verb in _ANSWERED.items()]
    counts = [f"{count} {verb if count > 1 else verb.replace('were', 'was')}" for count, verb in told if count]
    if counts:
        number, _, verb = counts[0].partition(" ")
        counts[0] = f"{people(int(number), perspective)} {verb}"
    for answer in _ANSWERED:
        if count := getattr(unasked.notes, answer):
            counts.append(f"{count} {'remark' if count == 1 else 'remarks'} noted of {noun(2, perspective)} with !{answer}")
    return f"unasked, {listed(counts)}"


HANDS_CURE = "Take the hands again, or put right how many were here."
"""What to do about a show of hands that can't be."""


def miscount_words(found: Miscount, perspective: str) -> str:
    """What is wrong with a show of hands: "36 hands were counted where 7 parents were here: that can't be right"."""
    were = "was" if found.here == 1 else "were"
    return f"{found.hands} hands were counted where {people(found.here, perspective)} {were} here: that can't be right"


def answers_words(answers: Answers) -> str:
    """All four counts and how many were asked: "agree 1 | partly 1 | disagree 6 | unsure 0 of 8 asked"."""
    counts = " | ".join(f"{answer} {getattr(answers, answer)}" for answer in _ANSWERED)
    return f"{counts} of {answers.asked} asked"


_TOO_CLOSE = "too close to say"
"""What a glance says of themes that are only leaning."""


def at_a_glance(comparison: Comparison) -> str:
    """One sentence: "7 themes: 3 shared (1 with a contested point), 1 raised more by parents, 2 raised by a few".

    What is only leaning is counted last and not called raised more by anybody: it is no finding (method.md, 1.6).
    """
    themes = comparison.themes
    if not themes:
        return "No themes yet"
    labels = sorted(
        (
            (_TOO_CLOSE if theme.strength == LEANING else short_label(theme.label, theme.strength, theme.leader), theme.contested)
            for theme in themes
        ),
        key=lambda each: each[0] == _TOO_CLOSE,
    )
    counts = Counter(label for label, _ in labels)
    contested = Counter(label for label, points in labels if points)
    parts = [f"{count} {words}{_with_points(count, contested[words])}" for words, count in counts.items()]
    return f"{len(themes)} theme{'' if len(themes) == 1 else 's'}: {', '.join(parts)}"


def _with_points(count: int, contested: int) -> str:
    if not contested:
        return ""
    if count == contested == 1:
        return " (with a contested point)"
    return f" ({contested} with a contested point)"


def listed(parts: Iterable[str]) -> str:
    """A list in a sentence: "a, b and c"."""
    *most, last = parts
    return f"{', '.join(most)} and {last}" if most else last


def given_words(given: GroupPriority, kind: VoteKind, voted: int) -> str:
    """What a group gave to a theme: "1st, 9 dots from 5 of 8"; "none" where it gave nothing."""
    if given.rank is None:
        return "none"
    people = people_gave(given, voted)
    return f"{place_words(given.rank)}, {points_words(given.points, kind)}{f' from {people}' if people else ''}"


def points_words(points: int, kind: VoteKind) -> str:
    """Points with their unit: "9 dots"; money has none, since nobody says which."""
    unit = {VoteKind.DOTS: "dot", VoteKind.HANDS: "hand", VoteKind.RANK: "point"}.get(kind, "")
    return f"{points} {unit}{'' if points == 1 else 's'}" if unit else f"{points}"


def people_gave(given: GroupPriority, voted: int) -> str:
    """How many of those who voted gave a theme anything: "5 of 8"; "" where a group voted as one, or nobody counted it."""
    if given.gave is None or not voted:
        return ""
    people = f"{given.gave}" if given.gave == given.gave_at_most else f"{given.gave}-{given.gave_at_most}"
    return f"{people} of {voted}"


def priorities_words(kind: VoteKind) -> str:
    """The heading of one kind of vote."""
    return {
        VoteKind.DOTS: "What came first, by dots",
        VoteKind.HANDS: "What came first, by hands",
        VoteKind.RANK: "What came first, put in order",
        VoteKind.BUDGET: "What came first, by money given out",
    }[kind]


def order_words(groups: Sequence[str]) -> str:
    """By what the themes of a vote are ordered, given the groups that gave anything."""
    if not groups:
        return "Nobody gave anything."
    first, *others = (noun(2, group) for group in groups)
    equals = f"; where those are equal, by those of {', then of '.join(others)}" if others else ""
    return f"Ordered by the ranks of {first}{equals}."


def place_words(rank: int) -> str:
    """A rank: "1st", "2nd", "11th"."""
    ending = "th" if rank % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(rank % 10, "th")
    return f"{rank}{ending}"


def voted_words(voted: int) -> str:
    """How many voted: "8 voted"."""
    return f"{voted} voted" if voted else "not counted"


def alike_words(found: Priorities) -> str:
    """How alike the two rankings are, or why nothing says so; "" where one of the groups gave nothing."""
    if found.few:
        return (
            f"With fewer than {FEWEST_THEMES} themes the ranks stand for themselves. No figure says how alike they are: "
            "of four themes even a complete reversal may be chance."
        )
    if found.tau_b is None or found.rbo is None:
        return ""
    return (
        f"How alike the two orders are: tau-b {found.tau_b:+.2f} (+1 is the same order, 0 no likeness, -1 the reverse); "
        f"rank-biased overlap {found.rbo:.2f} (from 0 to 1, the top weighs most)."
    )


def checked_words(checked: Checked, perspective: str) -> str:
    """How far what was noted of a group was read back to it: "5 of the 12 remarks of parents were read back and found right."."""
    whose = noun(2, perspective)
    if not checked.right:
        return f"What was noted of {whose} was not checked back with them."
    remarks = "remark" if checked.remarks == 1 else "remarks"
    verb = "was" if checked.right == 1 else "were"
    return f"{checked.right} of the {checked.remarks} {remarks} noted of {whose} {verb} read back and found right."
