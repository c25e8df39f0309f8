"""A made-up workshop to report on: 13 practitioners, then 8 parents who were shown four of their statements. Nobody here exists."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from workshop.model.plan import Activity, Kind, Plan
from workshop.model.records import (
    Answer,
    Coding,
    Elicited,
    Entry,
    Participant,
    Records,
    Reflection,
    Response,
    Session,
    Statement,
    Theme,
    Verb,
    Vote,
    VoteKind,
    Workshop,
)

FIRST_DAY = datetime(2026, 5, 12, 9, 30, tzinfo=UTC)
SECOND_DAY = datetime(2026, 5, 19, 12, 15, tzinfo=UTC)
NOW = datetime(2026, 6, 2, 10, 0, tzinfo=UTC)

# Title, lead organisation of a priority, which parents raised it, which practitioners.
THEMES = (
    ("Protecting children", "", (1, 2, 3, 5, 8), (1, 2, 4, 6, 7, 9, 11)),
    ("Income maximisation", "Harbour Advice", (1, 2, 3, 4, 6, 7), (1, 2, 3, 5, 6, 8, 10, 13)),
    ("Universal versus targeted support", "Kiln Street Trust", (4,), (1, 3, 4, 5, 7, 8, 10, 12)),
    ("Being listened to", "", (1, 3, 4, 5, 7, 8), (6, 9)),
    ("Getting there: buses and distance", "", (2, 3, 5, 6, 8), (4, 11)),
    ("Community capacity building", "Two Rivers Forum", (), (2, 3, 7, 9, 12)),
    ("School costs", "", (2, 4, 6), (1, 5, 8, 11)),
    ("Working with the private sector", "Open Doors Fife", (6,), (3, 10, 13)),
    ("Forms and phones", "", (1, 7), (12,)),
    ("Sleep", "", (5,), ()),
)

WORDS = {
    (0, 1): "They see the empty cupboard. They are not daft.",
    (0, 2): "My eldest stopped asking for trips. Nobody told her to.",
    (0, 3): "I say I have eaten already, and the wee one says so do I, every time.",
    (0, 5): "You can hide a letter. You can't hide the cold.",
    (1, 1): "We only found out about the grant when it had closed.",
    (1, 2): "One phone call got us £38 a week that was ours all along.",
    (1, 4): "Nobody tells you. You hear it at the school gate.",
    (1, 6): "A person beside me at the computer, that is what did it.",
    (2, 4): "If it is for everybody then nobody looks at you.",
    (3, 1): "They ask us to come, and the decision is made already.",
    (3, 3): "I was asked what I thought for once, and it was written down.",
    (3, 5): "Same questions from four different people. Read the file.",
    (3, 8): "Ask us before the leaflet is printed.",
    (4, 2): "Two buses with a buggy, then a form, then two buses.",
    (4, 6): "Free is not free when it is £6.40 to get there.",
    (6, 2): "It is the pound for this and the pound for that.",
    (6, 4): "Non-uniform day is the worst day of the term.",
    (8, 1): "I do it all on a cracked phone with no data left.",
    (9, 5): "I lie awake doing sums.",
}
THEIR_WORDS = {
    (0, 1): "Parents go to great lengths so that the children don't notice.",
    (0, 4): "Some mums we see will not put the heating on until the school run.",
    (0, 9): "Children are shielded from it, as far as we can tell.",
    (1, 1): "Most families we meet are missing at least one thing that they are due.",
    (1, 5): "We need advice where people already are: nursery, surgery, library.",
    (1, 8): "Every worker should know the three questions to ask about money.",
    (2, 3): "Targeting saves money and costs trust.",
    (2, 7): "A universal offer gets us through the door without the label.",
    (2, 12): "We can't do everything for everybody with the grant that we have.",
    (3, 6): "We consult late, and people can tell.",
    (5, 2): "There are people in this street who could run the group better than us.",
    (5, 9): "Build on the ones who already turn up for each other.",
    (6, 5): "Schools differ so much in what they quietly pay for.",
    (7, 10): "The shops would help, if anybody asked them the right thing.",
    (7, 13): "A supermarket's pasta is not a policy.",
}
REASONS = {
    3: ("That is naive. Mine know what day the money comes.", True),
    4: ("It is a middle class idea, that you could keep it from them.", True),
    2: ("I try. It does not work for long.", False),
    7: ("My boy offered me his birthday money for the meter.", True),
}
STATEMENTS = (
    ("Parents may try to protect their children from the impact of living on a low income.", 0, (1, 1, 6, 0)),
    ("Families miss out on money because the system is hard to use.", 1, (7, 1, 0, 0)),
    ("Support for everybody carries less stigma than support for some.", 2, (4, 0, 4, 0)),
    ("Local people should run more of the services themselves.", 5, (2, 1, 1, 4)),
)
ANSWERS = (Answer.AGREE, Answer.PARTLY, Answer.DISAGREE, Answer.UNSURE)

PLAN = Plan(
    name="made-up",
    title="A morning together",
    activities=(
        Activity(title="What it is like", kind=Kind.OPEN, minutes=40),
        Activity(title="What the others said", kind=Kind.SHOW, minutes=30),
    ),
)
PLANS = {"s1": PLAN, "s2": PLAN}


def records() -> Records:
    """The workshop's records, the same each time."""
    reflections = [*_said(0, "practitioner", THEIR_WORDS), *_said(100, "parent", WORDS), *_reasons(), *_for_the_group()]
    codings = [*_codings(0, "practitioner"), *_codings(100, "parent"), Coding(id="cx", reflection="g1", theme="t6")]
    return Records(
        workshop=Workshop(
            title="Parenting on a low income",
            perspectives=("parent", "practitioner"),
            salt="salt",
            created=FIRST_DAY,
            cover="Two mornings in one town. Every person, remark and organisation here is made up, to try a report with.",
        ),
        sessions={
            "s1": _session("s1", 1, "practitioner", 13, FIRST_DAY, "Town House, upper room"),
            "s2": _session("s2", 2, "parent", 8, SECOND_DAY, "Kiln Street nursery"),
        },
        timelines={session: _timeline(session, start) for session, start in (("s1", FIRST_DAY), ("s2", SECOND_DAY))},
        participants={person.id: person for person in _people()},
        reflections={said.id: said for said in reflections},
        themes={theme.id: theme for theme in _themes()},
        codings={coding.id: coding for coding in codings},
        statements={
            f"st{place}": Statement(
                id=f"st{place}", number=place + 1, text=text, made_by="practitioner", theme=f"t{theme}", sources=("r1",)
            )
            for place, (text, theme, _) in enumerate(STATEMENTS)
        },
        responses={response.id: response for response in _responses()},
    )


