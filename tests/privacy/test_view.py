"""The view of a working report: who took part, what was found, what people said, and under which names."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from tests.report.made_up import NOW, PLANS, records
from tests.report.page import made
from workshop.compare.comparison import compare
from workshop.model.records import Answer, Elicited, Participant, Records, Response
from workshop.model.view import Section
from workshop.privacy.view import MARKINGS, view


def test_the_working_view_is_the_one_audience_so_far_and_marked() -> None:
    """What the view is for and its marking go together; an audience that isn't there has no view."""
    shown = made(records())
    assert (shown.audience, shown.marking) == ("working", MARKINGS["working"])
    with pytest.raises(KeyError):
        view(compare(records()), records(), plans={}, now=NOW, audience="published")


def test_people_and_sessions_are_in_words() -> None:
    """Who took part, and for each session its group, day, place, people and what was put to them."""
    shown = made(records())
    assert shown.took_part == "8 parents and 13 practitioners took part."
    practitioners, parents = shown.sessions
    assert (practitioners.name, practitioners.group_text, practitioners.people) == ("Session 1", "practitioners", "13 practitioners")
    assert (practitioners.date, practitioners.place, practitioners.shown) == ("12 May 2026", "Town House, upper room", ())
    assert (parents.date, parents.people, parents.shown) == ("19 May 2026", "8 parents", ("T1", "T2", "T3", "T4"))


def test_days_are_those_of_the_readers_time_zone() -> None:
    """A session that began at 23:30 in UTC was on the next day where the report is made, an hour ahead."""
    data = records()
    late = datetime(2026, 5, 12, 23, 30, tzinfo=UTC)
    started = replace(data.timelines["s1"][0], at=late)
    data = replace(data, timelines={**data.timelines, "s1": (started,)})
    ahead = NOW.astimezone(timezone(timedelta(hours=1)))
    assert view(compare(data), data, plans=PLANS, now=ahead).sessions[0].date == "13 May 2026"


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


def test_shared_ground_quotes_as_many_of_each_side() -> None:
    """Where a theme is shared, neither side has more words beside it than the other."""
    for finding in made(records()).in_section(Section.SHARED):
        parents, practitioners = (finding.quotes[side] for side in ("parent", "practitioner"))
        assert len(parents) == len(practitioners) > 0


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


def test_a_statement_has_its_answers_reasons_and_its_makers_words() -> None:
    """What was said, how many of its makers raised its theme, what the others answered and why, with each reason's own answer."""
    statement = made(records()).telling[0]
    assert (statement.name, statement.finding, statement.raised_text) == ("T1", "F2", "7 of 13 practitioners raised this theme")
    given = statement.answers["parent"]
    assert [(answer.answer, answer.text) for answer in given.answers] == [
        ("agree", "1"),
        ("partly", "1"),
        ("disagree", "6"),
        ("unsure", "0"),
    ]
    assert (given.asked_text, given.label, given.sentence) == ("of 8 asked", "challenged", "6 of 8 parents disagreed")
    assert {(quote.person, quote.answer) for quote in statement.reasons["parent"]} == {
        ("p2", "partly"),
        ("p3", "disagree"),
        ("p4", "disagree"),
        ("p7", "disagree"),
    }
    assert all(quote.perspective == "practitioner" and quote.text for quote in statement.sources)
    assert statement.sources


def test_a_divided_group_is_told_by_both_its_halves() -> None:
    """4 who agreed and 4 who disagreed are not "4 of 8 agreed"."""
    statement = next(statement for statement in made(records()).statements if statement.name == "T3")
    assert statement.answers["parent"].sentence == "Parents were divided: 4 of 8 agreed, 4 disagreed"


def test_the_one_who_agreed_is_not_crowded_out() -> None:
    """With more reasons than places, each answer has somebody's reason before any has a second."""
    data = records()
    model = data.reflections["why3"]
    more = {
        f"more{place}": replace(model, id=f"more{place}", number=400 + place, participant=f"parent{3 + place % 6}") for place in range(9)
    }
    alone = replace(model, id="alone", number=450, participant="parent1", verbatim=False, text="It is true of my sister.")
    data = replace(data, reflections={**data.reflections, **more, "alone": alone})
    answers = [quote.answer for quote in made(data).telling[0].reasons["parent"]]
    assert len(answers) == 5
    assert {"agree", "partly", "disagree"} == set(answers)


def test_who_answers_again_has_changed_their_mind() -> None:
    """Beside a reason stands the person's last answer."""
    data = records()
    later = Response(id="later", statement="st0", perspective="parent", at=NOW, session="s2", participant="parent3", answer=Answer.PARTLY)
    data = replace(data, responses={**data.responses, "later": later})
    answers = {quote.person: quote.answer for quote in made(data).telling[0].reasons["parent"]}
    assert answers["p3"] == "partly"


