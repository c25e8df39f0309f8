"""A made-up workshop with small numbers everywhere, and changes of it by which one such number is another one."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from tests.report.made_up import SECOND_DAY, voted
from workshop.model.records import Answer, Coding, Consent, Participant, Records, Reflection, Response, Session, Vote, VoteKind

Change = Callable[[Records], Records]


def small_numbers() -> Records:
    """13 practitioners, 8 parents and 2 people who are both; everybody may be quoted, and all parents have voted."""
    data = voted()
    both = {f"both{n}": Participant(id=f"both{n}", cohort="c3", code=f"b{n}", perspective="both") for n in (1, 2)}
    people = {key: replace(each, consent=Consent.QUOTE) for key, each in {**data.participants, **both}.items()}
    sessions = {
        **data.sessions,
        "s3": Session(id="s3", number=3, group="both", cohort="c3", created=SECOND_DAY, present=(("both", 2),)),
        "s4": Session(id="s4", number=4, group="parent", cohort="c4", created=SECOND_DAY, present=(("parent", 4),)),
        "s5": Session(id="s5", number=5, group="parent", cohort="c5", created=SECOND_DAY, present=(("parent", 7),)),
    }
    silent = {
        f"silent-{key}": _remark(f"silent-{key}", key, each.perspective, "s1" if each.cohort == "c1" else "s2", 600)
        for key, each in data.participants.items()
    }
    own = {f"own{n}": _remark(f"own{n}", f"both{n}", "both", "s3", 400 + n) for n in (1, 2)}
    note = replace(data.reflections["g1"], id="note", number=500, perspective="note-taker", text="rain on the roof")
    given = {f"w{n}": _vote(f"w{n}", f"parent{n}", "t1" if n < 5 else "t4" if n < 8 else "t6") for n in range(1, 9)}
    back = {f"back{n}": _back(f"back{n}", f"practitioner{n}", Answer.AGREE if n == 1 else Answer.PARTLY) for n in range(1, 9)}
    return raise_("t5", "own1")(
        replace(
            data,
            participants=people,
            sessions=sessions,
            reflections={**data.reflections, **own, **silent, "note": note},
            votes={**data.votes, **given},
            responses={**data.responses, **back},
        )
    )


def raise_(theme: str, *remarks: str) -> Change:
    """These remarks are about a theme too."""
    new = {f"x{one}-{theme}": Coding(id=f"x{one}-{theme}", reflection=one, theme=theme) for one in remarks}
    return lambda data: replace(data, codings={**data.codings, **new})


def by(theme: str, person: str) -> Change:
    """A remark of a person that holds no words is about a theme too."""
    return raise_(theme, f"silent-{person}")


def not_by(theme: str, person: str) -> Change:
    """What a person said is not about a theme; only remarks without words are."""

    def change(data: Records) -> Records:
        theirs = {key for key, said in data.reflections.items() if said.participant == person}
        gone = {key for key, coding in data.codings.items() if coding.theme == theme and coding.reflection in theirs}
        assert gone
        return replace(data, codings={key: each for key, each in data.codings.items() if key not in gone})

    return change


def answer(statement: str, person: str, given: Answer) -> Change:
    """A person answered otherwise."""

    def change(data: Records) -> Records:
        found = next(key for key, each in data.responses.items() if (each.statement, each.participant) == (statement, person))
        return replace(data, responses={**data.responses, found: replace(data.responses[found], answer=given)})

    return change


def hand(theme: str, person: str) -> Change:
    """A person raised a hand for one theme more."""
    return lambda data: replace(data, votes={**data.votes, "more": _vote("more", person, theme)})


def present(session: str, number: int) -> Change:
    """So many people sat in a session."""

    def change(data: Records) -> Records:
        was = data.sessions[session]
        return replace(data, sessions={**data.sessions, session: replace(was, present=((was.present[0][0], number),))})

    return change


def more(number: int, person: str = "both") -> Change:
    """So many more people are there who are both."""

    def change(data: Records) -> Records:
        new = {f"{person}{n}": Participant(id=f"{person}{n}", cohort="c3", code=f"b{n}", perspective="both") for n in range(3, 3 + number)}
        return present("s3", 2 + number)(replace(data, participants={**data.participants, **new}))

    return change


def silent(*people: str) -> Change:
    """Of these people nothing was noted."""
    return lambda data: replace(data, reflections={key: said for key, said in data.reflections.items() if said.participant not in people})


def another_note(data: Records) -> Records:
    """The note-taker has written down one thing more."""
    return replace(data, reflections={**data.reflections, "note2": replace(data.reflections["note"], id="note2", number=501)})


def after(*changes: Change) -> Change:
    """One change after the other."""

    def change(data: Records) -> Records:
        for each in changes:
            data = each(data)
        return data

    return change


def _remark(key: str, person: str, perspective: str, session: str, number: int) -> Reflection:
    return Reflection(
        id=key, number=number, session=session, text="", perspective=perspective, participant=person, at=SECOND_DAY, activity=0
    )


def _vote(key: str, person: str, theme: str) -> Vote:
    return Vote(
        id=key,
        session="s2",
        activity=1,
        theme=theme,
        choice=theme,
        perspective="parent",
        kind=VoteKind.HANDS,
        amount=1,
        at=SECOND_DAY + timedelta(minutes=90),
        participant=person,
    )


def _back(key: str, person: str, given: Answer) -> Response:
    return Response(
        id=key, statement="st0", perspective="practitioner", at=SECOND_DAY, session="s1", participant=person, answer=given, back=True
    )
