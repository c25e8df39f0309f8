"""How the labels come about, in sentences, with the thresholds that were used (method.md, 1.3, 1.4, 1.6)."""

from workshop.model.comparison import Thresholds


def method(thresholds: Thresholds) -> tuple[str, ...]:
    """One sentence or two a rule, for the end of a report."""
    used = thresholds
    return (
        "People are counted, not remarks: ten remarks by one person on a theme count once. A theme was raised when somebody brought it "
        "up unprompted, in an open round; what was said in answer to a statement stands with the statement.",
        f"Two groups are compared when each has at least {used.smallest_group} people and both had an open round.",
        f"One group raised a theme more when the shares differ by at least {_percent(used.gap)} points. That is clear when the "
        f"{_percent(used.clear_level)} % interval of the difference (Newcombe's method 10) leaves out zero and at least "
        f"{used.clear_count} people of that group raised it. It is \u201cperhaps\u201d when only the {_percent(used.leaning_level)} % "
        f"interval does, with at least {used.leaning_count} people: a reason to read the quotes, not a finding.",
        f"Shared: at least {used.shared_count} people of each group raised it, which does not say that they agree.",
        f"Answers are labelled from {used.fewest_answers} up: unsettled when more than {_percent(used.unsure_share)} % were unsure; "
        f"divided when agree and disagree each hold {used.divided_count} people and {_percent(used.divided_share)} % of the other answers; "
        "challenged when more than half disagreed; endorsed when more than half agreed; qualified when more than half agreed at least in "
        "part; else mixed.",
        "A statement is contested when the other group challenged it, was divided over it, or "
        f"{used.disputers} of its people disagreed with it by themselves. Silence contests nothing.",
        "Steady: leaving out any one person would change neither the label nor its strength.",
    )


VOTES = (
    "Ranks are by all that a group gave to a theme; beside them stands how many people gave it anything, since three dots of one "
    "person are one person. Each person\u2019s last vote counts, and where votes were counted for the group too, the fuller count. Where "
    "people put themes in order, the last place that anybody gave counts 1 and each place above it 1 more. How alike two orders are is "
    "said by Kendall\u2019s tau-b and by rank-biased overlap (p = 0.8, extrapolated, ties at one depth), from five themes up."
)
"""How votes are counted, in a report that has any."""


def _percent(share: float) -> str:
    return f"{100 * share:.0f}"
