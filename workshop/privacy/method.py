"""How the labels come about, in sentences, with the thresholds that were used (method.md, 1.3, 1.4, 1.6)."""

from workshop.model.comparison import Thresholds


def method(thresholds: Thresholds) -> tuple[str, ...]:
    """One sentence or two a rule, for the end of a report."""
    used = thresholds
    return (
        "People are counted, not remarks: ten remarks by one person on a theme count once. A theme was raised when somebody brought it "
        "up in an open round, without being asked about it. What was said in answer to a statement stands with the statement.",
        f"Two groups are compared when each has at least {used.smallest_group} people and both had an open round.",
        f"One group raised a theme more when the shares differ by at least {_percent(used.gap)} points. That is clear when the "
        f"{_percent(used.clear_level)} % interval of the difference (Newcombe's method 10) leaves out zero and at least "
        f"{used.clear_count} people of that group raised it. It is \u201cperhaps\u201d when only the {_percent(used.leaning_level)} % "
        f"interval does, with at least {used.leaning_count} people: a reason to read the quotes, not a finding.",
        f"Shared: at least {used.shared_count} people of each group raised it, which does not say that they agree.",
        f"From {used.fewest_answers} answers up they have a label, the first that fits. Unsettled: more than "
        f"{_percent(used.unsure_share)} % were unsure. Divided: agree and disagree each hold {used.divided_count} people and "
        f"{_percent(used.divided_share)} % of the other answers. Challenged: more than half disagreed. Endorsed: more than half agreed. "
        "Qualified: more than half agreed at least in part. Mixed: none of these. More hands than people were there are not compared.",
        "A statement is contested when the other group challenged it or was divided over it. So it is when "
        f"{used.disputers} of its people disagreed with it by themselves. Silence contests nothing.",
        "Steady: leaving out any one person would change neither the label nor its strength.",
    )


VOTES = (
    "Ranks are by all that a group gave to a theme. Beside them stands how many people gave it anything: three dots may all be one "
    "person\u2019s. Each person\u2019s last vote counts. Where votes were counted for the group too, the fuller count is used. Where "
    "people put themes in order, the last place that anybody gave counts 1 and each place above it 1 more. From five themes up, two "
    "figures say how alike the orders are: Kendall\u2019s tau-b, and rank-biased overlap (p = 0.8, extrapolated, ties at one depth)."
)
"""How votes are counted, in a report that has any."""


def _percent(share: float) -> str:
    return f"{100 * share:.0f}"
