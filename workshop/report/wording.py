"""The words that a report in any format has of its own, so that none of them says it otherwise: headings, fixed sentences, credits."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from workshop.model.view.artwork import ShownArtwork
from workshop.model.view.finding import ShownFinding
from workshop.model.view.group import ShownGroup
from workshop.model.view.quote import ShownQuote
from workshop.model.view.record import ShownReflection
from workshop.model.view.statement import ShownAnswers, ShownStatement
from workshop.model.view.view import View

CONTENTS = (
    ("who", "Who took part, and how"),
    ("glance", "At a glance"),
    ("compared", "Theme by theme"),
    ("telling", "Telling differences"),
    ("pictures", "The same pictures, and what each group saw"),
    ("shared", "Shared ground"),
    ("led", "Raised more by one group"),
    ("priorities", "Priorities"),
    ("heard", "Who was heard"),
    ("rest", "Raised by a few, and what can\u2019t be compared"),
    ("method", "Method and limits"),
    ("noted", "What else was noted"),
)
"""The sections in the order of method.md, 2: each the name of its template, and its heading. Only a report with pictures has theirs."""
WITH_RECOMMENDATIONS = "Priorities and recommendations"

TIMES = "Planned and actual times"
HOW_TO_READ = "How to read the numbers"
BARS = "A full bar is everybody in the group who could have raised the theme. A dashed end is what remarks noted for the group could add."
SAME_NUMBERS = "The same numbers as a table"
NOTHING_CONTESTED = "No statement of one group was contested by the other. That is not agreement: it may not have been put to them."
OTHER_STATEMENTS = "The other statements, and what each group answered"
NOT_PUT = "not put to anybody"
NOTHING_SHARED = "No theme was raised by enough people of both groups."
NOTHING_LED = "No theme was raised more by one group."
NOTHING_ELSE = "Nothing else was raised."
NO_PRIORITIES = "No theme was made a priority."
RECOMMENDED = "What should happen, and what came of it"
CAPTURED = "What was captured, not who spoke: notes measure the note-taker."
NOTED = (
    "What is quoted above is not repeated here. Words in quotation marks are as they were said; the others are the note-taker\u2019s "
    "paraphrase."
)
ON_PAPER = "It was shown on paper."
NO_WORDS = "No words of theirs were written down."

SUMMARY = "Summary."
MORE_IN_REPORT = "The full report has every theme, all that was noted, and the method."
YOU_SAID = "You said, we did"
TOLD_US = "What you told us"
DISPUTED = "What was disputed"
WHO_DOES_WHAT = "Who does what by when, and what came of it"
NOTHING_AGREED = "Nobody has said yet what will be done."


def contents(view: View) -> tuple[tuple[str, str], ...]:
    """The names and headings of the sections of this view's report."""
    return tuple(
        (name, WITH_RECOMMENDATIONS if name == "priorities" and view.recommendations else title)
        for name, title in CONTENTS
        if name != "pictures" or view.artworks
    )


def heading(view: View, name: str) -> str:
    """The heading of one section, where it stands alone."""
    return dict(contents(view))[name]


def more(count: int, noun: str) -> str:
    """How many of something a short report leaves out: "2 more themes are in the full report."; "" for none."""
    if not count:
        return ""
    return f"1 more {noun} is in the full report." if count == 1 else f"{count} more {noun}s are in the full report."


def upper_first(text: str) -> str:
    """The text with its first letter large, as it stands at the beginning of a line."""
    return text[:1].upper() + text[1:]


def side_by_side(view: View) -> str:
    """What the report is, under its title."""
    left, right = view.sides
    return f"What {left.plural} and {right.plural} said, side by side."


def bars_title(view: View) -> str:
    """What the mirrored bars show."""
    left, right = view.sides
    return f"How many {left.plural} (to the left) and how many {right.plural} (to the right) raised each theme"


def counted(view: View) -> tuple[tuple[str, str], ...]:
    """How many themes and contested statements there are: figures, each with its unit."""
    themes, contested = len(view.findings), len(view.telling)
    return (
        (f"{themes}", "theme" if themes == 1 else "themes"),
        (f"{contested}", f"{'statement' if contested == 1 else 'statements'} contested"),
    )


def made_on(view: View) -> str:
    """When it was made, and for whom."""
    return f"Made on {view.made.day} {view.made:%B %Y} for the audience \u201c{view.audience}\u201d."


