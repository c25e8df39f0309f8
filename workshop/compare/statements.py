"""What was put to the groups and what came back: the finding on each statement (method.md, 1.4)."""

from collections.abc import Iterable

from workshop.compare.answers import Ballots
from workshop.compare.fragility import stance_is_fragile
from workshop.compare.miscounts import miscount
from workshop.compare.people import People
from workshop.compare.stance import stance
from workshop.compare.tally import NOBODYS
from workshop.compare.unasked import OpenRemarks
from workshop.model.comparison import CHALLENGED, DIVIDED, ENDORSED, MISCOUNTED, QUALIFIED, StatementFinding, Thresholds
from workshop.model.records import Records

CONTESTING = frozenset({CHALLENGED, DIVIDED})
"""The stances of a group that make somebody else's statement a contested one."""


def statement_findings(
    records: Records, ballots: Ballots, between: tuple[str, str], columns: Iterable[str], thresholds: Thresholds
) -> tuple[StatementFinding, ...]:
    """The findings, by number. `columns` are the perspectives to show, where they answered; the two compared always stand."""
    said, back, people = OpenRemarks(records), Ballots(records, back=True), People(records)
    columns = tuple(columns)
    found = []
    for statement in sorted(records.statements.values(), key=lambda one: (one.number, one.id)):
        answers = {group: ballots.answers(statement.id, group) for group in columns}
        answers = {group: given for group, given in answers.items() if group in between or given.asked}
        counts = {group: miscount(ballots, people, statement.id, group) for group in answers}
        wrong = {group: each for group, each in counts.items() if each is not None}
        label = {group: MISCOUNTED if group in wrong else stance(given, thresholds) for group, given in answers.items()}
        contested_by = tuple(
            group
            for group in columns
            if is_cross_group(statement.made_by, group)
            and (label.get(group) in CONTESTING or said.disputers(statement.id, group) >= thresholds.disputers)
        )
        found.append(
            StatementFinding(
                id=statement.id,
                number=statement.number,
                statement=statement.text,
                made_by=statement.made_by,
                theme=statement.theme if statement.theme in records.themes else None,
                contested=any(group == other_of(between, statement.made_by) for group in contested_by),
                contested_by=contested_by,
                answers=answers,
                label=label,
                fragile={group: group not in wrong and stance_is_fragile(given, thresholds) for group, given in answers.items()},
                to_correct=label.get(statement.made_by) == CHALLENGED,
                answered_back=back.answers(statement.id, statement.made_by),
                ref=statement.ref,
                miscounted=wrong,
                back_miscounted=miscount(back, people, statement.id, statement.made_by),
                unasked={group: one for group in columns if (one := said.unasked(statement.id, group))},
            )
        )
    return tuple(found)


def is_cross_group(made_by: str, group: str) -> bool:
    """Whether a group answers somebody else's statement; where nobody knows whose it is, that can't be said."""
    return made_by not in NOBODYS and made_by != group


def other_of(between: tuple[str, str], made_by: str) -> str | None:
    """The one of the two that answers the other's statements; None where neither made it."""
    first, second = between
    return {first: second, second: first}.get(made_by)


def accepts(label: str | None) -> bool:
    """Whether a group that answered so finds the statement right, or right in part."""
    return label in {ENDORSED, QUALIFIED}
