"""A comparison of some sessions, of one lane, or of some themes: what is counted then, and what may stand as evidence."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from workshop.compare.rounds import OPEN_KINDS
from workshop.compare.words import listed
from workshop.model.comparison import Comparison
from workshop.model.plan import Activity, Kind, Plan
from workshop.model.recommendation import Recommendation
from workshop.model.records import Records, Reflection
from workshop.text import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrowing:
    """Sessions and themes by id, a lane by its name; empty is all of them."""

    sessions: frozenset[str] = frozenset()
    lane: str = ""
    themes: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        """Whether anything is left out."""
        return bool(self.sessions or self.lane or self.themes)

    def holds(self, reflection: Reflection) -> bool:
        """Whether a remark was made in one of the sessions, in the lane."""
        return (not self.sessions or reflection.session in self.sessions) and (not self.lane or fold(reflection.lane) == fold(self.lane))


def counted(records: Records, plans: Mapping[str, Plan], narrowing: Narrowing) -> tuple[Records, Mapping[str, Plan]]:
    """The records and plans to count, of these sessions and this lane. Themes narrow what is shown, never what is counted."""
    if narrowing.sessions:
        records = in_sessions(records, narrowing.sessions)
    return in_lane(records, plans, narrowing.lane) if narrowing.lane else (records, plans)


def in_sessions(records: Records, sessions: Collection[str]) -> Records:
    """What was said, answered and voted in these sessions, and the people of their cohorts.

    A statement stays that was answered there, or made from what was said there; one made from nothing, and not answered, is nowhere.
    """
    kept = {key: each for key, each in records.sessions.items() if key in sessions}
    cohorts = {each.cohort for each in kept.values()}
    said = {key: each for key, each in records.reflections.items() if each.session in kept}
    responses = {key: each for key, each in records.responses.items() if each.session in kept}
    answered = {each.statement for each in responses.values()} | {each.statement for each in said.values()}
    return replace(
        records,
        sessions=kept,
        timelines={key: entries for key, entries in records.timelines.items() if key in kept},
        participants={key: each for key, each in records.participants.items() if each.cohort in cohorts},
        attendance={key: each for key, each in records.attendance.items() if each.session in kept},
        reflections=said,
        codings={key: each for key, each in records.codings.items() if each.reflection in said},
        checks={key: each for key, each in records.checks.items() if each.reflection in said},
        responses=responses,
        votes={key: each for key, each in records.votes.items() if each.session in kept},
        statements={key: each for key, each in records.statements.items() if key in answered or not said.keys().isdisjoint(each.sources)},
    )


def in_lane(records: Records, plans: Mapping[str, Plan], lane: str) -> tuple[Records, Mapping[str, Plan]]:
    """The same with what was said in one lane alone.

    Those had the chance who sat in an activity that asks for the lane or, where no plan is known, where somebody spoke in it; what they
    said there in other lanes still shows that they were asked. Votes are in no lane, and a statement is in that of its remarks.
    """
    wanted = fold(lane)
    own = {key for key, each in records.reflections.items() if fold(each.lane) == wanted}
    asked = {records.reflections[key].session for key in own} | {
        key for key, plan in plans.items() if any(_asks(each, wanted) for each in plan.activities)
    }
    said = {key: each for key, each in records.reflections.items() if each.session in asked}
    statements = {key: each for key, each in records.statements.items() if not own.isdisjoint(each.sources)}
    found = replace(
        records,
        reflections=said,
        codings={key: each for key, each in records.codings.items() if each.reflection in own},
        statements=statements,
        responses={key: each for key, each in records.responses.items() if each.statement in statements},
        votes={},
    )
    return found, {key: replace(plan, activities=tuple(_of_lane(each, wanted) for each in plan.activities)) for key, plan in plans.items()}


def _asks(activity: Activity, lane: str) -> bool:
    return any(fold(each) == lane for each in activity.lanes)


def _of_lane(activity: Activity, lane: str) -> Activity:
    """The activity, no open round where it doesn't ask for the lane."""
    return activity if activity.kind not in OPEN_KINDS or _asks(activity, lane) else replace(activity, kind=Kind.CLOSE)


def evidence(records: Records, narrowing: Narrowing) -> Records:
    """The records with only the remarks that belong to what is shown: of the sessions, the lane and the themes, or on their statements."""
    statements = {key for key, each in records.statements.items() if not narrowing.themes or each.theme in narrowing.themes}
    codings = {key: each for key, each in records.codings.items() if not narrowing.themes or each.theme in narrowing.themes}
    coded = {each.reflection for each in codings.values() if not each.coder}
    said = {
        key: each
        for key, each in records.reflections.items()
        if narrowing.holds(each) and (not narrowing.themes or key in coded or each.statement in statements)
    }
    return replace(
        records,
        reflections=said,
        codings=codings,
        statements={key: each for key, each in records.statements.items() if key in statements},
        votes={key: each for key, each in records.votes.items() if not narrowing.themes or each.theme in narrowing.themes},
        recommendations={key: each for key, each in records.recommendations.items() if _belongs(each, narrowing, said)},
    )


def _belongs(recommendation: Recommendation, narrowing: Narrowing, said: Collection[str]) -> bool:
    """Whether a recommendation rests on what is shown, or was made in one of the sessions."""
    if any(source in said for source in recommendation.sources):
        return True
    if narrowing.lane or (narrowing.sessions and recommendation.session not in narrowing.sessions):
        return False
    return not narrowing.themes or not narrowing.themes.isdisjoint(recommendation.themes)


def only_themes(comparison: Comparison, themes: Collection[str]) -> Comparison:
    """The findings on these themes alone, each with the number and the label that it has among all; ranks are of all themes, or of none."""
    return replace(
        comparison,
        themes=tuple(each for each in comparison.themes if each.id in themes),
        statements=tuple(each for each in comparison.statements if each.theme in themes),
        priorities=(),
    )


def renumbered(comparison: Comparison, whole: Comparison) -> Comparison:
    """The same findings with the numbers that their themes have in the whole comparison, so that F3 is one theme everywhere."""
    numbers = {each.id: each.number for each in whole.themes}
    return replace(comparison, themes=tuple(replace(each, number=numbers.get(each.id, each.number)) for each in comparison.themes))


def narrowed_words(sessions: Collection[str], lane: str, themes: Collection[str]) -> str:
    """What alone is compared, in a sentence, by what sessions and themes are called; "" where all is."""
    parts = [f"what was said in {listed(sessions)}"] if sessions else []
    parts += [f"what was said in the lane {lane}"] if lane else []
    counted = f"Only {' and '.join(parts)} is compared." if parts else ""
    which = f"theme {listed(themes)} is" if len(themes) == 1 else f"themes {listed(themes)} are" if themes else ""
    shown = f"Only the {which} shown." if which else ""
    return " ".join(filter(None, (counted, shown)))
