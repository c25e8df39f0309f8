"""Comparing in an open workshop: between whom, which part of it, by which thresholds, and what never changes a label."""

import re
from collections.abc import Callable
from random import Random

import pytest
from lxml.html import document_fromstring

from tests.workbook.conftest import Hands, Reopen
from workshop.compare.as_json import comparison_json
from workshop.errors import WorkshopError
from workshop.model.comparison import Comparison, ThemeFinding, Thresholds
from workshop.model.plan import Plan
from workshop.model.planfile import parse_plan
from workshop.model.records import Session, Verb
from workshop.report.html import html as report_html
from workshop.report.json import json as report_json
from workshop.workbook.book import Workbook

SHOWN = """
title = "Shown"

[[activity]]
title = "Their words"
kind = "show"
minutes = 15
"""
Typed = Callable[..., Session]


@pytest.fixture
def typed(book: Workbook) -> Typed:
    """Type up what one group said: a session, and lines."""

    def type_up(group: str, *lines: str, present: int = 6, place: str = "", cohort: str = "", plan: Plan | None = None) -> Session:
        session = book.start_session(plan, group, present={group: present} if group != "mixed" else None, place=place, cohort=cohort)
        if plan:
            book.act(session, Verb.START)
        for line in lines:
            book.capture(session, line)
        return session

    return type_up


def raised(theme: str, *people: int, letter: str = "") -> list[str]:
    """A line for each of these people."""
    return [f"{letter}{number}: it is so #{theme}" for number in people]


def by_title(comparison: Comparison) -> dict[str, ThemeFinding]:
    """The findings by their themes' titles."""
    return {each.theme: each for each in comparison.themes}


def labels(comparison: Comparison) -> dict[str, tuple[str, str, bool]]:
    """Label, strength and fragility by theme."""
    return {each.theme: (each.label, each.strength, each.fragile) for each in comparison.themes}


def people_of(comparison: Comparison) -> dict[str, dict[str, tuple[int, int]]]:
    """How many of how many, by theme and group."""
    return {each.theme: {group: (count.raised, count.could) for group, count in each.groups.items()} for each in comparison.themes}


def test_swapping_the_groups_mirrors_the_labels(book: Workbook, typed: Typed) -> None:
    """A led theme is led by the same people, with the gap turned round."""
    typed("parent", *raised("food", 1, 2, 3, 4, 5), *raised("debt", 1))
    typed("practitioner", *raised("debt", 1, 2, 3, 4, 5, 6), *raised("food", 2))
    there, back = by_title(book.compare()), by_title(book.compare(("practitioner", "parent")))
    assert there["Food"].leader == "parent"
    for title, one in there.items():
        other = back[title]
        assert (one.label, one.strength, one.leader, one.fragile) == (other.label, other.strength, other.leader, other.fragile)
        assert one.gap == pytest.approx(-(other.gap or 0))


def test_a_tenth_remark_changes_nothing_but_the_number_of_remarks(book: Workbook, typed: Typed) -> None:
    """People are counted, and the talkative count once."""
    session = typed("parent", *raised("food", 1, 2))
    typed("practitioner", *raised("food", 1), present=5)
    before = book.compare()
    for _ in range(9):
        book.capture(session, "1: and it is still so #food")
    after = book.compare()
    assert (labels(after), people_of(after)) == (labels(before), people_of(before))
    assert after.themes[0].groups["parent"].reflections == 11


def test_a_silent_attender_changes_only_the_denominator(book: Workbook) -> None:
    """Where nobody counted heads, one more sticker is one more who could have."""
    session = book.start_session(None, "parent")
    for line in raised("food", 1, 2, 3, 4):
        book.capture(session, line)
    before = people_of(book.compare())["Food"]["parent"]
    book.add_participant(session, "5")
    assert (before, people_of(book.compare())["Food"]["parent"]) == ((4, 4), (4, 5))


@pytest.mark.parametrize("seed", range(3))
def test_the_order_in_which_it_is_written_down_never_matters(book: Workbook, typed: Typed, seed: int) -> None:
    """The same lines in another order give the same counts and labels."""
    lines = [*raised("food", 1, 2, 3, 4, 5), *raised("debt", 1, 2), *raised("buses", 3), "parents: and damp #damp"]
    typed("parent", *lines)
    typed("practitioner", *raised("debt", 1, 2, 3, 4))
    before = book.compare()
    mixed = list(lines)
    Random(seed).shuffle(mixed)  # noqa: S311 - an order for a test, no secret
    again = typed("parent", *mixed)
    after = book.compare(sessions=[book.ref(again), "S2"])
    assert (labels(after), people_of(after)) == (labels(before), people_of(before))


