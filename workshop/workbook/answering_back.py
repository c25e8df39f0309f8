"""Answering back: what one group said and another contested goes back to the group that said it, with the answers and the reasons."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from workshop.compare.answers import Ballots
from workshop.compare.statements import statement_findings
from workshop.compare.words import contested_how, noun, people
from workshop.model.comparison import Answers, StatementFinding
from workshop.model.consent import may_be_told
from workshop.model.countable import countable
from workshop.model.perspective import MIXED
from workshop.model.records import Session, Statement
from workshop.model.thresholds import thresholds_of
from workshop.privacy.names import names, upper_first
from workshop.privacy.quotes import Reasons, more_words, reasons
from workshop.privacy.remarks import Remarks
from workshop.workbook.timeline import Timeline


@dataclass(frozen=True, slots=True)
class Heard:
    """What one group answered to a statement that it contests: `sentence` says it, `reasons` are words that it agreed to pass on.

    `more` says how many of those stand elsewhere ("and 3 more", "" for none), `kept_back` is how many nobody agreed to pass on.
    """

    group: str
    sentence: str
    reasons: tuple[str, ...]
    more: str
    kept_back: int


@dataclass(frozen=True, slots=True)
class Challenge:
    """A contested statement, what was heard of the groups that contest it, and what its makers answered back so far."""

    statement: Statement
    heard: tuple[Heard, ...]
    back: Answers


class AnsweringBack(Timeline):
    """The verbs that take a group's contested statements back to it."""

    _challenged: tuple[int, tuple[Challenge, ...]] = (-1, ())
    """Those of all groups, as they were at a serial: a screen asks again and again."""

    def challenges(self, group: str = MIXED) -> tuple[Challenge, ...]:
        """The statements of a group (of all where it is "mixed") that another one contests, in the order in which they were made."""
        if self._challenged[0] != self.serial:
            self._challenged = (self.serial, self._find_challenges())
        name = MIXED if group.strip().casefold() == MIXED else self.perspective(group).name
        return tuple(each for each in self._challenged[1] if name in (MIXED, each.statement.made_by))

    def heard_of(self, session: Session, statement: Statement) -> tuple[str, ...]:
        """What the group that made a statement is told before it answers back, a line each; nothing in any other session."""
        if not self.plan_of(session).answers_back:
            return ()
        found = next((each for each in self.challenges() if each.statement.id == statement.id), None)
        return tuple(line for heard in (found.heard if found else ()) for line in (heard.sentence, *heard.reasons, heard.more) if line)

    def answers_back(self, session: Session, statement: Statement, perspective: str) -> bool:
        """Whether an answer given in a session is its makers' to what others said of it, and no correction of a note."""
        return statement.made_by == perspective and self.plan_of(session).answers_back

    def _find_challenges(self) -> tuple[Challenge, ...]:
        records = countable(self.records)
        groups = tuple(each.name for each in self.perspectives)
        found = statement_findings(records, Ballots(records), (groups[0], groups[1]), groups, thresholds_of(records.workshop))
        contested = [each for each in found if each.contested_by]
        if not contested:
            return ()
        said = {key: each for key, each in records.reflections.items() if each.statement and each.text}
        agreed = {key for key, each in said.items() if may_be_told(each, records)}
        answering = replace(records, reflections=said)
        remarks = Remarks(answering, names(answering), {})
        return tuple(
            Challenge(
                records.statements[each.id], tuple(_heard(each, group, remarks, agreed) for group in each.contested_by), each.answered_back
            )
            for each in contested
        )


def _heard(found: StatementFinding, group: str, remarks: Remarks, agreed: Collection[str]) -> Heard:
    """What is told of one group; `agreed` are the remarks (ids) whose words may be."""
    of_group = [each for each in remarks.by_statement[found.id] if remarks.perspective(each) == group]
    told = [each for each in of_group if each.id in agreed]
    given = reasons(told, remarks).get(group, Reasons())
    words = tuple(f"“{each.text}”" if each.verbatim else each.text for each in given.quotes)
    return Heard(group, _sentence(found, group), words, more_words(given.left, counted=True), len(of_group) - len(told))


def _sentence(found: StatementFinding, group: str) -> str:
    """How many were asked, and what they answered: "8 parents were asked: 1 agreed, 1 agreed in part, 6 disagreed, 0 were unsure"."""
    answers = found.answers.get(group, Answers())
    if not answers.asked or group in found.miscounted:
        return upper_first(f"{noun(2, group)} {contested_how(found.label.get(group, ''))} it")
    counts = f"{answers.agree} agreed, {answers.partly} agreed in part, {answers.disagree} disagreed, {answers.unsure} unsure"
    return f"{people(answers.asked, group)} {'was' if answers.asked == 1 else 'were'} asked: {counts}"
