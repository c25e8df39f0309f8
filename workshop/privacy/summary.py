"""What a report says first: who took part, what was found at a glance, and what each side has checked."""

from datetime import tzinfo

from workshop.compare.shuffle import shuffle_line
from workshop.compare.words import at_a_glance, checked_words, contested_how, listed, noun, people
from workshop.model.checking import Checked, checked_by_perspective
from workshop.model.comparison import Comparison, StatementFinding
from workshop.model.records import Records
from workshop.model.view.group import ShownGroup
from workshop.privacy.audience import Audience
from workshop.privacy.counts import is_counted
from workshop.privacy.names import upper_first
from workshop.privacy.sessions import began, day, month
from workshop.privacy.small import SMALLEST_GROUP, Small


def took_part(comparison: Comparison, small: Small | None) -> str:
    """A sentence: "8 parents and 15 practitioners took part."."""
    present = [_people(number, group, small) for group, number in comparison.people.items() if number]
    return f"{listed(present)} took part." if present else "Nobody has taken part yet."


def groups(comparison: Comparison, small: Small | None) -> tuple[ShownGroup, ...]:
    """The groups with people, and the two that are compared."""
    numbers = {group: number for group, number in comparison.people.items() if number or group in comparison.between}
    return tuple(
        ShownGroup(
            name=group,
            plural=noun(2, group),
            people=number if small is None or is_counted(number) else None,
            text=_people(number, group, small),
        )
        for group, number in numbers.items()
    )


def _people(number: int, group: str, small: Small | None) -> str:
    return people(number, group) if small is None or is_counted(number) else f"fewer than {SMALLEST_GROUP} {noun(2, group)}"


def glance(comparison: Comparison) -> tuple[str, ...]:
    """What this is a comparison of, where not of the whole; the labels counted and the shuffle check; then each contested statement."""
    points = [
        _point(statement, group)
        for statement in comparison.statements
        if statement.contested
        for group in statement.contested_by
        if group in comparison.between
    ]
    about = (comparison.exploratory, comparison.narrowed, f"{at_a_glance(comparison)}.", shuffle_line(comparison))
    return (*filter(None, about), *points)


def _point(statement: StatementFinding, group: str) -> str:
    how = contested_how(statement.label.get(group, ""))
    return f"Contested: {noun(2, group)} {how} what {noun(2, statement.made_by)} said: \u201c{statement.statement}\u201d"


def checked_back(comparison: Comparison, records: Records, zone: tzinfo | None, audience: Audience) -> tuple[str, ...]:
    """For each side, how much of what was noted it has found right, and when it answered its own statements (member checking)."""
    checked = checked_by_perspective(records)
    made_by = {statement.id: statement.made_by for statement in records.statements.values()}
    sentences = []
    for side in comparison.between:
        own = {
            one.session
            for one in records.responses.values()
            if one.perspective == side and made_by.get(one.statement) == side and not one.back
        }
        instants = sorted(at for one in own if one in records.sessions and (at := began(records.sessions[one], records)))
        to_the_day = audience in (Audience.WORKING, Audience.PARTICIPANTS)
        days = dict.fromkeys(day(at, zone) if to_the_day else month(at, zone) for at in instants)
        on = "on" if to_the_day else "in"
        asked = f"asked{f' {on} {listed(days)}' if days else ''}" if own else "not asked"
        sentences.append(f"{upper_first(noun(2, side))} were {asked} whether their own statements were noted rightly.")
        if side in checked:
            sentences.append(_in_part(checked[side], side) if audience.hides_small_numbers else checked_words(checked[side], side))
    return tuple(sentences)


def _in_part(checked: Checked, side: str) -> str:
    """How far remarks were read back, without counting them: few remarks are of few people."""
    if not checked.right:
        return checked_words(checked, side)
    how = "" if checked.right == checked.remarks else "in part "
    return f"What was noted of {noun(2, side)} was {how}read back to them and found right."