def test_at_a_glance_says_who_contested_what_and_how() -> None:
    """The contested statements follow the counted labels, each in a sentence."""
    glance = made(records()).at_a_glance
    assert glance[0].startswith("10 themes: ")
    assert glance[1].startswith("Parents challenged what practitioners said: \u201cParents may try to protect")
    assert glance[2].startswith("Parents were divided over what practitioners said: ")
    assert "leaning" not in " ".join(glance)


def test_a_group_that_answered_its_own_statements_checked_them_back() -> None:
    """Practitioners who answered what practitioners said are member checking, on the day of that session."""
    data = records()
    own = Response(
        id="own", statement="st0", perspective="practitioner", at=NOW, session="s1", participant="practitioner1", answer=Answer.AGREE
    )
    shown = made(replace(data, responses={**data.responses, "own": own}))
    assert shown.checked_back == ("Parents: not checked back.", "Practitioners checked their own statements back on 12 May 2026.")


def test_words_off_the_record_are_in_no_view() -> None:
    """A remark marked off the record has no words in the view, whatever the store holds."""
    data = records()
    secret = replace(data.reflections["r100"], text="between these walls", kinds=("off",))
    shown = made(replace(data, reflections={**data.reflections, "r100": secret}))
    assert "between these walls" not in repr(shown)


def test_one_code_in_two_cohorts_is_two_people() -> None:
    """Tuesday's p3 and Thursday's have different names, and a code of one person only stays as it is."""
    data = records()
    other = Participant(id="other3", cohort="c1", code="p3", perspective="parent")
    shown = made(replace(data, participants={**data.participants, "other3": other}))
    codes = [person.code for person in shown.people]
    assert len(set(codes)) == len(codes)
    assert {"p3, Session 2", "p3, Session 1", "p4"} <= set(codes)


def test_two_remarks_of_one_number_have_two_names() -> None:
    """Two laptops gave R1 twice: the later one is R1b."""
    data = records()
    twin = replace(data.reflections["r1"], id="zz-twin", number=1)
    names = [said.quote.name for said in made(replace(data, reflections={**data.reflections, "zz-twin": twin})).reflections]
    assert len(set(names)) == len(names)
    assert {"R1", "R1b"} <= set(names)


def test_who_was_heard_counts_people_and_remarks() -> None:
    """By session and group: how many were there, how many of them were noted by sticker, how many remarks."""
    (voice,) = made(records()).sessions[1].voices
    assert (voice.plural, voice.present, voice.heard, voice.remarks) == ("parents", "8", "8 of 8", "35, 1 of them noted for the group")


def test_an_import_has_no_day() -> None:
    """Nobody noted when an imported session was; the day of the import is not it."""
    data = records()
    session = replace(data.sessions["s1"], imported=True)
    shown = made(replace(data, sessions={**data.sessions, "s1": session}, timelines={}))
    assert shown.sessions[0].date == ""


def test_the_note_takers_own_remarks_are_kept_apart() -> None:
    """A remark of the note-taker is listed, is nobody's quote, and is no group that was heard."""
    data = records()
    note = replace(data.reflections["g1"], id="note", number=500, perspective="note-taker", text="Rain on the roof.")
    coding = replace(data.codings["cx"], id="note", reflection="note")
    shown = made(replace(data, reflections={**data.reflections, "note": note}, codings={**data.codings, "note": coding}))
    assert "Rain on the roof." in {said.quote.text for said in shown.reflections}
    assert "Rain on the roof." not in {quote.text for finding in shown.findings for side in finding.quotes.values() for quote in side}
    assert [voice.perspective for session in shown.sessions for voice in session.voices] == ["practitioner", "parent"]


def test_a_corrected_perspective_holds_for_what_was_said_before() -> None:
    """Whose view a remark is comes from its participant, as it does in the comparison."""
    data = records()
    moved = replace(data.participants["parent8"], perspective="both")
    shown = made(replace(data, participants={**data.participants, "parent8": moved}))
    said = {reflection.quote.perspective for reflection in shown.reflections if reflection.quote.person == "p8"}
    assert said == {"both"}
    assert [group.text for group in shown.groups][2:] == ["1 person who is both"]


def test_order_of_the_records_never_matters() -> None:
    """The same records in another order give the same view."""
    data = records()
    turned = Records(
        workshop=data.workshop,
        **{
            table: dict(reversed(getattr(data, table).items()))
            for table in ("sessions", "timelines", "participants", "reflections", "themes", "codings", "statements", "responses")
        },
    )
    assert made(turned) == made(data)


def test_prompted_words_stand_behind_unprompted_ones() -> None:
    """What came by itself is quoted before what answered a statement, verbatim or not."""
    data = records()
    reason = replace(data.codings["cx"], id="reason", reflection="why3", theme="t0")
    assert data.reflections["why3"].elicited is Elicited.PROMPTED
    shown = made(replace(data, codings={**data.codings, "reason": reason}))
    finding = next(finding for finding in shown.findings if finding.theme == "Protecting children")
    assert data.reflections["why3"].text not in {quote.text for quote in finding.quotes["parent"]}
