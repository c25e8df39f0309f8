"""The one error that reaches a person, and the exit codes of the command line."""

OK = 0
REFUSED = 1
"""The call was understood and could not be done: a bad plan, a bad row, a full disk."""
USAGE = 2
"""The call was not understood: click's own code for a wrong option."""
INTERRUPTED = 130


class WorkshopError(Exception):
    """What went wrong and, where there is one, the cure: each a plain sentence for a person.

    `lines` holds further faults of the same piece of input, one each, so that all are shown at once.
    """

    def __init__(self, message: str, cure: str = "", lines: tuple[str, ...] = ()) -> None:
        """Keep the parts apart, so that a screen may set the cure below the message."""
        super().__init__(message)
        self.message = message
        self.cure = cure
        self.lines = lines

    def __str__(self) -> str:
        """All of it as text, for stderr."""
        return "\n".join(part for part in (self.message, *self.lines, self.cure) if part)


class NotSavedError(WorkshopError):
    """A write did not reach the disk. What it held is not in the workshop; the caller still has it."""


class InTheWayError(WorkshopError):
    """Files stand where others are to be written, and nobody said to write over them; `lines` are their paths. Nothing was written."""


class LockedError(WorkshopError):
    """The workshop is locked with a passphrase, and none was given."""


class WrongPassphraseError(LockedError):
    """The passphrase that was given does not open the workshop."""
