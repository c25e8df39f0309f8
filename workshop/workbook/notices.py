"""What is to be said of a workshop when it is opened: what could not be read, and what waits for a person's choice."""

from workshop.store.schema import is_newer
from workshop.workbook.book import Workbook


def opening_notices(book: Workbook) -> tuple[str, ...]:
    """A sentence each, with the command that tells more; none where all is well. Looks through all versions: call it in a thread."""
    return tuple(notice for notice in (damage_notice(book), _withdrawals(book), _conflicts(book), _read_only(book)) if notice)


def damage_notice(book: Workbook) -> str:
    """A sentence where something of the workshop could not be read, else left out in silence; "" where all is well.

    What a newer version wrote is no damage: of that another sentence tells.
    """
    db, problems = book.repository.db, book.repository.problems
    later = db.later
    damage = [each for each in db.damage if each not in later]
    newer = [key for key in problems if is_newer(db.table(key[0]).get(doc_id=key[1]) or {})]
    told = []
    if later or newer:
        told.append("Some of it was written by a newer version of workshop, and is not shown: install that version here too")
    if damage or len(newer) < len(problems):
        lines = sum(each.line > 0 for each in damage)
        told.append(f"{_counted('line', lines) if lines else 'Something'} could not be read: see workshop verify {book.folder.name}")
    return ". ".join(told)


def _withdrawals(book: Workbook) -> str:
    pending = book.withdrawals_pending
    more = f" And {len(pending) - 1} more like it: see workshop exports {book.folder.name}" if len(pending) > 1 else ""
    return f"Not all that was withdrawn is gone yet. {pending[0]}{more}" if pending else ""


def _conflicts(book: Workbook) -> str:
    waiting = len(book.conflicts())
    if not waiting:
        return ""
    were = "was edited in two places at once, and waits" if waiting == 1 else "were edited in two places at once, and wait"
    return f"{_counted('record', waiting)} {were} for a choice: see workshop conflicts {book.folder.name}"


def _read_only(book: Workbook) -> str:
    why = book.repository.db.read_only
    return f"Nothing can be saved here: {why}" if why else ""


def _counted(noun: str, count: int) -> str:
    return f"{count} {noun if count == 1 else noun + 's'}"
