"""A workshop with made-up words in it, each of which says by where it stands who may read it. Nobody here exists."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from workshop.model.clearance import Decision
from workshop.model.planfile import parse_plan
from workshop.model.reading import Reading
from workshop.model.records import Consent, Session, Verb
from workshop.workbook.book import Workbook
from workshop.workbook.recommending import Wanted
from workshop.workbook.shelf import create_workshop

W, R, P, N, E = "working", "research", "parents", "practitioners", "published"
"""The working copy, the archive's, the parents' copy and the practitioners', and everybody's."""
COPIES = {W: ("working", ""), R: ("research", ""), P: ("participants", "parent"), N: ("participants", "practitioner"), E: ("published", "")}
"""Each copy by its audience and group."""
NOWHERE: tuple[str, ...] = ()

READ_BY: dict[str, tuple[str, ...]] = {
    # words, by what their speaker agreed to
    "quotewort": (W, P, E),
    "quotenote": (W, P, E),
    "quotepro": (W, N, E),
    "phraseown": (W,),
    "phraseinstead": (W, P, E),
    "phrasenote": (W, P, E),
    "countown": (W,),
    "countnote": (W,),
    "noneown": (W,),
    "unaskedown": (W,),
    "lowerone": (W,),
    "higherone": (W, P, E),
    "roomquote": (W, P, E),
    "roomunasked": (W,),
    "archiveyes": (W, R, P, E),
    "archivecount": (W, R),
    "archivenone": (W,),
    "archiveone": (W, P, E),
    # words that are nobody's to pass on
    "offwords": NOWHERE,
    "asidewords": NOWHERE,
    "asideinstead": NOWHERE,
    "struckwords": NOWHERE,
    "withdrawnwords": NOWHERE,
    "withdrawnrole": NOWHERE,
    "trailingwords": (W,),
    "notetakers": (W,),
    "clocknote": (W,),
    # what others made of them
    "countedrepeat": (W, R),
    "nonerepeat": (W,),
    "recommendrepeat": (W,),
    "saidinstead": (W, R, P, N, E),
    # who it was
    "orgparents": (W, E),
    "orgpractitioners": (W, E),
    "roleword": (W,),
    "coderword": (W,),
    "p77": (W, P),
    "r66": (W, N),
    "placeword": (W, R, P, N, E),
    # what the check found
    "watchedword": (W,),
    "droppedword": (W,),
    "reworded": (W,),
    "otherwords": (W, E),
    "teacherword": (W, P),
}
"""Each secret, and the copies in which it may stand: nowhere else."""
HOUSE = {"orgparents": (W,), "orgpractitioners": (W,), "placeword": (W,)}
"""Under the Chatham House Rule these stand in the working copy alone."""

PLAN = """
title = "Made up"
perspectives = ["practitioner", "parent"]
[[activity]]
title = "Talk"
kind = "open"
minutes = 20
[[activity]]
title = "Their words"
kind = "show"
minutes = 15
"""


class Hands:
    """A clock that goes on by a minute each time it is read."""

    def __init__(self) -> None:
        """Begin on a Monday."""
        self.wall = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)

    def __call__(self) -> Reading:
        """What `clocks.read` would give."""
        self.wall += timedelta(minutes=1)
        return Reading(self.wall, self.wall.timestamp(), "made up")


def make(folder: Path) -> Workbook:
    """The workshop, with every flag of every copy answered."""
    book = create_workshop(folder, "Secrets", clock=Hands())
    _parents(book)
    _practitioners(book)
    unasked = book.start_session(parse_plan(PLAN, "made-up"), "parent", present={"parent": 6}, cohort="others")
    book.capture(unasked, "P: the roomunasked of it")
    book.watch("watchedword")
    _answer(book)
    return book


def _parents(book: Workbook) -> None:
    session = book.start_session(parse_plan(PLAN, "made-up"), "parent", present={"parent": 8}, place="the placeword hall")
    book.act(session, Verb.START)
    for line in (
        '77: "we have the quotewort here" #bread',
        "77: a quotenote of it #bread",
        '2: "the phraseown is ours" #bread',
        "2: a phrasenote of it #warmth",
        '3: "the countown is ours to keep" #warmth',
        "3: a countnote of it",
        '4: "the noneown is ours to keep" #warmth',
        '5: "the unaskedown is ours" #bread',
        '77: "one lowerone of many"',
        '3: "one higherone of many"',
        '6: "the archiveyes is kept" #bread',
        '7: "the archivecount is kept as it is" #bread',
        '8: "the archivenone is kept"',
        '6: "one archiveone of many"',
        'P: "a roomquote of the room"',
        "77: !off the offwords",
        '77: "what the asidewords did"',
        '77: "what the struckwords did"',
        '9: "what the withdrawnwords did"',
        '77: "and the trailingwords...',
        "nt: the notetakers saw it",
        '77: "at the watchedword there is bread"',
        '77: "down in Droppedword we wait"',
        '77: "over in Reworded they wait"',
        '77: "ask Mrs Teacherword about it"',
    ):
        book.capture(session, line)
    _consent(book, session)
    book.note_on_clock(session, "the clocknote came late")
    book.describe_participant(session, "p77", organisation="the orgparents", role="roleword")
    book.describe_participant(session, "p9", role="withdrawnrole")
    book.code(["R1", "R11"], "bread", coder="coderword")
    book.add_statement("Families say the countown is ours to keep, always.", "parent", theme="bread")
    book.add_statement("Of nonerepeat.", "parent", theme="bread", sources=("R7",))
    book.recommend(Wanted(text="Since the archivecount is kept as it is: countedrepeat"))
    book.recommend(Wanted(text="For the noneown is ours to keep, recommendrepeat."))
    book.recommend(Wanted(text="Let saidinstead be done."))
    book.paraphrase("R3", "it is phraseinstead")
    book.paraphrase("R17", "it is asideinstead")
    book.flag("R17")
    book.strike("R18")
    book.withdraw(book.withdrawal("p9"))


def _consent(book: Workbook, session: Session) -> None:
    for code, level, research in (
        ("p77", Consent.QUOTE, None),
        ("p2", Consent.PARAPHRASE, None),
        ("p3", Consent.COUNT, None),
        ("p4", Consent.NONE, None),
        ("p6", Consent.QUOTE, True),
        ("p7", Consent.COUNT, True),
        ("p8", Consent.NONE, True),
        ("p9", Consent.QUOTE, True),
    ):
        book.set_consent(session, code, level, research=research)
    book.set_room_consent(session, Consent.QUOTE)
    book.set_remark_consent("R9", Consent.COUNT)
    book.set_remark_consent("R10", Consent.QUOTE)
    book.set_remark_consent("R14", Consent.QUOTE, research=False)


def _practitioners(book: Workbook) -> None:
    session = book.start_session(parse_plan(PLAN, "made-up"), "practitioner", present={"practitioner": 9})
    book.act(session, Verb.START)
    book.capture(session, '66: "we have the quotepro here" #bread')
    for code in ("67", "68", "69"):
        book.capture(session, f"{code}: #bread")
    book.set_consent(session, "r66", Consent.QUOTE)
    book.describe_participant(session, "r66", organisation="the orgpractitioners")


def _answer(book: Workbook) -> None:
    """Everybody's copy leaves names out; the participants know the teacher, and keep that."""
    for audience, group in (COPIES[P], COPIES[N], COPIES[E]):
        for flag in book.open_flags(audience, group):
            if "Droppedword" in flag.found:
                book.answer_flag(audience, flag, Decision.DROP)
            elif "Reworded" in flag.found:
                decision = (Decision.PARAPHRASE, "they wait, otherwords") if audience == "published" else (Decision.DROP, "")
                book.answer_flag(audience, flag, *decision)
            elif "Teacherword" in flag.found and audience == "participants":
                book.answer_flag(audience, flag, Decision.KEEP)
            else:
                book.answer_flag(audience, flag, Decision.REPLACE, "[left out]")
