"""What is called what: one name for one thing, whatever two laptops or two rooms had in common."""

from dataclasses import replace

from tests.report.made_up import records
from tests.report.page import made
from workshop.model.records import Participant


def test_one_code_in_two_cohorts_is_two_people() -> None:
    """Tuesday's p3 and Thursday's have different names, and a code of one person only stays as it is."""
    data = records()
    other = Participant(id="other3", cohort="c1", code="p3", perspective="parent")
    shown = made(replace(data, participants={**data.participants, "other3": other}))
    codes = [person.code for person in shown.people]
    assert len(set(codes)) == len(codes)
    assert {"p3, Session 2", "p3, Session 1", "p4"} <= set(codes)


def test_two_remarks_of_one_number_have_two_names() -> None:
    """Two laptops gave R1 twice: they are R1a and R1b."""
    data = records()
    twin = replace(data.reflections["r1"], id="zz-twin", number=1)
    names = [said.quote.name for said in made(replace(data, reflections={**data.reflections, "zz-twin": twin})).reflections]
    assert len(set(names)) == len(names)
    assert {"R1a", "R1b"} <= set(names)
