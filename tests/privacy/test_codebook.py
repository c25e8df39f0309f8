"""What the view holds for programs that analyse: the codebook, further coders, the journal, and a key of its own."""

from dataclasses import replace
from datetime import timedelta

from tests.report.made_up import FIRST_DAY, NOW, PLANS, records
from workshop.compare.comparison import compare
from workshop.model.records import Coding, Records, Theme
from workshop.model.timing import Note, Timing
from workshop.model.view.view import View
from workshop.privacy.view import view


def seen(data: Records, *timed: Timing) -> View:
    """What a working report sees."""
    return view(compare(data, plans=PLANS), data, plans=PLANS, now=NOW, timed=timed)


def test_the_codebook_has_every_theme_raised_or_not() -> None:
    """All themes in their order with their names and places; a parent that is gone is none."""
    data = records()
    added = {
        "below": Theme(id="below", title="Bus fares", aliases=("Fares",), parent="t4", order=50, provisional=False),
        "lost": Theme(id="lost", title="Never raised", parent="gone", order=51),
    }
    found = {each.id: each for each in seen(replace(data, themes={**data.themes, **added})).codebook}
    assert len(found) == len(data.themes) + 2
    assert (found["below"].parent, found["below"].aliases, found["below"].agreed) == ("t4", ("Fares",), True)
    assert (found["lost"].parent, found["lost"].agreed) == ("", False)
    assert (found["t1"].priority, found["t1"].lead_organisation) == (True, "Harbour Advice")


def test_a_remark_says_what_further_coders_gave_it() -> None:
    """By coder, in the codebook's order; who found none to fit gave none, and the note-taker's own stand apart."""
    data = records()
    more = [
        Coding(id="x1", reflection="r1", theme="t8", coder="Ana"),
        Coding(id="x2", reflection="r1", theme="t2", coder="Ana"),
        Coding(id="x3", reflection="r1", theme="", coder="Bo"),
        Coding(id="x4", reflection="r2", theme="gone", coder="Bo"),
    ]
    shown = seen(replace(data, codings={**data.codings, **{each.id: each for each in more}}))
    by_name = {said.quote.name: said for said in shown.reflections}
    assert dict(by_name["R2"].coded_by) == {"Ana": ("Universal versus targeted support", "Forms and phones"), "Bo": ()}
    assert by_name["R2"].themes == ("Protecting children",)
    assert all(not said.coded_by for name, said in by_name.items() if name != "R2")


def test_an_archive_has_no_coder_s_name() -> None:
    """Further coders are told apart by a number, so that agreement can still be worked out."""
    data = records()
    people = {key: replace(each, research=True) for key, each in data.participants.items()}
    more = {"x1": Coding(id="x1", reflection="r1", theme="t8", coder="Ana"), "x2": Coding(id="x2", reflection="r2", theme="t8", coder="Bo")}
    data = replace(data, participants=people, codings={**data.codings, **more})
    shown = view(compare(data, plans=PLANS), data, plans=PLANS, now=NOW, audience="research")
    assert {coder for said in shown.reflections for coder in said.coded_by} == {"Coder 2", "Coder 3"}


def test_the_journal_is_what_was_noted_on_the_clock() -> None:
    """Each note with its session and moment, of the sessions that are shown."""
    noted = Timing(
        session="s1",
        title="",
        plan_name="",
        rehearsal=None,
        planned_start=None,
        planned_end=None,
        start=FIRST_DAY,
        end=None,
        planned=0.0,
        span=0.0,
        idle=0.0,
        activities=(),
        elsewhere=0,
        notes=(Note(FIRST_DAY + timedelta(minutes=3), "The kettle took ten minutes."),),
    )
    (note,) = seen(records(), noted, replace(noted, session="s9")).journal
    assert (note.session, note.text, note.at) == ("Session 1", "The kettle took ten minutes.", FIRST_DAY + timedelta(minutes=3))


def test_the_key_is_the_workshop_s_own() -> None:
    """It is the same from report to report, and another workshop's is another."""
    data = records()
    other = replace(data, workshop=replace(data.workshop, salt="another"))
    assert seen(data).key == seen(data).key != seen(other).key
    assert seen(data).begun == FIRST_DAY.date()
