"""The sequel: which plan a workshop comes to next, and with which group, after the sessions that it has had."""

from collections.abc import Collection, Iterable, Sequence

from workshop.model.perspective import MIXED
from workshop.model.plan import Plan
from workshop.model.records import Session

FIRST = "readback"
"""The plan that a new workshop begins with, unless another is chosen."""


class Sequel:
    """What to propose, of these plans. What was rehearsed, imported, or only typed up leads on to nothing."""

    def __init__(self, plans: Sequence[Plan], sessions: Iterable[Session] = ()) -> None:
        """`sessions` in any order."""
        self._plans = {plan.name: plan for plan in plans}
        run = (each for each in sessions if each.plan_name and each.rehearsal is None and not each.imported)
        self._sessions = sorted(run, key=lambda each: each.id)
        self._last = self._sessions[-1] if self._sessions else None

    @property
    def plan(self) -> Plan | None:
        """What the last plan leads on to; where it says nothing, the same again, for the next group. None where there are no plans."""
        last = self._plans.get(self._last.plan_name) if self._last else None
        if last is not None:
            return self._plans.get(last.leads_to, last)
        return self._plans.get(FIRST) or next(iter(self._plans.values()), None)

    def group(self, plan: Plan, known: Collection[str]) -> str:
        """With whom to run a plan: of those `known` that it is made for, one that has not had it yet. "" where it is made for none of them.

        The group that met last stays together where the plan carries on from its own.
        """
        made_for = [name for name in plan.perspectives if name in known]
        had = {each.group for each in self._sessions if each.plan_name == plan.name}
        if self._last is not None and self._carries_on(plan) and self._last.group in {*made_for, MIXED} - had:
            return self._last.group
        return next((name for name in made_for if name not in had), made_for[0] if made_for else "")

    def _carries_on(self, plan: Plan) -> bool:
        last = self._plans.get(self._last.plan_name) if self._last else None
        return last is not None and last.leads_to == plan.name