def voted() -> Records:
    """The same, and five people have put dots on three themes, one of them twice."""
    given = (
        ("parent1", "t1", 3),
        ("parent2", "t1", 1),
        ("parent2", "t4", 2),
        ("parent3", "t4", 1),
        ("practitioner1", "t5", 2),
        ("practitioner2", "t5", 3),
        ("practitioner2", "t5", 1),
    )
    votes = [
        Vote(
            id=f"v{place}",
            session="s2" if who.startswith("parent") else "s1",
            activity=1,
            theme=theme,
            choice=theme,
            perspective=who.rstrip("0123456789"),
            kind=VoteKind.DOTS,
            amount=amount,
            at=SECOND_DAY + timedelta(minutes=70, seconds=place),
            participant=who,
        )
        for place, (who, theme, amount) in enumerate(given)
    ]
    return replace(records(), votes={vote.id: vote for vote in votes})


def crowded() -> Records:
    """The same, and nine more of what parents said to T1 (13 in all), and it is made from five remarks that have words."""
    data = records()
    model = data.reflections["why3"]
    more = {
        f"more{place}": replace(model, id=f"more{place}", number=400 + place, participant=f"parent{3 + place % 6}") for place in range(9)
    }
    with_words = [key for key, said in data.reflections.items() if said.perspective == "practitioner" and said.text][:5]
    made_from = replace(data.statements["st0"], sources=tuple(with_words))
    return replace(data, reflections={**data.reflections, **more}, statements={**data.statements, "st0": made_from})


