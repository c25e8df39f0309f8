"""The sentences that stand under every comparison: what its numbers can't say, and what was done with untidy records."""

from collections.abc import Iterator, Sequence

from workshop.compare.answers import Ballots
from workshop.compare.statements import other_of
from workshop.compare.tally import Tally
from workshop.compare.words import HANDS_CURE, listed, noun, people
from workshop.model.comparison import Miscount, StatementFinding, Thresholds

SILENCE = "Not raising something is not disagreeing with it."
THOSE_WHO_CAME = "Numbers describe the people who took part."


def notes(
    tally: Tally, ballots: Ballots, statements: Sequence[StatementFinding], between: tuple[str, str], thresholds: Thresholds
) -> tuple[str, ...]:
    """All sentences that these records ask for, the general ones first."""
    found = [SILENCE, THOSE_WHO_CAME]
    if is_confounded(tally, between):
        found.append(confounding(between))
    found += _one_way(statements, between)
    for group in between:
        found += _group(tally, group, thresholds)
        found += _hands(tally, ballots, statements, group)
    found += _untidy(tally, ballots, statements)
    return tuple(found)


def is_confounded(tally: Tally, between: tuple[str, str]) -> bool:
    """Whether both took part and never sat together: by the sessions in which they spoke openly, or by cohort where one never did."""
    first, second = (tally.sat.get(group, set()) for group in between)
    if first and second:
        return not first & second
    one, other = (tally.people.cohorts(group) for group in between)
    return bool(one and other) and not one & other


def confounding(between: tuple[str, str]) -> str:
    """The sentence for groups that never sat together (method.md, 1.7)."""
    first, second = (noun(2, group) for group in between)
    return (
        f"{_upper_first(first)} and {second} met in different sessions. A difference between them may come from that: "
        "who asked, how it was asked, who came that day."
    )


def _one_way(statements: Sequence[StatementFinding], between: tuple[str, str]) -> Iterator[str]:
    """Who was shown what the other had said, where that went one way only."""
    answered = {one.made_by for one in statements if (group := other_of(between, one.made_by)) and one.answers[group].asked}
    if len(answered) == 1:
        maker = answered.pop()
        makers, shown = noun(2, maker), noun(2, other_of(between, maker) or "")
        yield f"{_upper_first(shown)} were shown statements made by {makers}; {makers} were not shown {_statements_of(shown)}."


def _group(tally: Tally, group: str, thresholds: Thresholds) -> Iterator[str]:
    """What limits the numbers of one perspective."""
    total, several = tally.people.total(group), noun(2, group)
    if tally.people.uncounted(group, tally.spoke_openly):
        yield f"In some sessions nobody counted the {several}: what was noted there for the group raises no number."
    elif not total:
        yield f"No {several} have taken part yet."
    elif total < thresholds.smallest_group:
        yield f"Only {people(total, group)} took part: groups of fewer than {thresholds.smallest_group} are described, not compared."
    if total and not any(tally.rounds.any(cohort) for cohort in tally.people.cohorts(group)):
        yield f"{_upper_first(several)} had no open round, so what they would have raised by themselves is not known."
    if (groups := len(tally.people.cohorts(group))) > 1:
        yield f"{_upper_first(several)} came as {groups} groups: somebody who came with more than one, and isn't linked, counts in each."
    known, counted = tally.people.beyond_count(group)
    if known > counted:
        verb = "is" if known == 1 else "are"
        yield f"{people(known, group)} {verb} known by a sticker where {counted} were counted: the head count stands."


def _hands(tally: Tally, ballots: Ballots, statements: Sequence[StatementFinding], group: str) -> Iterator[str]:
    """Where more hands were counted than people: once, with the widest difference.

    A room in which nobody was counted has a doubt alone where fewer are known by a code, since those are seldom all.
    """
    over = [(found, name) for one in statements for found, name in _miscounts(one, group)]
    if over:
        widest = max((found for found, _ in over), key=lambda found: (found.hands - found.here, found.hands))
        yield (
            f"More hands were counted ({widest.hands}) than {noun(2, group)} were here ({widest.here}): "
            f"what they answered to {listed(dict.fromkeys(name for _, name in over))} is not compared. {HANDS_CURE}"
        )
    shows = (pair for one in statements for pair in ballots.hands(one.id, group).items())
    unsure = [
        (hands, known)
        for cohort, hands in shows
        if not tally.people.room(cohort, group) and 0 < (known := tally.people.known(cohort, group)) < hands
    ]
    if unsure:
        hands, known = max(unsure, key=lambda pair: (pair[0] - pair[1], pair))
        yield f"More hands were counted ({hands}) than {noun(2, group)} are known by a code ({known}), and nobody noted how many were here."


def _miscounts(one: StatementFinding, group: str) -> Iterator[tuple[Miscount, str]]:
    if group in one.miscounted:
        yield one.miscounted[group], f"T{one.number}"
    if group == one.made_by and one.back_miscounted:
        yield one.back_miscounted, f"T{one.number}"


def _untidy(tally: Tally, ballots: Ballots, statements: Sequence[StatementFinding]) -> Iterator[str]:
    """What the records hold twice, or for nobody, or wrongly, or not at all."""
    if unheard := [f"S{each.number}" for each in tally.unheard()]:
        yield f"Nothing was noted in {listed(unheard)}: who was there counts as having raised nothing."
    if tally.uncounted:
        yield f"{_remarks(tally.uncounted)} for no group: the note-taker's own, or nobody knows whose."
    if twice := ballots.both_ways():
        yield (
            f"{twice} statement{' was' if twice == 1 else 's were'} answered by a show of hands and by person in one group: "
            "the fuller of the two counts is used."
        )
    if ballots.ballots():
        yield f"{ballots.ballots()} answer{'s name' if ballots.ballots() > 1 else ' names'} no one: each is counted as one person's."
    if wrong := [f"T{one.number}" for one in statements if one.to_correct]:
        yield (
            f"{listed(wrong)} {'was' if len(wrong) == 1 else 'were'} challenged by the group that said it: that is a note to "
            "correct, not a difference."
        )


def _remarks(count: int) -> str:
    return f"{count} remark{' counts' if count == 1 else 's count'}"


def _statements_of(plural: str) -> str:
    if " in " in plural:
        return f"statements of {plural}"
    return f"{plural}' statements" if plural.endswith("s") else f"{plural}'s statements"


def _upper_first(text: str) -> str:
    """As a sentence begins; unlike str.capitalize it leaves "NHS staff" alone."""
    return text[:1].upper() + text[1:]
