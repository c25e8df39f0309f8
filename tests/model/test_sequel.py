"""What a workshop comes to next: the plan that the last one leads on to, and the group that has not had it yet."""

from datetime import UTC, datetime
from typing import Any

from workshop.model.perspective import MIXED, PARENT, PRACTITIONER
from workshop.model.records import Session
from workshop.model.sequel import FIRST, Sequel
from workshop.plans import load_plan, plan_names

PLANS = [load_plan(name) for name in plan_names()]
KNOWN = (PARENT, PRACTITIONER)


def session(number: int, plan: str, group: str, **more: Any) -> Session:
    """The session of this number."""
    made = datetime(2026, 3, 2, tzinfo=UTC)
    return Session(id=f"{number:03}", number=number, group=group, cohort="c", created=made, plan_name=plan, **more)


def proposed(*sessions: Session) -> tuple[str, str]:
    """The plan's name, and the group."""
    sequel = Sequel(PLANS, sessions)
    plan = sequel.plan
    assert plan is not None
    return plan.name, sequel.group(plan, KNOWN)


def test_a_new_workshop_begins_as_the_readme_does() -> None:
    """With that plan and the group that it is made for, which is a plan that comes with the program."""
    assert proposed() == (FIRST, PARENT)


def test_a_plan_leads_on_to_the_one_that_it_names() -> None:
    """With the group for which that one is made; a group that carries on stays together, mixed too."""
    assert proposed(session(1, "community-of-practice", PRACTITIONER)) == ("readback", PARENT)
    assert proposed(session(1, "readback", PARENT)) == ("answering-back", PRACTITIONER)
    assert proposed(session(1, "inquiry-1-question", PARENT)) == ("inquiry-2-evidence", PARENT)
    assert proposed(session(1, "inquiry-1-question", MIXED)) == ("inquiry-2-evidence", MIXED)


def test_a_plan_that_leads_nowhere_is_for_the_other_group_next() -> None:
    """Once each has had it, it is proposed again as it was first."""
    parents, workers = session(1, "steps-check", PARENT), session(2, "steps-check", PRACTITIONER)
    assert proposed(parents) == ("steps-check", PRACTITIONER)
    assert proposed(workers) == ("steps-check", PARENT)
    assert proposed(workers, parents) == ("steps-check", PRACTITIONER)


def test_what_was_no_session_with_people_leads_nowhere() -> None:
    """A rehearsal, what was imported, notes that were typed up; and a plan that is no longer there."""
    began = session(1, "inquiry-1-question", PARENT)
    others = (
        session(2, "steps-check", PARENT, rehearsal=9.0),
        session(3, "steps-check", PARENT, imported=True),
        session(4, "", PRACTITIONER),
    )
    assert proposed(began, *others) == ("inquiry-2-evidence", PARENT)
    assert proposed(session(5, "a plan that was deleted", PARENT)) == (FIRST, PARENT)


def test_a_plan_for_a_group_that_the_workshop_has_not_proposes_nobody() -> None:
    """Nor is a plan proposed where there are none."""
    assert Sequel(PLANS).group(load_plan("readback"), ("tenant", "landlord")) == ""
    assert Sequel([]).plan is None


def test_the_ready_made_plans_lead_on_to_ready_made_plans() -> None:
    """A slip in the name of one would be no fault that anybody sees."""
    led = {plan.name: plan.leads_to for plan in PLANS if plan.leads_to}
    assert led
    assert set(led.values()) <= {plan.name for plan in PLANS}
