"""The appendix of a comparison: what all groups hold, how far coders agree, and which words one group uses more."""

from collections.abc import Iterator, Sequence

from textual.content import Content

from workshop.compare.coding_agreement import ENOUGH_REFLECTIONS, ThemeAgreement
from workshop.compare.polis import Representativeness, StatementMeasures
from workshop.compare.word_use import Vocabulary, WordUse
from workshop.compare.words import noun
from workshop.tui.appendix import Agreement, Held, Part, Words
from workshop.tui.keys import key_name, naming_keys
from workshop.tui.themes import colour_of
from workshop.tui.widgets.laidout import LaidOut, wrapped

INDENT = 5
IN_LIST, ON_PAGE = 5, 15
"""How many of each side's words, and of the remarks to talk through, the list and the page have."""


class InAppendix(LaidOut):
    """One part of the appendix, in short for the list, or `whole` for its own page."""

    def __init__(self, part: Part, *, whole: bool = False) -> None:
        """Show this."""
        self._part = part
        self._whole = whole

    def lines(self, width: int) -> Sequence[Content]:
        """A heading with its name, then a paragraph for each thing that is told."""
        room = max(8, width - INDENT)
        heading, told = _told(self._part, self._whole)
        first, *rest = wrapped(heading, room, "bold")
        found = [Content.assemble((f"{self._part.name:<{INDENT}}", "$quiet"), first), *(line.pad_left(INDENT) for line in rest)]
        for paragraph in told:
            begin, *more = wrapped(paragraph, max(1, room - 2))
            found += [begin.pad_left(INDENT), *(line.pad_left(INDENT + 2) for line in more)]
        return found


def _told(part: Part, whole: bool) -> tuple[str, Iterator[Content]]:
    match part:
        case Held():
            return "How far all groups hold it, 1 at most, and what is typical of one", _held(part, whole)
        case Agreement():
            first, second = part.coders
            return f"How far {first} and {second} agree on themes: {part.remarks} remarks that both coded", _agreement(part, whole)
        case Words():
            return "Words that one group uses more: exploratory", _words(part.found, ON_PAGE if whole else IN_LIST)


def _held(part: Held, whole: bool) -> Iterator[Content]:
    for each in part.statements:
        held = (f"held by all {each.consensus:.2f}  ", "$quiet")
        yield Content.assemble(f"T{each.statement.number}  ", held, f"“{each.statement.statement}”")
        yield from _typical(each) if whole else ()


def _typical(each: StatementMeasures) -> Iterator[Content]:
    if not each.typical:
        yield Content.styled("  one group alone was asked", "$quiet")
    for group, answers in each.typical.items():
        said = ", ".join(f"{answer} {_times(how)}" for answer, how in answers.items())
        yield Content.assemble("  ", (noun(2, group), colour_of(group)), f": {said}")


def _times(how: Representativeness) -> str:
    return f"{how.ratio:.1f} times as often as the others ({how.ratio_test:+.1f})"


def _agreement(part: Agreement, whole: bool) -> Iterator[Content]:
    if part.remarks < ENOUGH_REFLECTIONS:
        yield Content.styled(f"Fewer than {ENOUGH_REFLECTIONS} remarks are too few to speak of agreement.", "$quiet")
    for title, theme in part.themes:
        agree = f"agree on {100 * theme.agreement:.0f} %, {_beyond_chance(theme)}"
        yield Content.assemble(f"{title}: {agree}", (f"; {_counts(part, theme)}", "$quiet"))
    shown = part.disagreements if whole else part.disagreements[:IN_LIST]
    if shown:
        yield Content.styled("To talk through", "bold")
    for each in shown:
        sides = zip(part.coders, (each.first_only, each.second_only), strict=True)
        gave = "; ".join(f"{who}: {', '.join(titles)}" for who, titles in sides if titles)
        yield Content.assemble(f"{each.ref} {gave}", (f"  {each.text}", "$quiet"))
    if len(shown) < len(part.disagreements):
        yield Content.styled(f"and {len(part.disagreements) - len(shown)} more: {key_name('compare.open')}", "$quiet")


def _beyond_chance(theme: ThemeAgreement) -> str:
    """Alpha and kappa, or why there are none."""
    if theme.alpha is None or theme.kappa is None:
        return "too rare to say more" if theme.rare else "alpha undefined"
    return f"alpha {theme.alpha:.2f}, kappa {theme.kappa:.2f}"


def _counts(part: Agreement, theme: ThemeAgreement) -> str:
    first, second = part.coders
    return f"both {theme.both}, {first} only {theme.first_only}, {second} only {theme.second_only}, neither {theme.neither}"


def _words(found: Vocabulary | None, most: int) -> Iterator[Content]:
    if found is None:
        yield Content.styled(naming_keys("They are counted only where somebody asks: in the list, {compare.open} does."), "$quiet")
        return
    sides = [each for each in found.words if each.z > 0], [each for each in reversed(found.words) if each.z < 0]
    for side, words in zip(found.between, sides, strict=True):
        heading = Content.styled(f"Used by more {noun(2, side)}", f"bold {colour_of(side)}")
        used = ", ".join(_used(each, found) for each in words[:most])
        yield Content.assemble(heading, f": {used or 'no word of two people or more'}")


def _used(each: WordUse, found: Vocabulary) -> str:
    """How many people of each side: "bus (5 of 8, 1 of 15)"."""
    first, second = found.speakers
    return f"{each.word} ({each.first} of {first}, {each.second} of {second})"
