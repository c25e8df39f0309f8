"""What may point at somebody, as a list of flags, and each in its words."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from textual.content import Content

from workshop.model.clearance import Clearance, Decision
from workshop.tui.widgets.choicelist import ChoiceRow
from workshop.workbook.publishing import Doubt

TOLD: Mapping[Decision, str] = {
    Decision.KEEP: "it stays",
    Decision.REPLACE: "is replaced by",
    Decision.PARAPHRASE: "all of it is told as",
    Decision.DROP: "all of it is left out",
}
"""What was decided, in words; some are followed by what takes its place."""
OFFERED: Mapping[str, str] = {
    "EMAIL": "[an e-mail address]",
    "WEB": "[a web address]",
    "HANDLE": "[an account]",
    "INSURANCE": "[a number]",
    "HEALTH": "[a number]",
    "PHONE": "[a phone number]",
    "POSTCODE": "[a postcode]",
    "ADDRESS": "[an address]",
    "DATE": "[a date]",
    "AGE": "[an age]",
    "PLACE": "[a place]",
}
"""What may take the place of each kind; of any other a name."""
_A_NAME = "[a name]"
AROUND = 300
"""Letters of a text on each side of what was flagged in it."""


def offered(flag: Doubt) -> str:
    """What may stand in its place."""
    if flag.answer is not None and flag.answer.decision is Decision.REPLACE:
        return flag.answer.instead
    return OFFERED.get(flag.kind.name, _A_NAME)


def flag_rows(flags: Sequence[Doubt]) -> tuple[ChoiceRow, ...]:
    """A row a flag."""
    return tuple(
        ChoiceRow(
            id=flag.key,
            name=flag.where,
            value=f"\u201c{flag.found}\u201d",
            more=answer_words(flag),
            lacks=flag.open,
        )
        for flag in flags
    )


def answer_words(flag: Doubt) -> str:
    """What was decided about it."""
    if flag.answer is None:
        return "no answer yet"
    told, instead = TOLD[flag.answer.decision], flag.answer.instead
    return f"{told} {instead}" if instead else told


def in_context(flag: Doubt, around: int = AROUND) -> Content:
    """The text, with what was flagged in it marked; of a long one so many letters around that."""
    start, end = flag.start, flag.start + len(flag.found)
    before, after = flag.words[:start], flag.words[end:]
    if len(before) > around:
        before = f"\u2026 {before[-around:].partition(' ')[2]}"
    if len(after) > around:
        after = f"{after[:around].rpartition(' ')[0]} \u2026"
    return Content.assemble(before, (flag.words[start:end], "bold reverse"), after)


def flag_words(flag: Doubt) -> Content:
    """Where it stands, the text with it, why it was flagged, and what was decided."""
    head = Content.styled(f"{flag.where}: {flag.why}", "$quiet")
    return Content("\n").join([head, in_context(flag), Content.styled(answer_words(flag), "bold" if flag.answer else "bold $warning")])


def next_open(flags: Sequence[Doubt], after: str) -> str | None:
    """The key of the next flag without an answer after this one, else of the first; None where all have one."""
    keys = [flag.key for flag in flags]
    at = keys.index(after) + 1 if after in keys else 0
    return next((flag.key for flag in (*flags[at:], *flags[:at]) if flag.open), None)


def answered(flags: Sequence[Doubt], flag: Doubt, given: Clearance) -> tuple[Doubt, ...] | None:
    """The flags after a first answer to one, where that follows without looking through thousands of remarks again; else None.

    What is kept changes no words; with what is dropped the other open flags of the same text go.
    """
    if not flag.open or given.decision not in (Decision.KEEP, Decision.DROP):
        return None
    left = [each for each in flags if given.decision is Decision.KEEP or each.place != flag.place or not each.open or each.key == flag.key]
    return tuple(replace(each, answer=given) if each.key == flag.key else each for each in left)