@pytest.fixture
def story(book: Workbook, typed: Typed) -> Session:
    """The source story: practitioners' open round; 8 parents are shown two of their statements."""
    typed("practitioner", *raised("children", *range(1, 10)), present=15)
    book.add_statement("Parents may try to protect their children.", "practitioner", theme="children", sources=["R1", "R2"])
    book.add_statement("Parents are proud.", "practitioner", theme="children", sources=["R3"])
    shown = typed("parent", present=8, plan=parse_plan(SHOWN, "shown"))
    for reference, answers in (("T1", "ay" + "d" * 6), ("T2", "a" * 6 + "yy")):
        book.show(shown, book.statement(reference))
        for number, answer in enumerate(answers, 1):
            mark = {"a": "!agree", "y": "!partly", "d": "!disagree"}[answer]
            book.capture(shown, f"{number}: {'they see the empty cupboard' if answer == 'd' else 'yes'} {mark}")
    return shown


def test_the_source_story_is_told_as_it_was(book: Workbook, story: Session) -> None:
    """Protecting children is contested and challenged, its theme shared (confirmed), nothing is called led, and the report says why."""
    comparison, view = book.compare(), book.view()
    assert [(each.theme, each.label, each.contested, each.confirmed) for each in comparison.themes] == [
        ("Children", "shared (confirmed)", 1, 1)
    ]
    protect, proud = comparison.statements
    assert (protect.contested, protect.label["parent"], proud.contested, proud.label["parent"]) == (True, "challenged", False, "endorsed")
    assert not [each for each in comparison.themes if each.leader]
    confounding = "Parents and practitioners met in different sessions. A difference between them may come from that: who asked"
    assert any(note.startswith(confounding) for note in view.notes)
    (content,) = report_json(view).values()
    assert confounding in content.decode()
    assert "Parents were shown statements made by practitioners; practitioners were not shown parents' statements." in view.notes
    assert comparison.shuffled is None


def test_the_source_story_s_page_says_the_same(book: Workbook, story: Session) -> None:
    """Its html has the confounding sentence, the theme shared (confirmed when shown) with 1 contested point, and no theme that is led."""
    (content,) = report_html(book.view()).values()
    page = " ".join(str(document_fromstring(content.decode()).text_content()).split())
    assert "Parents and practitioners met in different sessions. A difference between them may come from that" in page
    assert "1 theme: 1 shared, confirmed when shown (with a contested point)." in page
    assert "F1 Childrenshared, confirmed when shown1 contested point" in page
    assert "6 of 8 parents disagreed" in page
    assert not re.search("raised more by (?:parents|practitioners)|parent-led|practitioner-led", page, re.IGNORECASE)


def test_who_was_not_asked_changes_no_stance(book: Workbook, story: Session) -> None:
    """A ninth parent who answered nothing."""
    before = book.compare().statements
    book.add_participant(story, "9")
    assert book.compare().statements == before


def test_where_groups_sat_together_the_shuffle_check_is_done_and_said(book: Workbook, typed: Typed) -> None:
    """In the comparison and at a glance; it is not done where every session had one group."""
    lines = [*raised("food", 1, 2, 3, 4, 5, letter="p"), *raised("debt", 1, 2, 3, 4, letter="r"), *raised("debt", 1, letter="p")]
    typed("mixed", *lines, *raised("food", 5, letter="r"))
    comparison = book.compare()
    assert comparison.shuffled is not None
    assert comparison.shuffled.shuffles == 2_000
    assert any("drawn by lot who is a parent" in sentence for sentence in book.view().at_a_glance)
    assert book.compare() == comparison


def test_a_part_is_compared_and_says_so(book: Workbook, typed: Typed) -> None:
    """Some sessions, a lane, a theme: in every output the sentence, and the findings keep their numbers."""
    typed("parent", *raised("food", 1, 2, 3), *raised("debt", 4))
    typed("practitioner", *raised("food", 1, 2), *raised("debt", 3, 4, 5))
    typed("parent", *raised("debt", 1, 2, 3, 4))
    numbers = {each.theme: each.number for each in book.compare().themes}
    part = book.compare(sessions=["S2", "S3"])
    assert people_of(part)["Debt"] == {"parent": (4, 6), "practitioner": (3, 6)}
    assert {each.theme: each.number for each in part.themes} == numbers
    view = book.view(themes=["debt"])
    assert [finding.name for finding in view.findings] == [f"F{numbers['Debt']}"]
    assert {theme for said in view.reflections for theme in said.themes} == {"Debt"}
    assert view.at_a_glance[0] == "Only the theme Debt is shown."
    assert comparison_json(part)["narrowed"] == "Only what was said in S2 and S3 is compared."


