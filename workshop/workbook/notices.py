"""What is to be said of a workshop when it is opened: what could not be read, and what waits for a person's choice."""

from workshop.workbook.book import Workbook


def opening_notices(book: Workbook) -> tuple[str, ...]:
    """A sentence each, with the command that tells more; none where all is well. Looks through all versions: call it in a thread."""
    return tuple(notice for notice in (damage_notice(book), _withdrawals(book), _conflicts(book), _read_only(book)) if notice)


def damage_notice(book: Workbook) -> str:
    """A sentence where something of the workshop could not be read, else left out in silence; "" where all is well."""
    damage = book.repository.db.damage
    if not damage and not book.repository.problems:
        return ""
    lines = sum(each.line > 0 for each in damage)
    return f"{_counted('line', lines) if lines else 'Something'} could not be read: see workshop verify {book.folder.name}"


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
