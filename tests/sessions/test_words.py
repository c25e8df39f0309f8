"""The words of the ready-made plans: plain, of our own, and true to the time that they promise."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import Tell
from tests.sessions.reading import grade, syllables
from workshop.model.plan import Plan
from workshop.plans import HEADINGS, load_plan, plan_names, plans_folder

PLANS = plan_names()
PROMISED = {
    "an hour": 60,
    "an hour and a quarter": 75,
    "an hour and a half": 90,
    "an hour and three quarters": 105,
    "two hours": 120,
}
OF_THE_TABLE = {
    "answering-back",
    "appreciative-inquiry",
    "asset-mapping",
    "charter",
    "community-of-practice",
    "data-sharing",
    "enablers-and-barriers",
    "families-priorities",
    "inquiry-1-question",
    "inquiry-2-evidence",
    "inquiry-3-change",
    "mapping-services",
    "needs-and-assets",
    "practice-examples",
    "questions-for-reflection",
    "readback",
    "reading-the-pictures",
    "shared-budget",
    "skills-bank",
    "steps-check",
    "story-circle",
    "supervision",
    "the-deal",
    "time-at-each-stage",
    "walk-the-place",
}
"""The ways of working that the sources tell of, as plans."""
HARD = 8.0
"""The grade that the words which a room reads or hears stay under."""
IN_PLAIN_SIGHT = 20
"""Words: a prompt shorter than that has no grade that means much, and one long word makes it hard."""


def _header(plan: Plan) -> str:
    """The comment that a plan's file begins with, as one line."""
    lines = plan.text.split("\n\n", 1)[0].splitlines()
    return " ".join(line.removeprefix("#").strip() for line in lines)


def _heard(plan: Plan) -> Iterator[str]:
    """What the room hears or reads: welcome, cards, prompts; not what is said to the leader alone."""
    yield plan.welcome
    for card in plan.cards:
        yield re.sub(r"(?m)^For the leader:.*$", "", card.text)
    yield from (activity.prompt for activity in plan.activities)


def test_every_way_of_working_is_a_plan() -> None:
    """Each that the sources tell of can be run by name."""
    assert set(PLANS) >= OF_THE_TABLE


@pytest.mark.parametrize("name", PLANS)
def test_a_plan_takes_what_its_header_promises(name: str) -> None:
    """The header says how long one sitting takes, and the minutes of the activities come to it."""
    plan = load_plan(name)
    found = re.search(r"One sitting of (.*?)[.,]", _header(plan))
    assert found is not None
    assert plan.minutes == PROMISED[found[1]]
    assert sum(activity.minimum or 0 for activity in plan.activities) <= 0.85 * plan.minutes, "there is something to catch up with"


@pytest.mark.parametrize("name", PLANS)
def test_a_plan_says_where_it_comes_from(name: str) -> None:
    """The header tells whose way of working it is, and that the wording is ours; a list of plans finds it under a heading."""
    plan = load_plan(name)
    assert re.search("carries out|is the missing part", _header(plan))
    assert re.search(r"our own|are ours", _header(plan))
    assert plan.heading in HEADINGS


@pytest.mark.parametrize("name", PLANS)
def test_turns_fit_into_their_activity(name: str) -> None:
    """With as many people as the plan names first, everybody has a turn within the minutes."""
    plan = load_plan(name)
    fewest = re.search(r"\d+", plan.people)
    assert fewest is not None
    for activity in plan.activities:
        assert (activity.turns or 0) * int(fewest[0]) <= activity.minutes, activity.title


@pytest.mark.parametrize("name", PLANS)
def test_a_guardian_is_asked_where_children_take_part(name: str) -> None:
    """A plan for children or young people has a card on the yes from home."""
    plan = load_plan(name)
    if re.search(r"children of|young people", plan.people) or "young person" in plan.perspectives:
        assert any("guardian" in card.text for card in plan.cards)


def test_what_the_room_reads_is_plain(tell: Tell) -> None:
    """Welcome, cards and prompts of each plan are under grade 8, and so are all its prompts together; the hardest prompts are named."""
    grades, hardest = {}, []
    for name in PLANS:
        plan = load_plan(name)
        grades[name] = (grade(_heard(plan)), grade(activity.prompt for activity in plan.activities))
        hardest += [(grade([activity.prompt]), name, activity.prompt) for activity in plan.activities]
    rows = (f"{name:26} {heard:4.1f} {prompts:4.1f}" for name, (heard, prompts) in grades.items())
    tell("Flesch-Kincaid grade of each plan (target under 8): all that the room hears, prompts alone", "\n".join(rows))
    rows = (f"{hard:4.1f}  {name}: {prompt}" for hard, name, prompt in sorted(hardest, reverse=True)[:5])
    tell("The hardest prompts", "\n".join(rows))
    assert [name for name, both in grades.items() if max(both) >= HARD] == []
    assert [prompt for hard, _, prompt in hardest if hard >= HARD and len(prompt.split()) >= IN_PLAIN_SIGHT] == []


@pytest.mark.parametrize(
    ("word", "count"), [("cat", 1), ("table", 2), ("families", 3), ("agree", 2), ("there", 1), ("asked", 1), ("wanted", 2)]
)
def test_syllables_are_counted_as_they_are_said(word: str, count: int) -> None:
    """The grade rests on it."""
    assert syllables(word) == count


def test_hard_texts_are_told_from_plain_ones(shared: Path) -> None:
    """By the same measure the sources, written for senior people, are of grade 11 and more, and a first reader is of the first years."""
    assert all(grade([source.read_text("utf-8")]) > 11 for source in (shared / "sources").glob("*.txt"))
    assert grade(["The cat sat on the mat.", "It was a sunny day.", "Then it went home."]) < 2


def test_no_page_copies_the_sources(shared: Path) -> None:
    """No eight words in a row of the plans' own pages or of the documents in this repository stand in the sources."""
    taken: set[tuple[str, ...]] = set()
    for source in sorted((shared / "sources").glob("*.txt")):
        taken |= set(_eights(source.read_text("utf-8")))
    root = Path(__file__).parents[2]
    files = [
        *root.glob("*.md"),
        *(root / "docs").rglob("*.md"),
        *(root / "workshop" / "guide").rglob("*.md"),
        *plans_folder().rglob("*.toml"),
    ]
    copied = {file.name: found for file in files if (found := taken & set(_eights(re.sub(r"(?m)^\s*#", "", file.read_text("utf-8")))))}
    assert copied == {}


def _eights(text: str) -> Iterator[tuple[str, ...]]:
    words = re.findall(r"[a-z0-9']+", text.casefold().replace("\u2019", "'"))
    return (tuple(words[at : at + 8]) for at in range(len(words) - 7))