def test_a_lane_is_one_that_there_is(book: Workbook, typed: Typed, plan: Plan) -> None:
    """By its name however it is written; another is refused with those there are."""
    typed("parent", *(f"{number}: no bus #buses !barrier" for number in range(1, 5)), "5: a lift #buses !enabler", plan=plan)
    typed("practitioner", *(f"{number}: a card #buses !enabler" for number in range(1, 5)), plan=plan)
    assert book.lanes() == ("enabler", "barrier")
    assert people_of(book.compare(lane="Barrier"))["Buses"] == {"parent": (4, 6), "practitioner": (0, 6)}
    assert {said.lane for said in book.view(lane="barrier").reflections} == {"barrier"}
    with pytest.raises(WorkshopError, match="no lane") as refused:
        book.compare(lane="barier")
    assert refused.value.cure == "Lanes here: enabler, barrier."


def test_one_perspective_is_compared_in_two_places_and_times(book: Workbook, typed: Typed, hands: Hands) -> None:
    """By place, day, month or session, marked as exploratory in the comparison, at a glance and in the report's JSON."""
    typed("parent", *raised("food", 1, 2, 3, 4, 5), place="Ayr", cohort="tuesdays")
    hands.pass_(60 * 24 * 40)
    typed("parent", *raised("food", 1), place="Irvine", cohort="tuesdays")
    for between in (
        ("parent@ayr", "parent@Irvine"),
        ("parent@2026-03", "parent@2026-04"),
        ("parents@S1", "parent@s2"),
        ("p@2026-03-02", "p@2026-04-11"),
    ):
        found = book.compare(between)
        assert [count.raised for count in found.themes[0].groups.values()] == [5, 1]
        assert found.exploratory.startswith("Exploratory: these are parents in two places or at two times")
        assert any(note.startswith("5 parents count on both sides") for note in found.notes)
        (content,) = report_json(book.view(between=between)).values()
        assert found.exploratory in content.decode()
    with pytest.raises(WorkshopError, match="no session, place or time") as refused:
        book.compare(("parent@Oban", "parent@Ayr"))
    assert "Places: Ayr, Irvine." in refused.value.cure


def test_other_perspectives_are_exploratory(book: Workbook, typed: Typed) -> None:
    """Between any two that the workshop has; its own two are its finding."""
    typed("parent", *raised("food", 1))
    assert "set up to compare parents and practitioners" in book.compare(("parent", "both")).exploratory
    assert book.compare(("practitioner", "parent")).exploratory == ""


def test_a_finding_is_called_by_number_statement_or_theme(book: Workbook, story: Session) -> None:
    """F1, T2, or the theme's title; what isn't there is refused with what is."""
    comparison = book.compare()
    names = [book.name_of_finding(book.finding_called(name, comparison)) for name in ("f1", "T2", "child")]
    assert names == ["F1 Children", "T2 Parents are proud.", "F1 Children"]
    with pytest.raises(WorkshopError, match="no finding F2") as refused:
        book.finding_called("F2", comparison)
    assert refused.value.cure == "They go from F1 to F1."
    with pytest.raises(WorkshopError, match="There is no theme"):
        book.finding_called("Food", comparison)
    book.add_theme("Debt")
    with pytest.raises(WorkshopError, match="in no finding of this comparison"):
        book.finding_called("Debt", book.compare(themes=["children"]))


def test_thresholds_belong_to_the_workshop(book: Workbook, typed: Typed, reopened: Reopen) -> None:
    """They are kept, they change labels, every comparison says so, and undo takes them back."""
    typed("parent", *raised("food", 1, 2, 3, 4, 5))
    typed("practitioner", *raised("food", 1, 2), present=8)
    assert by_title(book.compare())["Food"].leader == "parent"
    book.set_thresholds([("gap", 0.9)])
    assert reopened().thresholds == Thresholds(gap=0.9)
    changed = book.compare()
    assert by_title(changed)["Food"].label == "shared"
    assert changed.notes[-1] == "This workshop has its own thresholds: gap 0.9 (usually 0.25)."
    assert any("90 points" in sentence for sentence in book.view().method)
    book.undo()
    assert book.thresholds == Thresholds()
    serial = book.serial
    book.set_thresholds([("gap", 0.25)])
    assert book.serial == serial


def test_what_stands_beside_the_comparison_leaves_rehearsals_out(book: Workbook, typed: Typed) -> None:
    """Who was heard, words and change over time count sessions with people."""
    typed("parent", "1: the bus #buses", "2: a bus #buses")
    rehearsal = book.start_session(None, "parent", rehearsal=60)
    book.capture(rehearsal, "1: bus #buses")
    assert [book.session_names()[each.session] for each in book.heard_by_session()] == ["S1"]
    assert [(each.word, each.first) for each in book.vocabulary().words] == [("bus", 2)]
    assert book.over_time() == ()
    typed("parent", "1: bus #buses", "3: no bus #buses")
    (found,) = book.over_time()
    assert [point.count.raised for point in found.points] == [2, 2]
    assert book.over_time(sessions=["S1"]) == ()
    assert [each.groups["parent"].contributions for each in book.heard_by_session(["S3"])] == [2]