def _session(record_id: str, number: int, group: str, present: int, created: datetime, place: str) -> Session:
    return Session(
        id=record_id,
        number=number,
        group=group,
        cohort=f"c{number}",
        created=created,
        plan_name=PLAN.name,
        place=place,
        present=((group, present),),
    )


def _timeline(session: str, start: datetime) -> tuple[Entry, ...]:
    return (
        Entry(id=f"{session}-1", session=session, verb=Verb.START, at=start, activity=0),
        Entry(id=f"{session}-2", session=session, verb=Verb.NEXT, at=start + timedelta(minutes=41), activity=0),
        Entry(id=f"{session}-3", session=session, verb=Verb.END, at=start + timedelta(minutes=75), activity=1),
    )


def _people() -> list[Participant]:
    organisations = ("Harbour Advice", "Kiln Street Trust", "Two Rivers Forum", "Open Doors Fife")
    practitioners = [
        Participant(id=f"practitioner{n}", cohort="c1", code=f"r{n}", perspective="practitioner", organisation=organisations[n % 4])
        for n in range(1, 14)
    ]
    return [*practitioners, *(Participant(id=f"parent{n}", cohort="c2", code=f"p{n}", perspective="parent") for n in range(1, 9))]


def _themes() -> list[Theme]:
    return [
        Theme(id=f"t{place}", title=title, priority=bool(lead), lead_organisation=lead, order=place)
        for place, (title, lead, _, _) in enumerate(THEMES)
    ]


def _pairs(perspective: str) -> list[tuple[int, int]]:
    """Who raised what: (theme, person), theme by theme."""
    raised = [(parents if perspective == "parent" else practitioners) for _, _, parents, practitioners in THEMES]
    return [(place, person) for place, people in enumerate(raised) for person in people]


def _said(first: int, perspective: str, words: dict[tuple[int, int], str]) -> list[Reflection]:
    """One remark for each person and theme; most have words, the others are a person and a theme alone."""
    parents = perspective == "parent"
    return [
        Reflection(
            id=f"r{first + place}",
            number=first + place + 1,
            session="s2" if parents else "s1",
            text=words.get((theme, person), ""),
            perspective=perspective,
            participant=f"{perspective}{person}",
            at=(SECOND_DAY if parents else FIRST_DAY) + timedelta(seconds=50 * place),
            activity=0,
            verbatim=place % 3 == 0,
            highlight=(theme, person) in {(0, 1), (3, 8)},
        )
        for place, (theme, person) in enumerate(_pairs(perspective))
    ]


def _codings(first: int, perspective: str) -> list[Coding]:
    return [
        Coding(id=f"c{first + place}", reflection=f"r{first + place}", theme=f"t{theme}")
        for place, (theme, _) in enumerate(_pairs(perspective))
    ]


def _reasons() -> list[Reflection]:
    return [
        Reflection(
            id=f"why{person}",
            number=200 + person,
            session="s2",
            text=text,
            perspective="parent",
            participant=f"parent{person}",
            at=SECOND_DAY + timedelta(minutes=45, seconds=person),
            activity=1,
            verbatim=verbatim,
            elicited=Elicited.PROMPTED,
            statement="st0",
        )
        for person, (text, verbatim) in REASONS.items()
    ]


def _for_the_group() -> list[Reflection]:
    """One remark that nobody's sticker was noted for: it leaves a range of 3-4."""
    said = Reflection(
        id="g1", number=300, session="s2", text="Jumpers with the badge on cost double.", perspective="parent", at=SECOND_DAY, activity=0
    )
    return [said]


def _responses() -> list[Response]:
    responses = []
    for place, (_, _, counts) in enumerate(STATEMENTS):
        given = [answer for answer, number in zip(ANSWERS, counts, strict=True) for _ in range(number)]
        for person, answer in enumerate(given, start=1):
            response = Response(
                id=f"a{place}-{person}",
                statement=f"st{place}",
                perspective="parent",
                at=SECOND_DAY + timedelta(minutes=45 + place, seconds=person),
                session="s2",
                participant=f"parent{person}",
                answer=answer,
            )
            responses.append(response)
    return responses