def label_of(finding: ShownFinding) -> str:
    """The finding in words, under its heading."""
    return " \u00b7 ".join(part for part in (finding.label_text, finding.strength_text, finding.contested_text) if part)


def in_words(finding: ShownFinding) -> str:
    """The finding in words, in a table that has a column for what is contested."""
    return ", ".join(part for part in (finding.label_text, finding.strength_text, finding.one_session_text) if part)


def without_words(finding: ShownFinding, side: ShownGroup) -> str:
    """What stands where a side has no quote: that it did not raise the theme, or that nobody wrote its words down."""
    count = finding.groups.get(side.name)
    return f"Not raised by {side.plural}." if count and count.raised_at_most == 0 else NO_WORDS


def answered(given: ShownAnswers) -> str:
    """What a group answered that contests a statement, in large print."""
    return given.sentence or "Contested in the open round"


def answer_sentence(given: ShownAnswers) -> str:
    """The same as a sentence that stands by itself."""
    return f"{given.sentence or f'{upper_first(given.plural)} contested it in the open round'}."


def stance(given: ShownAnswers) -> str:
    """How such an answer contests it; "" where there is no answer, and the words in large print say that."""
    return f"contested: {given.contested_how}" if given.sentence else ""


def asked(given: ShownAnswers) -> str:
    """Who was asked, and how many where that may be told: "parents: 8"."""
    return f"{given.plural}: {given.asked}" if given.asked is not None else f"{given.plural}, {given.asked_text}"


def about(statement: ShownStatement) -> str:
    """The names of a statement's finding and of itself: "F3 · T1"."""
    return " \u00b7 ".join(part for part in (statement.finding, statement.name) if part)


def from_whom(artwork: ShownArtwork) -> str:
    """What a picture is called, and whose talk it arose from, beside its caption."""
    return f"{artwork.name}, from {artwork.made_by_plural}"


def credit(quote: ShownQuote) -> str:
    """Who said it, with which answer, marked as what, and its name: "p3, disagree, R12"."""
    return ", ".join(part for part in (quote.person, quote.answer, ", ".join(quote.marks), quote.name) if part)


def difference(view: View) -> str:
    """The caption of the table of intervals."""
    left, right = view.sides
    return f"How sure the differences are: the share of {left.plural} less the share of {right.plural}"


@dataclass(frozen=True, slots=True, kw_only=True)
class NotedSession:
    """What else was noted in a session: quotes that stand nowhere before with their credits, and how many remarks have no words at all."""

    session: str
    said: tuple[tuple[ShownQuote, str], ...]
    wordless: int

    @property
    def wordless_text(self) -> str:
        """How many remarks have neither words nor marks; "" where all have."""
        return f"{self.wordless} more without words: a person and a theme alone." if self.wordless else ""


def noted(view: View) -> tuple[NotedSession, ...]:
    """By session, what is quoted in no section before; a session of which nothing is left has no part in it."""
    quoted = {quote.name for quote in _quoted(view)}
    findings = {finding.theme: finding.name for finding in view.findings}
    sessions = groupby(view.reflections, key=lambda said: said.quote.session)
    found = (_session(session, said, quoted, findings) for session, said in sessions)
    return tuple(each for each in found if each.said or each.wordless)


def _session(session: str, said: Iterable[ShownReflection], quoted: set[str], findings: Mapping[str, str]) -> NotedSession:
    remarks = list(said)
    told = [one for one in remarks if one.quote.text or one.quote.marks]
    return NotedSession(
        session=session or "No session",
        said=tuple((one.quote, _full_credit(one, findings)) for one in told if one.quote.name not in quoted),
        wordless=len(remarks) - len(told),
    )


def _full_credit(said: ShownReflection, findings: Mapping[str, str]) -> str:
    """Who said it, its name, what it is about and was marked as: "p3, R12, F7, action"."""
    themes = [findings[theme] for theme in said.themes if theme in findings]
    who = said.quote.person or said.quote.perspective
    marks = said.quote.marks if said.quote.text else ()
    return ", ".join(part for part in (who, said.quote.name, *themes, said.statement, said.artwork, said.quote.answer, *marks) if part)


def _quoted(view: View) -> Iterator[ShownQuote]:
    """The quotes that stand in the sections before."""
    for finding in view.findings:
        for side in view.between:
            yield from finding.quotes[side]
    for statement in view.telling:
        for side in view.between:
            yield from statement.words_of(side)
        yield from statement.back_words
    for artwork in view.artworks:
        for quotes in artwork.readings.values():
            yield from quotes
