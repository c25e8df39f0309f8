"""How hard the sentences are that every report carries: as plain as what the room reads, in the same measure."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import Tell
from tests.sessions.reading import grade
from workshop.compare import notes
from workshop.compare.words import alike_words, checked_words, priorities_words
from workshop.model.checking import Checked
from workshop.model.comparison import Thresholds
from workshop.model.priorities import FEWEST_THEMES, Priorities, PriorityTheme
from workshop.model.records import VoteKind
from workshop.privacy.method import VOTES, method
from workshop.report import wording
from workshop.workbook.example import make_example

HARD = 8.0
"""The grade that the fixed sentences stay under: that of the plans' prompts."""
A_SENTENCE = 5
"""Words: what is shorter is a heading or a label, and has no grade that means much."""
LONG_NAMES = "were shown statements made by"
"""The one sentence that is hard by the groups' names and the word for what they were shown, each said twice; method.md fixes it."""


def sentences(texts: tuple[str, ...]) -> list[str]:
    """One by one, without headings and labels."""
    single = [part.strip(" .") + "." for text in texts for part in text.replace(": ", ". ").split(". ")]
    return [part for part in single if len(part.split()) >= A_SENTENCE]


@pytest.fixture(scope="module")
def fixed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[str, ...]]:
    """What a report says of its own, by where the words come from."""
    book = make_example(Path(tmp_path_factory.mktemp("age")) / "example")
    try:
        view = book.view()
    finally:
        book.close()
    constants = tuple(value for name, value in vars(wording).items() if name.isupper() and isinstance(value, str))
    return {
        "workshop/report/wording.py": (*constants, *(title for _, title in wording.CONTENTS)),
        "workshop/compare/words.py": tuple(_words()),
        "workshop/privacy/method.py": (*method(Thresholds()), VOTES),
        "the notes of the example": (*view.notes, notes.confounding(("parent", "practitioner"))),
    }


def _words() -> Iterator[str]:
    """The sentences among the words of the findings."""
    yield from (checked_words(Checked(remarks=12, right=right), "parent") for right in (0, 5))
    yield from (priorities_words(kind) for kind in VoteKind)
    themes = tuple(PriorityTheme(id=f"{each}", theme=f"{each}", groups={}) for each in range(FEWEST_THEMES))
    for voted_on in ((), themes):
        yield alike_words(Priorities(kind=VoteKind.DOTS, voted={}, themes=voted_on, tau_b=0.4, rbo=0.6))


def test_the_fixed_sentences_are_plain(fixed: dict[str, tuple[str, ...]], tell: Tell) -> None:
    """Each file has its own under grade 8 together; the hardest single ones are named, and none is half as hard again."""
    grades = {name: grade(texts) for name, texts in fixed.items()}
    rows = (f"{found:4.1f}  {name}" for name, found in grades.items())
    tell("Flesch-Kincaid grade of the reports' fixed sentences (target under 8)", "\n".join(rows))
    hardest = sorted(((grade([one]), one) for texts in fixed.values() for one in sentences(texts)), reverse=True)
    tell("The hardest of them", "\n".join(f"{hard:4.1f}  {one}" for hard, one in hardest[:8]))
    assert [name for name, found in grades.items() if found >= HARD] == []
    assert [one for hard, one in hardest if hard >= 1.5 * HARD and LONG_NAMES not in one] == []
