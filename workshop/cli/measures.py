"""What `workshop compare` prints beside the comparison: who was heard, change over time, agreement, Polis' measures, words."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import click

from workshop.cli.coders import agreement_json, print_agreement
from workshop.compare.function_words import LEFT_OUT
from workshop.compare.heard import Heard, SessionHeard, heard_json
from workshop.compare.over_time import caution_words, over_time_json, over_time_words
from workshop.compare.polis import Representativeness, measures
from workshop.compare.word_use import EXPLORATORY, WordUse, vocabulary_json
from workshop.compare.words import noun
from workshop.workbook.book import Workbook


@dataclass(frozen=True, slots=True)
class Part:
    """Between whom, and of which sessions, lane and themes, as they were typed; empty is as usual, and all."""

    between: Sequence[str]
    sessions: Sequence[str]
    lane: str
    themes: Sequence[str]


Measure = Callable[[Workbook, Part], None]
"""Prints one."""
MOST_WORDS = 15
"""Words of each side that are printed; the JSON has them all."""


def measures_json(book: Workbook, wanted: Sequence[str], part: Part) -> dict[str, object]:
    """What each session (by id) is called, who was heard, change over time; agreement and words where they were asked for."""
    names = book.session_names()
    found: dict[str, object] = {
        "sessions": dict(names),
        "heard": [{**heard_json(each), "session": names[each.session]} for each in book.heard_by_session(part.sessions)],
        "over_time": [over_time_json(each, names) for each in book.over_time(part.themes, part.sessions)],
    }
    if "agreement" in wanted:
        found["agreement"] = agreement_json(book, book.coding_agreement())
    if "words" in wanted:
        found["words"] = vocabulary_json(book.vocabulary(part.between, sessions=part.sessions, lane=part.lane))
    return found


def _print_heard(book: Workbook, part: Part) -> None:
    from workshop.console import print_table  # noqa: PLC0415  # rich: 46 ms that --json saves

    names = book.session_names()
    found = book.heard_by_session(part.sessions)
    header = ("session", "group", "people", "silent", "contributions", "of them unnamed", "words", "share of people", "of contributions")
    rows = [
        (names[each.session], noun(2, group), *_heard(counts), *_shares(each, group))
        for each in found
        for group, counts in each.groups.items()
    ]
    print_table(header, rows)
    for each in found:
        if each.top_share is not None and each.gini is not None and each.gini_corrected is not None:
            click.echo(
                f"{names[each.session]}: {100 * each.top_share:.0f} % of what is noted by person is one person's; "
                f"Gini {each.gini:.2f}, corrected for the size of the room {each.gini_corrected:.2f} (0 all alike, 1 all one person's)."
            )
    click.echo("Captured contributions: notes measure the note-taker, not who spoke how long.", err=True)


def _heard(counts: Heard) -> tuple[str, ...]:
    numbers = (counts.people, counts.silent, counts.contributions, counts.not_attributed, counts.words)
    return tuple(str(number) for number in numbers)


def _shares(each: SessionHeard, group: str) -> tuple[str, str]:
    """Of people and of contributions; of fewer than four people there are counts only (method.md, 1.10)."""
    shares = (each.share_of_people(group), each.share_of_contributions(group))
    few = sum(counts.people for counts in each.groups.values()) < 4
    first, second = ("" if few or share is None else f"{100 * share:.0f} %" for share in shares)
    return first, second


def _print_over_time(book: Workbook, part: Part) -> None:
    names = book.session_names()
    found = book.over_time(part.themes, part.sessions)
    if not found:
        click.echo("No group has had two open rounds, so nothing can be set side by side over time.", err=True)
    for each in found:
        click.echo(over_time_words(each, names))
    for sentence in dict.fromkeys(f"{noun(2, each.perspective)}: {caution_words(each)}" for each in found):
        click.echo(f"{sentence[:1].upper()}{sentence[1:]}")


def _print_agreement(book: Workbook, _part: Part) -> None:
    found = book.coding_agreement()
    print_agreement(found, agreement_json(book, found))


def _print_polis(book: Workbook, part: Part) -> None:
    from workshop.console import print_table  # noqa: PLC0415  # as above

    comparison = book.compare(part.between, sessions=part.sessions, lane=part.lane, themes=part.themes)
    for sentence in filter(None, (comparison.exploratory, comparison.narrowed)):
        click.echo(sentence)
    rows: list[tuple[str, ...]] = []
    for each in measures(comparison):
        named = (f"T{each.statement.number}", f"{each.consensus:.3f}")
        for group, answers in each.typical.items():
            rows.append((*named, noun(2, group), *_typical(answers["agree"]), *_typical(answers["disagree"])))
            named = ("", "")
        if not each.typical:
            rows.append((*named, "one group was asked", *[""] * 4))
    print_table(("", "held by all", "group", "agree", "than others", "disagree", "than others"), rows)
    click.echo("Polis' measures, for an appendix: orders and ratios of shares with one added on each side, no probabilities.", err=True)


def _typical(how: Representativeness) -> tuple[str, str]:
    """The share that gives an answer, and how many times the others' share that is, with its test."""
    return f"{how.share:.2f}", f"x {how.ratio:.2f} ({how.ratio_test:+.2f})"


def _print_words(book: Workbook, part: Part) -> None:
    from workshop.console import print_table  # noqa: PLC0415  # as above

    found = book.vocabulary(part.between, sessions=part.sessions, lane=part.lane)
    click.echo(EXPLORATORY)
    first, second = found.between
    silent = [noun(2, group) for group, count in zip(found.between, found.speakers, strict=True) if not count]
    if silent:
        click.echo(f"Words can't be compared: no open round was held with {' or '.join(silent)}, or nobody there was noted by code.")
        return
    header = (
        "word",
        *(f"{noun(2, group)} (of {count})" for group, count in zip(found.between, found.speakers, strict=True)),
        "G2",
        "log ratio",
    )
    for group, words in (
        (first, [each for each in found.words if each.z > 0][:MOST_WORDS]),
        (second, [each for each in reversed(found.words) if each.z < 0][:MOST_WORDS]),
    ):
        click.echo(f"\nUsed by more {noun(2, group)}, in their order:")
        print_table(header, map(_word, words))
    click.echo(f"\n{LEFT_OUT}")


def _word(each: WordUse) -> tuple[str, ...]:
    return each.word, str(each.first), str(each.second), f"{each.g2:.1f}", f"{each.log_ratio:+.1f}"


MEASURES: dict[str, Measure] = {
    "heard": _print_heard,
    "over_time": _print_over_time,
    "agreement": _print_agreement,
    "polis": _print_polis,
    "words": _print_words,
}
"""By the option that asks for it, in the order in which they are printed."""
