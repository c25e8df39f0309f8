"""What the Room says in words: what it is about, who speaks, what was saved."""

from textual.content import Content

from workshop.model.capture import UNKNOWN, Context, Speaker
from workshop.model.perspective import MIXED, plural_of
from workshop.model.records import Session
from workshop.model.withdrawal import remarks_withdrawn
from workshop.workbook.book import Workbook
from workshop.workbook.capturing import Saved
from workshop.workbook.withdrawing import Withdrawn


def mark_of(session: Session) -> str:
    """What a session is but for a real one: "REHEARSAL x60"; "" of a real one."""
    return "" if session.rehearsal is None else f"REHEARSAL x{session.rehearsal:g}"


def about(book: Workbook, session: Session) -> Content:
    """The workshop, the session, who is here and where."""
    group = "a mixed group" if session.group == MIXED else plural_of(session.group)
    present = book.here_now(session) if session.present else {}
    alone = list(present) == [session.group]
    here = ", ".join(f"{count}" if alone else f"{count} {name if count == 1 else plural_of(name)}" for name, count in present.items())
    here = here if any(present.values()) else ""  # whoever left may not be all who were ever there: nobody said how many are
    parts = [book.workshop.title, f"{book.ref(session)}, {group}", here and f"{here} here", session.place]
    return Content("  ·  ").join(Content(part) for part in parts if part)


def speaker_words(speaker: Speaker, context: Context) -> str:
    """Who speaks on the next line."""
    if speaker.code:
        return f"{speaker.code} {speaker.perspective}"
    return "nobody named" if speaker == UNKNOWN else context.plural(speaker.perspective)


def saved_words(saved: Saved) -> str:
    """What is on disk now, in short."""
    if not saved.ref:
        return f"{saved.captured.speaker.code or plural_of(saved.captured.speaker.perspective)} from here on"
    if saved.captured.off_record and not saved.reflection and not saved.response:
        return remarks_withdrawn(1)
    if saved.votes:
        return f"saved {saved.words}{f': {saved.hint}' if saved.hint else ''}"
    new = [f"new theme {title}" for title in saved.new_themes]
    if saved.new_code:
        new.append(f"{saved.new_code} is new")
    told = ", ".join([f"saved {saved.ref}" if saved.reflection else f"answer to {saved.ref} saved", *new])
    return f"{told}: {saved.hint}" if saved.hint else told


def withdrawn_words(done: Withdrawn) -> str:
    """That words were taken back, and which files still hold them."""
    return "  ".join([remarks_withdrawn(done.remarks), *done.pending])
