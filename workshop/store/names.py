"""What the files in a workshop's folder are called, and what that tells."""

from collections.abc import Collection

SUFFIX = ".jsonl"
"""Ends the name of a journal."""
AGE = ".age"
"""Ends the name of an encrypted file."""
SEALED = SUFFIX + AGE
"""Ends the name of a finished journal of a locked workshop: the text of a journal, as one age file."""
PASSPHRASE_KEY = "key.passphrase.age"  # noqa: S105 - a file's name
RECIPIENT_KEY = "key.recipient.age"
KEY_FILES = (PASSPHRASE_KEY, RECIPIENT_KEY)
"""They hold what opens a locked workshop, encrypted with its passphrase and for its recovery recipient."""
BEGUN = ".new"
"""Ends the name of a file that is not whole yet."""
DOOMED = ".erased"
"""Ends the name of a file whose words are in another one, as far as they may stay, and which only has to go."""
NEXT_KEY, LAST_KEY = PASSPHRASE_KEY + BEGUN, PASSPHRASE_KEY + DOOMED
"""While the passphrase is changed: the new key file, whole; and the old one, that has made room for it."""


def proper(name: str) -> str:
    """The name that a file is to get which is not whole yet, or that one had which only has to go; any other is its own."""
    return name.removesuffix(DOOMED).removesuffix(BEGUN)


def is_journal(name: str) -> bool:
    """Whether a file of this name is a journal. Hidden ones are none: macOS leaves `._x.jsonl` on sticks."""
    return name.endswith((SUFFIX, SEALED)) and not name.startswith(".")


def journals(names: Collection[str]) -> list[str]:
    """Those that are journals, in order."""
    return sorted(filter(is_journal, names))


def tells_lock(names: Collection[str]) -> bool:
    """Whether a folder with these files is locked: a key file says so, or all that is left of it, when that file is missing."""
    if PASSPHRASE_KEY in names or (NEXT_KEY in names and LAST_KEY in names):
        return True
    found = journals(names)
    return bool(found) and all(name.endswith(SEALED) for name in found)
