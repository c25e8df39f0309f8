"""What could not be read, and what that means for the people whose words these are."""

from typing import NamedTuple

from workshop.store.line import LineName


class Damage(NamedTuple):
    """Where (line from 1, byte offset from 0; both 0 where it is the whole file) and what it means, in words."""

    file: str
    line: int
    offset: int
    meaning: str


class Fault(NamedTuple):
    """A damage with the bytes that it is about, so that erasure can tell whether they held erased words.

    `before` and `after` are the whole lines around it in its file. `whole` says that it is no damage at all: a newer version's line.
    """

    damage: Damage
    raw: bytes
    before: LineName | None = None
    after: LineName | None = None
    whole: bool = False


def damaged(file: str, line: int, offset: int, raw: bytes, why: str) -> Fault:
    """A line in the middle that is not whole."""
    meaning = f"Line {line} is damaged ({why}): what was saved with it is not shown unless another file here holds it. The rest is used."
    return Fault(Damage(file, line, offset, meaning), raw)


def cut_short(file: str, line: int, offset: int, raw: bytes) -> Fault:
    """An end without its newline that is not a whole line."""
    meaning = (
        f"The end of the file is not whole ({len(raw)} bytes). A power cut in the middle of a save leaves this, and then nothing that was "
        "shown as saved is missing; a copy that was broken off leaves it too. The rest is used."
    )
    return Fault(Damage(file, line, offset, meaning), raw)


def newer(file: str, line: int, offset: int, raw: bytes) -> Fault:
    """A line of a later version of the format."""
    meaning = f"Line {line} was written by a newer version of workshop: it is kept, and not shown by this one."
    return Fault(Damage(file, line, offset, meaning), raw, whole=True)


def unknown(file: str, line: int, offset: int, raw: bytes, count: int) -> Fault:
    """A line with operations that this version does not know."""
    meaning = f"Line {line} holds {count} operation(s) that this version of workshop does not know: kept, and ignored."
    return Fault(Damage(file, line, offset, meaning), raw, whole=True)


def unreadable(file: str, why: str) -> Damage:
    """A file that gives no bytes."""
    return Damage(file, 0, 0, f"The file cannot be read ({why}): what it holds is not shown.")


def broken(file: str, why: str, lines: int) -> Damage:
    """A sealed journal that can't be decrypted to its end."""
    used = f"{lines} save(s) before the damage are used" if lines else "none of its saves is shown"
    return Damage(file, 0, 0, f"The file cannot be opened ({why}): {used}. Another copy or a backup may have it whole.")


def shut(folder: str, why: str) -> Damage:
    """A workshop whose lock is another one than when it was opened."""
    return Damage(folder, 0, 0, f"Nothing new is read and nothing can be saved: {why}. What was read before is still shown.")


def gone(file: str, lines: int) -> Damage:
    """A file that was read, and then removed or replaced by one that lacks some of it."""
    return Damage(
        file, 0, 0, f"{lines} save(s) that were read from this file are no longer in the folder: it was removed, cut or replaced."
    )


def taken_away(file: str) -> Damage:
    """The journal that this process was writing."""
    return Damage(
        file, 0, 0, "Another program removed or changed this file while it was being written: its saves were put into a new file."
    )


def missing(file: str, writer: str, numbers: int) -> Damage:
    """Holes in a writer's numbering."""
    return Damage(
        file, 0, 0, f"{numbers} save(s) of writer {writer} are in no file here: an older copy or a damaged line stands in their place."
    )


def unreachable(folder: str, why: str) -> Damage:
    """The folder itself."""
    return Damage(folder, 0, 0, f"The folder cannot be reached ({why}). What was read before is still shown; nothing can be saved.")
