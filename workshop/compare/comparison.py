"""The whole comparison, from records to findings: pure, and the same for the same records in any order."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from workshop.compare.answers import Ballots
from workshop.compare.between import between_of
from workshop.compare.clustering import clustering_words
from workshop.compare.confirmed import confirmed, confirmed_is_fragile, confirmed_label, contested
from workshop.compare.fragility import salience_is_fragile
from workshop.compare.intervals import newcombe
from workshop.compare.notes import is_confounded, notes
from workshop.compare.order import report_order
from workshop.compare.priorities import priorities
from workshop.compare.salience import Raised, salience_of_ranges
from workshop.compare.statements import statement_findings
from workshop.compare.tally import NOBODYS, Tally
from workshop.compare.votes import Votes
from workshop.model.comparison import (
    DEPENDS,
    NOT_COMPARED,
    Comparison,
    StatementFinding,
    ThemeFinding,
    Thresholds,
    led,
)
from workshop.model.perspective import perspectives
from workshop.model.plan import Plan
from workshop.model.records import Records, Theme


def compare(
    records: Records,
    between: tuple[str, str] | None = None,
    thresholds: Thresholds | None = None,
    plans: Mapping[str, Plan] | None = None,
) -> Comparison:
    """What two perspectives raised and what they answered to each other.

    `between` is parents and practitioners where the workshop has both, else its first two perspectives. `plans` are the
    plans that the sessions ran, by session id: without one, a session is an open round only by its remarks. Raises
    WorkshopError for a perspective that the workshop doesn't have.
    """
    between = between_of(records.workshop, between)
    return _Comparing(records, between, thresholds or Thresholds(), plans or {}).comparison()


class _Comparing:
    """One comparison in the making: the counts, read once, and the findings that follow from them."""

    def __init__(self, records: Records, between: tuple[str, str], thresholds: Thresholds, plans: Mapping[str, Plan]) -> None:
        self.records = records
        self.between = between
        self.thresholds = thresholds
        self.tally = Tally(records, plans)
        self.ballots = Ballots(records)
        self.votes = Votes(records, self.tally.rounds.plans)
        seen = {group for _, group in self.tally.people.groups() | self.tally.spoke_openly} | self.ballots.perspectives()
        ordered = (*between, *(one.name for one in perspectives(records.workshop.perspectives)), *sorted(seen))
        self.columns = tuple(dict.fromkeys(group for group in ordered if group in between or group in seen - NOBODYS))

    def comparison(self) -> Comparison:
        statements = statement_findings(self.records, self.ballots, self.between, self.columns, self.thresholds)
        by_theme: dict[str, list[StatementFinding]] = {}
        for statement in statements:
            by_theme.setdefault(statement.theme or "", []).append(statement)
        themes = [self._theme(theme, by_theme.get(theme.id, ())) for theme in self.records.themes.values()]
        found = Comparison(
            between=self.between,
            people={group: self.tally.people.total(group) for group in self.columns},
            thresholds=self.thresholds,
            themes=numbered(report_order(themes, self.records.themes, self.between)),
            statements=statements,
            notes=notes(self.tally, self.ballots, statements, self.between, self.thresholds),
            confounded=is_confounded(self.tally, self.between),
            session_size={group: self.tally.people.session_size(group) for group in self.columns},
            priorities=priorities(self.votes, self.records.themes, self.between, self.columns),
        )
        clustered = clustering_words(found)
        return replace(found, notes=(*found.notes, clustered)) if clustered else found

    def _theme(self, theme: Theme, statements: Sequence[StatementFinding]) -> ThemeFinding:
        groups = {group: self.tally.count(theme.id, group) for group in self.columns}
        first, second = (Raised.of(groups[group]) for group in self.between)
        rounds = [self.tally.had_open_round(theme.id, group) for group in self.between]
        label, strength, leader, fragile = NOT_COMPARED, "", None, False
        if all(rounds):
            found = salience_of_ranges(first, second, self.thresholds)
            leader = None if found.leader is None else self.between[found.leader]
            label, strength = (led(leader) if leader else found.label), found.strength
            fragile = salience_is_fragile(first, second, self.thresholds)
        elif any(rounds):
            label = confirmed_label(statements, self.between)
            fragile = confirmed_is_fragile(statements, self.between, self.ballots, self.thresholds)
        compared = all(rounds) and label not in {NOT_COMPARED, DEPENDS}
        return ThemeFinding(
            id=theme.id,
            theme=theme.title,
            groups=groups,
            label=label,
            strength=strength,
            leader=leader,
            gap=first.low / first.could - second.low / second.could if compared else None,
            interval=_interval(first, second) if compared else None,
            contested=contested(statements),
            confirmed=confirmed(statements, self.between),
            fragile=fragile,
            one_session=self.tally.only_session(theme.id, self.between),
            lead_organisation=theme.lead_organisation or None,
        )


def numbered(themes: Iterable[ThemeFinding]) -> tuple[ThemeFinding, ...]:
    """The findings, each with its place."""
    return tuple(replace(theme, number=place) for place, theme in enumerate(themes, start=1))


def _interval(first: Raised, second: Raised) -> tuple[float, float]:
    """The 95 % interval of the gap, from the lower end of one end of the ranges to the upper end of the other."""
    lower, _ = newcombe(first.low, first.could, second.high, second.could)
    _, upper = newcombe(first.high, first.could, second.low, second.could)
    return lower, upper
