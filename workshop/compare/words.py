"""The findings in words for people who have not read the method; the labels of the JSON stay as they are (method.md, 2)."""

from collections import Counter
from collections.abc import Iterable

from workshop.model.comparison import CLEAR, CONFIRMED, LEANING, ONE_VOICE, Answers, Comparison, GroupCount, ThemeFinding
from workshop.model.perspective import BOTH, OTHER, plural_of

_ANSWERED = {"agree": "agreed", "partly": "agreed in part", "disagree": "disagreed", "unsure": "were unsure"}

_PEOPLE = {BOTH: ("person who is both", "people who are both"), OTHER: ("other person", "other people")}


def people(count: int, perspective: str) -> str:
    """How many people: "8 parents", "1 parent"."""
    return f"{count} {noun(count, perspective)}"


def noun(count: int, perspective: str) -> str:
    """The perspective's name in the number that the count asks for; "both" and "other" say what they are."""
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
    """The label of a theme: "raised more by parents"."""
    if finding.leader:
        return f"raised more by {noun(2, finding.leader)}"
    if finding.label == CONFIRMED:
        return "shared, confirmed when shown"
    return finding.label


def strength_words(finding: ThemeFinding) -> str:
    """How sure a led label is: "clear", or that it is a reason to read the quotes and no finding; "" for other labels."""
    return {CLEAR: "clear", LEANING: "leaning: read the quotes"}.get(finding.strength, "")


def steadiness_words(fragile: bool) -> str:
    """Whether leaving out one person would change the label."""
    return "could change with one person" if fragile else "steady"


def contested_words(count: int) -> str:
    """How many contested points: "1 contested point", "" for none."""
    return f"{count} contested point{'' if count == 1 else 's'}" if count else ""


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


def answers_words(answers: Answers) -> str:
    """All four counts and how many were asked: "agree 1 | partly 1 | disagree 6 | unsure 0 of 8 asked"."""
    counts = " | ".join(f"{answer} {getattr(answers, answer)}" for answer in _ANSWERED)
    return f"{counts} of {answers.asked} asked"


def at_a_glance(comparison: Comparison) -> str:
    """One sentence: "7 themes: 3 shared (1 with a contested point), 1 raised more by parents, 2 raised by a few"."""
    themes = comparison.themes
    if not themes:
        return "No themes yet"
    counts = Counter(_glance(theme) for theme in themes)
    disputed = Counter(_glance(theme) for theme in themes if theme.contested)
    parts = [f"{count} {words}{_with_points(count, disputed[words])}" for words, count in counts.items()]
    return f"{len(themes)} theme{'' if len(themes) == 1 else 's'}: {', '.join(parts)}"


def _glance(finding: ThemeFinding) -> str:
    """A leaning label is no finding, so at a glance it isn't said as one."""
    words = label_words(finding)
    if finding.strength == LEANING:
        return f"perhaps {words}"
    return "raised by one person" if finding.label == ONE_VOICE else words


def _with_points(count: int, disputed: int) -> str:
    if not disputed:
        return ""
    if count == disputed == 1:
        return " (with a contested point)"
    return f" ({disputed} with a contested point)"


def listed(parts: Iterable[str]) -> str:
    """A list in a sentence: "a, b and c"."""
    *most, last = parts
    return f"{', '.join(most)} and {last}" if most else last
