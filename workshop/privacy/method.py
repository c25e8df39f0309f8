"""How the labels come about, in sentences, with the thresholds that were used (method.md, 1.3, 1.4, 1.6)."""

from workshop.model.comparison import Thresholds


def method(thresholds: Thresholds) -> tuple[str, ...]:
    """One sentence a rule, for the end of a report."""
    used = thresholds
    return (
        "People are counted, not remarks: ten remarks by one person on a theme count once.",
        "A theme counts as raised when somebody brought it up unprompted, in an open round. What people said in answer to a statement "
        "stands with that statement and is not counted here.",
        f"Two groups are compared when each has at least {used.smallest_group} people and both had an open round.",
        f"A difference is named when the shares differ by at least {_percent(used.gap)} percentage points. It is clear when the "
        f"{_percent(used.clear_level)} % interval of that difference (Newcombe's method 10) leaves out zero and at least "
        f"{used.clear_count} people of the leading group raised the theme; it is leaning when only the {_percent(used.leaning_level)} % "
        f"interval does, with at least {used.leaning_count} people. Leaning is a prompt to read the words, not a finding.",
        f"Raised by both means that at least {used.shared_count} people in each group raised it, and no more: it does not say that they "
        "agree.",
        f"Answers to a statement are labelled from {used.fewest_answers} answers up: unsettled when more than "
        f"{_percent(used.unsure_share)} % were unsure; divided when agreement and disagreement each hold a third of the answers and at "
        f"least {used.divided_count} people; challenged when more than half disagreed; endorsed when more than half agreed; qualified when "
        "more than half agreed at least in part; mixed otherwise.",
        "A point is contested when the other group challenged a statement or was divided over it, or when at least "
        f"{used.disputers} named people of that group disputed it in the open round. It never comes from silence.",
        "Could change with one person means that leaving out some one person would change the label or its strength.",
    )


def _percent(share: float) -> str:
    return f"{share * 100:g}"
