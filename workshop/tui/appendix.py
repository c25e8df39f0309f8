"""What the Compare screen shows behind the findings: what all groups hold, how far coders agree, and words, where they are asked for."""

from collections.abc import Sequence
from dataclasses import dataclass

from workshop.compare.coding_agreement import ENOUGH_REFLECTIONS, RARE, RELIABLE, TENTATIVE, ThemeAgreement
from workshop.compare.function_words import LEFT_OUT
from workshop.compare.polis import StatementMeasures, measures
from workshop.compare.word_use import EXPLORATORY, Vocabulary
from workshop.model.comparison import Comparison
from workshop.model.records import Elicited
from workshop.text import fold
from workshop.workbook.book import Workbook
from workshop.workbook.coding import coder_name

HELD_HOW = (
    "Polis' measures, for an appendix: they put statements in an order, and are no probabilities.",
    "Held by all: the share of each group that agrees, with one more who does and one who doesn't, multiplied with each other. "
    "1 would be everybody in every group.",
    "Typical of a group: how many times as often it gives an answer as the others do; 1 is as often. In brackets, how many standard errors "
    "that is away from as often.",
)
AGREEMENT_HOW = (
    "Two people coded the same remarks, neither seeing what the other gave. Counted is, theme by theme, on how many they agree.",
    f"Krippendorff's own lines for alpha: from {RELIABLE:.3f} reliable, below {TENTATIVE:.3f} no conclusion. 0 is what chance gives.",
    f"A theme given fewer than {RARE} times has counts only. Fewer than {ENOUGH_REFLECTIONS} remarks are too few to speak of agreement.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What all groups hold of the statements, what they agree with most first: "X1"."""

    name: str
    statements: tuple[StatementMeasures, ...]

    @property
    def how(self) -> Sequence[str]:
        """How this is counted."""
        return HELD_HOW


@dataclass(frozen=True, slots=True, kw_only=True)
class ToTalkThrough:
    """A remark ("R12", and its words) that two coders gave different themes (titles)."""

    ref: str
    text: str
    first_only: tuple[str, ...]
    second_only: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """How far two coders agree on the `remarks` that both coded: "X2". `themes` are by title."""

    name: str
    coders: tuple[str, str]
    remarks: int
    themes: tuple[tuple[str, ThemeAgreement], ...]
    disagreements: tuple[ToTalkThrough, ...]

    @property
    def how(self) -> Sequence[str]:
        """What the numbers mean."""
        return AGREEMENT_HOW


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words of two sides: "X3". They are exploratory: `found` is None until somebody asks for them."""

    name: str
    found: Vocabulary | None

    @property
    def how(self) -> Sequence[str]:
        """What this can't say."""
        return (EXPLORATORY, LEFT_OUT)


Part = Held | Agreement | Words


def appendix(book: Workbook, comparison: Comparison, words: Vocabulary | None) -> tuple[Part, ...]:
    """What there is, numbered; `words` are those that were asked for, None for none."""
    found: list[Part] = []
    if measured := measures(comparison):
        found.append(Held(name="X1", statements=measured))
    found += (_agreement(book, f"X{len(found) + place}", coder) for place, coder in enumerate(book.coders()[1:], 1))
    if any(each.participant and each.elicited is Elicited.OPEN for each in book.records.reflections.values()):
        found.append(Words(name=f"X{len(found) + 1}", found=words))
    return tuple(found)


def _agreement(book: Workbook, name: str, coder: str) -> Agreement:
    """Of the first coder, who is the note-taker where they coded, and another."""
    first = book.coders()[0]
    found = book.coding_agreement(first, coder)
    titles = {key: theme.title for key, theme in book.records.themes.items()}
    remarks = book.records.reflections
    return Agreement(
        name=name,
        coders=(coder_name(first), coder_name(coder)),
        remarks=found.reflections,
        themes=tuple(sorted(((titles[each.theme], each) for each in found.themes), key=lambda one: fold(one[0]))),
        disagreements=tuple(
            ToTalkThrough(
                ref=book.ref(remarks[each.reflection]),
                text=remarks[each.reflection].text,
                first_only=tuple(titles[theme] for theme in each.first_only),
                second_only=tuple(titles[theme] for theme in each.second_only),
            )
            for each in found.disagreements
        ),
    )
