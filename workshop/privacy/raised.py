"""Who raised what, person by person: the same people, themes and chances as in the counts of the comparison."""

from collections.abc import Mapping

from workshop.compare.tally import Tally
from workshop.model.plan import Plan
from workshop.model.records import Records
from workshop.model.view.finding import ShownFinding
from workshop.model.view.raised import ShownRaiser
from workshop.privacy.names import Names


def raised(records: Records, plans: Mapping[str, Plan], called: Names, findings: Mapping[str, ShownFinding]) -> tuple[ShownRaiser, ...]:
    """A row for everybody known by a code; `findings` are by the id of their theme.

    The rows give every count away, so they are for an audience from whom none is hidden.
    """
    tally = Tally(records, plans)
    found = []
    for cohort, perspective in tally.people.groups():
        themes = [theme for theme in findings if tally.rounds.sessions(cohort, theme)]
        none = {theme: tally.denominators.had_none(cohort, perspective, theme) for theme in themes}
        cells = {theme: tally.cells.get((theme, perspective)) for theme in themes}
        by = {theme: cell.people.get(cohort, set()) if cell else set() for theme, cell in cells.items()}
        for person in tally.people.members(cohort, perspective):
            had = {findings[theme].name: person in by[theme] for theme in themes if person not in none[theme]}
            found.append(ShownRaiser(person=called.people.get(person, person), perspective=perspective, themes=had))
    return tuple(sorted(found, key=lambda one: (one.perspective, len(one.person), one.person)))
