"""What was done, in words made of the records as they are now: for what another window did, or this computer before a restart."""

from collections.abc import Sequence

from workshop.model.artwork import Artwork
from workshop.model.attendance import Attendance
from workshop.model.clearance import Clearance
from workshop.model.clock.words import deed
from workshop.model.export import Export
from workshop.model.flag import Flag
from workshop.model.merge import Merge
from workshop.model.paraphrase import Paraphrase
from workshop.model.recommendation import FollowUp, Recommendation
from workshop.model.records import Check, Coding, Entry, Participant, Reflection, Response, Session, Statement, Theme, Verb, Vote, Workshop
from workshop.model.watched import Watched
from workshop.store.steps import Change
from workshop.workbook.sessions import Sessions

SHOWN = 60
"""Letters of a remark that are shown, for a person to know it again."""
_NAMING = (
    Reflection,
    Flag,
    Entry,
    Response,
    Recommendation,
    FollowUp,
    Statement,
    Artwork,
    Attendance,
    Session,
    Participant,
    Merge,
    Theme,
    Coding,
    Check,
    Vote,
    Paraphrase,
    Clearance,
    Watched,
    Export,
    Workshop,
)
"""Of several records that were changed at once, the kind by which a person would name the whole, first."""


def in_words(changes: Sequence[Change], book: Sessions) -> str:
    """What was done. A remark that is put aside shows none of its words."""
    remarks = sum(isinstance(each.after or each.before, Reflection) for each in changes)
    if remarks > 1:
        return f"{remarks} remarks"
    naming = (each for kind in _NAMING for each in changes if isinstance(each.after or each.before, kind))
    first = next(naming, None)
    return _change_in_words(first, book) if first else "an earlier change"


def _change_in_words(change: Change, book: Sessions) -> str:
    match change.after or change.before:
        case Reflection() as remark:
            return _remark(remark, change, book)
        case Entry() as entry:
            return _entry(entry, book)
        case Response(statement=key):
            answered = book.records.statements.get(key)
            told = f"an answer to {book.ref(answered)}" if answered else "an answer"
        case Statement() | Recommendation() | FollowUp() | Artwork() as made:
            told = _made(made, change, book)
        case Session() as session:
            told = f"a change of {book.ref(session)}" if change.before else book.ref(session)
        case Participant() as person:
            was = change.before
            consented = isinstance(was, Participant) and (was.consent, was.research) != (person.consent, person.research)
            told = f"{'the consent' if consented else 'what is known'} of {person.code}"
        case Theme(title=title):
            told = f"the theme {title}"
        case Flag() | Coding() | Attendance() | Merge() as found:
            told = _told_of(found, book, taken_away=change.after is None)
        case Vote(session=key):
            voted = book.records.sessions.get(key)
            told = f"votes in {book.ref(voted)}" if voted else "votes"
        case Check() | Paraphrase() | Clearance() | Watched() | Export() as looked_at:
            told = _looked_at(looked_at, book, taken_away=change.after is None)
        case Workshop() as workshop:
            told = _workshop(workshop, change.before)
        case _:
            told = "an earlier change"
    return told


def _remark(remark: Reflection, change: Change, book: Sessions) -> str:
    ref = book.ref(remark)
    if change.before and change.after:
        return f"the edit of {ref}"
    shown = book.repository.shown("reflections", remark.id)
    return f"{ref} {shown.text}"[:SHOWN].strip() if isinstance(shown, Reflection) and not change.before else ref


def _made(made: Statement | Recommendation | FollowUp | Artwork, change: Change, book: Sessions) -> str:
    if isinstance(made, Artwork) and change.after is None:
        return f"taking out {book.ref(made)}"
    if not isinstance(made, FollowUp):
        kind = {Statement: "the statement ", Artwork: "the artwork "}.get(type(made), "")
        return f"the edit of {book.ref(made)}" if change.before and change.after else f"{kind}{book.ref(made)}"
    noted = book.records.recommendations.get(made.recommendation)
    return f"a note on {book.ref(noted)}" if noted else "a note"


def _told_of(found: Flag | Coding | Attendance | Merge, book: Sessions, *, taken_away: bool) -> str:
    stored = book.repository
    match found:
        case Attendance(participant=key):
            person = book.records.participants.get(key)
            return f"the attendance of {person.code}" if person else "an attendance"
        case Merge(theme=part, into=whole):
            titles = [theme.title for key in (part, whole) if isinstance(theme := stored.get("themes", key), Theme)]
            return f"the merge of {' into '.join(titles)}"
        case Flag(reflection=key):
            remark, words = stored.get("reflections", key), ("putting {} back" if taken_away else "putting {} aside")
        case Coding(reflection=key):
            remark, words = stored.get("reflections", key), "the coding of {}"
    return words.format(book.ref(remark) if isinstance(remark, Reflection) else "a remark")


def _looked_at(found: Check | Paraphrase | Clearance | Watched | Export, book: Sessions, *, taken_away: bool) -> str:
    match found:
        case Check(reflection=key):
            read = book.records.reflections.get(key)
            return f"the reading back of {book.ref(read)}" if read else "a reading back"
        case Paraphrase(reflection=key):
            said = book.records.reflections.get(key)
            return f"the paraphrase of {book.ref(said)}" if said else "a paraphrase"
        case Clearance():
            return "the answer to a flag"
        case Watched():
            return "a name off the watch list" if taken_away else "a name on the watch list"
        case Export():
            return "the taking back of a report"


def _workshop(workshop: Workshop, before: object) -> str:
    if isinstance(before, Workshop) and before.title != workshop.title:
        return f"the title {workshop.title}"
    if isinstance(before, Workshop) and before.archived != workshop.archived:
        return "archiving" if workshop.archived else "taking it out of the archive"
    if isinstance(before, Workshop) and before.chatham_house != workshop.chatham_house:
        return "the Chatham House Rule"
    return "how long it is kept"


def _entry(entry: Entry, book: Sessions) -> str:
    if entry.verb is Verb.SHOW:
        records = book.records
        shown = records.statements.get(entry.statement or "") or records.artworks.get(entry.artwork or "")
        return f"showing {book.ref(shown)}" if shown else "showing what is there no more"
    session = book.records.sessions.get(entry.session)
    return deed(entry, book.activities(session) if session else ())
