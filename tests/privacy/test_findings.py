"""The findings as they may be shown: their order, their counts, the words that stand beside them."""

from dataclasses import replace

from tests.report.made_up import PLANS, records
from tests.report.page import made
from workshop.compare.comparison import compare
from workshop.model.records import Elicited
from workshop.model.view.finding import Section
from workshop.privacy.quotes import chosen_of


def test_findings_are_numbered_in_the_order_of_the_comparison() -> None:
    """F1 is the comparison's first theme, on every screen and in every format."""
    data = records()
    found = compare(data, plans=PLANS)
    shown = made(data)
    assert [(finding.name, finding.theme) for finding in shown.findings] == [
        (f"F{place}", theme.theme) for place, theme in enumerate(found.themes, start=1)
    ]


def test_findings_are_divided_as_the_report_is() -> None:
    """Shared, led and the rest: each finding in one of them, and the led ones name who led."""
    shown = made(records())
    assert [finding.theme for finding in shown.in_section(Section.SHARED)] == ["Protecting children", "Income maximisation", "School costs"]
    assert {finding.theme: finding.leader for finding in shown.in_section(Section.LED)} == {
        "Universal versus targeted support": "practitioner",
        "Being listened to": "parent",
        "Getting there: buses and distance": "parent",
        "Community capacity building": "practitioner",
    }
    assert sum(len(shown.in_section(section)) for section in Section) == len(shown.findings) == 10


def test_a_count_has_its_text_its_bar_and_what_unattributed_notes_could_add() -> None:
    """3 parents by sticker and one remark noted for the group make "3-4 of 8", with a bar of 3 and a further end at 4."""
    school = next(finding for finding in made(records()).findings if finding.theme == "School costs")
    count = school.groups["parent"]
    assert (count.text, count.share, count.share_at_most) == ("3-4 of 8", 3 / 8, 4 / 8)


def test_a_finding_that_is_not_compared_says_why() -> None:
    """The reason stands with the label, on the row of every report."""
    data = records()
    few = replace(data.sessions["s2"], present=(("parent", 3),))
    shown = made(replace(data, sessions={**data.sessions, "s2": few}))
    assert {finding.label_text for finding in shown.findings} == {"not compared: fewer than 4 parents"}


def test_shared_ground_quotes_as_many_of_each_side() -> None:
    """Where a theme is shared, neither side has more words beside it than the other."""
    for finding in made(records()).in_section(Section.SHARED):
        parents, practitioners = (finding.quotes[side] for side in ("parent", "practitioner"))
        assert len(parents) == len(practitioners) > 0


def test_a_theme_that_nobody_led_quotes_as_many_of_each_side_too() -> None:
    """Where both sides said anything neither has more words beside it; what one side raised more has more of that side's."""
    data = records()
    food = next(each for each in made(data).findings if each.theme == "School costs")
    few = {key: replace(each, present=tuple((group, 3) for group, _ in each.present)) for key, each in data.sessions.items()}
    rest = made(replace(data, sessions=few)).in_section(Section.REST)
    assert food.theme in {each.theme for each in rest}
    for finding in rest:
        parents, practitioners = (finding.quotes[side] for side in ("parent", "practitioner"))
        assert len(parents) == len(practitioners) or not (parents and practitioners), finding.theme


def test_of_equals_the_remark_of_somebody_known_is_quoted_first() -> None:
    """A note that names nobody comes after one that does, whichever was noted first."""
    one = next(each for each in records().reflections.values() if each.text)
    nobodys, known = replace(one, id="first", participant=None), replace(one, id="second", participant="somebody")
    assert chosen_of([nobodys, known], 1) == [known]


def test_the_note_takers_highlight_comes_first() -> None:
    """A remark marked for the report is the first that its finding quotes."""
    finding = next(finding for finding in made(records()).findings if finding.theme == "Being listened to")
    assert finding.quotes["parent"][0].text == "Ask us before the leaflet is printed."


def test_nobody_is_quoted_twice_before_all_are_quoted_once() -> None:
    """With three places, a person's second remark waits for the first remarks of three people."""
    data = records()
    again = replace(data.reflections["r102"], id="again", participant="parent1", text="And another thing.", highlight=True)
    coding = replace(data.codings["c102"], id="again", reflection="again")
    data = replace(data, reflections={**data.reflections, "again": again}, codings={**data.codings, "again": coding})
    finding = next(finding for finding in made(data).findings if finding.theme == "Protecting children")
    people = [quote.person for quote in finding.quotes["parent"]]
    assert len(people) == 3
    assert len(set(people)) == 3


def test_prompted_words_stand_behind_unprompted_ones() -> None:
    """What came by itself is quoted before what answered a statement, verbatim or not."""
    data = records()
    reason = replace(data.codings["cx"], id="reason", reflection="why3", theme="t0")
    assert data.reflections["why3"].elicited is Elicited.PROMPTED
    shown = made(replace(data, codings={**data.codings, "reason": reason}))
    finding = next(finding for finding in shown.findings if finding.theme == "Protecting children")
    assert data.reflections["why3"].text not in {quote.text for quote in finding.quotes["parent"]}


def test_a_label_that_rests_on_answers_says_whether_it_is_steady_too() -> None:
    """Parents were only shown statements: where they answered, the report says what one person could change; else it has no label."""
    data = records()
    shown_only = {key: replace(said, elicited=Elicited.PROMPTED) for key, said in data.reflections.items() if said.session == "s2"}
    found = made(replace(data, reflections={**data.reflections, **shown_only}, timelines={})).findings
    said = {each.label: each.steadiness_text for each in found}
    assert (said["shared (confirmed)"], said["not compared"]) == ("steady", "")
    assert {bool(each.steadiness_text) for each in found if each.label != "not compared"} == {True}
