"""The view of a working report: what is in it, what never is, and that it is the same for the same records."""

from dataclasses import replace

import pytest

from tests.report.made_up import NOW, records
from tests.report.page import made
from workshop.compare.comparison import compare
from workshop.model.records import Records
from workshop.privacy.audience import MARKINGS
from workshop.privacy.view import view


def test_every_audience_has_its_marking() -> None:
    """What the view is for and its marking go together; an audience that isn't there has no view."""
    for audience, marking in MARKINGS.items():
        shown = view(compare(records()), records(), plans={}, now=NOW, audience=audience)
        assert (shown.audience, shown.marking) == (audience, marking)
    with pytest.raises(KeyError):
        view(compare(records()), records(), plans={}, now=NOW, audience="everybody")


def test_words_off_the_record_are_in_no_view() -> None:
    """A remark marked off the record has no words in the view, whatever the store holds."""
    data = records()
    secret = replace(data.reflections["r100"], text="between these walls", kinds=("off",))
    shown = made(replace(data, reflections={**data.reflections, "r100": secret}))
    assert "between these walls" not in repr(shown)


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
