"""A made-up workshop with all that a report can hold: votes, answering back, pictures, times, a third group. Nobody here exists."""

from base64 import b64decode
from dataclasses import replace
from datetime import UTC

from tests.privacy.test_answered_back import BACK
from tests.privacy.test_answered_back import records as answered_back
from tests.report import made_up
from workshop.compare.comparison import compare
from workshop.model.clock import fold
from workshop.model.reading import Reading
from workshop.model.records import Consent, Participant, Records, Vote, VoteKind
from workshop.model.timing import Timing, timing
from workshop.model.view.artwork import ShownArtwork
from workshop.model.view.view import View
from workshop.privacy.view import view

PIXEL = b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=")
"""A picture of one grey dot."""
PLANS = {**made_up.PLANS, "s3": BACK}


def rich_records() -> Records:
    """Its records."""
    found = answered_back()
    voted = made_up.voted().votes
    ranks = [
        Vote(
            id=f"rank{person}{place}",
            session="s2",
            activity=1,
            theme=theme,
            choice=theme,
            perspective="parent",
            kind=VoteKind.RANK,
            amount=place,
            at=made_up.SECOND_DAY,
            participant=f"parent{person}",
        )
        for person in (1, 2, 3)
        for place, theme in enumerate(("t1", "t4", "t0"), start=1)
    ]
    both = Participant(id="both1", cohort="c2", code="b1", perspective="both", role="works in a nursery")
    own = replace(found.reflections["g1"], id="g2", number=301, text="I am on both sides\nof this door.", participant="both1")
    return replace(
        found,
        participants={**found.participants, "both1": both},
        reflections={**found.reflections, "g2": own},
        votes={**voted, **{vote.id: vote for vote in ranks}},
    )


def times(records: Records) -> tuple[Timing, ...]:
    """What became of the times of the sessions that have a clock."""
    now = Reading(made_up.NOW)
    return tuple(
        timing(session, fold(PLANS[session.id].activities, records.timelines[session.id], UTC), records.timelines[session.id], (), now)
        for session in records.sessions.values()
        if session.id in records.timelines
    )


def rich() -> View:
    """What the working group's report shows of it, with a picture that both sides read."""
    found = rich_records()
    shown = view(compare(found, plans=PLANS), found, plans=PLANS, now=made_up.NOW, timed=times(found))
    return replace(shown, artworks=(_picture(shown),))


def published() -> View:
    """What everybody may see of it, where all have agreed to be quoted."""
    found = rich_records()
    agreed = {key: replace(person, consent=Consent.QUOTE, consent_at=made_up.FIRST_DAY) for key, person in found.participants.items()}
    found = replace(found, participants=agreed)
    return view(compare(found, plans=PLANS), found, plans=PLANS, now=made_up.NOW, audience="published")


def _picture(shown: View) -> ShownArtwork:
    said = {side: tuple(one.quote for one in shown.reflections if one.quote.perspective == side)[:1] for side in shown.between}
    return ShownArtwork(
        name="A1",
        caption="The door with two handles",
        made_by="practitioner",
        made_by_plural="practitioners",
        described="A door in a wall, with a handle on either side",
        media="image/png",
        width=1,
        height=1,
        content=PIXEL,
        readings=said,
        more={"parent": "2 more readings", "practitioner": ""},
    )
