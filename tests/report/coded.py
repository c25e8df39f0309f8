"""A made-up workshop that is hard to hand on: words that are hard to count, two more coders, clashing names, pictures. Nobody is real."""

from dataclasses import replace
from datetime import timedelta

from tests.report.made_up import FIRST_DAY, SECOND_DAY, voted
from tests.report.page import made
from workshop.model.artwork import Artwork
from workshop.model.records import Coding, Elicited, Records, Theme, Workshop
from workshop.model.view.journal import ShownNote
from workshop.model.view.view import View

HARD = (
    "\U0001f469\u200d\U0001f469\u200d\U0001f467 said \U0001f4b8\U0001f4b8",
    "two\nlines",
    "a < b & \"c\" ]]> 'd'",
    "e\u0301 and \u00e9",
    "=1+1",
    "\u0645\u0631\u062d\u0628\u0627",
)
PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAIAAAASFvFNAAAAE0lEQVR42mMQcs6FIIYvWaoQBAA6NwbQQaULdQAAAABJRU5ErkJggg=="
"""A PNG of 3 by 2 pixels, in base64."""
ARTWORKS = (
    Artwork(
        id="art",
        number=1,
        caption="Hands / cups.",
        made_by="practitioner",
        alt="Two cups side by side.",
        media="image/png",
        width=3,
        height=2,
        picture=PIXEL,
    ),
    Artwork(id="paper", number=2, caption="A drawing on the wall", made_by="parent"),
)


def hard() -> Records:
    """The made-up workshop with themes under themes, words that are hard to count, two coders beside the note-taker, and clashing names."""
    data = voted()
    model = data.reflections["g1"]
    said = [
        replace(model, id=f"h{place}", number=400 + place, text=text, participant="parent1", at=SECOND_DAY + timedelta(minutes=5 + place))
        for place, text in enumerate(HARD)
    ]
    themes = [
        Theme(
            id="below", title="Bus fares", parent="t4", order=20, aliases=("Fares", "Tickets"), description="What it costs to get there."
        ),
        Theme(id="clash", title="lane: ENABLER", order=21),
        Theme(id="branch", title="Activity", order=22),
    ]
    codings = [
        Coding(id="k1", reflection="h0", theme="below"),
        Coding(id="k2", reflection="h0", theme="t4"),
        Coding(id="k3", reflection="h0", theme="below", coder="Ana"),
        Coding(id="k4", reflection="h1", theme="", coder="Bo"),
    ]
    said[2] = replace(said[2], artwork="art", elicited=Elicited.PROMPTED)
    said[3] = replace(said[3], artwork="paper", elicited=Elicited.PROMPTED)
    said[1] = replace(said[1], lane="enabler", kinds=("silence",), highlight=True, hands=5)
    people = [replace(data.participants["parent8"], id="slash", code="p9", organisation="A/B: <Trust>")]
    return replace(
        data,
        reflections={**data.reflections, **{each.id: each for each in said}},
        themes={**data.themes, **{each.id: each for each in themes}},
        codings={**data.codings, **{each.id: each for each in codings}},
        artworks={each.id: each for each in ARTWORKS},
        participants={**data.participants, **{each.id: each for each in people}},
    )


def shown() -> View:
    """The hard workshop's view, with a journal."""
    note = ShownNote(session="Session 1", text="The kettle took ten minutes.", at=FIRST_DAY + timedelta(minutes=3))
    return replace(made(hard()), journal=(note, replace(note, text="Room too warm."), replace(note, session="Session 2")))


def empty() -> View:
    """A workshop of which there is nothing but its title."""
    return made(Records(workshop=Workshop(title="Nothing yet", perspectives=("parent", "practitioner"), salt="s", created=FIRST_DAY)))
